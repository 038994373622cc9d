// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/activations.h"

#include <gtest/gtest.h>

using namespace gatescope;

namespace {

using Register = Simd<float>::Register;

float sigmoidOf(float x)
{
    return sigmoid(Register{} + x)[0];
}
float tanhOf(float x)
{
    return hyperbolicTangent(Register{} + x)[0];
}

} // namespace

TEST(Activations, SigmoidIsRightEverywhere)
{
    for (double x = -80.0; x <= 80.0; x += 0.01) {
        const double exact = 1.0 / (1.0 + std::exp(-static_cast<double>(static_cast<float>(x))));
        ASSERT_NEAR(sigmoidOf(static_cast<float>(x)) / exact, 1.0, 4e-7) << x;
    }
}

TEST(Activations, TanhIsRightEverywhere)
{
    for (double x = -12.0; x <= 12.0; x += 0.001) {
        const double exact = std::tanh(static_cast<double>(static_cast<float>(x)));
        ASSERT_NEAR(tanhOf(static_cast<float>(x)), exact, 3e-7 * std::abs(exact) + 1e-12) << x;
    }
}

TEST(Activations, FarOutIsExact)
{
    for (const float x : {1e4f, 100.0f, 1e30f}) {
        EXPECT_EQ(sigmoidOf(x), 1.0f);
        EXPECT_EQ(sigmoidOf(-x), 0.0f);
        EXPECT_EQ(tanhOf(x), 1.0f);
        EXPECT_EQ(tanhOf(-x), -1.0f);
    }
    EXPECT_EQ(sigmoidOf(0.0f), 0.5f);
    EXPECT_EQ(tanhOf(0.0f), 0.0f);
}

TEST(Activations, NotANumberStaysNotANumber)
{
    EXPECT_TRUE(std::isnan(sigmoidOf(std::numeric_limits<float>::quiet_NaN())));
    EXPECT_TRUE(std::isnan(tanhOf(std::numeric_limits<float>::quiet_NaN())));
}
