// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_grid.h"

#include "core/counted.h"
#include "core/data/text/time_text.h"
#include "core/data/time_check.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <vector>

namespace gatescope {

namespace {

constexpr double kShareOfSteps = 0.9; ///< as many steps as this are alike, or there is no such grid
constexpr Index kLongestSeason = 300; ///< rows: a window should hold one

struct MonthPlace {
    Index month; ///< counted from year 0
    bool lastDay;
    unsigned day;
    double seconds; ///< of the day
};

MonthPlace monthPlace(double time)
{
    using namespace std::chrono;
    const double day = std::floor(time / kDaySeconds);
    const sys_days date{days{static_cast<int>(day)}};
    const year_month_day parts{date};
    const unsigned last =
        static_cast<unsigned>(year_month_day_last{parts.year() / parts.month() / std::chrono::last}.day());
    return {static_cast<Index>(static_cast<int>(parts.year())) * 12 + static_cast<unsigned>(parts.month()) - 1,
            static_cast<unsigned>(parts.day()) == last, static_cast<unsigned>(parts.day()), time - day * kDaySeconds};
}

/// Months from one row to the next where both lie at the same place of their month, else 0.
Index monthsBetween(double from, double to)
{
    const MonthPlace a = monthPlace(from), b = monthPlace(to);
    // The 30th of a month without one is its last day.
    const bool cut = (a.lastDay && a.day < b.day) || (b.lastDay && b.day < a.day);
    const bool alike = a.seconds == b.seconds && (a.day == b.day || (a.lastDay && b.lastDay) || cut);
    return alike ? b.month - a.month : 0;
}

/// The usual number of months from row to row; 0 when the rows do not follow months.
Index usualMonths(const std::vector<double> &times)
{
    std::vector<Index> months;
    for (std::size_t i = 1; i < times.size(); ++i)
        months.push_back(monthsBetween(times[i - 1], times[i]));
    std::vector<Index> sorted = months;
    std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2));
    const Index usual = sorted[sorted.size() / 2];
    const auto alike = static_cast<double>(std::ranges::count(months, usual));
    return usual > 0 && alike >= kShareOfSteps * static_cast<double>(months.size()) ? usual : 0;
}

/// The day of the month that most rows lie on; 0 where that is its last.
unsigned usualMonthDay(const std::vector<double> &times)
{
    std::array<std::size_t, 32> counts{};
    std::size_t lastDays = 0;
    for (const double time : times) {
        const MonthPlace place = monthPlace(time);
        ++counts[place.day];
        lastDays += place.lastDay;
    }
    if (static_cast<double>(lastDays) >= kShareOfSteps * static_cast<double>(times.size()))
        return 0;
    return static_cast<unsigned>(std::ranges::max_element(counts) - counts.begin());
}

} // namespace

TimeGrid timeGrid(std::span<const double> times, bool areDates)
{
    std::vector<double> known;
    std::ranges::copy_if(times, std::back_inserter(known), [](double time) { return std::isfinite(time); });
    if (known.size() < 2)
        return {};
    const TimeCheck check = checkTimes(known, std::vector<Index>{0, std::ssize(known)}, areDates);
    if (check.medianStep <= 0.0)
        return {};
    if (!areDates)
        return {TimeGrid::Unit::Numbers, check.medianStep};
    if (check.medianStep >= 27.0 * kDaySeconds) {
        if (const Index months = usualMonths(known); months > 0)
            return {TimeGrid::Unit::Months, static_cast<double>(months), usualMonthDay(known)};
    }
    if (check.medianStep == kDaySeconds && leavesWeekendsOut(known))
        return {TimeGrid::Unit::Weekdays, 1.0};
    return {TimeGrid::Unit::Seconds, check.medianStep};
}

std::string spanOfRows(const TimeGrid &grid, Index rows)
{
    switch (grid.unit) {
    case TimeGrid::Unit::None:
    case TimeGrid::Unit::Numbers:
        return {};
    case TimeGrid::Unit::Seconds:
        return formatSpan(grid.step * static_cast<double>(rows));
    case TimeGrid::Unit::Weekdays:
        return counted(rows, "business day");
    case TimeGrid::Unit::Months:
        break;
    }
    const Index months = rows * static_cast<Index>(grid.step);
    return months % 12 == 0 && grid.step >= 12.0 ? counted(months / 12, "year") : counted(months, "month");
}

double timeAfter(const TimeGrid &grid, double time, Index rows)
{
    using namespace std::chrono;
    if (grid.unit == TimeGrid::Unit::Weekdays) {
        for (Index row = 0; row < rows; ++row) {
            do
                time += kDaySeconds;
            while (weekday{sys_days{days{static_cast<int>(std::floor(time / kDaySeconds))}}}.iso_encoding() > 5);
        }
        return time;
    }
    if (grid.unit != TimeGrid::Unit::Months)
        return time + static_cast<double>(rows) * grid.step;
    const MonthPlace from = monthPlace(time);
    const Index month = from.month + rows * static_cast<Index>(grid.step);
    const year_month target{year{static_cast<int>(month / 12)},
                            std::chrono::month{static_cast<unsigned>(month % 12) + 1}};
    const auto end = year_month_day_last{target / last}.day();
    const day place = grid.monthDay == 0 ? end : std::min(day{grid.monthDay}, end);
    const sys_days found{target / place};
    return static_cast<double>(found.time_since_epoch().count()) * kDaySeconds + from.seconds;
}

Index usualSeason(const TimeGrid &grid)
{
    double rows = 0.0;
    if (grid.unit == TimeGrid::Unit::Weekdays)
        return 5;
    if (grid.unit == TimeGrid::Unit::Months)
        rows = 12.0 / grid.step;
    else if (grid.unit == TimeGrid::Unit::Seconds)
        rows = grid.step < kDaySeconds         ? kDaySeconds / grid.step
               : grid.step < 7.0 * kDaySeconds ? 7.0 * kDaySeconds / grid.step
                                               : 52.0;
    if (grid.unit == TimeGrid::Unit::Seconds && grid.step > 7.0 * kDaySeconds)
        return 0;
    const bool whole = std::abs(rows - std::round(rows)) < 1e-6;
    return whole && rows >= 2.0 && rows <= static_cast<double>(kLongestSeason) ? std::lround(rows) : 0;
}

std::string usualSeasonName(const TimeGrid &grid)
{
    if (usualSeason(grid) == 0)
        return {};
    if (grid.unit == TimeGrid::Unit::Months || grid.step == 7.0 * kDaySeconds)
        return "a year";
    return grid.unit == TimeGrid::Unit::Seconds && grid.step < kDaySeconds ? "a day" : "a week";
}

} // namespace gatescope
