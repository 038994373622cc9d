// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/labels.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

using namespace gatescope;

TEST(Labels, NumbersHaveTheirSignAndDecimals)
{
    EXPECT_EQ(signedNumber(0.214, 2), "+0.21");
    EXPECT_EQ(signedNumber(-0.216, 2), "−0.22");
    EXPECT_EQ(fixedNumber(-12.5, 1), "−12.5");
    EXPECT_EQ(fixedNumber(1e300, 0).size(), 301u);
}

TEST(Labels, ZeroHasNoMinus)
{
    EXPECT_EQ(fixedNumber(-0.0001, 2), "0.00");
    EXPECT_EQ(signedNumber(-0.0, 2), "+0.00");
}

TEST(Labels, InfinityAndNaNAreNamed)
{
    EXPECT_EQ(fixedNumber(std::numeric_limits<double>::infinity(), 1), "∞");
    EXPECT_EQ(signedNumber(-std::numeric_limits<double>::infinity(), 1), "−∞");
    EXPECT_EQ(fixedNumber(std::numeric_limits<double>::quiet_NaN(), 1), "NaN");
}

TEST(Labels, SharesNearTheEndsAreNotRoundedToThem)
{
    EXPECT_EQ(percent(0.93), "93 %");
    EXPECT_EQ(percent(0.001), "< 1 %");
    EXPECT_EQ(percent(0.999), "> 99 %");
    EXPECT_EQ(percent(0.0), "0 %");
    EXPECT_EQ(percent(1.0), "100 %");
}

TEST(Labels, FeaturesWithoutANameAreNumbered)
{
    const std::vector<std::string> names{"wind", ""};
    EXPECT_EQ(featureLabel(names, 0), "wind");
    EXPECT_EQ(featureLabel(names, 1), "x1");
    EXPECT_EQ(featureLabel(names, 7), "x7");
    EXPECT_EQ(layerLabel(0), "layer 1");
    EXPECT_EQ(unitLabel(5), "unit 5");
}
