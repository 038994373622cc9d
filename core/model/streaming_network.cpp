// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/streaming_network.h"

#include "core/model/gru_gates.h"

#include <algorithm>

namespace gatescope {

template <typename Scalar>
StreamingNetwork<Scalar>::StreamingNetwork(const Network<Scalar> &network) : m_options(network.options())
{
    const ParameterLayout &layout = network.layout();
    const std::span<const Scalar> parameters = network.parameters();
    for (Index index = 0; index < m_options.layers; ++index) {
        Layer layer{GruLayerWeights<Scalar>(m_options, index), {}, {}};
        layer.weights.packForward(parameters, layout, index);
        layer.gates.setZero((layer.weights.gates + 1) * layer.weights.padded);
        layer.hidden.setZero(layer.weights.padded);
        m_layers.push_back(std::move(layer));
    }
    m_headWeight = tensorView(parameters, layout.headWeight());
    m_headBias = tensorView(parameters, layout.headBias());
    m_output.setZero(m_options.outputs);
}

template <typename Scalar>
void StreamingNetwork<Scalar>::reset()
{
    for (Layer &layer : m_layers)
        layer.hidden.setZero();
}

template <typename Scalar>
std::span<const Scalar> StreamingNetwork<Scalar>::step(std::span<const Scalar> input)
{
    if (static_cast<Index>(input.size()) != m_options.inputs)
        throw ShapeError("the step has " + std::to_string(input.size()) + " numbers: the network reads "
                         + std::to_string(m_options.inputs) + " features a step");
    const Scalar *below = input.data();
    for (Layer &layer : m_layers) {
        layer.step(below);
        below = layer.hidden.data();
    }
    const Eigen::Map<const Vector<Scalar>> top(below, m_options.hidden);
    for (Index o = 0; o < m_options.outputs; ++o)
        m_output[o] = m_headBias[o] + m_headWeight.row(o).transpose().dot(top);
    return {m_output.data(), static_cast<std::size_t>(m_output.size())};
}

template <typename Scalar>
void StreamingNetwork<Scalar>::Layer::step(const Scalar *input)
{
    const Index padded = weights.padded;
    Scalar *column = gates.data(), *h = hidden.data();
    weights.inputForward.multiply(input, 1, weights.inputs, 1, column, gates.size(), StoreMode::Assign,
                                  weights.inputBias.data());
    Scalar *u = column + weights.gates * padded;
    const auto addRecurrent = [&] {
        weights.recurrentForward.multiply(h, 1, padded, 1, column + padded, gates.size(), StoreMode::Add);
    };
    withHeld(weights.held, [&](auto held) {
        if (weights.formulation == Formulation::ResetAfter) {
            std::copy_n(weights.candidateBias.data(), padded, u);
            addRecurrent();
            gateResetAfter<held()>(padded, column, h, h);
            return;
        }
        if (held() != HeldGates::Both)
            addRecurrent();
        gateReset<held()>(padded, column, h, h);
        weights.candidateForward.multiply(u, 1, padded, 1, column, gates.size(), StoreMode::Add);
        gateResetBefore<held()>(padded, column, h, h);
    });
}

template <typename Scalar>
std::span<const Scalar> StreamingNetwork<Scalar>::hidden(Index layer) const
{
    return {m_layers[static_cast<std::size_t>(layer)].hidden.data(), static_cast<std::size_t>(m_options.hidden)};
}

template class StreamingNetwork<float>;
template class StreamingNetwork<double>;

} // namespace gatescope
