// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_grid.h"

#include "core/data/text/time_text.h"
#include "tests/core/data/text/parse_time.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gatescope {
namespace {

std::vector<double> months(int count, int step, const char *day)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const int month = i * step;
        const std::string text =
            std::to_string(2019 + month / 12) + (month % 12 < 9 ? "-0" : "-") + std::to_string(month % 12 + 1) + day;
        times.push_back(*parseTime(text, TimeFormat::Iso));
    }
    return times;
}

std::vector<double> steps(int count, double step)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i)
        times.push_back(i * step);
    return times;
}

std::vector<double> times(const std::vector<std::string> &texts)
{
    std::vector<double> seconds;
    for (const std::string &text : texts)
        seconds.push_back(parseTime(text, TimeFormat::Iso).value());
    return seconds;
}

std::string after(const std::vector<std::string> &texts, Index rows)
{
    const std::vector<double> known = times(texts);
    return formatTime(timeAfter(timeGrid(known), known.back(), rows), true);
}

TEST(TimeGrid, MonthsAreCountedByTheCalendar)
{
    const TimeGrid grid = timeGrid(months(60, 1, "-01"));
    EXPECT_EQ(grid.unit, TimeGrid::Unit::Months);
    EXPECT_EQ(spanOfRows(grid, 12), "12 months");
    EXPECT_EQ(spanOfRows(grid, 1), "1 month");
    EXPECT_EQ(usualSeason(grid), 12);
    EXPECT_EQ(usualSeasonName(grid), "a year");
    const TimeGrid quarters = timeGrid(months(20, 3, "-15"));
    EXPECT_EQ(spanOfRows(quarters, 2), "6 months");
    EXPECT_EQ(usualSeason(quarters), 4);
    EXPECT_EQ(spanOfRows(timeGrid(months(6, 12, "-01")), 2), "2 years");
}

TEST(TimeGrid, TradingDaysAreBusinessDays)
{
    std::vector<double> times;
    for (int day = 4; day < 120; ++day) { // 1970-01-05 is a Monday
        if ((day - 4) % 7 < 5)
            times.push_back(day * kDaySeconds);
    }
    const TimeGrid grid = timeGrid(times);
    EXPECT_EQ(grid.unit, TimeGrid::Unit::Weekdays);
    EXPECT_EQ(spanOfRows(grid, 32), "32 business days");
    EXPECT_EQ(usualSeason(grid), 5);
}

TEST(TimeGrid, EqualStepsHaveTheSeasonAboveThem)
{
    EXPECT_EQ(usualSeason(timeGrid(steps(100, 3600.0))), 24);
    EXPECT_EQ(usualSeason(timeGrid(steps(100, 900.0))), 96);
    EXPECT_EQ(usualSeason(timeGrid(steps(100, kDaySeconds))), 7);
    EXPECT_EQ(usualSeason(timeGrid(steps(100, 7 * kDaySeconds))), 52);
    EXPECT_EQ(usualSeason(timeGrid(steps(100, 1.0))), 0);
    EXPECT_EQ(spanOfRows(timeGrid(steps(100, 3600.0)), 48), "2 days");
    EXPECT_EQ(usualSeasonName(timeGrid(steps(100, 3600.0))), "a day");
}

TEST(TimeGrid, NothingOfPlainNumbersOrOneRow)
{
    EXPECT_EQ(timeGrid(steps(100, 1.0), false).unit, TimeGrid::Unit::Numbers);
    EXPECT_EQ(spanOfRows(timeGrid(steps(100, 1.0), false), 3), "");
    EXPECT_EQ(usualSeason(timeGrid(steps(100, 1.0), false)), 0);
    EXPECT_EQ(timeGrid(steps(1, 1.0)).unit, TimeGrid::Unit::None);
    EXPECT_EQ(spanOfRows(TimeGrid{}, 3), "");
    EXPECT_EQ(usualSeason(TimeGrid{}), 0);
}

TEST(TimeAfter, GoOnByMonths)
{
    const std::vector<std::string> months = {"2023-10-01", "2023-11-01", "2023-12-01", "2024-01-01"};
    EXPECT_EQ(after(months, 1), "2024-02-01");
    EXPECT_EQ(after(months, 14), "2025-03-01");
}

TEST(TimeAfter, KeepTheLastDayOfTheMonth)
{
    const std::vector<std::string> ends = {"2023-10-31", "2023-11-30", "2023-12-31", "2024-01-31"};
    EXPECT_EQ(after(ends, 1), "2024-02-29");
    EXPECT_EQ(after(ends, 3), "2024-04-30");
    EXPECT_EQ(after({"2023-12-30", "2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30"}, 1), "2024-05-30");
}

TEST(TimeAfter, GoOnByQuartersAndYears)
{
    EXPECT_EQ(after({"2023-01-15", "2023-04-15", "2023-07-15", "2023-10-15"}, 2), "2024-04-15");
    EXPECT_EQ(after({"2020-06-01", "2021-06-01", "2022-06-01", "2023-06-01"}, 1), "2024-06-01");
}

TEST(TimeAfter, LeaveOutWeekendsWhereTheDataDoes)
{
    const std::vector<std::string> days = {"2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05",
                                           "2024-01-08", "2024-01-09", "2024-01-10", "2024-01-11", "2024-01-12",
                                           "2024-01-15", "2024-01-16", "2024-01-17", "2024-01-18", "2024-01-19"};
    EXPECT_EQ(after(days, 1), "2024-01-22");
    EXPECT_EQ(after(days, 6), "2024-01-29");
    EXPECT_EQ(after({"2024-01-05", "2024-01-06", "2024-01-07", "2024-01-08"}, 1), "2024-01-09");
}

TEST(TimeAfter, GoOnEvenlyElse)
{
    const std::vector<double> hours = times({"2024-01-01T00:00", "2024-01-01T01:00", "2024-01-01T02:00"});
    EXPECT_DOUBLE_EQ(timeAfter(timeGrid(hours), hours.back(), 3) - hours.back(), 3.0 * 3600.0);
    const std::vector<double> years = {1700.0, 1701.0, 1702.0};
    EXPECT_DOUBLE_EQ(timeAfter(timeGrid(years, false), 1702.0, 2), 1704.0);
}

} // namespace
} // namespace gatescope
