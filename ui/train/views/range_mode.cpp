// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/range_mode.h"

#include "ui/widgets/heatmap/heatmap.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

using Range = std::pair<float, float>;

constexpr const char *kRangeIds[] = {"meaning", "global", "layer", "unit"}; ///< in the order of RangeMode

/// Smallest and largest of the numbers; (0, 0) when there are none.
template <typename Values>
Range rangeOf(const Values &values, MapKind map)
{
    float low = std::numeric_limits<float>::infinity();
    float high = -low;
    for (Index c = 0; c < values.cols(); ++c) {
        for (Index r = 0; r < values.rows(); ++r) {
            if (std::isfinite(values(r, c))) {
                low = std::min(low, values(r, c));
                high = std::max(high, values(r, c));
            }
        }
    }
    if (!(low <= high))
        return {0.0F, 0.0F};
    const float size = std::max(std::abs(low), std::abs(high));
    return map == MapKind::Diverging ? Range(-size, size) : Range(low, high);
}

void setRange(HeatmapPanel &panel, const Range &range)
{
    panel.minimum = static_cast<double>(range.first);
    panel.maximum = static_cast<double>(range.second);
}

void setUnitRanges(HeatmapPanel &panel, MapKind map)
{
    for (Index unit = 0; unit < panel.values->rows(); ++unit)
        panel.unitRanges.push_back(rangeOf(panel.values->row(unit), map));
}

} // namespace

QString RangeChoice::id() const
{
    return QString::fromLatin1(kRangeIds[static_cast<std::size_t>(m_mode)]);
}

void RangeChoice::choose(const QString &id)
{
    for (std::size_t i = 0; i < std::size(kRangeIds); ++i) {
        if (id != QLatin1String(kRangeIds[i]) || m_mode == static_cast<RangeMode>(i))
            continue;
        m_mode = static_cast<RangeMode>(i);
        if (i < m_actions.size())
            m_actions[i]->setChecked(true);
        Q_EMIT changed();
        return;
    }
}

void RangeChoice::addTo(QMenu &menu)
{
    struct Choice {
        RangeMode mode;
        QString title;
        QString tip;
    };
    const Choice choices[] = {
        {RangeMode::Meaning, tr("Fixed range"),
         tr("The colours span what the quantity can be, so that pictures compare.")},
        {RangeMode::Global, tr("Range of all layers"), tr("The colours span the extremes found in all layers.")},
        {RangeMode::Layer, tr("Range of each layer"), tr("The colours of each layer span its own extremes.")},
        {RangeMode::Unit, tr("Range of each unit"), tr("The colours of each unit span its own extremes.")},
    };
    auto *group = new QActionGroup(this);
    for (const Choice &choice : choices) {
        QAction *action = menu.addAction(choice.title);
        action->setCheckable(true);
        action->setChecked(choice.mode == m_mode);
        action->setToolTip(choice.tip);
        group->addAction(action);
        m_actions.push_back(action);
        connect(action, &QAction::triggered, this, [this, mode = choice.mode] {
            m_mode = mode;
            Q_EMIT changed();
        });
    }
}

void applyRangeMode(std::vector<HeatmapPanel> &panels, RangeMode mode)
{
    Range all(std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity());
    for (HeatmapPanel &panel : panels) {
        const QuantityInfo &info = quantityInfo(panel.quantity);
        panel.minimum = info.minimum;
        panel.maximum = info.maximum;
        if (!panel.values || panel.values->size() == 0)
            continue;
        if (mode == RangeMode::Unit)
            setUnitRanges(panel, info.map);
        else if (mode == RangeMode::Layer)
            setRange(panel, rangeOf(*panel.values, info.map));
        else if (mode == RangeMode::Global) {
            const Range own = rangeOf(*panel.values, info.map);
            all = {std::min(all.first, own.first), std::max(all.second, own.second)};
        }
    }
    if (mode != RangeMode::Global || !(all.first <= all.second))
        return;
    for (HeatmapPanel &panel : panels)
        setRange(panel, all);
}

} // namespace gatescope
