// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/sequence_run.h"

#include "core/inspect/run/sequence_loss.h"
#include "tests/core/inspect/inspect_case.h"

#include <limits>

using namespace gatescope;

namespace {

constexpr Index kSequenceRunSteps = 6;
constexpr double kDifference = 1e-6;

/// A run in double whose gradients are compared with finite differences of its loss.
class SequenceRun : public ::testing::TestWithParam<InspectCase> {
protected:
    double loss(const Matrix<double> &input, const HeldValues<double> &held = {}) const
    {
        return sequenceLoss<double>(runSequence<double>(m_options, m_parameters, input, held).output, m_target,
                                    m_training)
            .value;
    }

    Trace<double> run(const HeldValues<double> &held = {}) const
    {
        return runAndDifferentiate<double>(m_options, m_parameters, m_training, m_input, m_target, held);
    }

    HeldValues<double> nothingHeld() const
    {
        const Matrix<double> free =
            Matrix<double>::Constant(m_options.hidden, kSequenceRunSteps, std::numeric_limits<double>::quiet_NaN());
        return HeldValues<double>(static_cast<std::size_t>(m_options.layers), {free, free, free});
    }

    HeldValues<double> somethingHeld() const
    {
        HeldValues<double> held = nothingHeld();
        held.front().r.row(1).setConstant(0.25);
        held.back().z.row(2).setConstant(0.9);
        held.front().h(3, 2) = -0.4;
        return held;
    }

    void expectInputGradient(const HeldValues<double> &held) const
    {
        const Trace<double> trace = run(held);
        for (Index step = 0; step < kSequenceRunSteps; ++step) {
            for (Index feature = 0; feature < m_options.inputs; ++feature) {
                Matrix<double> up = m_input, down = m_input;
                up(feature, step) += kDifference;
                down(feature, step) -= kDifference;
                const double difference = (loss(up, held) - loss(down, held)) / (2 * kDifference);
                EXPECT_NEAR(trace.inputGradient(feature, step), difference, 1e-8) << feature << ", " << step;
            }
        }
    }

    NetworkOptions m_options = GetParam().options();
    std::vector<double> m_parameters = randomParameters<double>(m_options);
    TrainingOptions m_training;
    Matrix<double> m_input = randomMatrix<double>(m_options.inputs, kSequenceRunSteps);
    Vector<double> m_target = randomMatrix<double>(m_options.outputs, 1, 3);
};

} // namespace

TEST_P(SequenceRun, InputGradientMatchesFiniteDifferences)
{
    expectInputGradient({});
}

TEST_P(SequenceRun, InputGradientOfAHeldRunMatchesFiniteDifferences)
{
    expectInputGradient(somethingHeld());
}

TEST_P(SequenceRun, DeltaAtAHeldStateIsTheSlopeOfTheLossThere)
{
    HeldValues<double> held = somethingHeld();
    const Trace<double> trace = run(held);
    held.front().h(3, 2) += kDifference;
    const double up = loss(m_input, held);
    held.front().h(3, 2) -= 2 * kDifference;
    const double down = loss(m_input, held);
    EXPECT_NEAR(trace.layers.front().delta(3, 2), (up - down) / (2 * kDifference), 1e-8);
}

TEST_P(SequenceRun, HoldingNothingChangesNothingToTheBit)
{
    const Trace<double> untouched = run(), held = run(nothingHeld());
    EXPECT_EQ(untouched.output, held.output);
    EXPECT_EQ(untouched.loss, held.loss);
    EXPECT_EQ(untouched.inputGradient, held.inputGradient);
    for (std::size_t layer = 0; layer < untouched.layers.size(); ++layer) {
        EXPECT_EQ(untouched.layers[layer].h, held.layers[layer].h);
        EXPECT_EQ(untouched.layers[layer].delta, held.layers[layer].delta);
    }
}

TEST_P(SequenceRun, HeldValuesStandInTheTrace)
{
    const Trace<double> trace = run(somethingHeld());
    EXPECT_TRUE((trace.layers.front().r.row(1).array() == 0.25).all());
    EXPECT_TRUE((trace.layers.back().z.row(2).array() == 0.9).all());
    EXPECT_EQ(trace.layers.front().h(3, 2), -0.4);
}

TEST_P(SequenceRun, WithoutATargetThereAreNoGradients)
{
    const auto trace = runAndDifferentiate<double>(m_options, m_parameters, m_training, m_input, {});
    EXPECT_FALSE(trace.loss.has_value());
    EXPECT_EQ(trace.inputGradient.size(), 0);
    EXPECT_EQ(trace.layers.front().delta.size(), 0);
}

TEST_P(SequenceRun, FarOutGatesAreExactlyShutOrOpen)
{
    const auto trace = runSequence<double>(m_options, m_parameters, m_input * 1e6);
    const auto &layer = trace.layers.front();
    EXPECT_TRUE((layer.r.array() == 0.0 || layer.r.array() == 1.0).all());
    EXPECT_TRUE((layer.n.array().abs() == 1.0).all());
}

TEST_P(SequenceRun, ATailGoesOnWhereTheRunStood)
{
    const auto whole = runSequence<double>(m_options, m_parameters, m_input);
    for (const Index step : {Index{0}, Index{3}, kSequenceRunSteps - 1}) {
        Matrix<double> other = m_input;
        other(1, step) += 0.5;
        const Vector<double> output =
            runTail<double>(whole, m_parameters, Matrix<double>(other.rightCols(kSequenceRunSteps - step)))
                .rightCols(1);
        EXPECT_TRUE(output.isApprox(runSequence<double>(m_options, m_parameters, other).output, 1e-12)) << step;
    }
    EXPECT_THROW(runTail<double>(whole, m_parameters, Matrix<double>(3, kSequenceRunSteps + 1)), ShapeError);
    EXPECT_THROW(runTail<double>(whole, m_parameters, Matrix<double>(2, 1)), ShapeError);
}

TEST_P(SequenceRun, GoesBackNoFurtherThanAsked)
{
    const Trace<double> whole = run();
    Trace<double> part = runSequence<double>(m_options, m_parameters, m_input);
    backpropagateRun<double>(part, m_parameters, sequenceLoss<double>(part.output, whole.target, m_training).gradient,
                             {}, 2);
    EXPECT_EQ(part.inputGradient.rightCols(kSequenceRunSteps - 2),
              whole.inputGradient.rightCols(kSequenceRunSteps - 2));
    EXPECT_TRUE(part.inputGradient.leftCols(2).isZero(0.0));
}

TEST_P(SequenceRun, AWrongShapeIsNamed)
{
    const Matrix<double> narrow = randomMatrix<double>(2, kSequenceRunSteps);
    EXPECT_THROW(runSequence<double>(m_options, m_parameters, narrow), ShapeError);
    EXPECT_THROW(runSequence<double>(m_options, m_parameters, Matrix<double>(3, 0)), ShapeError);
    m_parameters.pop_back();
    EXPECT_THROW(runSequence<double>(m_options, m_parameters, m_input), ShapeError);
}

INSTANTIATE_TEST_SUITE_P(Cases, SequenceRun, ::testing::ValuesIn(inspectCases()), inspectCaseName);
