// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/schedule.h"

#include "tests/core/fixture.h"

#include <gtest/gtest.h>

#include <sstream>

using namespace gatescope;

class ScheduleFixture : public ::testing::TestWithParam<const char *> {};

TEST_P(ScheduleFixture, AgreesWithPyTorch)
{
    const std::string name = GetParam();
    const Fixture fixture("training/schedules");
    TrainingOptions options = fixture.settings(name).training;
    options.learningRate = 0.1;
    const auto losses = fixture.values<double>("losses"), expected = fixture.values<double>(name);
    std::size_t changedEpoch = losses.size();
    double changedRate = 0.0;
    if (fixture.has("change." + name))
        std::istringstream(fixture.text("change." + name)) >> changedEpoch >> changedRate;

    ScheduleState state = scheduleStart(options);
    EXPECT_DOUBLE_EQ(state.learningRate, expected[0]);
    for (std::size_t epoch = 0; epoch < losses.size(); ++epoch) {
        if (epoch == changedEpoch)
            state.learningRate = changedRate;
        EXPECT_NEAR(scheduleEpochEnded(options, state, losses[epoch]), expected[epoch + 1], 1e-14)
            << "after epoch " << epoch;
    }
}

INSTANTIATE_TEST_SUITE_P(PyTorch, ScheduleFixture,
                         ::testing::Values("step", "step_changed", "cosine", "cosine_changed", "plateau",
                                           "plateau_changed"),
                         [](const auto &parameter) {
                             std::string name = parameter.param;
                             std::erase(name, '_');
                             return name;
                         });

TEST(Schedule, TableIsInTheOrderOfTheKinds)
{
    for (std::size_t i = 0; i < scheduleTable().size(); ++i)
        EXPECT_EQ(static_cast<std::size_t>(scheduleTable()[i].kind), i);
}

TEST(Schedule, ConstantKeepsTheRateInForce)
{
    const TrainingOptions options;
    ScheduleState state = scheduleStart(options);
    EXPECT_EQ(scheduleEpochEnded(options, state, 1.0), 1e-3);
    state.learningRate = 0.5;
    EXPECT_EQ(scheduleEpochEnded(options, state, 1.0), 0.5);
    EXPECT_EQ(state.epoch, 2);
}

TEST(Schedule, AStretchedCosineGoesOnAlongTheLongerCurve)
{
    TrainingOptions four, eight;
    four.schedule = eight.schedule = ScheduleKind::Cosine;
    four.epochs = 4;
    eight.epochs = 8;
    ScheduleState state = scheduleStart(four), whole = scheduleStart(eight);
    for (int epoch = 0; epoch < 4; ++epoch) {
        scheduleEpochEnded(four, state, 1.0);
        scheduleEpochEnded(eight, whole, 1.0);
    }
    EXPECT_NEAR(state.learningRate, 0.0, 1e-18);
    EXPECT_TRUE(scheduleStretched(eight, 4, state));
    EXPECT_NEAR(state.learningRate, whole.learningRate, 1e-15);
    for (int epoch = 4; epoch < 7; ++epoch)
        EXPECT_NEAR(scheduleEpochEnded(eight, state, 1.0), scheduleEpochEnded(eight, whole, 1.0), 1e-15);
}

TEST(Schedule, OnlyACosineUnderWayIsStretched)
{
    TrainingOptions options;
    options.schedule = ScheduleKind::Step;
    ScheduleState state = scheduleStart(options);
    scheduleEpochEnded(options, state, 1.0);
    EXPECT_FALSE(scheduleStretched(options, 4, state));
    options.schedule = ScheduleKind::Cosine;
    EXPECT_FALSE(scheduleStretched(options, options.epochs, state)) << "the same length";
    ScheduleState fresh = scheduleStart(options);
    EXPECT_FALSE(scheduleStretched(options, 4, fresh)) << "nothing trained yet";
    EXPECT_EQ(fresh.learningRate, options.learningRate);
}
