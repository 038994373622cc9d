// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_grid.h"

#include "core/data/text/time_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace gatescope {
namespace {

constexpr double kDay = 86400.0;

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
            times.push_back(day * kDay);
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
    EXPECT_EQ(usualSeason(timeGrid(steps(100, kDay))), 7);
    EXPECT_EQ(usualSeason(timeGrid(steps(100, 7 * kDay))), 52);
    EXPECT_EQ(usualSeason(timeGrid(steps(100, 1.0))), 0);
    EXPECT_EQ(spanOfRows(timeGrid(steps(100, 3600.0)), 48), "2 days");
    EXPECT_EQ(usualSeasonName(timeGrid(steps(100, 3600.0))), "a day");
}

TEST(TimeGrid, NothingOfPlainNumbersOrOneRow)
{
    EXPECT_EQ(timeGrid(steps(100, 1.0), false).unit, TimeGrid::Unit::None);
    EXPECT_EQ(timeGrid(steps(1, 1.0)).unit, TimeGrid::Unit::None);
    EXPECT_EQ(spanOfRows(TimeGrid{}, 3), "");
    EXPECT_EQ(usualSeason(TimeGrid{}), 0);
}

} // namespace
} // namespace gatescope
