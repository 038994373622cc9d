// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers a trainer reports, each against the same computed by hand.
#include "core/train/trainer.h"

#include "core/train/optimisation/clipping.h"
#include "core/train/optimisation/loss.h"
#include "core/train/training_memory.h"
#include "tests/core/train/training_data.h"

#include <gtest/gtest.h>

using namespace gatescope;
using gatescope::testing::sineData;
using gatescope::testing::smallSettings;

namespace {

/// The mean loss of sequences that are run one by one, without dropout.
double lossByHand(const NetworkOptions &options, std::span<const float> parameters, const SequenceSet<float> &set)
{
    Network<float> network(options);
    std::ranges::copy(parameters, network.parameters().begin());
    double sum = 0.0;
    for (Index i = 0; i < set.size(); ++i) {
        const Matrix<float> output = network.forward(set.input(i), 1);
        sum += lossValue<float>(Loss{}, output, set.target(i));
    }
    return sum / static_cast<double>(set.size());
}

/// A gradient cut to nothing: the weights stay as they are, bit for bit.
Settings standingStill()
{
    Settings settings = smallSettings();
    settings.training.optimizer = OptimizerKind::Sgd;
    settings.training.clipNorm = 1e-30;
    settings.training.shuffle = false;
    return settings;
}

EpochRecord nextEpoch(Trainer<float> &trainer)
{
    for (;;) {
        if (const StepResult result = trainer.step(); result.epoch)
            return *result.epoch;
    }
}

} // namespace

TEST(TrainerNumbers, ValidationLossIsTheMeanOverSequences)
{
    Settings settings = smallSettings();
    settings.network.dropout = 0.5;                               // not in evaluation
    Trainer<float> trainer(settings, sineData<float>(64, 8, 33)); // 32 + 1
    const EpochRecord epoch = nextEpoch(trainer);
    const double expected =
        lossByHand(settings.network, std::as_const(trainer.network()).parameters(), trainer.data().validation);
    ASSERT_TRUE(epoch.validationLoss);
    EXPECT_NEAR(*epoch.validationLoss, expected, 1e-6 * expected);
    EXPECT_NEAR(trainer.evaluate(trainer.data().validation), expected, 1e-6 * expected);
    EXPECT_EQ(trainer.bestLoss(), *epoch.validationLoss);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(trainer.evaluate(trainer.data().validation, nullptr, stop.get_token()), 0.0) << "of no batch";
}

TEST(TrainerNumbers, WithoutValidationTheTrainingLossDecidesWhatIsBest)
{
    Trainer<float> trainer(smallSettings(), sineData<float>(64, 8, 0));
    const EpochRecord epoch = nextEpoch(trainer);
    EXPECT_FALSE(epoch.validationLoss);
    EXPECT_TRUE(epoch.best);
    EXPECT_EQ(trainer.bestLoss(), epoch.trainingLoss);
}

TEST(TrainerNumbers, NormsAreOfTheGradientBeforeAndAfterClipping)
{
    Settings settings = smallSettings();
    Trainer<float> free(settings, sineData<float>());
    const BatchRecord whole = free.step().batch;
    EXPECT_EQ(whole.clippedGradientNorm, whole.gradientNorm);
    settings.training.clipNorm = whole.gradientNorm / 4.0;
    Trainer<float> clipped(settings, sineData<float>());
    StepResult result;
    while (clipped.stepPhase(result) != Phase::Clip)
        ;
    EXPECT_EQ(clipped.batchUnderWay().gradientNorm, whole.gradientNorm);
    const double now = gradientNorm<float>(std::as_const(clipped.network()).gradient());
    EXPECT_NEAR(now, settings.training.clipNorm, 1e-5);
    EXPECT_NEAR(clipped.batchUnderWay().clippedGradientNorm, now, 1e-6 * now);
    clipped.stepPhase(result);
    EXPECT_NEAR(result.batch.clippedGradientNorm, now, 1e-6 * now);
    EXPECT_EQ(result.batch.gradientNorm, whole.gradientNorm);
}

TEST(TrainerNumbers, ClippingByValueLimitsEveryElementThatTheOptimizerSees)
{
    Settings settings = smallSettings();
    settings.training.clipValue = 1e-3;
    Trainer<float> trainer(settings, sineData<float>());
    StepResult result;
    while (trainer.stepPhase(result) != Phase::Clip)
        ;
    double sum = 0.0;
    for (const float value : std::as_const(trainer.network()).gradient()) {
        EXPECT_LE(std::abs(value), 1e-3F);
        sum += static_cast<double>(value) * static_cast<double>(value);
    }
    EXPECT_NEAR(trainer.batchUnderWay().clippedGradientNorm, std::sqrt(sum), 1e-9);
    EXPECT_GT(trainer.batchUnderWay().gradientNorm, std::sqrt(sum));
}

TEST(TrainerNumbers, ClippingByValueRecordsTheAngleByWhichItTurnedTheGradient)
{
    Settings settings = smallSettings();
    EXPECT_FALSE(Trainer<float>(settings, sineData<float>()).step().batch.clipAngle);
    settings.training.clipNorm = 0.1;
    EXPECT_FALSE(Trainer<float>(settings, sineData<float>()).step().batch.clipAngle);
    settings.training.clipNorm = 0.0;
    settings.training.clipValue = 1e-3;
    Trainer<float> trainer(settings, sineData<float>());
    StepResult result;
    while (trainer.stepPhase(result) != Phase::Backward)
        ;
    const auto whole = std::as_const(trainer.network()).gradient();
    const std::vector<float> before(whole.begin(), whole.end());
    trainer.stepPhase(result);
    double both = 0.0, first = 0.0, second = 0.0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto a = static_cast<double>(before[i]),
                   b = static_cast<double>(std::as_const(trainer.network()).gradient()[i]);
        both += a * b;
        first += a * a;
        second += b * b;
    }
    const double angle = std::acos(both / std::sqrt(first * second)) * 180.0 / std::acos(-1.0);
    EXPECT_GT(angle, 1.0);
    ASSERT_TRUE(trainer.batchUnderWay().clipAngle);
    EXPECT_NEAR(*trainer.batchUnderWay().clipAngle, angle, 1e-6);
    trainer.stepPhase(result);
    EXPECT_EQ(result.batch.clipAngle, trainer.batchUnderWay().clipAngle);
}

TEST(TrainerNumbers, DropoutDrawsOtherMasksAtEveryStep)
{
    Settings settings = standingStill();
    settings.training.batch = 100; // the same sequences at every step
    Trainer<float> still(settings, sineData<float>());
    EXPECT_EQ(still.step().batch.loss, still.step().batch.loss);
    settings.network.dropout = 0.3;
    Trainer<float> dropping(settings, sineData<float>());
    const double first = dropping.step().batch.loss, second = dropping.step().batch.loss,
                 third = dropping.step().batch.loss;
    EXPECT_NE(first, second);
    EXPECT_NE(second, third);
    EXPECT_NE(first, third);
    const std::vector<float> weights = dropping.state().parameters;
    settings.training.seed = 1; // other masks for the same weights
    Trainer<float> other(settings, sineData<float>());
    other.setParameters(weights);
    EXPECT_NE(other.step().batch.loss, first);
}

TEST(TrainerNumbers, DropoutDrawsOtherMasksWithinAnEpochToo)
{
    Settings settings = standingStill();
    settings.training.batch = 1;
    TrainingData<float> data = sineData<float>(2, 8, 0);
    data.train = SequenceSet<float>(std::make_shared<SeriesStore<float>>(data.train.store()), 8, {0, 0}, {8, 8},
                                    1); // the same window twice
    Trainer<float> still(settings, data);
    EXPECT_EQ(still.step().batch.loss, still.step().batch.loss);
    settings.network.dropout = 0.3;
    Trainer<float> dropping(settings, data);
    const double first = dropping.step().batch.loss;
    EXPECT_NE(dropping.step().batch.loss, first);
}

TEST(TrainerNumbers, UntilAnEpochIsOverThePresentWeightsAreTheBest)
{
    Trainer<float> trainer(smallSettings(), sineData<float>());
    const std::vector<float> initial = trainer.state().parameters;
    trainer.step();
    EXPECT_TRUE(std::ranges::equal(trainer.bestParameters(), std::as_const(trainer.network()).parameters()));
    EXPECT_FALSE(std::ranges::equal(trainer.bestParameters(), initial));
}

TEST(TrainerNumbers, MemoryOfTheOptimizerIsItsMomentsTheBestWeightsAndThoseBeforeTheStep)
{
    const Settings settings = smallSettings();
    Trainer<float> trainer(settings, sineData<float>());
    const TrainerState<float> state = trainer.state();
    const std::size_t numbers =
        state.firstMoment.size() + state.secondMoment.size() + state.bestParameters.size() + state.parameters.size();
    const std::vector<MemoryPart> parts = trainingMemory<float>(settings, 8);
    const auto optimizer = std::ranges::find(parts, "optimizer", &MemoryPart::name);
    ASSERT_NE(optimizer, parts.end());
    EXPECT_EQ(optimizer->bytes, static_cast<std::int64_t>(numbers * sizeof(float)));
}

TEST(TrainerNumbers, AnEquallyGoodEpochIsNotABetterOne)
{
    Settings settings = standingStill();
    settings.training.epochs = 10;
    settings.training.earlyStopPatience = 3;
    Trainer<float> trainer(settings, sineData<float>());
    EXPECT_TRUE(nextEpoch(trainer).best);
    EXPECT_FALSE(nextEpoch(trainer).best);
    EXPECT_EQ(trainer.bestEpoch(), 1);
    EXPECT_EQ(trainer.state().progress.epochsWithoutBetter, 1);
    nextEpoch(trainer);
    EXPECT_FALSE(trainer.finished());
    nextEpoch(trainer);
    EXPECT_EQ(trainer.end(), StepOutcome::EarlyStopped);
    EXPECT_EQ(trainer.epochsTrained(), 4);
}

TEST(TrainerNumbers, ABetterEpochGivesTheWholePatienceBack)
{
    Settings settings = smallSettings();
    settings.training.epochs = 40;
    Trainer<float> trainer(settings, sineData<float>());
    double best = std::numeric_limits<double>::infinity();
    std::int64_t since = 0;
    while (!trainer.finished()) {
        const EpochRecord epoch = nextEpoch(trainer);
        EXPECT_EQ(epoch.best, *epoch.validationLoss < best);
        since = epoch.best ? 0 : since + 1;
        best = std::min(best, *epoch.validationLoss);
        EXPECT_EQ(trainer.state().progress.epochsWithoutBetter, since);
        EXPECT_EQ(trainer.bestLoss(), best);
    }
    EXPECT_GT(trainer.bestEpoch(), 1);
}

TEST(TrainerNumbers, ScheduleWatchesTheValidationLossAndEachRecordHasItsRate)
{
    Settings settings = standingStill();
    settings.training.epochs = 6;
    settings.training.schedule = ScheduleKind::ReduceOnPlateau;
    settings.training.schedulePeriod = 1;
    settings.training.scheduleFactor = 0.5;
    Trainer<float> trainer(settings, sineData<float>());
    const EpochRecord first = nextEpoch(trainer);
    EXPECT_EQ(trainer.state().progress.schedule.plateauBest, *first.validationLoss);
    EXPECT_NE(*first.validationLoss, first.trainingLoss);
    EXPECT_EQ(nextEpoch(trainer).learningRate, 0.01);
    EXPECT_EQ(nextEpoch(trainer).learningRate, 0.01) << "the epoch's own rate, not the next one's";
    EXPECT_EQ(trainer.learningRate(), 0.005);
    EXPECT_EQ(trainer.step().batch.learningRate, 0.005);
    EXPECT_EQ(nextEpoch(trainer).learningRate, 0.005);
}

TEST(TrainerNumbers, TruncationGoesBackExactlySoManySteps)
{
    Settings settings = smallSettings();
    Trainer<float> trainer(settings, sineData<float>(64, 10));
    trainer.step();
    EXPECT_GT(trainer.gradientNorms().minCoeff(), 0.0F);
    settings.training.truncation = 4;
    Trainer<float> cut(settings, sineData<float>(64, 10));
    cut.step();
    trainer.setLiveSettings(settings);
    trainer.step();
    for (const Matrix<float> &norms : {cut.gradientNorms(), trainer.gradientNorms()}) {
        EXPECT_GT(norms.rightCols(4).minCoeff(), 0.0F);
        EXPECT_EQ(norms.leftCols(6).maxCoeff(), 0.0F);
    }
}

TEST(TrainerNumbers, AnEpochKeepsTheNormsOfItsLastBatch)
{
    Trainer<float> trainer(smallSettings(), sineData<float>(100, 8)); // the last batch holds 4
    const TrainerState<float> before = [&] {
        for (int i = 0; i < 3; ++i)
            trainer.step();
        return trainer.state();
    }();
    const EpochRecord epoch = nextEpoch(trainer);
    Network<float> network(trainer.settings().network);
    std::ranges::copy(before.parameters, network.parameters().begin());
    Matrix<float> x, y, gradient;
    trainer.data().train.gather(std::span(before.progress.permutation).subspan(96), x, y);
    const Matrix<float> output = network.forward(x, 4);
    lossGradient<float>(Loss{}, output, y, gradient);
    network.backward(gradient);
    ASSERT_EQ(epoch.gradientNorms.rows(), 2);
    ASSERT_EQ(epoch.gradientNorms.cols(), 8);
    EXPECT_TRUE(epoch.gradientNorms.isApprox(network.gradientNorms(), 1e-4F));
    EXPECT_EQ(epoch.gradientNorms, trainer.gradientNorms());
}

TEST(TrainerNumbers, ALossOfTheBatchIsBeforeItsUpdate)
{
    Settings settings = smallSettings();
    settings.training.loss = {LossKind::Huber, 0.05};
    Trainer<float> trainer(settings, sineData<float>(20, 8));
    const TrainerState<float> before = trainer.state();
    const BatchRecord batch = trainer.step().batch;
    Network<float> network(settings.network);
    std::ranges::copy(before.parameters, network.parameters().begin());
    Matrix<float> x, y;
    trainer.data().train.gather(before.progress.permutation, x, y);
    const Matrix<float> output = network.forward(x, 20);
    EXPECT_NEAR(batch.loss, lossValue(settings.training.loss, output, y), 1e-7);
    EXPECT_EQ(batch.step, 1);
    EXPECT_EQ(batch.epoch, 1);
    EXPECT_EQ(batch.batch, 1);
}

TEST(TrainerNumbers, StepsAskedForAreTheFewerOfEpochsAndLimit)
{
    Settings settings = smallSettings();
    EXPECT_EQ(Trainer<float>(settings, sineData<float>(100)).totalSteps(), 12);
    settings.training.maximumSteps = 5;
    EXPECT_EQ(Trainer<float>(settings, sineData<float>(100)).totalSteps(), 5);
    settings.training.maximumSteps = 500;
    EXPECT_EQ(Trainer<float>(settings, sineData<float>(100)).totalSteps(), 12);
}

TEST(TrainerNumbers, SecondEpochTakesAnotherOrderAndEverySequenceOnce)
{
    Trainer<float> trainer(smallSettings(), sineData<float>(100));
    const auto first = trainer.state().progress.permutation;
    nextEpoch(trainer);
    const auto second = trainer.state().progress.permutation;
    EXPECT_NE(first, second);
    EXPECT_TRUE(std::ranges::is_permutation(first, second));
}

TEST(TrainerNumbers, LiveSettingsSetTheRateWhereItIsAnotherOneAndElseLeaveTheSchedulesAlone)
{
    Settings settings = smallSettings();
    settings.training.schedule = ScheduleKind::Step;
    settings.training.schedulePeriod = 1;
    settings.training.scheduleFactor = 0.5;
    Trainer<float> trainer(settings, sineData<float>());
    nextEpoch(trainer);
    trainer.setLiveSettings(settings);
    EXPECT_EQ(trainer.learningRate(), 0.005);
    settings.training.learningRate = 0.25;
    trainer.setLiveSettings(settings);
    EXPECT_EQ(trainer.learningRate(), 0.25);
    EXPECT_EQ(trainer.step().batch.learningRate, 0.25);
}
