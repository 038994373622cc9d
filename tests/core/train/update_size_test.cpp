// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/update_size.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

using namespace gatescope;

TEST(UpdateSize, IsTheNormOfTheMoveAndOfTheWeightsBefore)
{
    for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 100U}) { // below, at and above whole lanes
        std::vector<double> before, after;
        double moved = 0.0, weights = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            before.push_back(std::sin(static_cast<double>(i) + 1.0));
            after.push_back(before.back() + 0.01 * std::cos(static_cast<double>(i)));
            moved += std::pow(after.back() - before.back(), 2);
            weights += std::pow(before.back(), 2);
        }
        const UpdateSize size = updateSize<double>(before, after);
        EXPECT_NEAR(size.update, std::sqrt(moved), 1e-14) << count;
        EXPECT_NEAR(size.weights, std::sqrt(weights), 1e-14) << count;
    }
}

TEST(UpdateSize, RatioOfNothingIsZeroAndOfZeroWeightsInfinite)
{
    EXPECT_EQ((UpdateSize{0.0, 0.0}.ratio()), 0.0);
    EXPECT_EQ((UpdateSize{0.5, 0.0}.ratio()), std::numeric_limits<double>::infinity());
    EXPECT_EQ((UpdateSize{0.5, 2.0}.ratio()), 0.25);
}

TEST(UpdateSize, IncludesOtherWeights)
{
    UpdateSize size{3.0, 6.0};
    size.include({4.0, 8.0});
    EXPECT_DOUBLE_EQ(size.update, 5.0);
    EXPECT_DOUBLE_EQ(size.weights, 10.0);
}
