// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "tests/core/train/training_data.h"

#include <gmock/gmock.h>

#include <numeric>

using namespace gatescope;
using gatescope::testing::sineData;
using gatescope::testing::smallSettings;
using ::testing::HasSubstr;

namespace {

std::vector<float> weightsAfter(const Settings &settings, int steps)
{
    Trainer<float> trainer(settings, sineData<float>(200));
    for (int i = 0; i < steps; ++i)
        trainer.step();
    const auto parameters = std::as_const(trainer.network()).parameters();
    return {parameters.begin(), parameters.end()};
}

} // namespace

TEST(Trainer, KeepsTheLastPartialBatchAndAveragesBatchLossesPlainly)
{
    Trainer<float> trainer(smallSettings(), sineData<float>(100)); // 32 + 32 + 32 + 4
    EXPECT_EQ(trainer.batchesPerEpoch(), 4);
    double sum = 0.0;
    for (int batch = 1; batch <= 4; ++batch) {
        const StepResult result = trainer.step();
        EXPECT_EQ(result.batch.batch, batch);
        sum += result.batch.loss;
        EXPECT_EQ(result.epoch.has_value(), batch == 4);
        if (result.epoch) {
            EXPECT_DOUBLE_EQ(result.epoch->trainingLoss, sum / 4.0);
        }
    }
}

TEST(Trainer, RecordsTheGatesOfTheValidationPart)
{
    Settings settings = smallSettings();
    Trainer<float> trainer(settings, sineData<float>(100));
    StepResult result;
    do
        result = trainer.step();
    while (!result.epoch);
    const Matrix<float> &gates = result.epoch->gates;
    ASSERT_EQ(gates.rows(), kGateFigures);
    ASSERT_EQ(gates.cols(), settings.network.layers);
    const SequenceSet<float> &validation = trainer.data().validation;
    double r = 0.0, z = 0.0, rSaturated = 0.0, count = 0.0;
    for (Index sequence = 0; sequence < validation.size(); ++sequence) {
        trainer.network().forward(validation.input(sequence), 1);
        const LayerGates<float> own = trainer.network().gates(0);
        r += static_cast<double>(own.r.sum());
        z += static_cast<double>(own.z.sum());
        rSaturated += static_cast<double>((own.r.array() < 0.1F || own.r.array() > 0.9F).count());
        count += static_cast<double>(own.r.size());
    }
    EXPECT_NEAR(gates(static_cast<Index>(GateFigure::ResetMean), 0), r / count, 1e-5);
    EXPECT_NEAR(gates(static_cast<Index>(GateFigure::UpdateMean), 0), z / count, 1e-5);
    EXPECT_NEAR(gates(static_cast<Index>(GateFigure::ResetSaturated), 0), rSaturated / count, 1e-3);
    settings.network.held = HeldGates::Both;
    Trainer<float> held(settings, sineData<float>(100));
    do
        result = held.step();
    while (!result.epoch);
    EXPECT_EQ(result.epoch->gates(static_cast<Index>(GateFigure::ResetMean), 0), 1.0F);
    EXPECT_EQ(result.epoch->gates(static_cast<Index>(GateFigure::UpdateMean), 0), 0.0F);
}

TEST(Trainer, LearnsASine)
{
    Settings settings = smallSettings();
    settings.training.epochs = 30;
    Trainer<float> trainer(settings, sineData<float>(200));
    const double before = trainer.evaluate(trainer.data().validation);
    StepResult result;
    while (!trainer.finished())
        result = trainer.step();
    EXPECT_EQ(result.outcome, StepOutcome::Finished);
    EXPECT_LT(trainer.evaluate(trainer.data().validation), 0.1 * before);
}

TEST(Trainer, SameBitsForAnyNumberOfThreads)
{
    Settings settings = smallSettings();
    settings.training.batch = 64;
    settings.network.dropout = 0.2;
    const auto one = weightsAfter(settings, 12);
    settings.training.threads = 2;
    EXPECT_EQ(one, weightsAfter(settings, 12));
    settings.training.threads = 4;
    EXPECT_EQ(one, weightsAfter(settings, 12));
}

TEST(Trainer, SeedDecidesWeightsAndBatches)
{
    Settings settings = smallSettings();
    const auto first = weightsAfter(settings, 3);
    EXPECT_EQ(first, weightsAfter(settings, 3));
    settings.training.seed = 1;
    EXPECT_NE(first, weightsAfter(settings, 3));
}

TEST(Trainer, ResumesInMidEpochWithTheSameBits)
{
    Settings settings = smallSettings();
    settings.network.dropout = 0.1;
    settings.training.schedule = ScheduleKind::Cosine;
    const auto straight = weightsAfter(settings, 17);
    Trainer<float> first(settings, sineData<float>(200));
    for (int i = 0; i < 9; ++i)
        first.step();
    Trainer<float> second(settings, sineData<float>(200));
    second.restore(first.state());
    for (int i = 0; i < 8; ++i)
        second.step();
    const auto resumed = std::as_const(second.network()).parameters();
    EXPECT_EQ(straight, std::vector<float>(resumed.begin(), resumed.end()));
    EXPECT_EQ(second.stepsTrained(), 17);
}

TEST(Trainer, StepLimitInMidEpochLeavesTheEpochUnderWay)
{
    Settings settings = smallSettings();
    const auto straight = weightsAfter(settings, 17);
    settings.training.maximumSteps = 9;
    Trainer<float> first(settings, sineData<float>(200)); // 7 batches an epoch
    StepResult result;
    while (!first.finished())
        result = first.step();
    EXPECT_EQ(result.outcome, StepOutcome::Finished);
    EXPECT_FALSE(result.epoch.has_value());
    EXPECT_EQ(first.batchInEpoch(), 2);
    settings.training.maximumSteps = 17;
    Trainer<float> second(settings, sineData<float>(200));
    second.restore(first.state());
    while (!second.finished())
        second.step();
    const auto resumed = std::as_const(second.network()).parameters();
    EXPECT_EQ(straight, std::vector<float>(resumed.begin(), resumed.end()));
}

TEST(Trainer, RefusesAStateOfOtherData)
{
    Trainer<float> small(smallSettings(), sineData<float>(50));
    Trainer<float> large(smallSettings(), sineData<float>(60));
    const auto before = small.state();
    EXPECT_THROW(small.restore(large.state()), DataError);
    auto damaged = before;
    damaged.progress.permutation[0] = damaged.progress.permutation[1];
    EXPECT_THROW(small.restore(damaged), DataError);
    EXPECT_EQ(small.state().parameters, before.parameters);
}

TEST(Trainer, PhasesMakeTheSameStep)
{
    Trainer<float> whole(smallSettings(), sineData<float>());
    Trainer<float> phased(smallSettings(), sineData<float>());
    const StepResult expected = whole.step();
    StepResult result;
    for (const Phase phase : {Phase::Forward, Phase::Loss, Phase::Backward, Phase::Clip, Phase::Update})
        EXPECT_EQ(phased.stepPhase(result), phase);
    EXPECT_EQ(result.batch.loss, expected.batch.loss);
    EXPECT_EQ(whole.state().parameters, phased.state().parameters);
}

TEST(Trainer, DivergenceIsAResultAndKeepsTheWeights)
{
    auto data = sineData<float>();
    auto store = std::make_shared<SeriesStore<float>>(data.train.store());
    store->targets.setConstant(std::numeric_limits<float>::infinity());
    data.train = SequenceSet<float>(store, data.train.steps(), data.train.starts(), data.train.targetColumns(), 1);
    Trainer<float> trainer(smallSettings(), data);
    const auto before = trainer.state().parameters;
    const StepResult result = trainer.step();
    EXPECT_EQ(result.outcome, StepOutcome::Diverged);
    EXPECT_EQ(before, trainer.state().parameters);
    EXPECT_EQ(trainer.stepsTrained(), 0);
    EXPECT_EQ(trainer.phase(), Phase::Ready) << "the same batch is tried again";
    EXPECT_THAT(result.message, HasSubstr("step 1"));
    EXPECT_THAT(result.message, HasSubstr("learning rate 0.01"));
}

TEST(Trainer, AGradientTooLargeForTheOptimizerIsDivergenceBeforeTheUpdate)
{
    for (const OptimizerKind optimizer : {OptimizerKind::Adam, OptimizerKind::AdamW, OptimizerKind::RmsProp}) {
        auto data = sineData<float>();
        auto store = std::make_shared<SeriesStore<float>>(data.train.store());
        store->targets *= 1e25f; // the loss, a double, is finite; the square of the gradient is no float
        data.train = SequenceSet<float>(store, data.train.steps(), data.train.starts(), data.train.targetColumns(), 1);
        Settings settings = smallSettings();
        settings.training.optimizer = optimizer;
        Trainer<float> trainer(settings, data);
        const auto before = trainer.state().parameters;
        const StepResult result = trainer.step();
        EXPECT_EQ(result.outcome, StepOutcome::Diverged);
        EXPECT_THAT(result.message, HasSubstr("too large for a step in float32"));
        EXPECT_EQ(before, trainer.state().parameters);
    }
}

TEST(Trainer, AValidationLossThatIsNoNumberIsDivergence)
{
    auto data = sineData<float>();
    auto store = std::make_shared<SeriesStore<float>>(data.validation.store());
    store->targets.setConstant(std::numeric_limits<float>::infinity());
    data.validation = SequenceSet<float>(store, data.validation.steps(), data.validation.starts(),
                                         data.validation.targetColumns(), 1);
    Trainer<float> trainer(smallSettings(), data);
    StepResult result = trainer.step();
    while (!result.epoch)
        result = trainer.step();
    EXPECT_EQ(result.outcome, StepOutcome::Diverged);
    EXPECT_EQ(trainer.epochsTrained(), 1);
    EXPECT_THAT(result.message, HasSubstr("epoch 1: the validation loss is not a finite number"));
}

TEST(Trainer, MoreEpochsInMidTrainingStretchTheCosine)
{
    Settings settings = smallSettings();
    settings.training.schedule = ScheduleKind::Cosine;
    Trainer<float> trainer(settings, sineData<float>());
    while (!trainer.finished())
        trainer.step();
    EXPECT_NEAR(trainer.learningRate(), 0.0, 1e-18);
    settings.training.epochs *= 2;
    trainer.setLiveSettings(settings);
    EXPECT_NEAR(trainer.learningRate(), 0.005, 1e-12) << "half way down";
}

TEST(Trainer, StopsEarlyAndKeepsTheBestWeights)
{
    Settings settings = smallSettings();
    settings.training.optimizer = OptimizerKind::Sgd;
    settings.training.learningRate = 0.5;
    settings.training.epochs = 500;
    settings.training.earlyStopPatience = 2;
    Trainer<float> trainer(settings, sineData<float>());
    std::vector<float> best;
    StepResult result;
    while (!trainer.finished()) {
        result = trainer.step();
        if (result.epoch && result.epoch->best)
            best = trainer.state().parameters;
    }
    EXPECT_EQ(result.outcome, StepOutcome::EarlyStopped);
    EXPECT_EQ(best, std::vector<float>(trainer.bestParameters().begin(), trainer.bestParameters().end()));
    EXPECT_EQ(trainer.epochsTrained(), trainer.bestEpoch() + 2);
}

TEST(Trainer, OneWindowTrains)
{
    Settings settings = smallSettings();
    settings.network.hidden = 1;
    settings.network.layers = 1;
    Trainer<float> trainer(settings, sineData<float>(1, 1, 0));
    EXPECT_TRUE(std::isfinite(trainer.step().batch.loss));
}

TEST(Trainer, NoWindowIsAnErrorWithAWayOut)
{
    try {
        Trainer<float> trainer(smallSettings(), sineData<float>(0, 4, 0));
        FAIL() << "no error";
    } catch (const DataError &error) {
        EXPECT_THAT(error.what(), HasSubstr("shorter window"));
    }
}

TEST(Trainer, ImpossibleMemoryIsRefusedWithNumbers)
{
    Settings settings = smallSettings();
    settings.network.hidden = 4096;
    settings.network.layers = 32;
    settings.training.batch = 65536;
    try {
        Trainer<float>::checkMemory(settings, 10000);
        FAIL() << "no error";
    } catch (const ResourceError &error) {
        EXPECT_THAT(error.what(), HasSubstr("needs 2.1 PB"));
        EXPECT_EQ(error.exitCode(), 4);
    }
}

TEST(Trainer, LearningRateChangesAtOnce)
{
    Trainer<float> trainer(smallSettings(), sineData<float>());
    trainer.step();
    trainer.setLearningRate(0.25);
    EXPECT_EQ(trainer.step().batch.learningRate, 0.25);
}

TEST(Trainer, TruncationCutsTheGradient)
{
    Settings settings = smallSettings();
    settings.training.truncation = 3;
    Trainer<float> trainer(settings, sineData<float>(64, 10));
    trainer.step();
    const Matrix<float> norms = trainer.gradientNorms();
    EXPECT_GT(norms(0, 7), 0.0f);
    EXPECT_EQ(norms.leftCols(6).maxCoeff(), 0.0f);
}
