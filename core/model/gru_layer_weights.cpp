// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gru_layer.h"

namespace gatescope {

template <typename Scalar>
GruLayerWeights<Scalar>::GruLayerWeights(const NetworkOptions &options, Index layer)
    : inputs(layer == 0 ? options.inputs : options.hidden), hidden(options.hidden),
      padded(paddedRows<Scalar>(options.hidden)), formulation(options.formulation)
{
    const bool after = formulation == Formulation::ResetAfter;
    inputForward.resize(3 * padded, inputs);
    recurrentForward.resize((after ? 3 : 2) * padded, padded);
    if (!after)
        candidateForward.resize(padded, padded);
    inputBias.setZero(3 * padded);
    candidateBias.setZero(padded);
}

template <typename Scalar>
void GruLayerWeights<Scalar>::packForward(std::span<const Scalar> parameters, const ParameterLayout &layout,
                                          Index layer)
{
    const Scalar *w = parameters.data() + layout.inputWeight(layer).offset;
    const Scalar *u = parameters.data() + layout.recurrentWeight(layer).offset;
    constexpr Index kInputBlock[] = {1, 2, 0}; // files hold r z n; the buffer's input rows are n r z
    for (Index gate = 0; gate < 3; ++gate) {
        inputForward.pack(w + gate * hidden * inputs, inputs, 1, hidden, inputs, kInputBlock[gate] * padded);
        const Scalar *from = u + gate * hidden * hidden;
        if (gate == 2 && formulation == Formulation::ResetBefore)
            candidateForward.pack(from, hidden, 1, hidden, hidden);
        else
            recurrentForward.pack(from, hidden, 1, hidden, hidden, gate * padded);
    }
    if (layout.inputBias(layer) == nullptr)
        return;
    const Scalar *b = parameters.data() + layout.inputBias(layer)->offset;
    const Scalar *d = layout.recurrentBias(layer) ? parameters.data() + layout.recurrentBias(layer)->offset : nullptr;
    for (Index i = 0; i < hidden; ++i) {
        inputBias[padded + i] = b[i] + (d ? d[i] : Scalar(0));
        inputBias[2 * padded + i] = b[hidden + i] + (d ? d[hidden + i] : Scalar(0));
        inputBias[i] = b[2 * hidden + i];
        candidateBias[i] = d ? d[2 * hidden + i] : Scalar(0);
    }
}

template <typename Scalar>
void GruLayerWeights<Scalar>::packBackward(std::span<const Scalar> parameters, const ParameterLayout &layout,
                                           Index layer)
{
    if (inputBackward.rows() == 0) { // a network that only predicts never comes here
        const bool after = formulation == Formulation::ResetAfter;
        inputBackward.resize(paddedRows<Scalar>(inputs), 3 * padded);
        recurrentBackward.resize(padded, (after ? 3 : 2) * padded);
        if (!after)
            candidateBackward.resize(padded, padded);
    }
    const Scalar *w = parameters.data() + layout.inputWeight(layer).offset;
    const Scalar *u = parameters.data() + layout.recurrentWeight(layer).offset;
    constexpr Index kInputBlock[] = {1, 2, 0};
    for (Index gate = 0; gate < 3; ++gate) {
        inputBackward.pack(w + gate * hidden * inputs, 1, inputs, inputs, hidden, 0, kInputBlock[gate] * padded);
        const Scalar *from = u + gate * hidden * hidden;
        if (gate == 2 && formulation == Formulation::ResetBefore)
            candidateBackward.pack(from, 1, hidden, hidden, hidden);
        else
            recurrentBackward.pack(from, 1, hidden, hidden, hidden, 0, gate * padded);
    }
}

template struct GruLayerWeights<float>;
template struct GruLayerWeights<double>;

} // namespace gatescope
