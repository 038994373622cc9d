// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/time_machine.h"

#include "core/inspect/run/sequence_loss.h"
#include "core/inspect/run/sequence_run.h"
#include "core/train/trainer.h"
#include "tests/core/inspect/inspect_case.h"

#include <gtest/gtest.h>

#include <memory>

using namespace gatescope;

namespace {

TrainingMoment moment(std::int64_t step, std::size_t size = 10)
{
    TrainingMoment made;
    made.step = step;
    made.loss = static_cast<double>(step);
    made.parameters = std::make_shared<const std::vector<float>>(size, static_cast<float>(step));
    return made;
}

} // namespace

TEST(TimeMachine, KeepsEverythingWhileThereIsRoom)
{
    TimeMachine machine;
    for (std::int64_t step = 0; step < 100; ++step)
        machine.record(moment(step));
    ASSERT_EQ(machine.moments().size(), 100u);
    EXPECT_EQ(machine.stride(), 1);
    EXPECT_EQ(machine.moments()[57].step, 57);
}

TEST(TimeMachine, StaysInItsMemoryAndKeepsFirstAndLast)
{
    TimeMachine machine(50 * 40); // fifty moments of ten floats
    for (std::int64_t step = 0; step < 10007; ++step) {
        machine.record(moment(step));
        ASSERT_LE(machine.bytes(), 50 * 40);
        ASSERT_EQ(machine.moments().front().step, 0);
        ASSERT_EQ(machine.moments().back().step, step);
    }
    EXPECT_EQ(machine.capacity(), 50u);
    EXPECT_GE(machine.moments().size(), 25u);
}

TEST(TimeMachine, CountsNormsAndRatiosIntoItsMemory)
{
    TimeMachine machine(50 * 40);
    UpdateRatios ratios{{{0.1, 1.0}}, Matrix<float>::Zero(2, 1), {}}; // two doubles and two floats: as six numbers
    for (std::int64_t step = 0; step < 200; ++step) {
        TrainingMoment made = moment(step);
        if (step > 0) {
            made.gradientNorms = std::make_shared<const Matrix<float>>(Matrix<float>::Zero(1, 6));
            made.updateRatios = std::make_shared<const UpdateRatios>(ratios);
        }
        machine.record(std::move(made));
        ASSERT_LE(machine.bytes(), 50 * 40) << step;
    }
    EXPECT_EQ(machine.capacity(), 22u); // 22 numbers each
    EXPECT_EQ(machine.moments().front().step, 0);
}

TEST(TimeMachine, ThinsEvenly)
{
    TimeMachine machine(16 * 40);
    for (std::int64_t step = 0; step < 1000; ++step) {
        machine.record(moment(step));
        const auto &moments = machine.moments();
        for (std::size_t i = 1; i + 1 < moments.size(); ++i)
            ASSERT_EQ(moments[i].step - moments[i - 1].step, machine.stride()) << "after " << step;
        if (moments.size() > 1) {
            ASSERT_LE(moments.back().step - moments[moments.size() - 2].step, machine.stride());
        }
    }
}

TEST(TimeMachine, FindsTheNearestMoment)
{
    TimeMachine machine;
    EXPECT_EQ(machine.nearest(3), nullptr);
    for (const std::int64_t step : {0, 10, 20})
        machine.record(moment(step));
    EXPECT_EQ(machine.nearest(4)->step, 0);
    EXPECT_EQ(machine.nearest(5)->step, 0);
    EXPECT_EQ(machine.nearest(16)->step, 20);
    EXPECT_EQ(machine.nearest(1000)->step, 20);
}

TEST(TimeMachine, ANewTrainingForgetsTheOld)
{
    TimeMachine machine;
    for (const std::int64_t step : {0, 10, 20})
        machine.record(moment(step));
    machine.record(moment(0, 20));
    ASSERT_EQ(machine.moments().size(), 1u);
    EXPECT_EQ(machine.bytes(), 80);
}

TEST(TimeMachine, KeepsThreeHoweverLargeTheyAre)
{
    TimeMachine machine(1);
    for (std::int64_t step = 0; step < 100; ++step)
        machine.record(moment(step));
    EXPECT_EQ(machine.capacity(), 3u);
    EXPECT_GE(machine.moments().size(), 2u);
    EXPECT_LE(machine.moments().size(), 3u);
    EXPECT_EQ(machine.moments().back().step, 99);
}

TEST(TimeMachine, KeepsNoMoreThanASliderHasPlaces)
{
    TimeMachine machine(std::int64_t{1} << 30, 8);
    for (std::int64_t step = 0; step < 100; ++step) {
        machine.record(moment(step));
        ASSERT_LE(machine.moments().size(), 8u);
    }
    EXPECT_GE(machine.moments().size(), 4u);
}

TEST(TimeMachine, ASnapshotReproducesTheRecordedLoss)
{
    Settings settings;
    settings.network = InspectCase{Formulation::ResetAfter, true, 2}.options();
    settings.training.batch = 8;
    settings.training.shuffle = false;
    settings.training.threads = 1;
    settings.training.learningRate = 0.02;
    constexpr Index kSteps = 6, kSequences = 8;
    auto store = std::make_shared<SeriesStore<float>>();
    store->inputs = randomMatrix<float>(settings.network.inputs, kSteps * kSequences);
    store->targets = randomMatrix<float>(settings.network.outputs, kSequences, 3);
    std::vector<std::int64_t> starts, targets;
    for (Index i = 0; i < kSequences; ++i) {
        starts.push_back(i * kSteps);
        targets.push_back(i);
    }
    const SequenceSet<float> set(store, kSteps, starts, targets, 1);
    Trainer<float> trainer(settings, {set, {}});

    TimeMachine machine(20 * trainer.network().layout().size() * 4);
    for (int step = 0; step < 60; ++step) {
        const auto weights = std::as_const(trainer.network()).parameters();
        TrainingMoment now;
        now.step = step;
        now.parameters = std::make_shared<const std::vector<float>>(weights.begin(), weights.end());
        now.loss = trainer.step().batch.loss; // of the whole set, before the update
        machine.record(std::move(now));
    }
    ASSERT_GE(machine.moments().size(), 10u);
    for (const TrainingMoment &then : machine.moments()) {
        double sum = 0.0;
        for (Index i = 0; i < kSequences; ++i) {
            const auto run = runSequence<float>(settings.network, *then.parameters, set.input(i));
            sum += sequenceLoss<float>(run.output, set.target(i), settings.training).value;
        }
        EXPECT_NEAR(sum / kSequences, then.loss, 1e-6) << "step " << then.step;
    }
    EXPECT_LT(machine.moments().back().loss, 0.8 * machine.moments().front().loss);
}
