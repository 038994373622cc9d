// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace gatescope {

/// The parts of a time that can become features, each as sine and cosine of 2π · phase, so that its end meets its
/// beginning.
inline constexpr std::array<std::string_view, 4> kCalendarParts{"hour", "weekday", "month", "yearday"};
bool isCalendarPart(std::string_view part);

/// Where a time lies in its day, week or year, from 0 up to 1.
///
/// hour: seconds since midnight ÷ 86400. weekday: 0 (Monday) … 6 ÷ 7. month: 0 (January) … 11 ÷ 12. yearday: days since
/// 1 January ÷ days of that year. Times without a zone count as UTC, as they are read.
/// @param seconds  since 1970-01-01 00:00 UTC; finite
double calendarPhase(std::string_view part, double seconds);

/// Names of the two features of a part: "hour sin" and "hour cos".
std::string calendarName(std::string_view part, bool cosine);

/// 0 (Monday) … 6 (Sunday)
int weekdayOf(double seconds);

} // namespace gatescope
