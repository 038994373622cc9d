// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/metrics.h"
#include "core/math/random.h"
#include "core/train/trainer.h"

#include <gtest/gtest.h>

namespace gatescope {

namespace {

constexpr Index kClassWeightsSteps = 4;

/// Random sequences of one feature, their classes in turn as told.
TrainingData<double> data(const std::vector<int> &classes, Index sequences)
{
    Random random(5);
    auto store = std::make_shared<SeriesStore<double>>();
    store->inputs.resize(1, sequences * kClassWeightsSteps);
    store->targets.resize(1, sequences);
    std::vector<std::int64_t> starts, targets;
    for (Index s = 0; s < sequences; ++s) {
        const int label = classes[static_cast<std::size_t>(s) % classes.size()];
        for (Index t = 0; t < kClassWeightsSteps; ++t)
            store->inputs(0, s * kClassWeightsSteps + t) = random.normal() + 0.3 * label;
        store->targets(0, s) = label;
        starts.push_back(s * kClassWeightsSteps);
        targets.push_back(s);
    }
    const SequenceSet<double> set(store, kClassWeightsSteps, starts, targets, 1, TaskKind::Classification);
    return {set, set};
}

Settings settings(ClassWeights weights)
{
    Settings chosen;
    chosen.network.inputs = 1;
    chosen.network.hidden = 4;
    chosen.network.layers = 1;
    chosen.network.outputs = 2;
    chosen.training.loss.kind = LossKind::CrossEntropy;
    chosen.training.classWeights = weights;
    chosen.training.optimizer = OptimizerKind::Sgd;
    chosen.training.learningRate = 0.1;
    chosen.training.shuffle = false;
    chosen.training.batch = 64;
    chosen.training.epochs = 30;
    chosen.training.threads = 1;
    return chosen;
}

std::vector<double> trained(const Settings &chosen, const TrainingData<double> &sequences, Index steps)
{
    Trainer<double> trainer(chosen, sequences);
    for (Index step = 0; step < steps; ++step)
        trainer.step();
    const auto parameters = std::as_const(trainer.network()).parameters();
    return {parameters.begin(), parameters.end()};
}

} // namespace

TEST(ClassWeightsTest, ChangeNothingWhereClassesAreEquallyCommon)
{
    const TrainingData<double> even = data({0, 1}, 64);
    EXPECT_EQ(trained(settings(ClassWeights::Balanced), even, 5), trained(settings(ClassWeights::Equal), even, 5));
}

TEST(ClassWeightsTest, WeighEachSequenceByItsClass)
{
    const TrainingData<double> rare = data({0, 0, 0, 1}, 64); // weights 64/(2·48) and 64/(2·16)
    Trainer<double> trainer(settings(ClassWeights::Balanced), rare);
    std::vector<std::int64_t> all(64);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<std::int64_t>(i);
    Matrix<double> x, y;
    rare.train.gather(all, x, y);
    Matrix<double> chances = trainer.network().forward(x, 64);
    softmaxColumns(chances);
    double slope = 0.0; // of the second class' bias
    for (Index s = 0; s < 64; ++s)
        slope += (y(0, s) == 1.0 ? 2.0 : 2.0 / 3.0) * (chances(1, s) - y(0, s)) / 64.0;
    const double before = std::as_const(trainer.network()).parameters().back();
    trainer.step();
    EXPECT_NEAR(std::as_const(trainer.network()).parameters().back(), before - 0.1 * slope, 1e-12);
}

TEST(ClassWeightsTest, LetARareClassBeTold)
{
    const TrainingData<double> rare = data({0, 0, 0, 0, 0, 0, 0, 1}, 320);
    const auto recall = [&](ClassWeights weights) {
        Trainer<double> trainer(settings(weights), rare);
        for (int step = 0; step < 150; ++step)
            trainer.step();
        std::vector<std::int64_t> all(320), classes;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<std::int64_t>(i);
        Matrix<double> x, y;
        rare.train.gather(all, x, y);
        for (Index s = 0; s < 320; ++s)
            classes.push_back(static_cast<std::int64_t>(y(0, s)));
        return *scoreClassification(trainer.network().forward(x, 320), classes).recall[1];
    };
    EXPECT_GT(recall(ClassWeights::Balanced), recall(ClassWeights::Equal) + 0.2);
}

} // namespace gatescope
