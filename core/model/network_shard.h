// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/gru_layer.h"

#include <vector>

namespace gatescope {

/// Dropout of one pass: which entries are dropped depends on seed, layer, column and row alone, never on threads.
struct DropoutPass {
    double probability = 0.0;
    std::uint64_t seed = 0;

    bool active() const { return probability > 0.0; }
    /// 0 for a dropped entry, 1 / (1 − p) for one that is kept.
    double factor(Index layer, Index column, Index row) const;
};

/// The whole stack over one slice of the batch; slices never touch each other's numbers.
template <typename Scalar>
class NetworkShard {
public:
    /// Sequences firstSequence … firstSequence + sequences − 1 of a batch of B.
    void resize(const NetworkOptions &options, const std::vector<GruLayerWeights<Scalar>> &weights, Index steps,
                Index batch, Index firstSequence, Index sequences);

    /// @param input (I × T·B) of the whole batch @param headWeight (O × H) row-major @param output (O × K·B), own
    /// columns: the answers of the last K steps
    void forward(const std::vector<GruLayerWeights<Scalar>> &weights, const Matrix<Scalar> &input,
                 const DropoutPass &dropout, const Scalar *headWeight, const Scalar *headBias, Matrix<Scalar> &output);
    /// @param outputGradient (O × K·B) of the whole batch @param needInputGradient whether ∂loss/∂x is to be kept
    void backward(const std::vector<GruLayerWeights<Scalar>> &weights, const Matrix<Scalar> &outputGradient,
                  const DropoutPass &dropout, const Scalar *headWeight, Index firstStep, bool needInputGradient);

    Index firstSequence() const { return m_firstSequence; }
    Index sequences() const { return m_sequences; }
    const GruLayerShard<Scalar> &layer(Index index) const { return m_layers[static_cast<std::size_t>(index)]; }
    const Vector<Scalar> &headWeightGradient() const { return m_headWeightGradient; } ///< (O × H) row-major
    const Vector<Scalar> &headBiasGradient() const { return m_headBiasGradient; }     ///< (O)
    /// (padded I × T·S) after backward() with needInputGradient
    const Matrix<Scalar> &inputGradient() const { return m_inputGradient; }

    static ShardScalars scalars(const NetworkOptions &options, Index steps, Index sequences);

private:
    /// The head at the last K steps, and its way back from step firstStep on.
    void headForward(const Scalar *headWeight, const Scalar *headBias, Matrix<Scalar> &output) const;
    void headBackward(const Matrix<Scalar> &outputGradient, const Scalar *headWeight, Index firstStep);
    void applyDropout(const DropoutPass &dropout, Index layer, const Scalar *from, Scalar *to) const;

    NetworkOptions m_options;
    Index m_steps = 0, m_batch = 0, m_firstSequence = 0, m_sequences = 0;
    Vector<Scalar> m_input;                ///< (I × T·S) own columns of the batch's input
    std::vector<Vector<Scalar>> m_dropped; ///< per layer above the first: its input (P × T·S) after dropout
    std::vector<GruLayerShard<Scalar>> m_layers;
    Matrix<Scalar> m_inputGradient;
    Vector<Scalar> m_headWeightGradient, m_headBiasGradient;
};

extern template class NetworkShard<float>;
extern template class NetworkShard<double>;

} // namespace gatescope
