// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/phase_caption.h"

#include "tests/core/train/training_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

using namespace gatescope;
using ::testing::HasSubstr;

namespace {

PhaseNumbers numbers()
{
    PhaseNumbers made;
    made.sequences = 64;
    made.steps = 32;
    made.loss = 0.125;
    made.gradientNorm = 4.0;
    made.clippedGradientNorm = 1.0;
    made.learningRate = 0.001;
    made.updateRatio = 0.0021;
    return made;
}

} // namespace

TEST(PhaseCaption, NumbersThePhasesInOrder)
{
    int expected = 0;
    std::set<std::string> titles;
    for (const Phase phase : {Phase::Ready, Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip, Phase::Update}) {
        const PhaseCaption caption = phaseCaption(phase, Settings{}, numbers());
        EXPECT_EQ(caption.number, expected++);
        EXPECT_FALSE(caption.text.empty());
        EXPECT_FALSE(caption.atWork.empty());
        titles.insert(caption.title);
    }
    EXPECT_EQ(titles.size(), 6u);
}

TEST(PhaseCaption, ForwardTellsTheShapes)
{
    EXPECT_EQ(phaseCaption(Phase::Forward, Settings{}, numbers()).text,
              "64 sequences of 32 steps pass through 2 layers of 64 units; the head reads the last state of the top "
              "layer.");
}

TEST(PhaseCaption, ForwardTellsAtHowManyStepsTheLossIsAsked)
{
    Settings settings;
    settings.training.lossAt = LossAt::Every;
    settings.training.burnIn = 4;
    const PhaseCaption caption = phaseCaption(Phase::Forward, settings, numbers());
    EXPECT_THAT(caption.text, HasSubstr("; the head reads the state of the top layer at 28 steps."));
    EXPECT_EQ(caption.equation, "ŷ_t = V h_t + c");
}

TEST(PhaseCaption, LossHasItsValueAndEquation)
{
    const PhaseCaption caption = phaseCaption(Phase::Loss, Settings{}, numbers());
    EXPECT_THAT(caption.text, HasSubstr("over 64 sequences is 0.125000"));
    EXPECT_EQ(caption.equation, "loss = mean (ŷ − y)²");
}

TEST(PhaseCaption, BackwardSaysHowFarItGoes)
{
    Settings settings;
    EXPECT_THAT(phaseCaption(Phase::Backward, settings, numbers()).text,
                HasSubstr("From step 31 back to step 0, through 2 layers"));
    settings.training.truncation = 8;
    EXPECT_THAT(phaseCaption(Phase::Backward, settings, numbers()).text, HasSubstr("back to step 24 (truncated)"));
}

TEST(PhaseCaption, ClipSaysWhetherItCut)
{
    Settings settings;
    EXPECT_THAT(phaseCaption(Phase::Clip, settings, numbers()).text, HasSubstr("off"));
    settings.training.clipNorm = 1.0;
    EXPECT_THAT(phaseCaption(Phase::Clip, settings, numbers()).text, HasSubstr("falls from 4.000000 to 1.000000"));
    PhaseNumbers small = numbers();
    small.gradientNorm = small.clippedGradientNorm = 0.5;
    EXPECT_THAT(phaseCaption(Phase::Clip, settings, small).text, HasSubstr("within the norm's limit of 1.0000"));
    settings.training.clipNorm = 0.0;
    settings.training.clipValue = 0.5;
    PhaseNumbers turned = numbers();
    turned.clipAngle = 12.345;
    EXPECT_EQ(phaseCaption(Phase::Clip, settings, turned).text,
              "The gradient is cut to the limit of 0.5000 for each element: its norm falls from 4.000000 to 1.000000, "
              "and it turns by 12.35°.");
}

TEST(PhaseCaption, ClipNamesBothLimitsWhereBothAreSet)
{
    Settings settings;
    settings.training.clipNorm = 1.0;
    settings.training.clipValue = 0.25;
    PhaseNumbers cut = numbers();
    cut.clipAngle = 3.0;
    const PhaseCaption caption = phaseCaption(Phase::Clip, settings, cut);
    EXPECT_EQ(caption.text,
              "The gradient is cut to the norm's limit of 1.0000 and the limit of 0.2500 for each element: "
              "its norm falls from 4.000000 to 1.000000, and it turns by 3.00°.");
    EXPECT_EQ(caption.equation, "g ← g · min(1, limit / ‖g‖),  then g ← min(limit, max(−limit, g))");
    PhaseNumbers small = numbers();
    small.gradientNorm = small.clippedGradientNorm = 0.5;
    EXPECT_EQ(phaseCaption(Phase::Clip, settings, small).text,
              "The gradient is within the norm's limit of 1.0000 and the limit of 0.2500 for each element and stays as "
              "it is.");
}

TEST(PhaseCaption, UpdateTellsLearningRateAndShare)
{
    const PhaseCaption caption = phaseCaption(Phase::Update, Settings{}, numbers());
    EXPECT_EQ(caption.text,
              "Adam moves every weight with learning rate 0.001000, by 0.210 % of the weights' own size.");
    PhaseNumbers unmeasured = numbers();
    unmeasured.updateRatio = 0.0;
    EXPECT_EQ(phaseCaption(Phase::Update, Settings{}, unmeasured).text,
              "Adam moves every weight with learning rate 0.001000.");
}

TEST(PhaseCaption, UpdateHasTheOptimizersOwnEquation)
{
    const auto equation = [](const TrainingOptions &training) {
        return phaseCaption(Phase::Update, Settings{{}, training}, numbers()).equation;
    };
    TrainingOptions training;
    training.momentum = 0.9; // which Adam does not read
    EXPECT_EQ(equation(training), "θ ← θ − η · m̂ / (√v̂ + ε)");
    training.weightDecay = 0.01;
    EXPECT_EQ(equation(training), "g ← g + λ θ,  θ ← θ − η · m̂ / (√v̂ + ε)");
    training.optimizer = OptimizerKind::AdamW;
    EXPECT_EQ(equation(training), "θ ← θ − η λ θ,  θ ← θ − η · m̂ / (√v̂ + ε)");
    training.weightDecay = 0.0;
    for (const OptimizerKind kind : {OptimizerKind::Sgd, OptimizerKind::RmsProp}) {
        training.optimizer = kind;
        training.momentum = 0.9;
        EXPECT_EQ(equation(training), "θ ← θ − η · m");
        training.momentum = 0.0;
        EXPECT_EQ(equation(training), kind == OptimizerKind::Sgd ? "θ ← θ − η · g" : "θ ← θ − η · g / (√v + ε)");
    }
}

TEST(PhaseNumbers, FollowATrainerThroughItsPhases)
{
    using gatescope::testing::sineData;
    using gatescope::testing::smallSettings;
    Trainer<float> trainer(smallSettings(), sineData<float>());
    StepResult result;
    ASSERT_EQ(trainer.stepPhase(result), Phase::Forward);
    EXPECT_EQ(phaseNumbers(trainer).sequences, 32);
    EXPECT_EQ(phaseNumbers(trainer).batch, 1);
    ASSERT_EQ(trainer.stepPhase(result), Phase::Loss);
    EXPECT_GT(phaseNumbers(trainer).loss, 0.0);
    ASSERT_EQ(trainer.stepPhase(result), Phase::Backward);
    const double norm = phaseNumbers(trainer).gradientNorm;
    EXPECT_GT(norm, 0.0);
    EXPECT_TRUE(phaseNumbers(trainer).updates.empty());
    ASSERT_EQ(trainer.stepPhase(result), Phase::Clip);
    EXPECT_EQ(phaseNumbers(trainer).gradientNorm, norm);
    const std::vector<float> before(trainer.network().parameters().begin(), trainer.network().parameters().end());
    ASSERT_EQ(trainer.stepPhase(result), Phase::Update);
    const UpdateRatios update = updateRatios<float>(trainer.settings().network, before, trainer.network().parameters());
    EXPECT_TRUE(phaseNumbers(trainer).updates.empty());
    const PhaseNumbers numbers = phaseNumbers(trainer, &update);
    EXPECT_EQ(numbers.loss, result.batch.loss);
    ASSERT_EQ(numbers.updates.size(), 3u); // two layers and the head
    EXPECT_EQ(numbers.updates[1].part, "layer 2");
    EXPECT_EQ(numbers.updates[2].part, "head");
    double moved = 0.0, weights = 0.0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        moved = std::hypot(moved, static_cast<double>(trainer.network().parameters()[i] - before[i]));
        weights = std::hypot(weights, static_cast<double>(before[i]));
    }
    double together = 0.0;
    for (const PartUpdate &part : numbers.updates)
        together = std::hypot(together, part.update);
    EXPECT_NEAR(together, moved, 1e-6);
    EXPECT_NEAR(numbers.updateRatio, moved / weights, 1e-6);
}
