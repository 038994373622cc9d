// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/network.h"

#include "core/train/optimisation/loss.h"
#include "core/train/optimisation/optimizer.h"
#include "tests/core/model/pytorch_comparison.h"

#include <gtest/gtest.h>

using namespace gatescope;

namespace {

template <typename Scalar>
NetworkRun<Scalar> runNetwork(Network<Scalar> &network, const TrainingOptions &training, const Matrix<Scalar> &input,
                              const Matrix<Scalar> &target)
{
    NetworkRun<Scalar> run;
    network.keepInputGradient(true);
    run.output = network.forward(input, target.cols());
    run.loss = lossValue(training.loss, run.output, target);
    for (Index k = 0; k < network.options().layers; ++k)
        run.gates.push_back(network.gates(k));
    Matrix<Scalar> outputGradient;
    lossGradient(training.loss, run.output, target, outputGradient);
    network.backward(outputGradient);
    for (Index k = 0; k < network.options().layers; ++k)
        run.delta.push_back(network.delta(k));
    run.gradientNorms = network.gradientNorms();
    run.inputGradient = network.inputGradient();
    const std::span<const Scalar> gradient = std::as_const(network).gradient();
    run.gradient.assign(gradient.begin(), gradient.end());
    return run;
}

template <typename Scalar>
WorstDifferences networkAgainstPyTorch(const Fixture &fixture)
{
    Network<Scalar> network(networkOptions(fixture));
    std::ranges::copy(fixture.values<Scalar>("parameters"), network.parameters().begin());
    return compareWithPyTorch(fixture, runNetwork(network, trainingOptions(fixture), fixture.matrix<Scalar>("input"),
                                                  fixture.matrix<Scalar>("target")));
}

} // namespace

class NetworkFixture : public PyTorchComparison {};

TEST_P(NetworkFixture, AgreesWithPyTorch)
{
    const Fixture fixture(GetParam().path());
    check(GetParam().isDouble ? networkAgainstPyTorch<double>(fixture) : networkAgainstPyTorch<float>(fixture));
}

INSTANTIATE_TEST_SUITE_P(PyTorch, NetworkFixture, ::testing::ValuesIn(networkCases()),
                         [](const auto &parameter) { return parameter.param.title(); });
