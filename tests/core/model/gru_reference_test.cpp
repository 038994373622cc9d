// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gru_reference.h"

#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/optimizer.h"
#include "tests/core/model/pytorch_comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace gatescope;

namespace {

/// Every B-th column from b on: one sequence out of a batch.
template <typename Scalar>
Matrix<Scalar> sequenceOf(const Matrix<Scalar> &batch, Index size, Index b)
{
    Matrix<Scalar> sequence(batch.rows(), batch.cols() / size);
    for (Index t = 0; t < sequence.cols(); ++t)
        sequence.col(t) = batch.col(t * size + b);
    return sequence;
}

/// Puts one sequence into a batch's matrix, which takes its shape at the first.
template <typename Scalar>
void putSequence(Matrix<Scalar> &batch, Index size, Index b, const Matrix<Scalar> &sequence)
{
    if (batch.size() == 0)
        batch.resize(sequence.rows(), sequence.cols() * size);
    for (Index t = 0; t < sequence.cols(); ++t)
        batch.col(t * size + b) = sequence.col(t);
}

template <typename Scalar>
void putLayer(NetworkRun<Scalar> &run, Index k, Index size, Index b, const ReferenceLayer<Scalar> &layer)
{
    const auto index = static_cast<std::size_t>(k);
    LayerGates<Scalar> &gates = run.gates[index];
    putSequence(gates.r, size, b, layer.r);
    putSequence(gates.z, size, b, layer.z);
    putSequence(gates.n, size, b, layer.n);
    putSequence(gates.u, size, b, layer.u);
    putSequence(gates.h, size, b, layer.h);
    putSequence(run.delta[index], size, b, layer.delta);
    const Index steps = layer.delta.cols();
    Matrix<Scalar> paths(layer.delta.rows(), 4 * steps);
    paths << layer.carry, layer.candidate, layer.reset, layer.update;
    putSequence(run.paths[index], size, b, paths);
}

/// The reference over a batch: sequence by sequence, as it takes them.
template <typename Scalar>
NetworkRun<Scalar> runReference(const NetworkOptions &options, const TrainingOptions &training,
                                std::span<const Scalar> parameters, const Matrix<Scalar> &input,
                                const Matrix<Scalar> &target)
{
    const Index size = target.cols(), steps = input.cols() / size;
    const auto layers = static_cast<std::size_t>(options.layers);
    GruReference<Scalar> reference(options, parameters);
    NetworkRun<Scalar> run;
    run.gates.resize(layers);
    run.delta.resize(layers);
    run.paths.resize(layers);
    run.output.resize(options.outputs, size);
    for (Index b = 0; b < size; ++b)
        run.output.col(b) = reference.forward(sequenceOf(input, size, b));

    Matrix<Scalar> outputGradient;
    run.loss = lossValue(training.loss, run.output, target);
    lossGradient(training.loss, run.output, target, outputGradient);
    for (Index b = 0; b < size; ++b) {
        reference.forward(sequenceOf(input, size, b));
        reference.backward(outputGradient.col(b));
        for (Index k = 0; k < options.layers; ++k)
            putLayer(run, k, size, b, reference.layer(k));
        putSequence(run.inputGradient, size, b, reference.layer(0).inputGradient);
    }
    run.gradient = reference.gradient();
    run.gradientNorms.resize(options.layers, steps);
    for (Index k = 0; k < options.layers; ++k)
        for (Index t = 0; t < steps; ++t)
            run.gradientNorms(k, t) = run.delta[static_cast<std::size_t>(k)].middleCols(t * size, size).norm();
    return run;
}

template <typename Scalar>
WorstDifferences referenceAgainstPyTorch(const Fixture &fixture)
{
    const auto parameters = fixture.values<Scalar>("parameters");
    return compareWithPyTorch(fixture,
                              runReference<Scalar>(networkOptions(fixture), trainingOptions(fixture), parameters,
                                                   fixture.matrix<Scalar>("input"), fixture.matrix<Scalar>("target")));
}

/// Parameters after 1, 5 and 50 steps of Adam on the fixture's one batch.
template <typename Scalar>
WorstDifferences adamAgainstPyTorch(const Fixture &fixture)
{
    const NetworkOptions options = networkOptions(fixture);
    const TrainingOptions training = trainingOptions(fixture);
    const auto input = fixture.matrix<Scalar>("input"), target = fixture.matrix<Scalar>("target");
    auto parameters = fixture.values<Scalar>("parameters");
    Optimizer<Scalar> optimizer(training, std::ssize(parameters));
    WorstDifferences found;
    for (int step = 1; step <= 50; ++step) {
        const auto run = runReference<Scalar>(options, training, parameters, input, target);
        optimizer.update(parameters, run.gradient, training.learningRate);
        if (step == 1 || step == 5 || step == 50)
            found.add("after " + std::to_string(step) + (step == 1 ? " Adam step" : " Adam steps"),
                      relativeDifference<Scalar>(ParameterLayout(options), parameters,
                                                 fixture.values<Scalar>("parameters_after_" + std::to_string(step))));
    }
    return found;
}

} // namespace

class GruReferenceFixture : public PyTorchComparison {};

TEST_P(GruReferenceFixture, AgreesWithPyTorch)
{
    const Fixture fixture(GetParam().path());
    check(GetParam().isDouble ? referenceAgainstPyTorch<double>(fixture) : referenceAgainstPyTorch<float>(fixture));
}

TEST_P(GruReferenceFixture, TrainsAsPyTorchDoes)
{
    const Fixture fixture(GetParam().path());
    check(GetParam().isDouble ? adamAgainstPyTorch<double>(fixture) : adamAgainstPyTorch<float>(fixture));
}

TEST_P(GruReferenceFixture, LayoutHasPyTorchsNamesAndOrder)
{
    const Fixture fixture(GetParam().path());
    const ParameterLayout layout(networkOptions(fixture));
    std::string found;
    for (const TensorSlot &slot : layout.slots())
        found += (found.empty() ? "" : " ") + slot.name + ":[" + std::to_string(slot.rows)
                 + (slot.rank == 2 ? "," + std::to_string(slot.columns) : "") + "]";
    EXPECT_EQ(found, fixture.text("layout"));
}

INSTANTIATE_TEST_SUITE_P(PyTorch, GruReferenceFixture, ::testing::ValuesIn(networkCases()),
                         [](const auto &parameter) { return parameter.param.title(); });

namespace {

NetworkOptions smallOptions(Formulation formulation)
{
    NetworkOptions options;
    options.inputs = 2;
    options.hidden = 3;
    options.layers = 2;
    options.formulation = formulation;
    return options;
}

std::vector<double> someParameters(const NetworkOptions &options)
{
    std::vector<double> parameters(static_cast<std::size_t>(options.parameterCount()));
    for (std::size_t i = 0; i < parameters.size(); ++i)
        parameters[i] = std::sin(static_cast<double>(7 * i + 1));
    return parameters;
}

} // namespace

TEST(GruReference, PathsSumUpToTheGradientOfTheStepBefore)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        const NetworkOptions options = smallOptions(formulation);
        const auto parameters = someParameters(options);
        GruReference<double> reference(options, parameters);
        reference.forward(Matrix<double>::Random(2, 6));
        reference.backward(Vector<double>::Ones(1));
        const auto &top = reference.layer(1), &bottom = reference.layer(0);
        const auto sum = [](const auto &layer, Index t) {
            return (layer.carry.col(t) + layer.candidate.col(t) + layer.reset.col(t) + layer.update.col(t)).eval();
        };
        for (Index t = 1; t < 6; ++t) {
            EXPECT_LT((sum(top, t) - top.delta.col(t - 1)).norm(), 1e-15);
            EXPECT_LT((sum(bottom, t) + top.inputGradient.col(t - 1) - bottom.delta.col(t - 1)).norm(), 1e-15);
        }
    }
}

TEST(GruReference, BackwardAddsUpUntilCleared)
{
    const NetworkOptions options = smallOptions(Formulation::ResetAfter);
    const auto parameters = someParameters(options);
    GruReference<double> reference(options, parameters);
    reference.forward(Matrix<double>::Ones(2, 4));
    reference.backward(Vector<double>::Ones(1));
    const auto once = reference.gradient();
    reference.backward(Vector<double>::Ones(1));
    for (std::size_t i = 0; i < once.size(); ++i)
        EXPECT_DOUBLE_EQ(reference.gradient()[i], 2.0 * once[i]);
    reference.clearGradient();
    EXPECT_THAT(reference.gradient(), ::testing::Each(0.0));
}

TEST(GruReference, SaturatedGatesAreExact)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        NetworkOptions options = smallOptions(formulation);
        options.layers = 1;
        std::vector<double> parameters(static_cast<std::size_t>(options.parameterCount()), 0.0);
        const TensorSlot bias = *ParameterLayout(options).find("gru.bias_ih_l0");
        for (Index row = 0; row < 9; ++row)
            parameters[static_cast<std::size_t>(bias.offset + row)] = row < 3 ? -1e4 : 1e4;
        GruReference<double> reference(options, parameters);
        reference.forward(Matrix<double>::Ones(2, 3));
        EXPECT_EQ(reference.layer(0).r.maxCoeff(), 0.0);
        EXPECT_EQ(reference.layer(0).z.minCoeff(), 1.0);
        EXPECT_EQ(reference.layer(0).n.minCoeff(), 1.0);
        // z = 1 keeps the old state, 0, in the one form, and takes the new one, 1, in the other.
        EXPECT_EQ(reference.layer(0).h(0, 2), formulation == Formulation::ResetAfter ? 0.0 : 1.0);
    }
}

TEST(GruReference, RefusesWrongShapesByNumber)
{
    const NetworkOptions options = smallOptions(Formulation::ResetAfter);
    auto parameters = someParameters(options);
    EXPECT_THROW(GruReference<double>(options, std::span<const double>(parameters).first(5)), ShapeError);
    GruReference<double> reference(options, parameters);
    EXPECT_THROW(reference.backward(Vector<double>::Ones(1)), ShapeError) << "before any forward()";
    EXPECT_THROW(reference.forward(Matrix<double>::Ones(3, 4)), ShapeError);
    EXPECT_THROW(reference.forward(Matrix<double>(2, 0)), ShapeError);
    reference.forward(Matrix<double>::Ones(2, 1));
    EXPECT_THROW(reference.backward(Vector<double>::Ones(2)), ShapeError);
}
