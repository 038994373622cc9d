// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/trace.h"

#include "core/inspect/run/sequence_run.h"
#include "core/model/gru_reference.h"
#include "tests/core/inspect/inspect_case.h"

#include <algorithm>

using namespace gatescope;

namespace {

constexpr Index kTraceSteps = 9;

/// Traces by the fast network beside the reference's numbers and the inspector's own runner.
template <typename Scalar>
struct TracedNetwork {
    explicit TracedNetwork(const NetworkOptions &options, const TrainingOptions &training = {})
        : parameters(randomParameters<Scalar>(options)), input(randomMatrix<Scalar>(options.inputs, kTraceSteps)),
          target(randomMatrix<Scalar>(options.outputs, 1, 3)), network(options)
    {
        std::ranges::copy(parameters, network.parameters().begin());
        trace = traceSequence(network, input, target, training);
    }

    std::vector<Scalar> parameters;
    Matrix<Scalar> input;
    Vector<Scalar> target;
    Network<Scalar> network;
    Trace<Scalar> trace;
};

template <typename Scalar>
double distance(const Matrix<Scalar> &found, const Matrix<Scalar> &expected)
{
    if (found.rows() != expected.rows() || found.cols() != expected.cols())
        return 1e9;
    return static_cast<double>((found - expected).cwiseAbs().maxCoeff());
}

template <typename Scalar>
void expectSameTrace(const Trace<Scalar> &found, const Trace<Scalar> &expected, double limit)
{
    EXPECT_LT(distance<Scalar>(found.output, expected.output), limit);
    EXPECT_NEAR(*found.loss, *expected.loss, limit);
    EXPECT_LT(distance(found.inputGradient, expected.inputGradient), limit);
    for (std::size_t k = 0; k < expected.layers.size(); ++k) {
        const auto &left = found.layers[k], &right = expected.layers[k];
        EXPECT_LT(distance(left.r, right.r), limit);
        EXPECT_LT(distance(left.z, right.z), limit);
        EXPECT_LT(distance(left.n, right.n), limit);
        EXPECT_LT(distance(left.u, right.u), limit);
        EXPECT_LT(distance(left.h, right.h), limit);
        EXPECT_LT(distance(left.delta, right.delta), limit);
        EXPECT_LT(distance<Scalar>(left.gradientNorm, right.gradientNorm), limit);
        EXPECT_LT(distance(left.gradientPaths, right.gradientPaths), limit);
    }
}

class TraceSequence : public ::testing::TestWithParam<InspectCase> {
protected:
    NetworkOptions m_options = GetParam().options();
};

} // namespace

TEST_P(TraceSequence, HoldsWhatTheReferenceComputes)
{
    const TracedNetwork<double> traced(m_options);
    GruReference<double> reference(m_options, traced.parameters);
    const Vector<double> output = reference.forward(traced.input);
    EXPECT_LT((output - traced.trace.output).cwiseAbs().maxCoeff(), 1e-12);
    const Vector<double> error = output - traced.target;
    EXPECT_NEAR(*traced.trace.loss, error.squaredNorm() / 2.0, 1e-12);
    reference.backward(2.0 / static_cast<double>(m_options.outputs) * error);
    EXPECT_LT(distance(traced.trace.inputGradient, reference.layer(0).inputGradient), 1e-12);
    for (Index k = 0; k < m_options.layers; ++k) {
        const auto &layer = traced.trace.layers[static_cast<std::size_t>(k)];
        const auto &expected = reference.layer(k);
        EXPECT_LT(distance(layer.h, expected.h), 1e-12);
        EXPECT_LT(distance(layer.delta, expected.delta), 1e-12);
        Matrix<double> norms(kTraceSteps, 4);
        norms << expected.carry.colwise().norm().transpose(), expected.candidate.colwise().norm().transpose(),
            expected.reset.colwise().norm().transpose(), expected.update.colwise().norm().transpose();
        EXPECT_LT(distance(layer.gradientPaths, norms), 1e-12);
        EXPECT_LT(distance<double>(layer.gradientNorm, expected.delta.colwise().norm().transpose()), 1e-12);
    }
}

TEST_P(TraceSequence, EqualsTheOpenedRunInDouble)
{
    const TracedNetwork<double> traced(m_options);
    expectSameTrace(traced.trace,
                    runAndDifferentiate<double>(m_options, traced.parameters, {}, traced.input, traced.target), 1e-12);
}

TEST_P(TraceSequence, EqualsTheOpenedRunInFloatUpToRounding)
{
    const TracedNetwork<float> traced(m_options);
    expectSameTrace(traced.trace,
                    runAndDifferentiate<float>(m_options, traced.parameters, {}, traced.input, traced.target), 2e-5);
}

TEST_P(TraceSequence, SeesTheWholeSequenceAlsoWhereTrainingIsTruncated)
{
    TrainingOptions truncated;
    truncated.truncation = 2;
    const TracedNetwork<double> whole(m_options), cut(m_options, truncated);
    EXPECT_EQ(whole.trace.inputGradient, cut.trace.inputGradient);
    EXPECT_GT(cut.trace.layers.front().gradientNorm(0), 0.0);
}

TEST_P(TraceSequence, LeavesTheTruncationInForce)
{
    TrainingOptions truncated;
    truncated.truncation = 2;
    TracedNetwork<double> traced(m_options, truncated);
    traced.network.forward(traced.input, 1);
    traced.network.backward(Matrix<double>::Ones(m_options.outputs, 1));
    EXPECT_EQ(traced.network.gradientNorms()(0, 0), 0.0);
    EXPECT_GT(traced.network.gradientNorms()(0, kTraceSteps - 1), 0.0);
}

TEST_P(TraceSequence, HasNoGradientsWithoutATarget)
{
    TracedNetwork<double> traced(m_options);
    const auto trace = traceSequence<double>(traced.network, traced.input, {}, {});
    EXPECT_FALSE(trace.loss.has_value());
    EXPECT_EQ(trace.output, traced.trace.output);
    EXPECT_EQ(trace.layers.front().gradientPaths.size(), 0);
}

TEST_P(TraceSequence, TakesAClassNumberForCrossEntropy)
{
    TrainingOptions training;
    training.loss.kind = LossKind::CrossEntropy;
    TracedNetwork<double> traced(m_options);
    const auto trace = traceSequence<double>(traced.network, traced.input, Vector<double>::Ones(1), training);
    const double expected = std::log((trace.output.array() - trace.output(1)).exp().sum());
    EXPECT_NEAR(*trace.loss, expected, 1e-12);
}

INSTANTIATE_TEST_SUITE_P(Cases, TraceSequence, ::testing::ValuesIn(inspectCases()), inspectCaseName);
