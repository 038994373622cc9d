// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/thinned_series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr std::size_t kNonFiniteKept = 1000;

ThinnedSeries::Bucket joined(const ThinnedSeries::Bucket &a, const ThinnedSeries::Bucket &b)
{
    ThinnedSeries::Bucket both = a.finite > 0 ? a : b;
    if (a.finite > 0 && b.finite > 0) {
        both.last = b.last;
        both.lowest = b.lowest.y < a.lowest.y ? b.lowest : a.lowest;
        both.highest = b.highest.y > a.highest.y ? b.highest : a.highest;
    }
    both.finite = a.finite + b.finite;
    both.count = a.count + b.count;
    return both;
}

} // namespace

void ThinnedSeries::append(double x, double y)
{
    const Point point{x, y};
    const bool finite = std::isfinite(y);
    if (!finite && m_state.nonFinite.size() < kNonFiniteKept)
        m_state.nonFinite.push_back(x);
    ++m_state.count;
    const Bucket single{point, point, point, point, finite ? 1 : 0, 1};
    if (!m_state.buckets.empty() && m_state.buckets.back().count < m_state.valuesPerBucket) {
        m_state.buckets.back() = joined(m_state.buckets.back(), single);
        return;
    }
    if (m_state.buckets.size() == m_capacity)
        joinNeighbours();
    m_state.buckets.push_back(single);
}

void ThinnedSeries::clear()
{
    *this = ThinnedSeries(m_capacity);
}

std::vector<ThinnedSeries::Point> ThinnedSeries::points() const
{
    std::vector<Point> points;
    points.reserve(m_state.buckets.size() * (m_state.valuesPerBucket == 1 ? 1 : 4));
    for (const Bucket &bucket : m_state.buckets) {
        if (bucket.finite == 0) {
            points.push_back({bucket.first.x, std::numeric_limits<double>::quiet_NaN()});
            continue;
        }
        std::array<Point, 4> corners = {bucket.first, bucket.lowest, bucket.highest, bucket.last};
        std::sort(corners.begin(), corners.end(), [](const Point &a, const Point &b) { return a.x < b.x; });
        for (std::size_t i = 0; i < corners.size(); ++i) {
            if (i == 0 || corners[i].x > corners[i - 1].x)
                points.push_back(corners[i]);
        }
    }
    return points;
}

void ThinnedSeries::joinNeighbours()
{
    for (std::size_t i = 0; i + 1 < m_state.buckets.size(); i += 2)
        m_state.buckets[i / 2] = joined(m_state.buckets[i], m_state.buckets[i + 1]);
    m_state.buckets.resize(m_state.buckets.size() / 2);
    m_state.valuesPerBucket *= 2;
}

} // namespace gatescope
