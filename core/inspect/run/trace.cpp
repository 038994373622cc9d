// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/trace.h"

#include "core/inspect/run/gradient_terms.h"
#include "core/inspect/run/sequence_loss.h"

#include <utility>

namespace gatescope {

namespace {

/// A network that back-propagates over the whole sequence for as long as this object lives.
template <typename Scalar>
class WholeSequence {
public:
    WholeSequence(Network<Scalar> &network, Index truncation) : m_network(network), m_truncation(truncation)
    {
        m_network.setTruncation(0);
    }
    ~WholeSequence() { m_network.setTruncation(m_truncation); }
    WholeSequence(const WholeSequence &) = delete;
    WholeSequence &operator=(const WholeSequence &) = delete;

private:
    Network<Scalar> &m_network;
    Index m_truncation;
};

} // namespace

template <typename Scalar>
Trace<Scalar> traceSequence(Network<Scalar> &network, const Matrix<Scalar> &input, const Vector<Scalar> &target,
                            const TrainingOptions &training)
{
    Trace<Scalar> trace;
    trace.network = network.options();
    trace.input = input;
    trace.output = network.forward(input, 1);
    for (Index index = 0; index < trace.network.layers; ++index) {
        LayerGates<Scalar> gates = network.gates(index);
        LayerTrace<Scalar> layer;
        layer.r = std::move(gates.r);
        layer.z = std::move(gates.z);
        layer.n = std::move(gates.n);
        layer.u = std::move(gates.u);
        layer.h = std::move(gates.h);
        trace.layers.push_back(std::move(layer));
    }
    if (target.size() == 0)
        return trace;

    trace.target = target;
    const auto loss = sequenceLoss(trace.output, target, training);
    trace.loss = loss.value;
    const WholeSequence<Scalar> whole(network, static_cast<Index>(training.truncation));
    network.backward(loss.gradient);
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

template Trace<float> traceSequence(Network<float> &, const Matrix<float> &, const Vector<float> &,
                                    const TrainingOptions &);
template Trace<double> traceSequence(Network<double> &, const Matrix<double> &, const Vector<double> &,
                                     const TrainingOptions &);

} // namespace gatescope
