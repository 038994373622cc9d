// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/moment_keeper.h"

#include "core/inspect/units/gate_weights.h"
#include "core/session/training_session.h"
#include "tests/core/train/training_data.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <thread>

using namespace gatescope;
using gatescope::testing::sineData;
using gatescope::testing::smallSettings;

namespace {

/// One batch an epoch, the whole training part: its loss can be measured again with any weights.
Settings wholeBatches()
{
    Settings settings = smallSettings();
    settings.training.batch = 100;
    settings.training.epochs = 12;
    return settings;
}

} // namespace

TEST(MomentKeeper, EveryMomentReproducesItsRecordedLosses)
{
    Trainer<float> trainer(wholeBatches(), sineData<float>()), judge(wholeBatches(), sineData<float>());
    MomentKeeper keeper;
    keeper.restart(trainer);
    while (!trainer.finished())
        keeper.stepEnded(trainer.step(), trainer);
    const auto moments = keeper.moments();
    ASSERT_EQ(moments.size(), 13u);
    EXPECT_TRUE(std::isnan(moments.back().loss));
    for (std::size_t i = 0; i + 1 < moments.size(); ++i) {
        EXPECT_EQ(moments[i].step, static_cast<std::int64_t>(i));
        judge.setParameters(*moments[i].parameters);
        EXPECT_NEAR(judge.evaluate(judge.data().train), moments[i].loss, 1e-6) << i;
        EXPECT_EQ(moments[i].validationLoss.has_value(), i > 0);
        if (moments[i].validationLoss) {
            EXPECT_NEAR(judge.evaluate(judge.data().validation), *moments[i].validationLoss, 1e-6) << i;
        }
    }
}

TEST(MomentKeeper, ARestartForgetsEverything)
{
    Trainer<float> trainer(wholeBatches(), sineData<float>());
    MomentKeeper keeper;
    EXPECT_TRUE(keeper.moments().empty());
    keeper.restart(trainer);
    keeper.stepEnded(trainer.step(), trainer);
    EXPECT_EQ(keeper.moments().size(), 2u);
    keeper.restart(trainer);
    ASSERT_EQ(keeper.moments().size(), 1u);
    EXPECT_EQ(keeper.moments().front().step, 1);
}

TEST(MomentKeeper, ASessionKeepsItsMoments)
{
    TrainingSession session(wholeBatches(), sineData<float>());
    ASSERT_EQ(session.moments().size(), 1u);
    session.run();
    for (int i = 0; i < 20000 && session.snapshot()->state != SessionState::Finished; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const auto moments = session.moments();
    ASSERT_EQ(moments.size(), 13u);
    EXPECT_EQ(moments.back().step, 12);
    EXPECT_EQ(*moments.back().parameters, session.snapshot()->parameters);
    EXPECT_NE(*moments.front().parameters, *moments.back().parameters);
}

TEST(MomentKeeper, KeepsTheGradientOfTheBatchThatLedThere)
{
    Trainer<float> trainer(wholeBatches(), sineData<float>());
    MomentKeeper keeper;
    keeper.restart(trainer);
    std::vector<Matrix<float>> norms;
    for (int i = 0; i < 4; ++i) {
        const StepResult result = trainer.step();
        norms.push_back(trainer.gradientNorms());
        keeper.stepEnded(result, trainer);
    }
    const auto moments = keeper.moments();
    ASSERT_EQ(moments.size(), 5u);
    EXPECT_EQ(moments[0].gradientNorms, nullptr);
    for (std::size_t i = 1; i < moments.size(); ++i) {
        ASSERT_NE(moments[i].gradientNorms, nullptr);
        EXPECT_EQ(*moments[i].gradientNorms, norms[i - 1]);
    }
}

TEST(MomentKeeper, KeepsTheUpdateThatLedThere)
{
    Trainer<float> trainer(wholeBatches(), sineData<float>());
    MomentKeeper keeper;
    keeper.restart(trainer);
    EXPECT_EQ(keeper.lastUpdateRatios(), nullptr);
    for (int i = 0; i < 4; ++i)
        keeper.stepEnded(trainer.step(), trainer);
    const auto moments = keeper.moments();
    EXPECT_EQ(moments[0].updateRatios, nullptr);
    const ParameterLayout layout(trainer.settings().network);
    for (std::size_t i = 1; i < moments.size(); ++i) {
        ASSERT_NE(moments[i].updateRatios, nullptr);
        ASSERT_EQ(moments[i].updateRatios->tensors.size(), layout.slots().size());
        for (std::size_t slot = 0; slot < layout.slots().size(); ++slot) {
            const std::span<const float> before(*moments[i - 1].parameters), after(*moments[i].parameters);
            const Matrix<float> old = tensorView(before, layout.slots()[slot]);
            const Matrix<float> moved = tensorView(after, layout.slots()[slot]) - old;
            const float expected = moved.norm() / old.norm();
            EXPECT_NEAR(moments[i].updateRatios->tensors[slot].ratio(), expected, 1e-4F * expected) << i << ' ' << slot;
        }
    }
    EXPECT_EQ(keeper.lastUpdateRatios(), moments.back().updateRatios);
}

TEST(MomentKeeper, KeepsTheGradientOfEachGate)
{
    Trainer<float> trainer(wholeBatches(), sineData<float>());
    MomentKeeper keeper;
    keeper.restart(trainer);
    EXPECT_EQ(keeper.lastGateGradients(trainer), nullptr);
    std::vector<Matrix<float>> expected;
    for (int i = 0; i < 3; ++i) {
        keeper.stepEnded(trainer.step(), trainer);
        expected.push_back(gateNorms<float>(trainer.settings().network, std::as_const(trainer.network()).gradient()));
    }
    const auto moments = keeper.moments();
    ASSERT_EQ(moments.size(), 4U);
    EXPECT_EQ(moments[0].gateGradients, nullptr);
    for (std::size_t i = 1; i < moments.size(); ++i) {
        ASSERT_NE(moments[i].gateGradients, nullptr);
        EXPECT_EQ(*moments[i].gateGradients, expected[i - 1]);
        EXPECT_GT(moments[i].gateGradients->minCoeff(), 0.0F);
    }
    EXPECT_EQ(*keeper.lastGateGradients(trainer), expected.back());
}

TEST(MomentKeeper, GoesOnFromEarlierMomentsOfTheSameTraining)
{
    Trainer<float> trainer(wholeBatches(), sineData<float>());
    MomentKeeper keeper;
    keeper.restart(trainer);
    for (int i = 0; i < 5; ++i)
        keeper.stepEnded(trainer.step(), trainer);
    std::vector<TrainingMoment> film = keeper.moments();
    film.back().step = 99; // of a later time than the state that is gone back to
    keeper.restart(trainer, film);
    const auto moments = keeper.moments();
    ASSERT_EQ(moments.size(), 6U);
    for (std::size_t i = 0; i < moments.size(); ++i)
        EXPECT_EQ(moments[i].step, static_cast<std::int64_t>(i));
    EXPECT_EQ(moments[2].parameters, film[2].parameters);
    keeper.stepEnded(trainer.step(), trainer);
    EXPECT_EQ(keeper.moments().size(), 7U);
}

TEST(MomentKeeper, ThinnedMomentsStillHaveTheirGradientAndTheirUpdate)
{
    Settings settings = wholeBatches();
    settings.training.epochs = 1500;
    settings.network.hidden = 1;
    settings.network.layers = 1;
    Trainer<float> trainer(settings, sineData<float>(20, 3, 5));
    MomentKeeper keeper;
    keeper.restart(trainer);
    std::vector<std::vector<float>> weights;
    const auto note = [&] {
        weights.emplace_back(trainer.network().parameters().begin(), trainer.network().parameters().end());
    };
    note();
    while (!trainer.finished()) {
        keeper.stepEnded(trainer.step(), trainer);
        note();
    }
    const auto moments = keeper.moments();
    ASSERT_GT(moments.size(), 400u);
    ASSERT_LT(moments.size(), 1001u);
    for (std::size_t i = 1; i + 1 < moments.size(); ++i) {
        const auto step = static_cast<std::size_t>(moments[i].step);
        EXPECT_NE(moments[i].gradientNorms, nullptr) << step;
        ASSERT_NE(moments[i].updateRatios, nullptr) << step;
        const UpdateRatios expected = updateRatios<float>(settings.network, weights[step - 1], weights[step]);
        EXPECT_EQ(moments[i].updateRatios->tensors, expected.tensors) << step;
        EXPECT_EQ(moments[i].updateRatios->units, expected.units) << step;
    }
    EXPECT_EQ(moments.back().step, 1500);
    const UpdateRatios last = updateRatios<float>(settings.network, weights[1499], weights[1500]);
    EXPECT_EQ(keeper.lastUpdateRatios()->tensors, last.tensors);
}
