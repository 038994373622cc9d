// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_check.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Calls visit(position of the later row, step) for every step inside a segment.
template <typename Visit>
void forEachStep(std::span<const double> times, std::span<const Index> segments, Visit visit)
{
    for (std::size_t s = 0; s + 1 < segments.size(); ++s) {
        for (Index row = segments[s] + 1; row < segments[s + 1]; ++row) {
            const double step = times[static_cast<std::size_t>(row)] - times[static_cast<std::size_t>(row - 1)];
            if (!std::isnan(step))
                visit(row, step);
        }
    }
}

void count(Index &counter, Index &first, Index row)
{
    if (counter++ == 0)
        first = row;
}

} // namespace

TimeCheck checkTimes(std::span<const double> times, std::span<const Index> segments)
{
    TimeCheck check;
    std::vector<double> forward;
    forEachStep(times, segments, [&](Index row, double step) {
        ++check.steps;
        check.longest = std::max(check.longest, step);
        if (step > 0.0)
            forward.push_back(step);
        else if (step < 0.0)
            count(check.backward, check.firstBackward, row);
        else
            count(check.repeated, check.firstRepeated, row);
    });
    if (forward.empty())
        return check;
    const auto middle = forward.begin() + static_cast<std::ptrdiff_t>(forward.size() / 2);
    std::nth_element(forward.begin(), middle, forward.end());
    check.medianStep = *middle;
    forEachStep(times, segments, [&](Index row, double step) {
        if (step > 1.5 * check.medianStep)
            count(check.longer, check.firstLonger, row);
        check.shorter += step > 0.0 && step < 0.5 * check.medianStep;
    });
    return check;
}

} // namespace gatescope
