// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/training_session.h"

#include "tests/core/train/training_data.h"

#include <gmock/gmock.h>

#include <chrono>
#include <functional>
#include <thread>

using namespace gatescope;
using gatescope::testing::sineData;
using gatescope::testing::smallSettings;

namespace {

std::shared_ptr<const Snapshot> waitFor(TrainingSession &session, const std::function<bool(const Snapshot &)> &fits)
{
    std::shared_ptr<const Snapshot> snapshot;
    for (int i = 0; i < 20000; ++i) {
        snapshot = session.snapshot();
        if (fits(*snapshot))
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return snapshot;
}

bool finished(const Snapshot &snapshot)
{
    return snapshot.state == SessionState::Finished;
}

} // namespace

TEST(TrainingSession, TrainsToTheEndAndLosesNoHistory)
{
    TrainingSession session(smallSettings(), sineData<float>());
    EXPECT_EQ(session.snapshot()->state, SessionState::Ready);
    ASSERT_TRUE(session.snapshot()->trace);
    session.run();
    const auto last = waitFor(session, finished);
    ASSERT_EQ(last->state, SessionState::Finished);
    const HistoryBlock history = session.drainHistory();
    ASSERT_EQ(history.batches.size(), 12U);
    ASSERT_EQ(history.epochs.size(), 3U);
    for (std::size_t i = 0; i < history.batches.size(); ++i)
        EXPECT_EQ(history.batches[i].step, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(last->step, 12);
    EXPECT_EQ(last->trace->layers.size(), 2U);
    EXPECT_EQ(last->gradientNorms.rows(), 2);
    EXPECT_EQ(last->gradientNorms.cols(), 8);
}

TEST(TrainingSession, TimeLeftKnowsTheStepLimit)
{
    Settings settings = smallSettings();
    settings.training.epochs = 1000;
    settings.training.maximumSteps = 10;
    TrainingSession session(settings, sineData<float>());
    session.run();
    const auto last = waitFor(session, finished);
    ASSERT_EQ(last->step, 10);
    EXPECT_GT(last->samplesPerSecond, 0.0);
    EXPECT_EQ(last->secondsLeft, 0.0);
}

TEST(TrainingSession, NotABatchBeyondTheLimitsUntilTheyAreRaised)
{
    Settings settings = smallSettings();
    settings.training.maximumSteps = 5;
    TrainingSession session(settings, sineData<float>());
    session.run();
    ASSERT_EQ(waitFor(session, finished)->step, 5);
    session.run();
    session.stepBatch();
    session.stepEpoch();
    session.stepPhase();
    session.runTo(9);
    EXPECT_EQ(session.trainerState().progress.step, 5);
    EXPECT_EQ(session.snapshot()->state, SessionState::Finished);

    TrainingSession again(settings, sineData<float>()); // as a session that is opened
    again.loadState(session.trainerState());
    again.run();
    EXPECT_EQ(again.trainerState().progress.step, 5);
    EXPECT_EQ(again.snapshot()->state, SessionState::Finished);

    settings.training.maximumSteps = 7;
    session.setLiveSettings(settings);
    EXPECT_EQ(session.trainerState().progress.step, 5);
    EXPECT_EQ(session.snapshot()->state, SessionState::Paused);
    session.run();
    EXPECT_EQ(waitFor(session, finished)->step, 7);
    settings.training.maximumSteps = 9;
    session.setLiveSettings(settings);
    settings.training.maximumSteps = 6; // below what was done
    session.setLiveSettings(settings);
    session.run();
    EXPECT_EQ(session.trainerState().progress.step, 7);
    EXPECT_EQ(session.snapshot()->state, SessionState::Finished);
}

TEST(TrainingSession, EarlyStopIsOverUntilItsPatienceIsRaised)
{
    Settings settings = smallSettings();
    settings.training.epochs = 1000;
    settings.training.earlyStopPatience = 1;
    settings.training.optimizer = OptimizerKind::Sgd;
    settings.training.learningRate = 1e-10; // steps so small that no float changes: nothing gets better
    settings.training.clipNorm = 1e-9;
    TrainingSession session(settings, sineData<float>());
    session.run();
    const auto stopped = waitFor(session, finished);
    EXPECT_EQ(stopped->epoch, 2);
    EXPECT_NE(stopped->message.find("stopped early"), std::string::npos);
    session.run();
    EXPECT_EQ(session.trainerState().progress.epoch, 2);
    settings.training.earlyStopPatience = 2;
    session.setLiveSettings(settings);
    EXPECT_EQ(session.trainerState().progress.epoch, 2);
    EXPECT_EQ(session.snapshot()->state, SessionState::Paused);
    session.run();
    EXPECT_EQ(waitFor(session, finished)->epoch, 3);
}

TEST(TrainingSession, PausedAndSteppedGivesTheBitsOfAStraightRun)
{
    Trainer<float> straight(smallSettings(), sineData<float>());
    while (!straight.finished())
        straight.step();

    TrainingSession session(smallSettings(), sineData<float>());
    session.stepBatch();
    session.setProbe(5);
    for (int i = 0; i < 3; ++i)
        session.stepPhase();
    session.run();
    session.pause();
    session.stepEpoch();
    waitFor(session, [](const Snapshot &s) { return s.state != SessionState::Running && s.epoch >= 1; });
    session.run();
    const auto last = waitFor(session, finished);
    EXPECT_EQ(last->parameters, straight.state().parameters);
}

TEST(TrainingSession, RunsToABatchAndPausesThere)
{
    Trainer<float> straight(smallSettings(), sineData<float>());
    for (int i = 0; i < 7; ++i)
        straight.step();
    TrainingSession session(smallSettings(), sineData<float>());
    session.runTo(3);
    const auto there = waitFor(session, [](const Snapshot &s) { return s.state == SessionState::Paused; });
    EXPECT_EQ(there->step, 3);
    session.runTo(3); // is reached: nothing happens
    session.runTo(7);
    const auto further =
        waitFor(session, [](const Snapshot &s) { return s.state == SessionState::Paused && s.step > 3; });
    EXPECT_EQ(further->step, 7);
    EXPECT_EQ(further->parameters, straight.state().parameters);
    session.run(); // to the end: the batch to pause at is forgotten
    EXPECT_GT(waitFor(session, finished)->step, 7);
}

TEST(TrainingSession, ResetBringsTheSameWeightsOrNewOnes)
{
    TrainingSession session(smallSettings(), sineData<float>());
    const auto initial = session.snapshot();
    session.stepBatch();
    waitFor(session, [](const Snapshot &s) { return s.step == 1; });
    session.reset(ResetWeights::Same);
    const auto same = waitFor(session, [&](const Snapshot &s) { return s.generation > initial->generation; });
    EXPECT_EQ(same->parameters, initial->parameters);
    EXPECT_TRUE(session.drainHistory().batches.empty());
    session.reset(ResetWeights::New);
    const auto other = waitFor(session, [&](const Snapshot &s) { return s.generation > same->generation; });
    EXPECT_NE(other->parameters, initial->parameters);
    EXPECT_EQ(other->settings.training.seed, 1U);
    TrainingSession another(smallSettings(), sineData<float>());
    EXPECT_GT(another.snapshot()->generation, other->generation) << "what is cached is of one session";
}

TEST(TrainingSession, LearningRateChangesWhileRunning)
{
    Settings settings = smallSettings();
    settings.training.epochs = 100000;
    TrainingSession session(settings, sineData<float>());
    session.run();
    session.setLearningRate(1e-5);
    const auto changed = waitFor(session, [](const Snapshot &s) { return s.learningRate == 1e-5 && s.step > 0; });
    EXPECT_EQ(changed->learningRate, 1e-5);
    session.pause();
    EXPECT_EQ(waitFor(session, [](const Snapshot &s) { return s.state == SessionState::Paused; })->state,
              SessionState::Paused);
}

TEST(TrainingSession, EndsCleanlyInMidTraining)
{
    Settings settings = smallSettings();
    settings.training.epochs = 100000;
    for (int i = 0; i < 5; ++i) {
        TrainingSession session(settings, sineData<float>());
        session.setSecondsPerBatch(i % 2 == 0 ? 0.0 : 10.0);
        session.run();
        waitFor(session, [](const Snapshot &s) { return s.state == SessionState::Running; });
    }
    SUCCEED();
}

TEST(TrainingSession, BadSettingsLeaveTheTrainingAsItIs)
{
    TrainingSession session(smallSettings(), sineData<float>());
    session.stepBatch();
    Settings bad = smallSettings();
    bad.network.hidden = 0;
    session.reset(bad);
    const auto snapshot = waitFor(session, [](const Snapshot &s) { return !s.message.empty(); });
    EXPECT_EQ(snapshot->step, 1);
    EXPECT_THAT(snapshot->message, ::testing::HasSubstr("0"));
    EXPECT_EQ(snapshot->settings.network.hidden, 10);
}

TEST(TrainingSession, SavedStateGoesOnWithTheSameBits)
{
    TrainingSession first(smallSettings(), sineData<float>());
    for (int i = 0; i < 5; ++i)
        first.stepBatch();
    const TrainerState<float> state = first.trainerState();
    first.run();
    TrainingSession second(smallSettings(), sineData<float>());
    second.loadState(state);
    second.run();
    EXPECT_EQ(waitFor(first, finished)->parameters, waitFor(second, finished)->parameters);
}

TEST(TrainingSession, PhasesAreNamedOneByOne)
{
    TrainingSession session(smallSettings(), sineData<float>());
    for (const Phase phase : {Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip, Phase::Update}) {
        session.stepPhase();
        const auto snapshot = waitFor(session, [phase](const Snapshot &s) { return s.phase == phase; });
        EXPECT_EQ(snapshot->phase, phase);
    }
    EXPECT_EQ(session.snapshot()->step, 1);
}
