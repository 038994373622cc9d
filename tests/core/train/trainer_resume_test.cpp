// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A training that is saved, restored or begun anew, compared whole: state, records, history, how it ends.
#include "core/train/trainer.h"

#include "tests/core/train/training_data.h"

#include <gtest/gtest.h>

using namespace gatescope;
using gatescope::testing::sineData;
using gatescope::testing::smallSettings;

namespace {

/// Dropout, shuffling, a schedule that watches the loss, early stopping and clipping: all that a state must carry.
Settings everything()
{
    Settings settings = smallSettings();
    settings.network.dropout = 0.2;
    settings.training.epochs = 12;
    settings.training.schedule = ScheduleKind::ReduceOnPlateau;
    settings.training.schedulePeriod = 1;
    settings.training.earlyStopPatience = 4;
    settings.training.clipNorm = 0.5;
    return settings;
}

/// So large a rate that the loss soon gets no better.
Settings stopsEarly()
{
    Settings settings = smallSettings();
    settings.training.optimizer = OptimizerKind::Sgd;
    settings.training.learningRate = 0.5;
    settings.training.epochs = 500;
    settings.training.earlyStopPatience = 2;
    return settings;
}

std::vector<StepResult> results(Trainer<float> &trainer, int steps)
{
    std::vector<StepResult> all;
    for (int i = 0; i < steps; ++i)
        all.push_back(trainer.step());
    return all;
}

std::vector<StepResult> toTheEnd(Trainer<float> &trainer)
{
    std::vector<StepResult> all;
    while (!trainer.finished())
        all.push_back(trainer.step());
    return all;
}

} // namespace

class ResumeAt : public ::testing::TestWithParam<int> {};

TEST_P(ResumeAt, EqualsNeverStopped)
{
    Trainer<float> straight(everything(), sineData<float>(200)); // 7 batches an epoch
    results(straight, GetParam());
    Trainer<float> resumed(everything(), sineData<float>(200));
    resumed.restore(straight.state());
    EXPECT_TRUE(resumed.state() == straight.state());
    EXPECT_EQ(resumed.finished(), straight.finished());
    EXPECT_EQ(resumed.bestEpoch(), straight.bestEpoch());
    EXPECT_EQ(resumed.bestLoss(), straight.bestLoss());
    EXPECT_EQ(resumed.learningRate(), straight.learningRate());
    EXPECT_TRUE(std::ranges::equal(resumed.bestParameters(), straight.bestParameters()));
    EXPECT_TRUE(results(resumed, 30) == results(straight, 30));
    EXPECT_TRUE(resumed.state() == straight.state());
}

INSTANTIATE_TEST_SUITE_P(Steps, ResumeAt, ::testing::Values(0, 1, 6, 7, 9, 35, 50));

TEST(ResumedTrainer, EndsLikeOneThatNeverStopped)
{
    Trainer<float> straight(stopsEarly(), sineData<float>());
    const std::vector<StepResult> all = toTheEnd(straight);
    ASSERT_EQ(all.back().outcome, StepOutcome::EarlyStopped);
    Trainer<float> first(stopsEarly(), sineData<float>());
    results(first, static_cast<int>(all.size()) - 6); // the patience is being used up
    Trainer<float> second(stopsEarly(), sineData<float>());
    second.restore(first.state());
    EXPECT_TRUE(toTheEnd(second) == std::vector<StepResult>(all.end() - 6, all.end()));
    EXPECT_TRUE(second.state() == straight.state());
}

TEST(ResumedTrainer, IsFinishedWhenItHadStoppedEarly)
{
    Trainer<float> first(stopsEarly(), sineData<float>());
    toTheEnd(first);
    ASSERT_EQ(first.end(), StepOutcome::EarlyStopped);
    Trainer<float> second(stopsEarly(), sineData<float>());
    second.restore(first.state());
    EXPECT_TRUE(second.finished());
    EXPECT_EQ(second.end(), StepOutcome::EarlyStopped);
}

TEST(ResumedTrainer, GoesOnWithMorePatienceAsIfItHadHadItAlways)
{
    Settings patient = stopsEarly();
    patient.training.earlyStopPatience = 5;
    Trainer<float> straight(patient, sineData<float>());
    toTheEnd(straight);
    Trainer<float> first(stopsEarly(), sineData<float>());
    toTheEnd(first);
    Trainer<float> second(patient, sineData<float>());
    second.restore(first.state());
    EXPECT_FALSE(second.finished());
    toTheEnd(second);
    EXPECT_TRUE(second.state() == straight.state());
}

TEST(ResumedTrainer, IsFinishedAfterItsEpochsAndGoesOnWithMore)
{
    Settings settings = smallSettings();
    Trainer<float> first(settings, sineData<float>());
    toTheEnd(first);
    Trainer<float> second(settings, sineData<float>());
    second.restore(first.state());
    EXPECT_EQ(second.end(), StepOutcome::Finished);
    settings.training.epochs = 5;
    Trainer<float> third(settings, sineData<float>()), straight(settings, sineData<float>());
    third.restore(first.state());
    EXPECT_FALSE(third.finished());
    toTheEnd(third);
    toTheEnd(straight);
    EXPECT_TRUE(third.state() == straight.state());
}

TEST(ResumedTrainer, RefusesWhatDoesNotFitAndChangesNothing)
{
    Trainer<float> trainer(smallSettings(), sineData<float>());
    results(trainer, 3);
    const TrainerState<float> before = trainer.state();
    const auto refuses = [&](auto change) {
        TrainerState<float> state = before;
        state.parameters.front() += 1.0F;
        change(state);
        EXPECT_THROW(trainer.restore(state), Error);
        EXPECT_TRUE(trainer.state() == before);
    };
    refuses([](auto &state) { state.parameters.pop_back(); });
    refuses([](auto &state) { state.bestParameters.pop_back(); });
    refuses([](auto &state) { state.firstMoment.pop_back(); });
    refuses([](auto &state) { state.secondMoment.clear(); });
    refuses([](auto &state) { state.progress.batchInEpoch = 4; });
    refuses([](auto &state) { state.progress.batchInEpoch = -1; });
    refuses([](auto &state) { state.progress.step = -1; });
    refuses([](auto &state) { state.progress.epoch = -1; });
    refuses([](auto &state) { state.progress.permutation.back() = 100; });
}

TEST(Trainer, SetParametersIsAsNew)
{
    Settings settings = everything();
    Trainer<float> used(settings, sineData<float>(200)), fresh(settings, sineData<float>(200));
    const TrainerState<float> initial = fresh.state();
    results(used, 17);
    used.setParameters(initial.parameters);
    EXPECT_TRUE(used.state() == initial);
    EXPECT_EQ(used.phase(), Phase::Ready);
    EXPECT_EQ(used.batchUnderWay(), BatchRecord{});
    EXPECT_EQ(used.sequencesUnderWay(), 0);
    EXPECT_EQ(used.gradientNorms().size(), 0);
    EXPECT_EQ(used.bestEpoch(), 0);
    EXPECT_TRUE(results(used, 20) == results(fresh, 20));
    EXPECT_TRUE(used.state() == fresh.state());
}

TEST(Trainer, RestoringDropsTheBatchUnderWay)
{
    Trainer<float> trainer(everything(), sineData<float>(200)), straight(everything(), sineData<float>(200));
    results(trainer, 8);
    results(straight, 8);
    const TrainerState<float> state = trainer.state();
    StepResult half;
    trainer.stepPhase(half);
    trainer.stepPhase(half);
    trainer.restore(state);
    EXPECT_EQ(trainer.phase(), Phase::Ready);
    EXPECT_EQ(trainer.batchUnderWay(), BatchRecord{});
    EXPECT_TRUE(results(trainer, 9) == results(straight, 9));
}

TEST(Trainer, AFinishedEarlyStopEndsAnewWithTheLatestSettings)
{
    Trainer<float> trainer(stopsEarly(), sineData<float>());
    toTheEnd(trainer);
    Settings more = stopsEarly();
    more.training.earlyStopPatience = 3;
    trainer.setLiveSettings(more);
    EXPECT_FALSE(trainer.finished());
    more.training.earlyStopPatience = 1;
    trainer.setLiveSettings(more);
    EXPECT_TRUE(trainer.finished());
}
