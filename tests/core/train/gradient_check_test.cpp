// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/train/gradient_check.h"

#include "core/math/random.h"
#include "core/train/optimisation/loss.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <tuple>

using namespace gatescope;

namespace {

struct CheckCase {
    NetworkOptions network;
    TrainingOptions training;
    Matrix<double> input, target;
};

/// Three sequences of five steps; targets away from where the absolute error has its corner.
CheckCase makeCase(LossKind loss, Formulation formulation, bool bias, Index layers, HeldGates held = HeldGates::None)
{
    CheckCase made;
    made.network.inputs = 2;
    made.network.hidden = 5;
    made.network.outputs = 3;
    made.network.layers = layers;
    made.network.formulation = formulation;
    made.network.bias = bias;
    made.network.held = held;
    made.training.loss.kind = loss;
    made.training.loss.huberDelta = 0.8;
    Random random(17);
    made.input.resize(2, 5 * 3);
    for (double &value : made.input.reshaped())
        value = random.normal();
    made.target.resize(loss == LossKind::CrossEntropy ? 1 : 3, 3);
    for (Index i = 0; i < made.target.size(); ++i)
        made.target.data()[i] = loss == LossKind::CrossEntropy ? static_cast<double>((i + 1) % 3)
                                                               : (i % 2 == 0 ? 1.5 : -2.0) / static_cast<double>(i + 1);
    return made;
}

Network<double> makeNetwork(const NetworkOptions &options)
{
    Network<double> network(options);
    Random random(3);
    network.initialize(random);
    for (double &value : network.parameters())
        value *= 2.0; // out of the middle of the sigmoid
    return network;
}

} // namespace

class GradientCheckCase : public ::testing::TestWithParam<std::tuple<LossKind, Formulation, bool, Index>> {};

TEST_P(GradientCheckCase, GradientMatchesFiniteDifferences)
{
    const auto [loss, formulation, bias, layers] = GetParam();
    const CheckCase made = makeCase(loss, formulation, bias, layers);
    auto network = makeNetwork(made.network);
    const GradientCheck found = checkGradient(network, made.training, made.input, made.target, made.target.cols());
    std::printf("             worst difference: %.2g (%s)\n", found.worst, found.tensor.c_str());
    RecordProperty("worst_difference", std::to_string(found.worst));
    EXPECT_LT(found.worst, 1e-6) << found.tensor << "[" << found.element << "]: gradient " << found.gradient
                                 << ", difference quotient " << found.quotient;
}

INSTANTIATE_TEST_SUITE_P(All, GradientCheckCase,
                         ::testing::Combine(::testing::Values(LossKind::MeanSquared, LossKind::MeanAbsolute,
                                                              LossKind::Huber, LossKind::CrossEntropy),
                                            ::testing::Values(Formulation::ResetAfter, Formulation::ResetBefore),
                                            ::testing::Bool(), ::testing::Values(1, 2, 3)));

class HeldGradientCheck : public ::testing::TestWithParam<std::tuple<HeldGates, Formulation, bool>> {};

TEST_P(HeldGradientCheck, GradientMatchesFiniteDifferences)
{
    const auto [held, formulation, bias] = GetParam();
    const CheckCase made = makeCase(LossKind::MeanSquared, formulation, bias, 2, held);
    auto network = makeNetwork(made.network);
    const GradientCheck found = checkGradient(network, made.training, made.input, made.target, made.target.cols());
    std::printf("             worst difference: %.2g (%s)\n", found.worst, found.tensor.c_str());
    EXPECT_LT(found.worst, 1e-6) << found.tensor << "[" << found.element << "]";
}

INSTANTIATE_TEST_SUITE_P(All, HeldGradientCheck,
                         ::testing::Combine(::testing::Values(HeldGates::Reset, HeldGates::Update, HeldGates::Both),
                                            ::testing::Values(Formulation::ResetAfter, Formulation::ResetBefore),
                                            ::testing::Bool()));

TEST(GradientCheck, HoldsWithDropout)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        CheckCase made = makeCase(LossKind::MeanSquared, formulation, true, 3);
        made.network.dropout = 0.4;
        auto network = makeNetwork(made.network);
        EXPECT_LT(checkGradient(network, made.training, made.input, made.target, made.target.cols()).worst, 1e-6);
    }
}

TEST(GradientCheck, LeavesTheParametersAsTheyWere)
{
    const CheckCase made = makeCase(LossKind::MeanSquared, Formulation::ResetAfter, true, 1);
    auto network = makeNetwork(made.network);
    const std::vector<double> before(network.parameters().begin(), network.parameters().end());
    checkGradient(network, made.training, made.input, made.target, made.target.cols());
    EXPECT_TRUE(std::ranges::equal(before, network.parameters()));
}

TEST(GradientCheck, NamesTheElementThatIsWrong)
{
    NetworkOptions options;
    options.hidden = 2;
    const ParameterLayout layout(options);
    std::vector<double> parameters(static_cast<std::size_t>(layout.size()), 0.5);
    std::vector<double> gradient(parameters.size(), 1.0); // of L = Σ θ²
    const auto loss = [&parameters] {
        double sum = 0.0;
        for (const double value : parameters)
            sum += value * value;
        return sum;
    };
    EXPECT_LT(checkGradient(loss, parameters, gradient, layout).worst, 1e-8);
    const TensorSlot &slot = layout.recurrentWeight(1);
    for (const double wrong : {1.01, std::numeric_limits<double>::quiet_NaN()}) {
        gradient[static_cast<std::size_t>(slot.offset + 3)] = wrong;
        const GradientCheck found = checkGradient(loss, parameters, gradient, layout);
        EXPECT_FALSE(found.worst < 1e-6);
        EXPECT_EQ(found.tensor, "gru.weight_hh_l1");
        EXPECT_EQ(found.element, 3);
    }
}
