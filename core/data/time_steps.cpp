// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_steps.h"

#include "core/data/time_check.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <vector>

namespace gatescope {

namespace {

using namespace std::chrono;
constexpr double kDay = 86400.0;

sys_days dayOf(double seconds)
{
    return sys_days{days{static_cast<int>(std::floor(seconds / kDay))}};
}

double timeOfDay(double seconds)
{
    return seconds - kDay * std::floor(seconds / kDay);
}

int monthNumber(const year_month_day &date)
{
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

bool isLastOfMonth(const year_month_day &date)
{
    return date.day() == year_month_day_last{date.year(), month_day_last{date.month()}}.day();
}

bool isWeekend(double seconds)
{
    return weekday{dayOf(seconds)}.iso_encoding() > 5;
}

bool most(std::size_t kept, std::size_t of)
{
    return of > 0 && kept * 10 >= of * 9;
}

/// The number of months most steps take; 0 when they take none.
int usualMonths(const std::vector<year_month_day> &dates)
{
    std::map<int, std::size_t> counts;
    for (std::size_t i = 1; i < dates.size(); ++i)
        ++counts[monthNumber(dates[i]) - monthNumber(dates[i - 1])];
    for (const auto &[months, count] : counts) {
        if (months > 0 && most(count, dates.size() - 1))
            return months;
    }
    return 0;
}

} // namespace

TimeSteps TimeSteps::of(std::span<const double> times, bool areDates)
{
    TimeSteps steps;
    std::vector<double> known;
    std::ranges::copy_if(times, std::back_inserter(known), [](double time) { return !std::isnan(time); });
    const std::vector<Index> runs = {0, static_cast<Index>(known.size())};
    steps.m_step = checkTimes(known, runs).medianStep;
    if (!areDates || known.size() < 3 || !(steps.m_step > 0.0))
        return steps;
    std::vector<year_month_day> dates;
    for (const double time : known)
        dates.emplace_back(dayOf(time));
    const auto count = [&](const auto &keeps) { return static_cast<std::size_t>(std::ranges::count_if(dates, keeps)); };
    const year_month_day last = dates.back();
    const std::size_t sameDay = count([&](const year_month_day &date) { return date.day() == last.day(); });
    const std::size_t lastDays = count(isLastOfMonth);
    if (const int months = usualMonths(dates);
        months > 0 && (most(sameDay, dates.size()) || most(lastDays, dates.size()))) {
        steps.m_kind = Kind::Months;
        steps.m_months = months;
        steps.m_day = most(lastDays, dates.size()) ? 0 : static_cast<unsigned>(last.day());
        return steps;
    }
    const bool spansWeekends = known.back() - known.front() >= 9.0 * kDay;
    if (steps.m_step == kDay && spansWeekends && std::ranges::none_of(known, isWeekend))
        steps.m_kind = Kind::BusinessDays;
    return steps;
}

double TimeSteps::after(double last, Index rows) const
{
    if (m_kind == Kind::Even)
        return last + static_cast<double>(rows) * m_step;
    if (m_kind == Kind::BusinessDays) {
        double time = last;
        for (Index row = 0; row < rows; ++row) {
            do
                time += kDay;
            while (isWeekend(time));
        }
        return time;
    }
    const year_month_day date{dayOf(last)};
    const year_month target =
        year_month{date.year(), date.month()} + std::chrono::months{static_cast<int>(rows * m_months)};
    const year_month_day_last end{target.year(), month_day_last{target.month()}};
    const auto day = m_day == 0 ? end.day() : std::min(std::chrono::day{m_day}, end.day());
    const sys_days found{year_month_day{target.year(), target.month(), day}};
    return static_cast<double>(found.time_since_epoch().count()) * kDay + timeOfDay(last);
}

} // namespace gatescope
