// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/time_text.h"
#include "tests/core/data/text/parse_time.h"

#include <gtest/gtest.h>

namespace gatescope {
namespace {

constexpr double kMarch31 = 19813.0 * kDaySeconds; // 2024-03-31

TEST(TimeText, ReadsIsoTimes)
{
    EXPECT_EQ(parseTime("1970-01-01", TimeFormat::Iso), 0.0);
    EXPECT_EQ(parseTime("2024-03-31", TimeFormat::Iso), kMarch31);
    EXPECT_EQ(parseTime("2024/3/31", TimeFormat::Iso), kMarch31);
    EXPECT_EQ(parseTime("2024-03", TimeFormat::Iso), kMarch31 - 30.0 * kDaySeconds);
    EXPECT_EQ(parseTime("2024-03-31T14:05", TimeFormat::Iso), kMarch31 + 14 * 3600 + 300);
    EXPECT_EQ(parseTime("2024-03-31 14:05:09.25", TimeFormat::Iso), kMarch31 + 14 * 3600 + 309.25);
    EXPECT_EQ(parseTime("2024-03-31T14:05:09Z", TimeFormat::Iso), kMarch31 + 14 * 3600 + 309);
    EXPECT_EQ(parseTime("2024-03-31T14:05+02:00", TimeFormat::Iso), kMarch31 + 12 * 3600 + 300);
    EXPECT_EQ(parseTime("2024-03-31T14:05-0130", TimeFormat::Iso), kMarch31 + 15 * 3600 + 2100);
    EXPECT_EQ(parseTime("2024-03-31 24:00", TimeFormat::Iso), kMarch31 + kDaySeconds);
    EXPECT_EQ(parseTime("1960-02-29", TimeFormat::Iso), -3594.0 * kDaySeconds);
}

TEST(TimeText, ReadsAmericanAndEuropeanDates)
{
    EXPECT_EQ(parseTime("3/31/2024", TimeFormat::MonthFirst), kMarch31);
    EXPECT_EQ(parseTime("03/31/24 2:05 PM", TimeFormat::MonthFirst), kMarch31 + 14 * 3600 + 300);
    EXPECT_EQ(parseTime("3/31/2024 12:00 AM", TimeFormat::MonthFirst), kMarch31);
    EXPECT_EQ(parseTime("31.03.2024", TimeFormat::DayFirst), kMarch31);
    EXPECT_EQ(parseTime("31.3.2024 14:05", TimeFormat::DayFirst), kMarch31 + 14 * 3600 + 300);
    EXPECT_EQ(parseTime("31-3-2024", TimeFormat::DayFirst), kMarch31);
    EXPECT_EQ(parseTime("31/3/2024", TimeFormat::MonthFirst), std::nullopt);
    EXPECT_EQ(parseTime("1/1/70", TimeFormat::DayFirst), 0.0);
}

TEST(TimeText, ReadsMonthNames)
{
    EXPECT_EQ(parseTime("Mar 31 2024", TimeFormat::MonthFirst), kMarch31);
    EXPECT_EQ(parseTime("March 31, 2024 14:05", TimeFormat::MonthFirst), kMarch31 + 14 * 3600 + 300);
    EXPECT_EQ(parseTime("31 mar 2024", TimeFormat::DayFirst), kMarch31);
    EXPECT_EQ(parseTime("31-Mar-24", TimeFormat::DayFirst), kMarch31);
    EXPECT_EQ(parseTime("Marx 31 2024", TimeFormat::MonthFirst), std::nullopt);
    EXPECT_EQ(parseTime("31 Foo 2024", TimeFormat::DayFirst), std::nullopt);
    EXPECT_EQ(parseTime("Mar 31 2024", TimeFormat::DayFirst), std::nullopt);
}

TEST(TimeText, ReadsUnixTimes)
{
    EXPECT_EQ(parseTime("1711893909.5", TimeFormat::UnixSeconds), 1711893909.5);
    EXPECT_EQ(parseTime("1711893909500", TimeFormat::UnixMilliseconds), 1711893909.5);
    EXPECT_EQ(parseTime("abc", TimeFormat::UnixSeconds), std::nullopt);
}

TEST(TimeText, RefusesWhatIsNoTime)
{
    for (const char *text :
         {"", "2024", "2024-13-01", "2023-02-29", "2024-00-10", "2024-03-31T25:00", "2024-03-31T14:60",
          "2024-03-31T14:05+99:00", "2024-03-31 x", "2024-03/31", "2024-03-31T", "1.5", "12:30", "2024-03-31T24:01"})
        EXPECT_EQ(parseTime(text, TimeFormat::Iso), std::nullopt) << text;
    EXPECT_EQ(parseTime("1/2/345", TimeFormat::DayFirst), std::nullopt);
    EXPECT_EQ(parseTime("1/2/2024 13:00 PM", TimeFormat::DayFirst), std::nullopt);
}

TEST(TimeText, WritesTimesThatReadBack)
{
    for (const double seconds :
         {0.0, kMarch31, kMarch31 + 300, kMarch31 + 61, kMarch31 + 0.25, -3594.0 * kDaySeconds + 3600})
        EXPECT_EQ(parseTime(formatTime(seconds), TimeFormat::Iso), seconds) << formatTime(seconds);
    EXPECT_EQ(formatTime(kMarch31 + 14 * 3600 + 309.25), "2024-03-31 14:05:09.250");
    EXPECT_EQ(formatTime(kMarch31, true), "2024-03-31");
    EXPECT_EQ(formatTime(-0.5), "1969-12-31 23:59:59.500");
}

TEST(TimeText, SpansAreInTheLargestUnitThatFits)
{
    EXPECT_EQ(formatSpan(3600), "1 hour");
    EXPECT_EQ(formatSpan(30 * kDaySeconds), "30 days");
    EXPECT_EQ(formatSpan(90), "90 s");
    EXPECT_EQ(formatSpan(0.5), "0.5 s");
    EXPECT_EQ(formatSpan(600), "10 minutes");
}

} // namespace
} // namespace gatescope
