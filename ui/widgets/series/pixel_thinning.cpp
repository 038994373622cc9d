// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/series/pixel_thinning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// Appends first, lowest, highest and last of values[begin … end), each once and in order; NaN when none is a number.
void appendColumn(std::vector<CurvePoint> &points, std::span<const double> values, double firstX, std::size_t begin,
                  std::size_t end)
{
    constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
    std::size_t first = kNone, last = kNone, lowest = kNone, highest = kNone;
    for (std::size_t i = begin; i < end; ++i) {
        const double value = values[i];
        if (!std::isfinite(value))
            continue;
        if (first == kNone)
            first = lowest = highest = i;
        last = i;
        if (value < values[lowest])
            lowest = i;
        if (value > values[highest])
            highest = i;
    }
    if (first == kNone) {
        if (points.empty() || !std::isnan(points.back().y))
            points.push_back({firstX + static_cast<double>(begin), std::numeric_limits<double>::quiet_NaN()});
        return;
    }
    std::array<std::size_t, 4> places{first, std::min(lowest, highest), std::max(lowest, highest), last};
    const auto distinct = std::unique(places.begin(), places.end());
    for (auto place = places.begin(); place != distinct; ++place)
        points.push_back({firstX + static_cast<double>(*place), values[*place]});
}

} // namespace

std::vector<CurvePoint> thinToPixels(std::span<const double> values, double firstX, double from, double to, int pixels)
{
    std::vector<CurvePoint> points;
    if (values.empty() || !(to > from) || pixels < 1)
        return points;
    const auto count = static_cast<double>(values.size());
    // One value beyond each side lets the line run out of the picture.
    const double low = std::clamp(std::floor(from - firstX) - 1.0, 0.0, count);
    const double high = std::clamp(std::ceil(to - firstX) + 2.0, 0.0, count);
    const auto begin = static_cast<std::size_t>(low);
    const auto end = static_cast<std::size_t>(high);
    const double perPixel = std::max((to - from) / pixels, 1e-9);
    if (static_cast<double>(end - begin) <= 4.0 * pixels) {
        points.reserve(end - begin);
        for (std::size_t i = begin; i < end; ++i)
            points.push_back({firstX + static_cast<double>(i), std::isfinite(values[i]) ? values[i] : std::nan("")});
        return points;
    }
    points.reserve(static_cast<std::size_t>(pixels) * 4 + 8);
    for (std::size_t next = begin; next < end;) {
        const double column = std::floor((firstX + static_cast<double>(next) - from) / perPixel);
        const double border = std::ceil(from + (column + 1.0) * perPixel - firstX);
        const auto stop =
            static_cast<std::size_t>(std::clamp(border, static_cast<double>(next + 1), static_cast<double>(end)));
        appendColumn(points, values, firstX, next, stop);
        next = stop;
    }
    return points;
}

} // namespace gatescope
