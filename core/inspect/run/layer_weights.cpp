// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/layer_weights.h"

#include "core/model/held_gates.h"

namespace gatescope {

namespace {

void check(const ParameterLayout &layout, const NetworkOptions &options, std::size_t parameters, Index layer)
{
    if (static_cast<Index>(parameters) != layout.size())
        throw ShapeError("the parameters hold " + std::to_string(parameters) + " numbers, the network needs "
                         + std::to_string(layout.size()));
    if (layer < 0 || layer >= options.layers)
        throw ShapeError("layer " + std::to_string(layer) + " was asked for, the network has "
                         + std::to_string(options.layers) + " (0 … " + std::to_string(options.layers - 1) + ")");
}

template <typename Scalar>
Vector<Scalar> biasOrZero(std::span<const Scalar> parameters, const TensorSlot *slot, Index size)
{
    return slot ? Vector<Scalar>(tensorView(parameters, *slot)) : Vector<Scalar>(Vector<Scalar>::Zero(size));
}

} // namespace

template <typename Scalar>
LayerWeights<Scalar>::LayerWeights(const NetworkOptions &options, std::span<const Scalar> parameters, Index layer)
    : m_formulation(options.formulation), m_hidden(options.hidden), m_input(nullptr, 0, 0), m_recurrent(nullptr, 0, 0)
{
    check(ParameterLayout(options), options, parameters.size(), layer);
    const ParameterLayout layout(fullOptions(options));
    if (options.held != HeldGates::None) {
        m_full = std::make_shared<const std::vector<Scalar>>(fullParameters(options, parameters));
        parameters = *m_full;
    }
    // Eigen's way to point a view elsewhere is to construct it anew in place.
    new (&m_input) View(tensorView(parameters, layout.inputWeight(layer)));
    new (&m_recurrent) View(tensorView(parameters, layout.recurrentWeight(layer)));
    m_hasInputBias = layout.inputBias(layer) != nullptr;
    m_hasRecurrentBias = layout.recurrentBias(layer) != nullptr;
    m_inputBias = biasOrZero(parameters, layout.inputBias(layer), 3 * m_hidden);
    m_recurrentBias = biasOrZero(parameters, layout.recurrentBias(layer), 3 * m_hidden);
}

template class LayerWeights<float>;
template class LayerWeights<double>;

} // namespace gatescope
