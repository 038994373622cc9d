// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/columns/columns_view.h"

#include "ui/data/columns/columns_model.h"
#include "ui/widgets/form/table_style.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gatescope {

namespace {

/// Draws a role's mark in the middle of its cell and toggles it from anywhere in the cell.
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

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &,
                     const QModelIndex &index) override
    {
        if (!ColumnsModel::isRole(index.column()))
            return false;
        const bool click = event->type() == QEvent::MouseButtonRelease
                           && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
        const bool key = event->type() == QEvent::KeyPress
                         && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space
                             || static_cast<QKeyEvent *>(event)->key() == Qt::Key_Select);
        if (!click && !key)
            return event->type() == QEvent::MouseButtonDblClick;
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return true;
    }
};

} // namespace

ColumnsView::ColumnsView(QWidget *parent) : QTableView(parent)
{
    setObjectName(QStringLiteral("columns"));
    setAccessibleName(tr("Columns and their roles"));
    setItemDelegate(new RoleDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
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

void ColumnsView::keyPressEvent(QKeyEvent *event)
{
    const bool isAsking = event->key() == Qt::Key_Space || event->key() == Qt::Key_Select;
    if (isAsking && currentIndex().isValid() && currentIndex().column() == ColumnsModel::Kind)
        Q_EMIT typeAsked(currentIndex());
    else
        QTableView::keyPressEvent(event);
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

void ColumnsView::fitSections()
{
    if (!model() || horizontalHeader()->count() < ColumnsModel::SectionCount)
        return;
    const QFontMetrics metrics(horizontalHeader()->font());
    const int gap = metrics.horizontalAdvance(QStringLiteral("mm"));
    int left = viewport()->width();
    for (int section = ColumnsModel::FirstRole; section <= ColumnsModel::LastRole; ++section) {
        const int width = metrics.horizontalAdvance(model()->headerData(section, Qt::Horizontal).toString()) + gap;
        setColumnWidth(section, width);
        left -= width;
    }
    setColumnWidth(ColumnsModel::Missing, metrics.horizontalAdvance(tr("missing")) + gap);
    left -= columnWidth(ColumnsModel::Missing);
    setColumnWidth(ColumnsModel::Name, std::clamp(left * 3 / 10, 7 * gap / 2, 9 * gap));
    setColumnWidth(ColumnsModel::Kind, std::clamp(left * 3 / 10, 7 * gap / 2, 8 * gap));
}

} // namespace gatescope
