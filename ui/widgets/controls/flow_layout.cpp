// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace gatescope {

namespace {

bool takesRest(QLayoutItem &item)
{
    return item.widget() != nullptr && item.widget()->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
}

} // namespace

FlowLayout::FlowLayout(QWidget *parent, int gap) : QLayout(parent), m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (!itemAt(index))
        return nullptr;
    QLayoutItem *item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const auto &item : m_items)
        width += item->isEmpty() ? 0 : item->sizeHint().width() + m_gap;
    return {std::max(width - m_gap, 0), minimumSize().height()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

int FlowLayout::heightForWidth(int width) const
{
    return lay(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    lay(area, true);
}

int FlowLayout::lay(const QRect &area, bool move) const
{
    const QRect inner = area.marginsRemoved(contentsMargins());
    std::vector<std::pair<QLayoutItem *, QRect>> line; // all of a line stand on its middle
    QPoint place = inner.topLeft();
    int lineHeight = 0;
    const auto endLine = [&] {
        for (auto &[item, rect] : line) {
            rect.translate(0, (lineHeight - rect.height()) / 2);
            if (move)
                item->setGeometry(rect);
        }
        line.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint().boundedTo({std::max(inner.width(), 1), QWIDGETSIZE_MAX});
        if (takesRest(*item))
            size.setWidth(std::max(inner.right() + 1 - place.x(), 0));
        if (place.x() > inner.left() && place.x() + size.width() > inner.right() + 1) {
            endLine();
            place = {inner.left(), place.y() + lineHeight + m_gap};
            lineHeight = 0;
        }
        line.emplace_back(item.get(), QRect(place, size));
        place.rx() += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    endLine();
    return place.y() + lineHeight - area.top() + contentsMargins().bottom();
}

} // namespace gatescope
