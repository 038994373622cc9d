// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/trace.h"

#include "core/inspect/run/gradient_terms.h"
#include "core/inspect/run/sequence_loss.h"

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

/// A network that back-propagates over the whole sequence, and answers at so many of its last steps, for as long as
/// this object lives.
template <typename Scalar>
class WholeSequence {
public:
    WholeSequence(Network<Scalar> &network, Index truncation, Index outputSteps)
        : m_network(network), m_truncation(truncation)
    {
        m_network.setTruncation(0);
        m_network.setOutputSteps(outputSteps);
    }
    ~WholeSequence()
    {
        m_network.setTruncation(m_truncation);
        m_network.setOutputSteps(1);
    }
    WholeSequence(const WholeSequence &) = delete;
    WholeSequence &operator=(const WholeSequence &) = delete;

private:
    Network<Scalar> &m_network;
    Index m_truncation;
};

} // namespace

template <typename Scalar>
Matrix<Scalar> answersOf(const Trace<Scalar> &trace, std::type_identity_t<std::span<const Scalar>> parameters)
{
    const ParameterLayout layout(trace.network);
    Matrix<Scalar> answers = tensorView(parameters, layout.headWeight()) * trace.layers.back().h;
    answers.colwise() += tensorView(parameters, layout.headBias()).col(0);
    answers.rightCols(1) = trace.output;
    return answers;
}

template <typename Scalar>
Trace<Scalar> traceSequence(Network<Scalar> &network, const Matrix<Scalar> &input,
                            const std::type_identity_t<Matrix<Scalar>> &targets, const TrainingOptions &training)
{
    Trace<Scalar> trace;
    trace.network = network.options();
    trace.input = input;
    const WholeSequence<Scalar> whole(network, static_cast<Index>(training.truncation),
                                      std::max<Index>(targets.cols(), 1));
    const Matrix<Scalar> answers = network.forward(input, 1);
    trace.output = answers.rightCols(1);
    for (Index index = 0; index < trace.network.layers; ++index) {
        LayerTrace<Scalar> layer;
        static_cast<LayerGates<Scalar> &>(layer) = network.gates(index);
        trace.layers.push_back(std::move(layer));
    }
    trace.outputs = answersOf(trace, std::as_const(network).parameters());
    if (targets.size() == 0)
        return trace;

    trace.targets = targets;
    trace.target = targets.rightCols(1);
    auto loss = sequenceLoss<Scalar>(answers, targets, training);
    trace.loss = loss.value;
    trace.outputGradient = std::move(loss.gradient);
    network.backward(trace.outputGradient);
    for (Index index = 0; index < trace.network.layers; ++index) {
        LayerTrace<Scalar> &layer = trace.layers[static_cast<std::size_t>(index)];
        layer.delta = network.delta(index);
        layer.gradientNorm = layer.delta.colwise().norm().transpose();
        const LayerWeights<Scalar> weights(trace.network, std::as_const(network).parameters(), index);
        const GradientTerms<Scalar> terms = gradientTerms<Scalar>(weights, layer, 0, layer.delta);
        layer.gradientPaths = pathNorms(terms);
        if (index == 0)
            trace.inputGradient = inputGradientOf(weights, terms);
    }
    return trace;
}

template Matrix<float> answersOf(const Trace<float> &, std::span<const float>);
template Matrix<double> answersOf(const Trace<double> &, std::span<const double>);
template Trace<float> traceSequence(Network<float> &, const Matrix<float> &, const Matrix<float> &,
                                    const TrainingOptions &);
template Trace<double> traceSequence(Network<double> &, const Matrix<double> &, const Matrix<double> &,
                                     const TrainingOptions &);

} // namespace gatescope
