// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/columns_view.h"

#include "ui/data/columns/columns_model.h"
#include "ui/look/fitting_text.h"
#include "ui/widgets/form/table_style.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kRowsLookedAt = 30;        ///< to tell how wide the columns are
constexpr int kMostLettersOfColumn = 28; ///< of a column
constexpr int kRoomOfCell = 12;          ///< pixels beside a text

/// Draws a role's mark in the middle of its cell; a click anywhere in the cell toggles it.
class RoleDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (!ColumnsModel::isRole(index.column())) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        cell.features &= ~QStyleOptionViewItem::HasCheckIndicator;
        const QStyle *style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
        const ColumnRole role = ColumnsModel::roleOf(index.column());
        const bool single = role == ColumnRole::SequenceId || role == ColumnRole::Time;
        QStyleOptionButton mark;
        mark.palette = option.palette;
        mark.state = QStyle::State_Enabled;
        if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked)
            mark.state |= QStyle::State_On;
        const int size = style->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, option.widget);
        mark.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, {size, size}, option.rect);
        style->drawPrimitive(single ? QStyle::PE_IndicatorRadioButton : QStyle::PE_IndicatorCheckBox, &mark, painter,
                             option.widget);
    }

    /// A number that has no room stands whole or not at all.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == ColumnsModel::Range)
            option->text = fittingText(option->text, QFontMetricsF(option->font), option->rect.width() - kRoomOfCell);
    }

    bool editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &, const QModelIndex &) override
    {
        return false; // the view asks, for one mark or for several
    }
};

} // namespace

ColumnsView::ColumnsView(QWidget *parent) : QTableView(parent)
{
    setObjectName(QStringLiteral("columns"));
    setAccessibleName(tr("Columns and their roles"));
    setItemDelegate(new RoleDelegate(this));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ColumnsModel::Kind)
            Q_EMIT typeAsked(index);
    });
    styleTable(*this);
    fitSections();
}

void ColumnsView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && ColumnsModel::isRole(index.column()))
        ask(index, event->modifiers().testFlag(Qt::ShiftModifier));
}

void ColumnsView::keyPressEvent(QKeyEvent *event)
{
    const bool isAsking = event->key() == Qt::Key_Space || event->key() == Qt::Key_Select;
    if (!isAsking || !currentIndex().isValid())
        QTableView::keyPressEvent(event);
    else if (currentIndex().column() == ColumnsModel::Kind)
        Q_EMIT typeAsked(currentIndex());
    else if (ColumnsModel::isRole(currentIndex().column()))
        ask(currentIndex(), false);
}

void ColumnsView::ask(const QModelIndex &index, bool range)
{
    const bool on = index.data(Qt::CheckStateRole).toInt() != Qt::Checked;
    std::vector<Index> columns{index.row()};
    const ColumnRole role = ColumnsModel::roleOf(index.column());
    const bool several = role == ColumnRole::Feature || role == ColumnRole::Target;
    if (several && range && m_lastRow >= 0) {
        columns.clear();
        for (int row = std::min(m_lastRow, index.row()); row <= std::max(m_lastRow, index.row()); ++row) {
            if (!isRowHidden(row))
                columns.push_back(row);
        }
    } else if (const std::vector<Index> selected = selectedColumns();
               several && selected.size() > 1 && std::ranges::find(selected, index.row()) != selected.end()) {
        columns = selected;
    }
    m_lastRow = index.row();
    Q_EMIT roleAsked(columns, role, on);
}

void ColumnsView::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    m_lastRow = -1;
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        const QString name = model()->index(row, ColumnsModel::Name).data().toString();
        setRowHidden(row, !name.contains(m_filter, Qt::CaseInsensitive));
    }
}

std::vector<Index> ColumnsView::shownColumns() const
{
    std::vector<Index> columns;
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        if (!isRowHidden(row))
            columns.push_back(row);
    }
    return columns;
}

std::vector<Index> ColumnsView::selectedColumns() const
{
    std::vector<Index> columns;
    for (const QModelIndex &index : selectedIndexes()) {
        if (!isRowHidden(index.row()) && std::ranges::find(columns, index.row()) == columns.end())
            columns.push_back(index.row());
    }
    return columns;
}

void ColumnsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitSections();
}

void ColumnsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        styleTable(*this);
        fitSections();
    }
}

void ColumnsView::reset()
{
    QTableView::reset();
    fitSections();
}

int ColumnsView::widest(int section) const
{
    const QFontMetrics metrics(font());
    int width = 0;
    for (int row = 0; row < std::min(model()->rowCount(), kRowsLookedAt); ++row)
        width = std::max(width, metrics.horizontalAdvance(model()->index(row, section).data().toString()));
    return std::max(headingWidth(section),
                    std::min(width + kRoomOfCell, kMostLettersOfColumn * metrics.averageCharWidth()));
}

int ColumnsView::headingWidth(int section) const
{
    const QFontMetrics metrics(horizontalHeader()->font());
    return metrics.horizontalAdvance(model()->headerData(section, Qt::Horizontal).toString())
           + metrics.horizontalAdvance(QLatin1Char('m')) * 4 / 3;
}

int ColumnsView::leftForTexts() const
{
    int left = viewport()->width();
    for (int section = ColumnsModel::FirstRole; section <= ColumnsModel::Missing; ++section)
        left -= isColumnHidden(section) ? 0 : headingWidth(section);
    return left;
}

/// Every column is as wide as its texts, up to a bound, and the values have the rest. Where that is too little there is
/// no column of the values, and one of missing cells only if there are some and it has room: what the name's tip, the
/// notes on the reading and the rows below say too.
void ColumnsView::fitSections()
{
    auto *columns = qobject_cast<ColumnsModel *>(model());
    if (!columns || horizontalHeader()->count() < ColumnsModel::SectionCount)
        return;
    const int name = widest(ColumnsModel::Name), kind = widest(ColumnsModel::Kind);
    columns->setBrief(false);
    setColumnHidden(ColumnsModel::Missing, false);
    const bool isBrief = name + kind + widest(ColumnsModel::Range) > leftForTexts();
    columns->setBrief(isBrief);
    setColumnHidden(ColumnsModel::Range, isBrief);
    setColumnHidden(ColumnsModel::Missing, isBrief && (!columns->isAnythingMissing() || name + kind > leftForTexts()));
    for (int section = ColumnsModel::FirstRole; section <= ColumnsModel::Missing; ++section) {
        if (!isColumnHidden(section))
            setColumnWidth(section, headingWidth(section));
    }
    setColumnWidth(ColumnsModel::Name, isBrief ? std::max(name, leftForTexts() - kind) : name);
    setColumnWidth(ColumnsModel::Kind, kind);
}

} // namespace gatescope
