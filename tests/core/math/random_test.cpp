// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

using gatescope::Random;

TEST(Random, SameSeedSameDraws)
{
    Random first(7), second(7), other(8);
    const auto draw = first.next();
    EXPECT_EQ(draw, second.next());
    EXPECT_NE(draw, other.next());
}

TEST(Random, StateResumesTheStream)
{
    Random original(3);
    original.next();
    Random resumed(original.state());
    EXPECT_EQ(original.next(), resumed.next());
}

TEST(Random, ShuffleKeepsEveryItem)
{
    std::vector<int> items(100);
    std::iota(items.begin(), items.end(), 0);
    auto shuffled = items;
    Random(1).shuffle(std::span(shuffled));
    EXPECT_NE(items, shuffled);
    std::ranges::sort(shuffled);
    EXPECT_EQ(items, shuffled);
}

TEST(Random, UniformHasTheMomentsOfUniform)
{
    Random random(11);
    double sum = 0.0, squares = 0.0;
    constexpr int kDraws = 100000;
    for (int i = 0; i < kDraws; ++i) {
        const double value = random.uniform();
        ASSERT_GE(value, 0.0);
        ASSERT_LT(value, 1.0);
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / kDraws, 0.5, 0.005);
    EXPECT_NEAR(squares / kDraws, 1.0 / 3.0, 0.005);
}
