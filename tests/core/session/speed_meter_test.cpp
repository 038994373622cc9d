// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/speed_meter.h"

#include <gtest/gtest.h>

namespace gatescope {

TEST(SpeedMeter, KnowsNothingBeforeTheFirstBatch)
{
    SpeedMeter meter;
    EXPECT_EQ(meter.samplesPerSecond(), 0.0);
    meter.add(64, 0.01);
    EXPECT_NEAR(meter.samplesPerSecond(), 6400.0, 1e-9);
    meter.restart();
    EXPECT_EQ(meter.samplesPerSecond(), 0.0);
}

TEST(SpeedMeter, AValidationPassDoesNotMakeItJump)
{
    SpeedMeter meter;
    for (int i = 0; i < 2000; ++i)
        meter.add(64, 0.01); // 20 s
    EXPECT_NEAR(meter.samplesPerSecond(), 6400.0, 1.0);
    meter.add(64, 1.0); // with a second of validation
    EXPECT_GT(meter.samplesPerSecond(), 5600.0);
    EXPECT_LT(meter.samplesPerSecond(), 6000.0) << "it is part of the time a training takes";
}

TEST(SpeedMeter, FollowsAnotherSpeed)
{
    SpeedMeter meter;
    for (int i = 0; i < 1000; ++i)
        meter.add(64, 0.01);
    for (int i = 0; i < 300; ++i)
        meter.add(64, 0.1); // 30 s at a tenth
    EXPECT_NEAR(meter.samplesPerSecond(), 640.0, 320.0);
}

} // namespace gatescope
