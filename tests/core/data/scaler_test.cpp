// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/scaler.h"

#include "core/error.h"
#include "core/math/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace gatescope {
namespace {

TEST(Scaler, StandardUsesThePopulationDeviation)
{
    const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
    const ColumnScale scale = fitColumnScale(ScaleKind::Standard, values);
    EXPECT_DOUBLE_EQ(scale.offset, 5.0);
    EXPECT_DOUBLE_EQ(scale.scale, 2.0);
    EXPECT_DOUBLE_EQ(scale.transform(9.0), 2.0);
    EXPECT_DOUBLE_EQ(scale.inverse(2.0), 9.0);
}

TEST(Scaler, SmallVariationNearABillionIsRight)
{
    Random random(5);
    std::vector<double> small(100'000), large(100'000);
    for (std::size_t i = 0; i < small.size(); ++i) {
        small[i] = std::floor(1000.0 * random.uniform()) / 1024.0; // exact when added to 1e9
        large[i] = 1e9 + small[i];
    }
    const ColumnScale expected = fitColumnScale(ScaleKind::Standard, small);
    const ColumnScale found = fitColumnScale(ScaleKind::Standard, large);
    EXPECT_NEAR(found.scale / expected.scale, 1.0, 1e-9);
    EXPECT_NEAR(found.offset - 1e9, expected.offset, 1e-6);
}

TEST(Scaler, MinMaxSpansZeroToOne)
{
    const std::vector<double> values{-3, 5, 1};
    const ColumnScale scale = fitColumnScale(ScaleKind::MinMax, values);
    EXPECT_EQ(scale.transform(-3.0), 0.0);
    EXPECT_EQ(scale.transform(5.0), 1.0);
    EXPECT_EQ(scale.transform(1.0), 0.5);
}

TEST(Scaler, ConstantColumnScalesToZeroWithScaleOne)
{
    const std::vector<double> values(1000, 0.1); // 0.1 has no exact sum
    for (const ScaleKind kind : {ScaleKind::Standard, ScaleKind::MinMax}) {
        const ColumnScale scale = fitColumnScale(kind, values);
        EXPECT_TRUE(scale.constant);
        EXPECT_EQ(scale.scale, 1.0);
        EXPECT_EQ(scale.transform(0.1), 0.0);
    }
}

TEST(Scaler, NoneLeavesValuesAlone)
{
    const std::vector<double> values{1, 2, 3};
    EXPECT_EQ(fitColumnScale(ScaleKind::None, values), ColumnScale{});
    EXPECT_EQ(ColumnScale{}.transform(1.25), 1.25);
}

TEST(Scaler, MissingCellsAreLeftOut)
{
    const std::vector<double> values{std::numeric_limits<double>::quiet_NaN(), 1, 3};
    EXPECT_EQ(fitColumnScale(ScaleKind::Standard, values), (ColumnScale{2.0, 1.0, false}));
    EXPECT_EQ(fitColumnScale(ScaleKind::Standard, std::vector<double>{}), ColumnScale{});
}

TEST(Scaler, NamesRoundTripAndOthersAreRefused)
{
    for (const ScaleKind kind : {ScaleKind::Standard, ScaleKind::MinMax, ScaleKind::None})
        EXPECT_EQ(scaleKindFromName(scaleKindName(kind)), kind);
    EXPECT_THROW(scaleKindFromName("robust"), OptionError);
}

} // namespace
} // namespace gatescope
