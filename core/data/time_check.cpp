// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_check.h"

#include "core/data/calendar.h"
#include "core/data/text/time_text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr double kWeek = 7.0 * kDaySeconds;
constexpr double kRowsAWeek = 3.0; ///< at least, where weekends are said to be left out

/// Whole weekends between two times that lie in none.
double weekendsBetween(double from, double to)
{
    const auto week = [](double time) { return std::floor((time / kDaySeconds + 3.0) / 7.0); }; // weeks begin on Monday
    return week(to) - week(from);
}

/// Calls visit(position of the later row, step) for every step inside a segment.
template <typename Visit>
void forEachStep(std::span<const double> times, std::span<const Index> segments, bool weekdaysOnly, Visit visit)
{
    for (std::size_t s = 0; s + 1 < segments.size(); ++s) {
        for (Index row = segments[s] + 1; row < segments[s + 1]; ++row) {
            const double from = times[static_cast<std::size_t>(row - 1)];
            double step = times[static_cast<std::size_t>(row)] - from;
            if (weekdaysOnly && step > 0.0)
                step -= 2.0 * kDaySeconds * weekendsBetween(from, from + step);
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

bool leavesWeekendsOut(std::span<const double> times)
{
    double first = std::numeric_limits<double>::infinity(), last = -first, rows = 0.0;
    for (const double time : times) {
        if (std::isfinite(time) && weekdayOf(time) >= 5)
            return false;
        rows += std::isfinite(time) ? 1.0 : 0.0;
        first = time < first ? time : first;
        last = time > last ? time : last;
    }
    // Rows a week apart or more lie in no weekend either, and leave none out: those of business days are closer.
    return last - first >= 2.0 * kWeek && rows * kWeek >= kRowsAWeek * (last - first);
}

TimeCheck checkTimes(std::span<const double> times, std::span<const Index> segments, bool areDates, double maxGap)
{
    const bool weekdaysOnly = areDates && leavesWeekendsOut(times);
    TimeCheck check;
    std::vector<double> forward;
    forEachStep(times, segments, weekdaysOnly, [&](Index row, double step) {
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
    const double limit = maxGap > 0.0 ? maxGap : 1.5 * check.medianStep;
    forEachStep(times, segments, weekdaysOnly, [&](Index row, double step) {
        if (step > limit) {
            count(check.longer, check.firstLonger, row);
            check.gaps.push_back(row);
        }
        check.shorter += step > 0.0 && step < 0.5 * check.medianStep;
    });
    return check;
}

} // namespace gatescope
