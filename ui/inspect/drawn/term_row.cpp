// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/drawn/term_row.h"

#include "ui/look/theme.h"
#include "ui/widgets/drawn/equation_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double kAround = 10.0; ///< pixels around the sign between two boxes

/// A box is as wide as a number needs, and no wider than what is left for it.
double boxWidth(const QRectF &row, const std::vector<TermBox> &boxes, const QFontMetricsF &number,
                const QFontMetricsF &small)
{
    double signs = 0;
    for (const TermBox &box : boxes)
        signs += box.before.isEmpty() ? 0 : small.horizontalAdvance(box.before) + kAround;
    const double wanted = number.horizontalAdvance(QStringLiteral("+0.0000")) + 34;
    return std::min(wanted, (row.width() - signs) / static_cast<double>(std::max<std::size_t>(boxes.size(), 1)));
}

} // namespace

double termRowHeight()
{
    return QFontMetricsF(themeFont(TextRole::Caption)).height() + QFontMetricsF(themeFont(TextRole::Formula)).height()
           + 6;
}

void drawTermRow(QPainter &painter, const QRectF &row, const std::vector<TermBox> &boxes, const QColor &color,
                 const QPalette &palette, std::vector<Spot> &spots)
{
    const ThemeColors &colors = themeColors(palette);
    const QFont small = themeFont(TextRole::Caption);
    QFont number = themeFont(TextRole::Formula);
    const QFontMetricsF smallMetrics(small);
    const double width = boxWidth(row, boxes, QFontMetricsF(number), smallMetrics);
    double x = row.left();
    for (const TermBox &box : boxes) {
        if (!box.before.isEmpty()) {
            const double wide = smallMetrics.horizontalAdvance(box.before) + kAround;
            painter.setFont(small);
            painter.setPen(colors.muted);
            painter.drawText(QRectF(x, row.top(), wide, row.height()), Qt::AlignCenter, box.before);
            x += wide;
        }
        const QRectF area(x, row.top(), width, row.height());
        painter.setPen(box.result ? QPen(color, 2) : QPen(colors.border, 1));
        painter.setBrush(colors.field);
        painter.drawRoundedRect(area, 4, 4);
        const EquationText symbol(box.symbol, small, palette);
        symbol.draw(painter, QPointF(area.center().x() - symbol.width() / 2, area.top() + smallMetrics.ascent() + 2));
        number.setBold(box.result);
        painter.setFont(number);
        painter.setPen(box.result ? color : colors.text);
        painter.drawText(area.adjusted(0, smallMetrics.height() + 1, 0, -2), Qt::AlignCenter, box.value);
        spots.push_back({area, box.symbol, box.value, box.tip});
        x += width;
    }
}

} // namespace gatescope
