// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <span>
#include <string>

namespace gatescope {

/// How the rows of a time column follow each other by the calendar: most steps are so.
struct TimeGrid {
    enum class Unit {
        None,     ///< no times, or no step forward
        Numbers,  ///< plain numbers, which have no calendar: equal steps of `step`
        Seconds,  ///< equal steps of `step` seconds
        Weekdays, ///< Monday to Friday; the step is 1
        Months,   ///< the same day of every `step` months, or their last days
    };
    Unit unit = Unit::None;
    double step = 0.0;
    unsigned monthDay = 0; ///< by months: the day of the month, 0 for its last
};

/// @param times     seconds since 1970 of rows that follow each other; NaN is passed over
/// @param areDates  false: plain numbers
TimeGrid timeGrid(std::span<const double> times, bool areDates = true);

/// "2 days", "12 months", "1 year", "32 business days": how long so many rows last; empty without a grid.
std::string spanOfRows(const TimeGrid &grid, Index rows);

/// The time that lies some rows after another: by months on the same day (or the month's last), over weekends, else
/// evenly. @pre the grid is one
double timeAfter(const TimeGrid &grid, double time, Index rows);

/// Rows of the season that such rows usually have: a day of hours or minutes, a week of days, a year of months or
/// weeks; 0 when none is usual.
Index usualSeason(const TimeGrid &grid);
/// "a day", "a week", "a year"; empty where usualSeason() is 0.
std::string usualSeasonName(const TimeGrid &grid);

} // namespace gatescope
