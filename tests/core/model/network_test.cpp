// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/network.h"

#include "core/math/random.h"
#include "core/model/gru_reference.h"
#include "tests/core/model/seeded_network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <tuple>

using namespace gatescope;

namespace {

template <typename Scalar>
Matrix<Scalar> randomMatrix(Index rows, Index columns, std::uint64_t seed)
{
    Random random(seed);
    Matrix<Scalar> matrix(rows, columns);
    for (Index i = 0; i < matrix.size(); ++i)
        matrix.data()[i] = static_cast<Scalar>(random.normal());
    return matrix;
}

NetworkOptions optionsOf(Formulation formulation, Index inputs, Index hidden, Index layers, Index outputs)
{
    NetworkOptions options;
    options.formulation = formulation;
    options.inputs = inputs;
    options.hidden = hidden;
    options.layers = layers;
    options.outputs = outputs;
    return options;
}

template <typename Scalar>
std::vector<Scalar> gradientOf(const Network<Scalar> &network)
{
    return {network.gradient().begin(), network.gradient().end()};
}

constexpr Formulation kFormulations[] = {Formulation::ResetAfter, Formulation::ResetBefore};

} // namespace

/// Formulation, hidden units, batch, steps: below, at and above the sizes of vectors, shards and packed panels.
class NetworkShapes : public ::testing::TestWithParam<std::tuple<Formulation, Index, Index, Index>> {};

TEST_P(NetworkShapes, AgreesWithTheReference)
{
    const auto [formulation, hidden, batch, steps] = GetParam();
    const NetworkOptions options = optionsOf(formulation, 3, hidden, 2, 2);
    auto network = seededNetwork<double>(options, 2);
    network.keepInputGradient(true);
    const auto input = randomMatrix<double>(3, steps * batch, 1), outputGradient = randomMatrix<double>(2, batch, 2);
    const Matrix<double> output = network.forward(input, batch);
    const auto gates = network.gates(1);
    network.backward(outputGradient);
    const auto inputGradient = network.inputGradient();

    GruReference<double> reference(options, std::as_const(network).parameters());
    for (Index b = 0; b < batch; ++b) {
        Matrix<double> sequence(3, steps);
        for (Index t = 0; t < steps; ++t)
            sequence.col(t) = input.col(t * batch + b);
        ASSERT_LT((reference.forward(sequence) - output.col(b)).norm(), 1e-13) << "sequence " << b;
        reference.backward(outputGradient.col(b));
        for (Index t = 0; t < steps; ++t) {
            const Index column = t * batch + b;
            ASSERT_LT((reference.layer(1).n.col(t) - gates.n.col(column)).norm(), 1e-13);
            ASSERT_LT((reference.layer(1).delta.col(t) - network.delta(1).col(column)).norm(), 1e-12);
            ASSERT_LT((reference.layer(0).inputGradient.col(t) - inputGradient.col(column)).norm(), 1e-12);
        }
    }
    for (std::size_t i = 0; i < reference.gradient().size(); ++i)
        ASSERT_NEAR(reference.gradient()[i], network.gradient()[i], 1e-11) << "parameter " << i;
}

INSTANTIATE_TEST_SUITE_P(All, NetworkShapes,
                         ::testing::Combine(::testing::ValuesIn(kFormulations), ::testing::Values(1, 7, 16, 33),
                                            ::testing::Values(1, 16, 17, 50), ::testing::Values(1, 6)));

TEST(Network, SameBitsForAnyNumberOfThreads)
{
    for (const Formulation formulation : kFormulations) {
        NetworkOptions options = optionsOf(formulation, 3, 20, 3, 2);
        options.dropout = 0.3;
        const auto input = randomMatrix<float>(3, 9 * 45, 1), outputGradient = randomMatrix<float>(2, 45, 2);
        const auto run = [&](int threads) {
            auto network = seededNetwork<float>(options, threads);
            const Matrix<float> output = network.forward(input, 45, PassMode::Training, 99);
            network.backward(outputGradient);
            return std::pair(output, gradientOf(network));
        };
        const auto [output, gradient] = run(1);
        for (const int threads : {2, 3, 4}) {
            const auto [otherOutput, otherGradient] = run(threads);
            EXPECT_EQ(output, otherOutput) << threads << " threads";
            EXPECT_EQ(gradient, otherGradient) << threads << " threads";
        }
    }
}

TEST(Network, TrainingPassHasTheBitsOfForwardAndBackward)
{
    for (const Formulation formulation : kFormulations) {
        NetworkOptions options = optionsOf(formulation, 3, 20, 3, 2);
        options.dropout = 0.3;
        const auto input = randomMatrix<float>(3, 9 * 45, 1), target = randomMatrix<float>(2, 45, 2);
        for (const Index truncation : {0, 4}) {
            auto apart = seededNetwork<float>(options, 1), together = seededNetwork<float>(options, 3);
            apart.setTruncation(truncation);
            together.setTruncation(truncation);
            const Matrix<float> output = apart.forward(input, 45, PassMode::Training, 99);
            apart.backward(output - target);
            Matrix<float> outputGradient(2, 45);
            const auto fill = [&](const Matrix<float> &outputs, SequenceRange range) {
                const Index count = range.end - range.first;
                outputGradient.middleCols(range.first, count) =
                    outputs.middleCols(range.first, count) - target.middleCols(range.first, count);
            };
            EXPECT_EQ(together.trainingPass(input, 45, 99, outputGradient, fill), output) << truncation;
            EXPECT_EQ(gradientOf(together), gradientOf(apart)) << truncation;
            EXPECT_EQ(together.gradientNorms(), apart.gradientNorms()) << truncation;
        }
    }
}

TEST(Network, ShapesMayChangeFromCallToCall)
{
    const NetworkOptions options = optionsOf(Formulation::ResetBefore, 3, 12, 2, 1);
    auto reused = seededNetwork<float>(options);
    for (const auto &[steps, batch] : {std::pair<Index, Index>{8, 40}, {8, 13}, {8, 40}, {3, 13}, {11, 70}, {1, 1}}) {
        const auto input = randomMatrix<float>(3, steps * batch, 1), outputGradient = randomMatrix<float>(1, batch, 2);
        auto fresh = seededNetwork<float>(options);
        EXPECT_EQ(reused.forward(input, batch), fresh.forward(input, batch)) << steps << " × " << batch;
        reused.backward(outputGradient);
        fresh.backward(outputGradient);
        EXPECT_EQ(gradientOf(reused), gradientOf(fresh)) << steps << " × " << batch;
        EXPECT_EQ(reused.gradientNorms(), fresh.gradientNorms()) << steps << " × " << batch;
    }
}

TEST(Network, WrittenParametersCount)
{
    auto network = seededNetwork<double>(optionsOf(Formulation::ResetAfter, 2, 5, 1, 1));
    const auto input = randomMatrix<double>(2, 8, 1);
    const double before = network.forward(input, 2)(0, 0);
    network.parameters().back() += 1.0; // the head's bias
    EXPECT_NEAR(network.forward(input, 2)(0, 0), before + 1.0, 1e-12);
}

TEST(Network, InitializationIsPyTorchsRange)
{
    const auto network = seededNetwork<float>(optionsOf(Formulation::ResetAfter, 3, 64, 2, 1));
    const auto parameters = network.parameters();
    const auto [low, high] = std::ranges::minmax(parameters);
    EXPECT_GE(low, -0.125f);
    EXPECT_LE(high, 0.125f);
    EXPECT_LT(low, -0.124f);
    EXPECT_GT(high, 0.124f);
}

TEST(Network, DropoutActsInTrainingOnly)
{
    NetworkOptions options = optionsOf(Formulation::ResetAfter, 3, 16, 2, 1);
    auto plain = seededNetwork<float>(options);
    options.dropout = 0.5;
    auto network = seededNetwork<float>(options);
    const auto input = randomMatrix<float>(3, 5 * 20, 1);
    const Matrix<float> expected = plain.forward(input, 20);
    EXPECT_EQ(network.forward(input, 20), expected);
    const Matrix<float> first = network.forward(input, 20, PassMode::Training, 1);
    EXPECT_NE(first, expected);
    EXPECT_NE(network.forward(input, 20, PassMode::Training, 2), first);
    EXPECT_EQ(network.forward(input, 20, PassMode::Training, 1), first);
}

TEST(Network, TruncationKeepsOnlyTheLastSteps)
{
    constexpr Index kSteps = 9, kBatch = 20, kKept = 4, kHidden = 6;
    auto network = seededNetwork<double>(optionsOf(Formulation::ResetAfter, 3, kHidden, 1, 1));
    const auto input = randomMatrix<double>(3, kSteps * kBatch, 1), outputGradient = randomMatrix<double>(1, kBatch, 2);
    network.forward(input, kBatch);
    const auto gates = network.gates(0);
    network.backward(outputGradient);
    const auto delta = network.delta(0);

    // ΔW_z and Δb_z by GRU.md over the last steps only; δ of those steps is the same as without truncation.
    const Index first = (kSteps - kKept) * kBatch, count = kKept * kBatch;
    const auto z = gates.z.rightCols(count).array(), n = gates.n.rightCols(count).array();
    const auto h = gates.h.middleCols(first - kBatch, count).array();
    const Matrix<double> a_z = delta.rightCols(count).array() * (h - n) * z * (1.0 - z);
    const Matrix<double> expected = a_z * input.rightCols(count).transpose();

    network.setTruncation(kKept);
    network.forward(input, kBatch);
    network.backward(outputGradient);
    const auto found = tensorView(std::as_const(network).gradient(), network.layout().inputWeight(0));
    EXPECT_LT((found.middleRows(kHidden, kHidden) - expected).norm(), 1e-12);
    EXPECT_EQ(network.delta(0).rightCols(count), delta.rightCols(count));
    EXPECT_EQ(network.delta(0).leftCols(first).norm(), 0.0);
    EXPECT_EQ(network.gradientNorms().leftCols(kSteps - kKept).norm(), 0.0);
}

TEST(Network, TruncationOfTheWholeSequenceChangesNothing)
{
    auto network = seededNetwork<float>(optionsOf(Formulation::ResetBefore, 3, 6, 2, 1));
    const auto input = randomMatrix<float>(3, 7 * 4, 1), outputGradient = randomMatrix<float>(1, 4, 2);
    network.forward(input, 4);
    network.backward(outputGradient);
    const auto whole = gradientOf(network);
    for (const Index steps : {7, 100}) {
        network.setTruncation(steps);
        network.forward(input, 4);
        network.backward(outputGradient);
        EXPECT_EQ(gradientOf(network), whole);
    }
}

TEST(Network, NotANumberReachesTheOutput)
{
    for (const Formulation formulation : kFormulations) {
        auto network = seededNetwork<float>(optionsOf(formulation, 3, 10, 2, 1));
        auto input = randomMatrix<float>(3, 5 * 18, 1);
        input(1, 17) = std::numeric_limits<float>::quiet_NaN(); // step 0 of sequence 17
        const Matrix<float> output = network.forward(input, 18);
        EXPECT_TRUE(std::isnan(output(0, 17)));
        EXPECT_TRUE(output.leftCols(17).allFinite()) << "other sequences must not be touched";
    }
}

TEST(Network, SaturatedGatesAreExact)
{
    for (const Formulation formulation : kFormulations) {
        auto network = seededNetwork<float>(optionsOf(formulation, 1, 10, 1, 1));
        std::ranges::fill(network.parameters(), 0.0f);
        const TensorSlot &weight = network.layout().inputWeight(0);
        for (Index row = 0; row < weight.rows; ++row)
            network.parameters()[static_cast<std::size_t>(weight.offset + row)] = row < 10 ? -1e4f : 1e4f;
        network.forward(Matrix<float>::Ones(1, 3), 1);
        const auto gates = network.gates(0);
        EXPECT_EQ(gates.r.maxCoeff(), 0.0f);
        EXPECT_EQ(gates.z.minCoeff(), 1.0f);
        EXPECT_EQ(gates.n.minCoeff(), 1.0f);
    }
}

TEST(Network, RefusesWrongShapesByNumber)
{
    auto network = seededNetwork<float>(optionsOf(Formulation::ResetAfter, 3, 4, 1, 2));
    EXPECT_THROW(network.forward(Matrix<float>::Ones(2, 6), 2), ShapeError);
    EXPECT_THROW(network.forward(Matrix<float>::Ones(3, 7), 2), ShapeError);
    EXPECT_THROW(network.forward(Matrix<float>::Ones(3, 6), 0), ShapeError);
    EXPECT_THROW(network.forward(Matrix<float>(3, 0), 1), ShapeError);
    network.forward(Matrix<float>::Ones(3, 6), 2);
    EXPECT_THROW(network.backward(Matrix<float>::Ones(2, 3)), ShapeError);
    NetworkOptions wrong;
    wrong.hidden = 0;
    EXPECT_THROW(Network<float>{wrong}, OptionError);
}
