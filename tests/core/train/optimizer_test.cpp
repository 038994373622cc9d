// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/optimizer.h"

#include "core/error.h"
#include "tests/core/fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

using namespace gatescope;

namespace {

constexpr const char *kCases[] = {"adam",    "adam_decay",    "adam_betas",      "adamw",
                                  "sgd",     "sgd_decay",     "sgd_momentum",    "sgd_momentum_decay",
                                  "rmsprop", "rmsprop_decay", "rmsprop_momentum"};

/// The largest difference over all updates, as a share of the parameter plus one.
template <typename Scalar>
double worstDifference(const Fixture &fixture, const std::string &name)
{
    const TrainingOptions options = fixture.settings(name).training;
    auto parameters = fixture.values<Scalar>("parameters");
    const auto gradients = fixture.matrix<Scalar>("gradients"); // a column an update
    const auto expected = fixture.matrix<Scalar>("trajectory." + name);
    Optimizer<Scalar> optimizer(options, gradients.rows());
    double worst = 0.0;
    for (Index step = 0; step < gradients.cols(); ++step) {
        const Vector<Scalar> gradient = gradients.col(step);
        optimizer.update(parameters, std::span(gradient.data(), parameters.size()), options.learningRate);
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            const double right = static_cast<double>(expected(static_cast<Index>(i), step));
            const double difference = std::abs(static_cast<double>(parameters[i]) - right);
            worst = std::max(worst, difference / (1.0 + std::abs(right)));
        }
    }
    return worst;
}

TrainingOptions optionsOf(OptimizerKind kind, double momentum)
{
    TrainingOptions options;
    options.optimizer = kind;
    options.momentum = momentum;
    options.weightDecay = 0.01;
    return options;
}

std::vector<float> waves(std::size_t size, float phase)
{
    std::vector<float> values(size);
    for (std::size_t i = 0; i < size; ++i)
        values[i] = std::sin(phase + static_cast<float>(i));
    return values;
}

std::vector<float> copyOf(std::span<const float> values)
{
    return {values.begin(), values.end()};
}

} // namespace

class OptimizerFixture : public ::testing::TestWithParam<const char *> {};

TEST_P(OptimizerFixture, AgreesWithPyTorchInDouble)
{
    const double worst = worstDifference<double>(Fixture("training/optimizers_float64"), GetParam());
    std::printf("             worst difference: %.2g\n", worst);
    EXPECT_LT(worst, 1e-13);
}

TEST_P(OptimizerFixture, AgreesWithPyTorchInSinglePrecision)
{
    const double worst = worstDifference<float>(Fixture("training/optimizers_float32"), GetParam());
    std::printf("             worst difference: %.2g\n", worst);
    EXPECT_LT(worst, 2e-6);
}

INSTANTIATE_TEST_SUITE_P(PyTorch, OptimizerFixture, ::testing::ValuesIn(kCases), [](const auto &parameter) {
    std::string name = parameter.param;
    std::erase(name, '_');
    return name;
});

TEST(Optimizer, TableIsInTheOrderOfTheKinds)
{
    for (std::size_t i = 0; i < optimizerTable().size(); ++i)
        EXPECT_EQ(static_cast<std::size_t>(optimizerTable()[i].kind), i);
}

TEST(Optimizer, RangesGiveTheSameBitsHoweverTheyAreCut)
{
    constexpr std::size_t kSize = 1003;
    for (const OptimizerInfo &info : optimizerTable()) {
        for (const double momentum : {0.0, 0.9}) {
            Optimizer<float> whole(optionsOf(info.kind, momentum), kSize), cut(optionsOf(info.kind, momentum), kSize);
            auto first = waves(kSize, 1.0f), second = first;
            for (int step = 0; step < 3; ++step) {
                const auto gradient = waves(kSize, static_cast<float>(step));
                whole.update(first, gradient, 0.01);
                cut.beginStep();
                for (const auto &[from, count] : {std::pair<Index, Index>{500, 503}, {0, 7}, {7, 1}, {8, 492}})
                    cut.updateRange(from, count, second, gradient, 0.01);
            }
            EXPECT_EQ(first, second) << info.id;
            EXPECT_EQ(copyOf(whole.secondMoment()), copyOf(cut.secondMoment())) << info.id;
        }
    }
}

TEST(Optimizer, RestoredGoesOnWithTheSameBits)
{
    for (const OptimizerInfo &info : optimizerTable()) {
        for (const double momentum : {0.0, 0.9}) {
            const TrainingOptions options = optionsOf(info.kind, momentum);
            Optimizer<float> original(options, 50), resumed(options, 50);
            auto parameters = waves(50, 1.0f);
            original.update(parameters, waves(50, 2.0f), 0.01);
            resumed.restore(original.step(), original.firstMoment(), original.secondMoment());
            auto others = parameters;
            original.update(parameters, waves(50, 3.0f), 0.01);
            resumed.update(others, waves(50, 3.0f), 0.01);
            EXPECT_EQ(parameters, others) << info.id;
        }
    }
}

TEST(Optimizer, RestoreRefusesMomentsOfAnotherKind)
{
    Optimizer<float> adam(optionsOf(OptimizerKind::Adam, 0.0), 50);
    Optimizer<float> sgd(optionsOf(OptimizerKind::Sgd, 0.0), 50);
    EXPECT_THROW(sgd.restore(1, adam.firstMoment(), adam.secondMoment()), ShapeError);
    EXPECT_TRUE(sgd.firstMoment().empty());
    EXPECT_TRUE(sgd.secondMoment().empty());
}

TEST(Optimizer, AnotherKindStartsAfresh)
{
    Optimizer<float> changed(optionsOf(OptimizerKind::RmsProp, 0.5), 50);
    auto parameters = waves(50, 1.0f);
    changed.update(parameters, waves(50, 2.0f), 0.01);
    changed.setOptions(optionsOf(OptimizerKind::Adam, 0.0));
    Optimizer<float> fresh(optionsOf(OptimizerKind::Adam, 0.0), 50);
    auto others = parameters;
    changed.update(parameters, waves(50, 3.0f), 0.01);
    fresh.update(others, waves(50, 3.0f), 0.01);
    EXPECT_EQ(parameters, others);
    EXPECT_EQ(changed.step(), 1);
}

TEST(Optimizer, RefusesVectorsAndRangesThatDoNotFit)
{
    Optimizer<float> optimizer(TrainingOptions{}, 10);
    auto parameters = waves(10, 0.0f), shorter = waves(9, 0.0f);
    EXPECT_THROW(optimizer.update(shorter, parameters, 0.1), ShapeError);
    EXPECT_THROW(optimizer.update(parameters, shorter, 0.1), ShapeError);
    EXPECT_THROW(optimizer.updateRange(5, 6, parameters, parameters, 0.1), ShapeError);
    EXPECT_THROW(optimizer.updateRange(-1, 2, parameters, parameters, 0.1), ShapeError);
}
