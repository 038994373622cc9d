// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/streaming_network.h"

#include "core/math/random.h"
#include "core/model/gru_reference.h"
#include "tests/core/model/seeded_network.h"

#include <gtest/gtest.h>

#include <tuple>

using namespace gatescope;

namespace {

constexpr Index kStreamingNetworkSteps = 9;

template <typename Scalar>
Matrix<Scalar> randomSequence(Index inputs)
{
    Random random(3);
    Matrix<Scalar> sequence(inputs, kStreamingNetworkSteps);
    for (Scalar &value : sequence.reshaped())
        value = static_cast<Scalar>(random.normal());
    return sequence;
}

template <typename Scalar>
std::span<const Scalar> columnOf(const Matrix<Scalar> &matrix, Index column)
{
    return {matrix.col(column).data(), static_cast<std::size_t>(matrix.rows())};
}

/// Output and states after each step are those of the same steps as one sequence.
template <typename Scalar>
void expectWhatTheWholeSequenceGives(const NetworkOptions &options)
{
    auto network = seededNetwork<Scalar>(options);
    StreamingNetwork<Scalar> stream(network);
    const Matrix<Scalar> sequence = randomSequence<Scalar>(options.inputs);
    for (Index t = 0; t < kStreamingNetworkSteps; ++t) {
        const std::span<const Scalar> output = stream.step(columnOf(sequence, t));
        const Matrix<Scalar> whole = network.forward(sequence.leftCols(t + 1), 1);
        ASSERT_EQ(std::vector(output.begin(), output.end()), std::vector(whole.data(), whole.data() + whole.size()))
            << "step " << t;
        for (Index layer = 0; layer < options.layers; ++layer) {
            const Matrix<Scalar> states = network.gates(layer).h;
            const std::span<const Scalar> expected = columnOf(states, t), hidden = stream.hidden(layer);
            ASSERT_EQ(std::vector(hidden.begin(), hidden.end()), std::vector(expected.begin(), expected.end()))
                << "step " << t << ", layer " << layer;
        }
    }
}

} // namespace

/// Formulation, biases, hidden units, layers: below, at and above the widths of vectors and panels.
class StreamingNetworkShapes : public ::testing::TestWithParam<std::tuple<Formulation, bool, Index, Index>> {
protected:
    static NetworkOptions options()
    {
        NetworkOptions options;
        std::tie(options.formulation, options.bias, options.hidden, options.layers) = GetParam();
        options.inputs = 5;
        options.outputs = 3;
        return options;
    }
};

TEST_P(StreamingNetworkShapes, StepsGiveWhatTheWholeSequenceGives)
{
    expectWhatTheWholeSequenceGives<float>(options());
    expectWhatTheWholeSequenceGives<double>(options());
}

TEST_P(StreamingNetworkShapes, AgreesWithTheReference)
{
    const auto network = seededNetwork<double>(options());
    StreamingNetwork<double> stream(network);
    GruReference<double> reference(options(), network.parameters());
    const Matrix<double> sequence = randomSequence<double>(5);
    std::span<const double> output;
    for (Index t = 0; t < kStreamingNetworkSteps; ++t)
        output = stream.step(columnOf(sequence, t));
    const auto expected = reference.forward(sequence);
    for (Index o = 0; o < 3; ++o)
        EXPECT_NEAR(output[static_cast<std::size_t>(o)], expected(o), 1e-13);
}

INSTANTIATE_TEST_SUITE_P(All, StreamingNetworkShapes,
                         ::testing::Combine(::testing::Values(Formulation::ResetAfter, Formulation::ResetBefore),
                                            ::testing::Bool(), ::testing::Values(1, 16, 33, 100, 260),
                                            ::testing::Values(1, 3)));

TEST(StreamingNetwork, ResetForgets)
{
    const auto network = seededNetwork<float>(NetworkOptions{});
    StreamingNetwork<float> stream(network);
    const Matrix<float> sequence = randomSequence<float>(3);
    const float first = stream.step(columnOf(sequence, 0)).front();
    EXPECT_NE(stream.step(columnOf(sequence, 0)).front(), first);
    stream.reset();
    EXPECT_EQ(stream.step(columnOf(sequence, 0)).front(), first);
}

TEST(StreamingNetwork, KeepsTheWeightsItWasMadeWith)
{
    auto network = seededNetwork<float>(NetworkOptions{});
    const StreamingNetwork<float> stream(network);
    const Matrix<float> sequence = randomSequence<float>(3);
    StreamingNetwork<float> before(stream);
    const float expected = before.step(columnOf(sequence, 0)).front();
    for (float &parameter : network.parameters())
        parameter = 0.0f;
    StreamingNetwork<float> after(stream);
    EXPECT_EQ(after.step(columnOf(sequence, 0)).front(), expected);
}

TEST(StreamingNetwork, RefusesAStepOfAnotherWidth)
{
    const auto network = seededNetwork<float>(NetworkOptions{});
    StreamingNetwork<float> stream(network);
    const std::vector<float> step(2);
    EXPECT_THROW(stream.step(step), ShapeError);
}
