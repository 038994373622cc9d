// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// What is to be said about the times of consecutive rows.
struct TimeCheck {
    Index steps = 0;          ///< pairs of neighbouring rows looked at
    double medianStep = 0;    ///< of the forward steps; seconds for a time column, else the column's own unit
    Index backward = 0;       ///< steps back in time
    Index repeated = 0;       ///< equal times
    Index longer = 0;         ///< gaps: more than 1.5 median steps, or than the limit given
    Index shorter = 0;        ///< less than half a median step, but forward
    Index firstBackward = -1; ///< position of the later row of the first such pair
    Index firstRepeated = -1;
    Index firstLonger = -1;
    double longest = 0;      ///< longest step
    std::vector<Index> gaps; ///< position of the row after each gap
};

/// Whether times in seconds since 1970, several a week, run over two weekends or more and none lies in one.
bool leavesWeekendsOut(std::span<const double> times);

/// Looks at every step inside the segments (begins of each, then the end). Months and years of unequal length count as
/// regular, since they differ by less than half. NaN is passed over.
/// @param areDates  the times are seconds since 1970: where no row lies in a weekend, and they go on after several,
///                  a weekend takes no time
/// @param maxGap    longest step that is no gap; 0: 1.5 median steps
TimeCheck checkTimes(std::span<const double> times, std::span<const Index> segments, bool areDates = false,
                     double maxGap = 0.0);

} // namespace gatescope
