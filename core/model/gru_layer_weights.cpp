// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gru_layer.h"

namespace gatescope {

template <typename Scalar>
GruLayerWeights<Scalar>::GruLayerWeights(const NetworkOptions &options, Index layer)
    : inputs(layer == 0 ? options.inputs : options.hidden), hidden(options.hidden),
      padded(paddedRows<Scalar>(options.hidden)), gates(options.gates()), formulation(options.formulation),
      held(options.held)
{
    const bool after = formulation == Formulation::ResetAfter;
    inputForward.resize(gates * padded, inputs);
    recurrentForward.resize((after ? gates : gates - 1) * padded, padded);
    if (!after)
        candidateForward.resize(padded, padded);
    inputBias.setZero(gates * padded);
    candidateBias.setZero(padded);
}

template <typename Scalar>
void GruLayerWeights<Scalar>::packForward(std::span<const Scalar> parameters, const ParameterLayout &layout,
                                          Index layer)
{
    const Scalar *w = parameters.data() + layout.inputWeight(layer).offset;
    const Scalar *u = parameters.data() + layout.recurrentWeight(layer).offset;
    for (Index gate = 0; gate < gates; ++gate) { // files hold r z n; the buffer's input rows are n r z
        inputForward.pack(w + gate * hidden * inputs, inputs, 1, hidden, inputs, inputBlock(gate) * padded);
        const Scalar *from = u + gate * hidden * hidden;
        if (gate == gates - 1 && formulation == Formulation::ResetBefore)
            candidateForward.pack(from, hidden, 1, hidden, hidden);
        else
            recurrentForward.pack(from, hidden, 1, hidden, hidden, gate * padded);
    }
    if (layout.inputBias(layer) != nullptr)
        takeBiases(parameters, layout, layer);
    if (!symbols)
        return;
    const Index rows = gates * padded;
    inputColumns.resize(rows * inputs);
    for (Index symbol = 0; symbol < inputs; ++symbol) {
        auto column = inputColumns.segment(symbol * rows, rows);
        column = inputBias;
        for (Index gate = 0; gate < gates; ++gate) {
            for (Index i = 0; i < hidden; ++i)
                column[inputBlock(gate) * padded + i] += w[(gate * hidden + i) * inputs + symbol];
        }
    }
}

template <typename Scalar>
void GruLayerWeights<Scalar>::takeBiases(std::span<const Scalar> parameters, const ParameterLayout &layout, Index layer)
{
    const Scalar *b = parameters.data() + layout.inputBias(layer)->offset;
    const Scalar *d = layout.recurrentBias(layer) ? parameters.data() + layout.recurrentBias(layer)->offset : nullptr;
    const Index candidate = (gates - 1) * hidden;
    for (Index i = 0; i < hidden; ++i) {
        for (Index gate = 0; gate < gates - 1; ++gate)
            inputBias[inputBlock(gate) * padded + i] = b[gate * hidden + i] + (d ? d[gate * hidden + i] : Scalar(0));
        inputBias[i] = b[candidate + i];
        candidateBias[i] = d ? d[candidate + i] : Scalar(0);
    }
}

template <typename Scalar>
void GruLayerWeights<Scalar>::packBackward(std::span<const Scalar> parameters, const ParameterLayout &layout,
                                           Index layer)
{
    if (inputBackward.rows() == 0) { // a network that only predicts never comes here
        const bool after = formulation == Formulation::ResetAfter;
        inputBackward.resize(paddedRows<Scalar>(inputs), gates * padded);
        recurrentBackward.resize(padded, (after ? gates : gates - 1) * padded);
        if (!after)
            candidateBackward.resize(padded, padded);
    }
    const Scalar *w = parameters.data() + layout.inputWeight(layer).offset;
    const Scalar *u = parameters.data() + layout.recurrentWeight(layer).offset;
    for (Index gate = 0; gate < gates; ++gate) {
        inputBackward.pack(w + gate * hidden * inputs, 1, inputs, inputs, hidden, 0, inputBlock(gate) * padded);
        const Scalar *from = u + gate * hidden * hidden;
        if (gate == gates - 1 && formulation == Formulation::ResetBefore)
            candidateBackward.pack(from, 1, hidden, hidden, hidden);
        else
            recurrentBackward.pack(from, 1, hidden, hidden, hidden, 0, gate * padded);
    }
}

template struct GruLayerWeights<float>;
template struct GruLayerWeights<double>;

} // namespace gatescope
