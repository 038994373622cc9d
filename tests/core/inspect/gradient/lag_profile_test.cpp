// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/gradient/lag_profile.h"

#include <gtest/gtest.h>

using namespace gatescope;

TEST(LagProfile, CountsBackFromTheLastStep)
{
    const LagProfile profile = lagProfile<float>(Vector<float>{{0.5f, 1.0f, 2.0f, 4.0f}});
    EXPECT_EQ(profile.norm, (Vector<double>{{4.0, 2.0, 1.0, 0.5}}));
    EXPECT_EQ(profile.relative, (Vector<double>{{1.0, 0.5, 0.25, 0.125}}));
}

TEST(LagProfile, ReachesAsFarAsEnoughIsLeft)
{
    const LagProfile profile = lagProfile<double>(Vector<double>{{1e-9, 0.02, 0.005, 1.0}});
    EXPECT_EQ(profile.reach(), 2);
    EXPECT_EQ(profile.reach(0.5), 0);
    EXPECT_EQ(profile.reach(0.0), 3);
}

TEST(LagProfile, WithoutAGradientIsZero)
{
    const LagProfile profile = lagProfile<double>(Vector<double>::Zero(3));
    EXPECT_TRUE(profile.relative.isZero(0.0));
    EXPECT_EQ(profile.reach(), 0);
    EXPECT_EQ(lagProfile<double>(Vector<double>()).norm.size(), 0);
}
