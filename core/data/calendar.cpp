// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/calendar.h"

#include "core/data/text/time_text.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace gatescope {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

sys_days dayOf(double seconds)
{
    return sys_days(days(static_cast<int>(std::floor(seconds / static_cast<double>(kDaySeconds)))));
}

} // namespace

bool isCalendarPart(std::string_view part)
{
    return std::ranges::find(kCalendarParts, part) != kCalendarParts.end();
}

int weekdayOf(double seconds)
{
    return static_cast<int>(std::chrono::weekday(dayOf(seconds)).iso_encoding()) - 1;
}

double calendarPhase(std::string_view part, double seconds)
{
    const sys_days day = dayOf(seconds);
    const std::chrono::year_month_day date{day};
    if (part == "hour")
        return seconds / static_cast<double>(kDaySeconds) - std::floor(seconds / static_cast<double>(kDaySeconds));
    if (part == "weekday")
        return weekdayOf(seconds) / 7.0;
    if (part == "month")
        return (static_cast<unsigned>(date.month()) - 1U) / 12.0;
    const auto first = sys_days(date.year() / std::chrono::January / 1);
    return static_cast<double>((day - first).count()) / (date.year().is_leap() ? 366.0 : 365.0);
}

std::string calendarName(std::string_view part, bool cosine)
{
    return std::string(part) + (cosine ? " cos" : " sin");
}

} // namespace gatescope
