// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/table_picture.h"

#include "ui/look/theme.h"

#include <QPainter>
#include <QStandardItemModel>

namespace gatescope {

void paintTable(QPainter &painter, const QStandardItemModel &table, const QSize &size, const QPalette &palette)
{
    const ThemeColors &colors = themeColors(palette);
    painter.setFont(themeFont(TextRole::Body));
    const int line = painter.fontMetrics().height() + 8;
    const int columns = table.columnCount() + 1;
    const auto cell = [&](int row, int column) {
        return QRect(size.width() * column / columns, row * line, size.width() / columns - 8, line);
    };
    for (int row = -1; row < table.rowCount(); ++row) {
        for (int column = -1; column < table.columnCount(); ++column) {
            const bool heading = row < 0 || column < 0;
            const QString text = row < 0 && column < 0 ? QString()
                                 : row < 0             ? table.headerData(column, Qt::Horizontal).toString()
                                 : column < 0          ? table.headerData(row, Qt::Vertical).toString()
                                                       : table.item(row, column)->text();
            painter.setPen(heading ? colors.muted : colors.text);
            painter.drawText(cell(row + 1, column + 1),
                             Qt::AlignVCenter | (column < 0 ? Qt::AlignLeft : Qt::AlignRight), text);
        }
    }
}

} // namespace gatescope
