// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <QPointF>

#include <optional>

namespace gatescope {

/// Which of many drawn things lies nearest to where somebody points.
class NearestPlace {
public:
    /// @param reach  things farther away than this are not meant, in pixels
    NearestPlace(const QPointF &point, double reach) : m_point(point), m_best(reach * reach) {}

    void offer(Index thing, const QPointF &place)
    {
        const QPointF way = place - m_point;
        const double distance = QPointF::dotProduct(way, way);
        if (distance >= m_best)
            return;
        m_best = distance;
        m_found = thing;
    }
    const std::optional<Index> &found() const { return m_found; }

private:
    QPointF m_point;
    double m_best; ///< squared distance
    std::optional<Index> m_found;
};

} // namespace gatescope
