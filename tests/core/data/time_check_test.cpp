// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/time_check.h"

#include <gtest/gtest.h>

namespace gatescope {
namespace {

bool isRegular(const TimeCheck &check)
{
    return check.backward + check.repeated + check.longer + check.shorter == 0;
}

TEST(TimeCheck, EqualStepsAreRegular)
{
    const std::vector<double> times{0, 10, 20, 30};
    const std::vector<Index> segments{0, 4};
    const TimeCheck check = checkTimes(times, segments);
    EXPECT_TRUE(isRegular(check));
    EXPECT_EQ(check.medianStep, 10.0);
    EXPECT_EQ(check.steps, 3);
}

TEST(TimeCheck, MonthsOfUnequalLengthAreRegular)
{
    const std::vector<double> days{0, 31, 59, 90, 120};
    EXPECT_TRUE(isRegular(checkTimes(days, std::vector<Index>{0, 5})));
}

TEST(TimeCheck, CountsWhatIsOddAndWhereItBegins)
{
    const std::vector<double> times{0, 10, 20, 50, 60, 60, 55, 65, 75, 77};
    const TimeCheck check = checkTimes(times, std::vector<Index>{0, 10});
    EXPECT_EQ(check.longer, 1);
    EXPECT_EQ(check.firstLonger, 3);
    EXPECT_EQ(check.longest, 30.0);
    EXPECT_EQ(check.repeated, 1);
    EXPECT_EQ(check.firstRepeated, 5);
    EXPECT_EQ(check.backward, 1);
    EXPECT_EQ(check.firstBackward, 6);
    EXPECT_EQ(check.shorter, 1);
    EXPECT_GT(check.backward, 0);
}

TEST(TimeCheck, WeekendsAreNoGapsWhereAllAreMissing)
{
    constexpr double kDay = 86400.0;
    std::vector<double> business, weekly;
    for (int day = 4; day < 64; ++day) { // 1970-01-05 is a Monday
        if ((day - 4) % 7 < 5)
            business.push_back(day * kDay);
        weekly.push_back((day - 3) * 7 * kDay); // every Thursday
    }
    const std::vector<Index> all{0, std::ssize(business)};
    EXPECT_TRUE(isRegular(checkTimes(business, all, true)));
    EXPECT_EQ(checkTimes(business, all, false).longer, 8);
    EXPECT_EQ(checkTimes(weekly, std::vector<Index>{0, 60}, true).medianStep, 7 * kDay);
    business.erase(business.begin() + 12);
    const TimeCheck holiday = checkTimes(business, std::vector<Index>{0, std::ssize(business)}, true);
    EXPECT_EQ(holiday.gaps, std::vector<Index>{12});
    EXPECT_EQ(checkTimes(business, std::vector<Index>{0, std::ssize(business)}, true, 2 * kDay).longer, 0);
}

TEST(TimeCheck, StepsBetweenSegmentsDoNotCount)
{
    const std::vector<double> times{0, 10, 20, 0, 10, 20};
    EXPECT_TRUE(isRegular(checkTimes(times, std::vector<Index>{0, 3, 6})));
    EXPECT_GT(checkTimes(times, std::vector<Index>{0, 6}).backward, 0);
}

TEST(TimeCheck, NothingAtAllIsRegular)
{
    EXPECT_TRUE(isRegular(checkTimes({}, std::vector<Index>{0, 0})));
}

} // namespace
} // namespace gatescope
