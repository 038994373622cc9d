// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A loss at every step: what is asked, what is masked, and that the end alone is what it always was.
#include "core/data/prepared_data.h"
#include "core/error.h"
#include "core/inspect/cell/cell_backward.h"
#include "core/inspect/question/nudge.h"
#include "core/inspect/run/sequence_loss.h"
#include "core/inspect/run/sequence_run.h"
#include "core/train/optimisation/loss.h"
#include "tests/core/train/gradient_check.h"
#include "tests/core/train/training_data.h"

#include <gtest/gtest.h>

#include <limits>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

Settings everyStep(std::int64_t burnIn = 0)
{
    Settings settings = smallSettings();
    settings.training.lossAt = LossAt::Every;
    settings.training.burnIn = burnIn;
    return settings;
}

/// The sine's table: target of step t is the value that follows it.
PreparedData<double> tableData(LookBack lookBack)
{
    std::vector<double> values(60);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i);
    DataOptions options;
    options.features = options.targets = {"value"};
    options.window = 6;
    options.scale = ScaleKind::None;
    options.lookBack = lookBack;
    return prepareData<double>(Table("count", {Column::numbers("value", std::move(values))}), options);
}

} // namespace

TEST(LossSteps, TargetOfAStepIsTheValueThatFollowsIt)
{
    const PreparedData<double> data = tableData(LookBack::Own);
    const Matrix<double> targets = data.train.targets(3, 6);
    ASSERT_EQ(targets.cols(), 6);
    for (Index t = 0; t < 6; ++t)
        EXPECT_EQ(targets(0, t), static_cast<double>(3 + t + 1));
    EXPECT_EQ(data.train.target(3)(0), 9.0);
}

TEST(LossSteps, TargetsBeforeThePartAreMasked)
{
    const PreparedData<double> data = tableData(LookBack::All);
    const auto begin = static_cast<double>(data.partRows[1]);
    const Matrix<double> targets = data.validation.targets(0, 6);
    EXPECT_EQ(targets(0, 5), begin);
    for (Index t = 0; t < 5; ++t)
        EXPECT_TRUE(std::isnan(targets(0, t))) << t;
    EXPECT_FALSE(data.train.targets(0, 6).array().isNaN().any());
}

TEST(LossSteps, MaskedTargetsAreInNoLoss)
{
    Matrix<double> output(1, 4), target(1, 4), gradient;
    output << 1.0, 2.0, 3.0, 4.0;
    target << 0.0, kMissing, 1.0, kMissing;
    EXPECT_DOUBLE_EQ(lossValue<double>({}, output, target, 2), (1.0 + 4.0) / 2.0);
    lossGradient<double>({}, output, target, gradient, 2);
    EXPECT_DOUBLE_EQ(gradient(0), 1.0);
    EXPECT_EQ(gradient(1), 0.0);
    EXPECT_DOUBLE_EQ(gradient(2), 2.0);
    target.setConstant(kMissing);
    EXPECT_EQ(lossValue<double>({}, output, target, 2), 0.0);
}

TEST(LossSteps, GradientMatchesFiniteDifferences)
{
    for (const LossKind kind : {LossKind::MeanSquared, LossKind::CrossEntropy}) {
        NetworkOptions shape;
        shape.inputs = 2;
        shape.hidden = 5;
        shape.outputs = 9;
        Network<double> network(shape);
        Random random(3);
        network.initialize(random);
        TrainingOptions training;
        training.loss.kind = kind;
        training.lossAt = LossAt::Every;
        training.burnIn = 2;
        const bool classes = kind == LossKind::CrossEntropy;
        Matrix<double> input(2, 6 * 3), target(classes ? 1 : 9, 4 * 3);
        for (double &value : input.reshaped())
            value = random.normal();
        for (double &value : target.reshaped())
            value = classes ? static_cast<double>(random.below(9)) : random.normal();
        target.col(4).setConstant(kMissing);
        EXPECT_LT(checkGradient(network, training, input, target, 3).worst, 1e-6);
    }
}

TEST(LossSteps, BurnInOfAllButTheLastIsTheEnd)
{
    Trainer<float> end(smallSettings(), sineData<float>()), last(everyStep(7), sineData<float>());
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(end.step().batch, last.step().batch);
    EXPECT_EQ(end.state().parameters, last.state().parameters);
}

TEST(LossSteps, SameBitsForAnyNumberOfThreadsAndPhaseByPhase)
{
    Settings settings = everyStep(2);
    Trainer<float> one(settings, sineData<float>()), phases(settings, sineData<float>());
    settings.training.threads = 3;
    Trainer<float> three(settings, sineData<float>());
    for (int i = 0; i < 6; ++i) {
        const double loss = one.step().batch.loss;
        EXPECT_EQ(three.step().batch.loss, loss);
        StepResult result;
        while (phases.stepPhase(result) != Phase::Update)
            EXPECT_LT(phases.phase(), Phase::Update);
        EXPECT_EQ(result.batch.loss, loss);
    }
    EXPECT_EQ(one.state().parameters, three.state().parameters);
    EXPECT_EQ(one.state().parameters, phases.state().parameters);
}

TEST(LossSteps, EpochLossIsTheMeanOverSequencesAndSteps)
{
    Trainer<double> trainer(everyStep(3), sineData<double>());
    const SequenceSet<double> &set = trainer.data().validation;
    double sum = 0.0;
    for (Index s = 0; s < set.size(); ++s) {
        const auto run = runSequence<double>(trainer.settings().network, std::as_const(trainer.network()).parameters(),
                                             set.input(s));
        sum += (run.outputs.rightCols(5) - set.targets(s, 5)).squaredNorm() / 5.0;
    }
    EXPECT_NEAR(trainer.evaluate(set), sum / static_cast<double>(set.size()), 1e-12);
}

TEST(LossSteps, TraceShowsWhereTheLossEnters)
{
    Trainer<double> trainer(everyStep(3), sineData<double>());
    const SequenceSet<double> &set = trainer.data().train;
    const TrainingOptions &training = trainer.settings().training;
    const Trace<double> trace = traceSequence(trainer.network(), set.input(4), set.targets(4, 5), training);
    EXPECT_EQ(trace.firstLossStep(), 3);
    EXPECT_EQ(trace.outputs.cols(), 8);
    const auto parameters = std::as_const(trainer.network()).parameters();
    for (Index step = 0; step < 8; ++step) {
        for (Index layer = 0; layer < 2; ++layer) {
            const OpenCellBackward cell = openCellBackward(trace, parameters, training, layer, step);
            EXPECT_LT(cell.residual, 1e-14) << layer << " " << step;
            EXPECT_LT(cell.residualBefore, 1e-14) << layer << " " << step;
            EXPECT_LT(cell.residualBelow, 1e-14) << layer << " " << step;
            EXPECT_EQ(cell.fromLoss.isZero(0.0), layer == 0 || step < 3) << layer << " " << step;
        }
    }
    EXPECT_NEAR(stepLosses<double>(trace.outputs.rightCols(5), trace.targets, training).mean(), *trace.loss, 1e-14);
    const InputNudge nudge = nudgeInput(trace.network, parameters, training, set.input(4), set.targets(4, 5), 2, 0);
    EXPECT_NEAR(nudge.difference(), 0.0, 1e-8);
    EXPECT_NEAR(nudge.backPropagated, trace.inputGradient(0, 2), 1e-12);
}

TEST(LossSteps, RefusesWhatCannotBeAsked)
{
    EXPECT_THROW(Trainer<float>(everyStep(8), sineData<float>()), OptionError);
    Settings end = smallSettings();
    end.training.burnIn = 2;
    EXPECT_FALSE(end.validate().empty());
    SequenceTensors<float> tensors{4, 8, 1, 1, std::vector<float>(32, 1.0F), std::vector<float>(4, 1.0F)};
    DataOptions options;
    options.split = {1.0, 0.0, 0.0};
    const PreparedData<float> flat = fromTensors(tensors, options);
    EXPECT_THROW(Trainer<float>(everyStep(), {flat.train, {}}), DataError);
    tensors.y.assign(32, 1.0F);
    tensors.targetEachStep = true;
    tensors.y[5] = std::numeric_limits<float>::quiet_NaN();
    const PreparedData<float> rows = fromTensors(tensors, options);
    EXPECT_TRUE(std::isfinite(Trainer<float>(everyStep(), {rows.train, {}}).step().batch.loss));
}
