// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/clipping.h"

#include "tests/core/fixture.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

using namespace gatescope;

namespace {

template <typename Scalar>
void compareClipping(const std::string &file, double limit)
{
    const Fixture fixture(file);
    const auto original = fixture.values<Scalar>("gradient"), maxima = fixture.values<Scalar>("maximum_norm");
    const double norm = static_cast<double>(fixture.values<Scalar>("norm")[0]);
    const auto expectNear = [limit](const std::vector<Scalar> &found, const std::vector<Scalar> &expected) {
        ASSERT_EQ(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            EXPECT_NEAR(found[i], expected[i], limit * 10) << "element " << i;
    };
    for (std::size_t i = 0; i < maxima.size(); ++i) {
        auto gradient = original;
        const auto result = clipGradient<Scalar>(gradient, static_cast<double>(maxima[i]), 0.0);
        EXPECT_NEAR(result.before / norm, 1.0, limit);
        EXPECT_NEAR(result.after / gradientNorm(std::span<const Scalar>(gradient)), 1.0, limit);
        expectNear(gradient, fixture.values<Scalar>("by_norm." + std::to_string(i)));
    }
    auto gradient = original;
    clipByValue<Scalar>(gradient, static_cast<double>(fixture.values<Scalar>("maximum_value")[0]));
    EXPECT_EQ(gradient, fixture.values<Scalar>("by_value"));
}

} // namespace

TEST(Clipping, AgreesWithPyTorchInDouble)
{
    compareClipping<double>("training/clipping_float64", 1e-15);
}

TEST(Clipping, AgreesWithPyTorchInSinglePrecision)
{
    compareClipping<float>("training/clipping_float32", 3e-7);
}

TEST(Clipping, NormIsTheSameAtEveryAlignment)
{
    std::vector<float> values(300);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>(i));
    const double expected = gradientNorm(std::span<const float>(values).first(200));
    for (std::size_t shift = 1; shift < 17; ++shift) {
        std::vector<float> moved(values.size() + shift);
        std::ranges::copy(values, moved.begin() + static_cast<std::ptrdiff_t>(shift));
        EXPECT_EQ(gradientNorm(std::span<const float>(moved).subspan(shift, 200)), expected);
    }
}

TEST(Clipping, NormOfLargeNumbersDoesNotOverflow)
{
    const std::vector<float> values(100, 1e30f);
    EXPECT_NEAR(gradientNorm(std::span<const float>(values)), 1e31, 1e25);
    EXPECT_EQ(gradientNorm(std::span<const float>()), 0.0);
}

TEST(Clipping, ByNormAndByValueTogether)
{
    std::vector<double> gradient = {3.0, 4.0};
    const ClipResult result = clipGradient<double>(gradient, 2.5, 1.75);
    EXPECT_EQ(result.before, 5.0);
    EXPECT_NEAR(gradient[0], 1.5, 1e-6);
    EXPECT_EQ(gradient[1], 1.75);
    EXPECT_NEAR(result.after, std::hypot(1.5, 1.75), 1e-6);
}

TEST(Clipping, ByValueTurnsTheGradientByTheAngleBetweenTheTwo)
{
    // (3, 4) points 53.1301° up, (3, 3.5) only 49.3987°.
    std::vector<double> gradient = {3.0, 4.0};
    const ClipResult result = clipGradient<double>(gradient, 0.0, 3.5);
    EXPECT_EQ(gradient, (std::vector<double>{3.0, 3.5}));
    EXPECT_NEAR(result.after, std::sqrt(21.25), 1e-12);
    ASSERT_TRUE(result.angle);
    EXPECT_NEAR(*result.angle, 3.731397, 1e-6);
    // By norm it only gets shorter; what is cut off afterwards turns it as much as of the whole one.
    gradient = {6.0, -8.0};
    EXPECT_FALSE(clipGradient<double>(gradient, 5.0, 0.0).angle);
    gradient = {6.0, -8.0};
    EXPECT_NEAR(*clipGradient<double>(gradient, 5.0, 3.5).angle, 3.731397, 1e-4);
    // (100, 1, 0) cut to (1, 1, 0): arctan 1/1 − arctan 1/100.
    std::vector<float> spread = {100.0F, 1.0F, 0.0F};
    EXPECT_NEAR(*clipGradient<float>(spread, 0.0, 1.0).angle, 45.0 - 0.572939, 1e-5);
}

TEST(Clipping, WhatIsWithinTheLimitTurnsByExactlyZero)
{
    std::vector<float> gradient(1003);
    for (std::size_t i = 0; i < gradient.size(); ++i)
        gradient[i] = 0.1F * std::sin(static_cast<float>(i));
    const std::vector<float> before = gradient;
    const ClipResult result = clipGradient<float>(gradient, 0.0, 0.2);
    EXPECT_EQ(gradient, before);
    EXPECT_EQ(result.after, result.before);
    EXPECT_EQ(result.angle, 0.0);
    std::vector<float> zeros(20, 0.0F);
    EXPECT_EQ(clipGradient<float>(zeros, 0.0, 0.2).angle, 0.0);
    for (float &value : gradient) // all of one size: shorter, and not turned but for rounding
        value = value < 0.0F ? -7.0F : 7.0F;
    EXPECT_NEAR(*clipGradient<float>(gradient, 0.0, 0.2).angle, 0.0, 1e-4);
}

TEST(Clipping, OffChangesNothing)
{
    std::vector<double> gradient = {3.0, 4.0};
    const ClipResult result = clipGradient<double>(gradient, 0.0, 0.0);
    EXPECT_EQ(gradient, (std::vector<double>{3.0, 4.0}));
    EXPECT_EQ(result.before, 5.0);
    EXPECT_EQ(result.after, 5.0);
}

TEST(Clipping, LeavesWhatIsNotFinite)
{
    for (const float bad : {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
        std::vector<float> gradient = {1.0f, bad, 2.0f};
        const ClipResult result = clipGradient<float>(gradient, 0.1, 0.1);
        EXPECT_FALSE(std::isfinite(result.before));
        EXPECT_FALSE(std::isfinite(gradient[1]));
        EXPECT_EQ(gradient[2], 2.0f);
    }
}
