// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_steps.h"

#include "core/data/text/time_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gatescope {

namespace {

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
    return formatTime(TimeSteps::of(known, true).after(known.back(), rows), true);
}

} // namespace

TEST(TimeSteps, GoOnByMonths)
{
    const std::vector<std::string> months = {"2023-10-01", "2023-11-01", "2023-12-01", "2024-01-01"};
    EXPECT_EQ(after(months, 1), "2024-02-01");
    EXPECT_EQ(after(months, 14), "2025-03-01");
}

TEST(TimeSteps, KeepTheLastDayOfTheMonth)
{
    const std::vector<std::string> ends = {"2023-10-31", "2023-11-30", "2023-12-31", "2024-01-31"};
    EXPECT_EQ(after(ends, 1), "2024-02-29");
    EXPECT_EQ(after(ends, 3), "2024-04-30");
}

TEST(TimeSteps, GoOnByQuartersAndYears)
{
    EXPECT_EQ(after({"2023-01-15", "2023-04-15", "2023-07-15", "2023-10-15"}, 2), "2024-04-15");
    EXPECT_EQ(after({"2020-06-01", "2021-06-01", "2022-06-01", "2023-06-01"}, 1), "2024-06-01");
}

TEST(TimeSteps, LeaveOutWeekendsWhereTheDataDoes)
{
    const std::vector<std::string> days = {"2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05",
                                           "2024-01-08", "2024-01-09", "2024-01-10", "2024-01-11", "2024-01-12"};
    EXPECT_EQ(after(days, 1), "2024-01-15");
    EXPECT_EQ(after(days, 6), "2024-01-22");
    EXPECT_EQ(after({"2024-01-05", "2024-01-06", "2024-01-07", "2024-01-08"}, 1), "2024-01-09");
}

TEST(TimeSteps, GoOnEvenlyElse)
{
    const std::vector<double> hours = times({"2024-01-01T00:00", "2024-01-01T01:00", "2024-01-01T02:00"});
    EXPECT_DOUBLE_EQ(TimeSteps::of(hours, true).after(hours.back(), 3) - hours.back(), 3.0 * 3600.0);
    const std::vector<double> years = {1700.0, 1701.0, 1702.0};
    EXPECT_DOUBLE_EQ(TimeSteps::of(years, false).after(1702.0, 2), 1704.0);
}

} // namespace gatescope
