// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/held_gates.h"

#include "core/inspect/run/sequence_run.h"
#include "core/inspect/run/trace.h"
#include "core/math/random.h"
#include "core/model/network.h"
#include "core/model/streaming_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

using namespace gatescope;

namespace {

NetworkOptions options(HeldGates held, Formulation formulation, bool bias)
{
    NetworkOptions made;
    made.inputs = 3;
    made.hidden = 7;
    made.layers = 2;
    made.outputs = 2;
    made.formulation = formulation;
    made.bias = bias;
    made.held = held;
    return made;
}

template <typename Scalar>
Network<Scalar> drawn(const NetworkOptions &shape, std::uint64_t seed = 5)
{
    Network<Scalar> network(shape);
    Random random(seed);
    network.initialize(random);
    return network;
}

template <typename Scalar>
Matrix<Scalar> someInput(Index columns)
{
    Matrix<Scalar> input(3, columns);
    Random random(9);
    for (Scalar &value : input.reshaped())
        value = static_cast<Scalar>(random.normal());
    return input;
}

} // namespace

class HeldCell : public ::testing::TestWithParam<std::tuple<HeldGates, Formulation, bool>> {
protected:
    NetworkOptions shape() const
    {
        const auto [held, formulation, bias] = GetParam();
        return options(held, formulation, bias);
    }
};

INSTANTIATE_TEST_SUITE_P(
    All, HeldCell,
    ::testing::Combine(::testing::Values(HeldGates::None, HeldGates::Reset, HeldGates::Update, HeldGates::Both),
                       ::testing::Values(Formulation::ResetAfter, Formulation::ResetBefore), ::testing::Bool()));

TEST_P(HeldCell, CountsWhatThereIsOnly)
{
    const NetworkOptions own = shape();
    const Index biases = !own.bias ? 0 : own.formulation == Formulation::ResetAfter ? 2 : 1;
    const Index rows = own.gates() * 7;
    EXPECT_EQ(own.parameterCount(), rows * (3 + 7 + biases) + rows * (7 + 7 + biases) + 2 * 7 + 2);
}

TEST_P(HeldCell, StartsWithTheWeightsOfTheFullCell)
{
    NetworkOptions all = shape();
    all.held = HeldGates::None;
    const auto network = drawn<double>(shape()), full = drawn<double>(all);
    EXPECT_EQ(ownParameters<double>(shape(), full.parameters()),
              std::vector<double>(network.parameters().begin(), network.parameters().end()));
}

TEST_P(HeldCell, IsComputedAlikeByAFullCellThatHoldsIt)
{
    auto network = drawn<float>(shape());
    Network<float> full(fullOptions(shape()));
    std::ranges::copy(fullParameters<float>(shape(), std::as_const(network).parameters()), full.parameters().begin());
    const Matrix<float> input = someInput<float>(5 * 4), ones = Matrix<float>::Ones(2, 4);
    EXPECT_LT((network.forward(input, 4) - full.forward(input, 4)).cwiseAbs().maxCoeff(), 1e-6F);
    for (const Index layer : {0, 1}) {
        const LayerGates<float> own = network.gates(layer), held = full.gates(layer);
        if (holdsReset(shape().held)) {
            EXPECT_EQ(own.r, held.r);
            EXPECT_EQ(own.r, Matrix<float>(Matrix<float>::Ones(7, 20)));
        }
        if (holdsUpdate(shape().held)) {
            EXPECT_EQ(own.z, held.z);
            EXPECT_EQ(own.h, own.n);
        }
    }
    network.backward(ones);
    full.backward(ones);
    const auto gradient = fullGradient<float>(shape(), std::as_const(network).gradient());
    const auto expected = std::as_const(full).gradient();
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        if (gradient[i] != 0.0F || shape().bias) {
            EXPECT_NEAR(gradient[i], expected[i], 2e-5F) << i;
        }
    }
}

TEST_P(HeldCell, ParametersComeBackFromTheFullOnes)
{
    const auto network = drawn<double>(shape());
    const auto full = fullParameters<double>(shape(), network.parameters());
    EXPECT_EQ(static_cast<Index>(full.size()), ParameterLayout(fullOptions(shape())).size());
    EXPECT_TRUE(std::ranges::equal(ownParameters<double>(shape(), full), network.parameters()));
    EXPECT_THROW(ownParameters<double>(shape(), std::span(full).first(5)), ShapeError);
    EXPECT_THROW(fullParameters<double>(shape(), std::span(full).first(5)), ShapeError);
}

TEST_P(HeldCell, StreamsLikeTheNetwork)
{
    auto network = drawn<float>(shape());
    const Matrix<float> input = someInput<float>(6);
    StreamingNetwork<float> streaming(network);
    std::span<const float> output;
    for (Index t = 0; t < 6; ++t)
        output = streaming.step(std::span(input.col(t).data(), 3));
    const Matrix<float> expected = network.forward(input, 1);
    EXPECT_TRUE(std::ranges::equal(output, std::span(expected.data(), 2)));
}

TEST_P(HeldCell, InspectedRunAgreesWithTheNetwork)
{
    auto network = drawn<double>(shape());
    const Matrix<double> input = someInput<double>(6);
    const Vector<double> target = Vector<double>::Ones(2);
    const Trace<double> own = traceSequence<double>(network, input, target, {});
    const Trace<double> run =
        runAndDifferentiate<double>(shape(), std::as_const(network).parameters(), {}, input, target);
    EXPECT_LT((own.output - run.output).cwiseAbs().maxCoeff(), 1e-12);
    EXPECT_LT((own.inputGradient - run.inputGradient).cwiseAbs().maxCoeff(), 1e-12);
    for (std::size_t layer : {0U, 1U}) {
        EXPECT_LT((own.layers[layer].delta - run.layers[layer].delta).cwiseAbs().maxCoeff(), 1e-12);
        EXPECT_LT((own.layers[layer].gradientPaths - run.layers[layer].gradientPaths).cwiseAbs().maxCoeff(), 1e-12);
        if (holdsReset(shape().held)) {
            EXPECT_LT(run.layers[layer].gradientPaths.col(2).maxCoeff(), 1e-80);
        }
        if (holdsUpdate(shape().held)) {
            EXPECT_LT(run.layers[layer].gradientPaths.col(0).maxCoeff(), 1e-80);
        }
    }
}

TEST(HeldGatesName, ComesBackAndRefusesOthers)
{
    for (const HeldGates held : {HeldGates::None, HeldGates::Reset, HeldGates::Update, HeldGates::Both})
        EXPECT_EQ(heldGatesFromName(heldGatesName(held)), held);
    EXPECT_THROW(heldGatesFromName("candidate"), OptionError);
}
