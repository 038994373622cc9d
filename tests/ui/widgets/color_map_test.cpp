// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap/color_map.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace gatescope {

namespace {

double lightness(QRgb color)
{
    const auto linear = [](int c) { return std::pow(c / 255.0, 2.2); };
    return std::cbrt(0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) + 0.0722 * linear(qBlue(color)));
}

} // namespace

TEST(ColorMap, SequentialMapsGrowLighterAllTheWay)
{
    for (const ColorMapKind kind : {ColorMapKind::Cividis, ColorMapKind::Viridis}) {
        const ColorMap map(kind);
        for (int i = 1; i <= 64; ++i)
            EXPECT_GT(lightness(map.color(i / 64.0)), lightness(map.color((i - 1) / 64.0)));
    }
}

TEST(ColorMap, DivergingMapsAreNeutralInTheMiddleAndAsStrongOnBothSides)
{
    for (const ColorMapKind kind : {ColorMapKind::Diverging, ColorMapKind::DivergingDark}) {
        const ColorMap map(kind);
        EXPECT_LT(QColor::fromRgb(map.color(0.5)).hsvSaturation(), 100);
        for (const double distance : {0.25, 0.5})
            EXPECT_NEAR(lightness(map.color(0.5 - distance)), lightness(map.color(0.5 + distance)), 0.12);
    }
}

TEST(ColorMap, HoldsValuesInsideTheRangeAndMarksWhatIsNoNumber)
{
    const ColorMap map(ColorMapKind::Cividis);
    EXPECT_EQ(map.color(-3.0, 0.0, 1.0, 0), map.color(0.0));
    EXPECT_EQ(map.color(7.0, 0.0, 1.0, 0), map.color(1.0));
    EXPECT_EQ(map.color(std::numeric_limits<double>::quiet_NaN(), 0.0, 1.0, 0xFF123456), 0xFF123456);
    EXPECT_EQ(map.color(5.0, 5.0, 5.0, 0), map.color(0.5));
}

} // namespace gatescope
