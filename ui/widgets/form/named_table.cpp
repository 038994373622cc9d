// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/named_table.h"

#include "ui/widgets/form/table_style.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kRoomOfName = 14, kRoomOfHeading = 8, kRoomOfCell = 8; ///< pixels beside a text
constexpr int kRoomOfLines = 6;                                      ///< pixels above and below one

int heightOf(const QString &text, const QFont &font, int width)
{
    const QRect area(0, 0, std::max(width, 1), QWIDGETSIZE_MAX);
    return QFontMetrics(font).boundingRect(area, Qt::TextWordWrap, text).height() + kRoomOfLines;
}

} // namespace

void NamedTable::Widths::include(const QString &text, const QFont &font, int room)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(QWIDGETSIZE_MAX);
    layout.endLayout();
    least = std::max(least, static_cast<int>(std::ceil(layout.minimumWidth())) + room);
    whole = std::max({whole, least, static_cast<int>(std::ceil(layout.maximumWidth())) + room});
}

NamedTable::NamedTable(QWidget *parent) : QTableView(parent)
{
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    styleTable(*this);
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()}) {
        header->setHighlightSections(false);
        header->setSectionResizeMode(QHeaderView::Fixed);
        header->setMinimumSectionSize(1);
        header->setDefaultAlignment(
            static_cast<Qt::Alignment>(static_cast<int>(header->defaultAlignment()) | Qt::TextWordWrap));
    }
}

void NamedTable::fit()
{
    if (!model() || m_fitting)
        return;
    const QScopedValueRollback<bool> once(m_fitting, true);
    const Widths names = namesWidths();
    std::vector<Widths> columns;
    for (int column = 0; column < model()->columnCount(); ++column)
        columns.push_back(columnWidths(column));
    const int room = width() - 2 * frameWidth();
    shareWidth(room, names, columns);
    fitHeadings();
    if (fitRows() + horizontalHeader()->minimumHeight() > height() - 2 * frameWidth()) {
        shareWidth(room - verticalScrollBar()->sizeHint().width(), names, columns);
        fitHeadings();
        fitRows();
    }
    updateGeometries();
}

int NamedTable::leastWidth(int columns) const
{
    if (!model())
        return 0;
    int width = namesWidths().least + 2 * frameWidth() + verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < std::min(columns, model()->columnCount()); ++column)
        width += cellWidths(column).least;
    return width;
}

NamedTable::Widths NamedTable::namesWidths() const
{
    Widths widths;
    for (int row = 0; row < model()->rowCount(); ++row)
        widths.include(model()->headerData(row, Qt::Vertical).toString(), verticalHeader()->font(), kRoomOfName);
    return widths;
}

QFont NamedTable::cellFont(const QModelIndex &index) const
{
    const QVariant own = index.data(Qt::FontRole);
    return own.isValid() ? own.value<QFont>().resolve(font()) : font();
}

NamedTable::Widths NamedTable::columnWidths(int column) const
{
    Widths widths = cellWidths(column);
    widths.include(model()->headerData(column, Qt::Horizontal).toString(), horizontalHeader()->font(), kRoomOfHeading);
    return widths;
}

NamedTable::Widths NamedTable::cellWidths(int column) const
{
    Widths widths;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, column);
        widths.include(index.data().toString(), cellFont(index), kRoomOfCell);
    }
    return widths;
}

void NamedTable::shareWidth(int room, const Widths &names, const std::vector<Widths> &columns)
{
    const int count = static_cast<int>(columns.size());
    int widest = 0, least = 0, whole = 0;
    for (const Widths &column : columns) {
        widest = std::max(widest, column.whole);
        least += column.least;
        whole += column.whole;
    }
    const bool areEqual = names.whole + count * widest <= room;
    const int wanted = areEqual ? count * widest : whole;
    const int named = std::clamp(room - wanted, names.least, names.whole);
    const int missing = std::clamp(named + wanted - room, 0, whole - least);
    const int spare = std::max(room - named - wanted, 0);
    verticalHeader()->setFixedWidth(named);
    int given = 0;
    for (int i = 0; i < count; ++i) {
        const Widths &column = columns[static_cast<std::size_t>(i)];
        int width = areEqual ? widest : column.whole;
        if (missing > 0)
            width -= (missing * (column.whole - column.least) + whole - least - 1) / (whole - least);
        width = std::max(width, column.least) + spare * (i + 1) / count - given;
        given = spare * (i + 1) / count;
        horizontalHeader()->resizeSection(i, width);
    }
}

void NamedTable::fitHeadings()
{
    int height = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        height = std::max(height, heightOf(model()->headerData(column, Qt::Horizontal).toString(),
                                           horizontalHeader()->font(), columnWidth(column) - kRoomOfHeading));
    horizontalHeader()->setMinimumHeight(height + 2);
}

int NamedTable::fitRows()
{
    const int named = verticalHeader()->minimumWidth() - kRoomOfName;
    int all = 0;
    for (int row = 0; row < model()->rowCount(); ++row) {
        int height =
            std::max(verticalHeader()->defaultSectionSize(),
                     heightOf(model()->headerData(row, Qt::Vertical).toString(), verticalHeader()->font(), named));
        for (int column = 0; column < model()->columnCount(); ++column) {
            const QModelIndex index = model()->index(row, column);
            height =
                std::max(height, heightOf(index.data().toString(), cellFont(index), columnWidth(column) - kRoomOfCell));
        }
        setRowHeight(row, height);
        all += height;
    }
    return all;
}

void NamedTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void NamedTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        styleTable(*this);
        fit();
    }
    QTableView::changeEvent(event);
}

} // namespace gatescope
