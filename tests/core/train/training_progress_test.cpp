// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_progress.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace gatescope;

namespace {

TrainingProgress after(std::int64_t step, std::int64_t epoch, std::int64_t batchInEpoch)
{
    TrainingProgress progress;
    progress.step = step;
    progress.epoch = epoch;
    progress.batchInEpoch = batchInEpoch;
    return progress;
}

} // namespace

TEST(TrainingProgress, StartsWithTheRateOfTheOptionsAndNothingDone)
{
    TrainingOptions options;
    options.learningRate = 0.25;
    const TrainingProgress progress = TrainingProgress::start(options, 5);
    EXPECT_EQ(progress.schedule.learningRate, 0.25);
    EXPECT_EQ(progress.step + progress.epoch + progress.batchInEpoch + progress.bestEpoch, 0);
    EXPECT_EQ(progress.bestLoss, std::numeric_limits<double>::infinity());
    EXPECT_EQ(trainingEnd(progress, options), StepOutcome::Continues);
}

TEST(TrainingProgress, EveryEpochHasAnOrderOfItsOwnThatTheSeedDecides)
{
    TrainingOptions options;
    TrainingProgress progress = TrainingProgress::start(options, 50);
    const auto first = progress.permutation;
    progress.batchInEpoch = 3;
    progress.epochLossSum = 1.5;
    progress.beginEpoch(true);
    EXPECT_NE(progress.permutation, first);
    EXPECT_TRUE(std::ranges::is_permutation(progress.permutation, first));
    EXPECT_EQ(progress.batchInEpoch, 0);
    EXPECT_EQ(progress.epochLossSum, 0.0);
    EXPECT_EQ(TrainingProgress::start(options, 50).permutation, first);
    options.seed = 1;
    EXPECT_NE(TrainingProgress::start(options, 50).permutation, first);
}

TEST(TrainingProgress, WithoutShufflingTheOrderIsThatOfTheData)
{
    TrainingOptions options;
    options.shuffle = false;
    TrainingProgress progress = TrainingProgress::start(options, 4);
    const std::vector<std::int64_t> order = {0, 1, 2, 3};
    EXPECT_EQ(progress.permutation, order);
    const Random::State before = progress.randomState;
    progress.beginEpoch(false);
    EXPECT_EQ(progress.permutation, order);
    EXPECT_EQ(progress.randomState, before);
}

TEST(TrainingEnd, IsReachedWithTheLastEpoch)
{
    TrainingOptions options;
    options.epochs = 3;
    EXPECT_EQ(trainingEnd(after(20, 2, 0), options), StepOutcome::Continues);
    EXPECT_EQ(trainingEnd(after(30, 3, 0), options), StepOutcome::Finished);
    EXPECT_EQ(trainingEnd(after(40, 4, 0), options), StepOutcome::Finished);
    EXPECT_EQ(trainingEnd(after(35, 3, 5), options), StepOutcome::Continues) << "an epoch under way is finished";
    options.epochs = 4;
    EXPECT_EQ(trainingEnd(after(30, 3, 0), options), StepOutcome::Continues);
}

TEST(TrainingEnd, IsReachedAtTheStepLimitAlsoInMidEpoch)
{
    TrainingOptions options;
    options.maximumSteps = 7;
    EXPECT_EQ(trainingEnd(after(6, 0, 6), options), StepOutcome::Continues);
    EXPECT_EQ(trainingEnd(after(7, 0, 7), options), StepOutcome::Finished);
    options.maximumSteps = 0;
    EXPECT_EQ(trainingEnd(after(7, 0, 7), options), StepOutcome::Continues);
}

TEST(TrainingEnd, IsEarlyWhenPatienceIsUsedUp)
{
    TrainingOptions options;
    options.earlyStopPatience = 2;
    TrainingProgress progress = after(50, 5, 0);
    progress.epochsWithoutBetter = 1;
    EXPECT_EQ(trainingEnd(progress, options), StepOutcome::Continues);
    progress.epochsWithoutBetter = 2;
    EXPECT_EQ(trainingEnd(progress, options), StepOutcome::EarlyStopped);
    options.earlyStopPatience = 3;
    EXPECT_EQ(trainingEnd(progress, options), StepOutcome::Continues);
    options.earlyStopPatience = 0;
    EXPECT_EQ(trainingEnd(progress, options), StepOutcome::Continues);
    options.epochs = 5;
    options.earlyStopPatience = 2;
    EXPECT_EQ(trainingEnd(progress, options), StepOutcome::Finished) << "all epochs are done";
}
