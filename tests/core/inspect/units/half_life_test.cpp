// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/half_life.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace gatescope;

namespace {
constexpr double kInfinity = std::numeric_limits<double>::infinity();
}

TEST(HalfLife, HalfIsLeftAfterThatManySteps)
{
    for (const double z : {0.05, 0.5, 0.93, 0.999})
        EXPECT_NEAR(std::pow(z, halfLife(z, Formulation::ResetAfter)), 0.5, 1e-12);
    EXPECT_DOUBLE_EQ(halfLife(0.5, Formulation::ResetAfter), 1.0);
}

TEST(HalfLife, ResetBeforeKeepsTheRestOfZ)
{
    EXPECT_DOUBLE_EQ(halfLife(0.25, Formulation::ResetBefore), halfLife(0.75, Formulation::ResetAfter));
}

TEST(HalfLife, ShutAndOpenGatesAreGuarded)
{
    EXPECT_EQ(halfLife(0.0, Formulation::ResetAfter), 0.0);
    EXPECT_EQ(halfLife(1.0, Formulation::ResetAfter), kInfinity);
    EXPECT_EQ(halfLife(0.0, Formulation::ResetBefore), kInfinity);
    EXPECT_EQ(halfLife(1.0, Formulation::ResetBefore), 0.0);
    EXPECT_TRUE(std::isnan(halfLife(std::nan(""), Formulation::ResetAfter)));
}

TEST(HalfLife, OfAUnitIsThatOfWhatTrulyIsLeft)
{
    Matrix<double> z(3, 4);
    z << 0.9, 0.5, 0.8, 0.99, /**/ 1, 1, 1, 1, /**/ 0.9, 0, 0.9, 0.9;
    const Vector<double> lives = unitHalfLives(z, Formulation::ResetAfter);
    EXPECT_NEAR(std::pow(0.5, 4.0 / lives(0)), 0.9 * 0.5 * 0.8 * 0.99, 1e-12);
    EXPECT_EQ(lives(1), kInfinity);
    EXPECT_EQ(lives(2), 0.0); // one shut gate forgets all
}

TEST(HalfLife, OfEveryStepFollowsItsGate)
{
    Matrix<float> z(1, 3);
    z << 0.0f, 0.5f, 1.0f;
    const Matrix<double> lives = halfLives(z, Formulation::ResetBefore);
    EXPECT_EQ(lives(0, 0), kInfinity);
    EXPECT_DOUBLE_EQ(lives(0, 1), 1.0);
    EXPECT_EQ(lives(0, 2), 0.0);
}
