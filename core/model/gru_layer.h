// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/packed_matrix.h"
#include "core/model/parameters.h"

#include <vector>

namespace gatescope {

// How the fast layer works
//
// Layout. Column-major, features down the rows, time-major: column t·B + b is sequence b at step t. Each gate takes
// P = H rounded up to the vector width, so that no loop has a tail; the extra rows hold zeros and stay zero.
//
// One buffer of 4P rows a layer and step, blocks [n r z u]:
//
//     n ┐                       W x + b   fills n r z: rows 0 … 3P       (one product for a chunk of steps)
//     r │┐ input rows           U h       adds to r z and fills u: rows P … 4P       (one product a step)
//     z ┘│
//     u  ┘ recurrent rows       then one fused loop makes r, z, n and h' of them, in place
//
// backward() overwrites the same buffer with [a_n a_r a_z du] of GRU.md, so that
//
//     ∂loss/∂h = δ ⊙ z + Uᵀ [a_r a_z du]      ∂loss/∂x = Wᵀ [a_n a_r a_z]
//     ΔW = [a_n a_r a_z] xᵀ                   ΔU = [a_r a_z du] hᵀ
//
// are plain products of its row blocks, without a copy. Reset-before keeps s = r ⊙ h in the u block, where its weight
// gradient ΔU_n = a_n sᵀ finds it. The blocks of held gates are left out: [n z u], [n r u] or [n u], and all products
// have so much less to do. Work goes by chunks of steps small enough for the second-level cache.

/// A layer's weights, packed for the products above; shared by all shards of a batch.
template <typename Scalar>
struct GruLayerWeights {
    Index inputs = 0; ///< features of x: I, or H above the first layer
    Index hidden = 0; ///< H
    Index padded = 0; ///< P
    Index gates = 3;  ///< of r, z, n; below, 3 stands for this number
    Formulation formulation = Formulation::ResetAfter;
    HeldGates held = HeldGates::None;
    bool symbols = false;                   ///< the input is one row of symbol numbers: one-hot columns
    Vector<Scalar> inputColumns;            ///< symbols: W x + b of each symbol, n r z (3P × in)
    PackedMatrix<Scalar> inputForward;      ///< W: rows n r z (3P × in)
    PackedMatrix<Scalar> recurrentForward;  ///< U: rows r z n (3P × P); reset-before: r z only (2P × P)
    PackedMatrix<Scalar> candidateForward;  ///< reset-before: U_n (P × P)
    PackedMatrix<Scalar> inputBackward;     ///< Wᵀ (padded in × 3P)
    PackedMatrix<Scalar> recurrentBackward; ///< Uᵀ (P × 3P); reset-before: columns r z only (P × 2P)
    PackedMatrix<Scalar> candidateBackward; ///< reset-before: U_nᵀ (P × P)
    Vector<Scalar> inputBias;               ///< (3P) b_n, b_r + d_r, b_z + d_z
    Vector<Scalar> candidateBias;           ///< (P) d_n

    GruLayerWeights(const NetworkOptions &options, Index layer);
    /// Block of the buffer's input rows (n r z) that belongs to a gate of the files' order (r z n), held ones left out.
    Index inputBlock(Index gate) const { return (gate + 1) % gates; }
    /// Packs what forward() needs, then what backward() needs. Allocates only the first time.
    void packForward(std::span<const Scalar> parameters, const ParameterLayout &layout, Index layer);
    void takeBiases(std::span<const Scalar> parameters, const ParameterLayout &layout, Index layer);
    void packBackward(std::span<const Scalar> parameters, const ParameterLayout &layout, Index layer);
};

/// Scalars of one layer's or one stack's work space for one shard of the batch.
struct ShardScalars {
    std::int64_t activations = 0; ///< grow with the steps and sequences
    std::int64_t gradients = 0;   ///< as large as the weights
};

/// One layer's work space for one shard of the batch (S sequences): forward and back-propagation through time.
template <typename Scalar>
class GruLayerShard {
public:
    /// Sets T and S; allocates only when they grow.
    void resize(const GruLayerWeights<Scalar> &weights, Index steps, Index sequences);

    /// @param input (rows ≥ in × T·S), or (1 × T·S) symbols, with this column stride; must stay valid until backward()
    /// is done
    void forward(const GruLayerWeights<Scalar> &weights, const Scalar *input, Index inputStride);
    /// delta() holds what arrives from above on entry (head or the layer above) and ∂loss/∂h_t on return.
    /// @param firstStep the earliest step to go back to (0: full)
    /// @param inputGradient (padded in × T·S), overwritten from firstStep on; nullptr when nobody needs it
    void backward(const GruLayerWeights<Scalar> &weights, Index firstStep, Scalar *inputGradient,
                  Index inputGradientStride);

    Index stride() const { return m_stride; } ///< column stride of hidden() and delta(): P
    /// Hidden states h_t as (P × T·S).
    const Scalar *hidden() const { return m_hidden.data() + m_stride * m_sequences; }
    const Scalar *hidden(Index step) const { return hidden() + step * m_sequences * m_stride; }
    Scalar *delta(Index step) { return m_delta.data() + step * m_sequences * m_stride; }
    const Scalar *delta(Index step) const { return m_delta.data() + step * m_sequences * m_stride; }
    Index deltaSize() const { return m_stride * m_steps * m_sequences; }
    /// The buffer's column of sequence s at step t: [n r z u] after forward().
    const Scalar *gates(Index step, Index sequence) const
    {
        return m_gates.data() + (step * m_sequences + sequence) * m_gateStride;
    }
    /// ‖δ_t‖² of this shard.
    double squaredDelta(Index step) const;

    // Gradients of this shard, padded: (padded in × 3P) columns n r z; (P × 3P) columns r z n.
    const Vector<Scalar> &inputWeightGradient() const { return m_inputWeightGradient; }
    const Vector<Scalar> &recurrentWeightGradient() const { return m_recurrentWeightGradient; }
    /// (4P) Σ of [a_n a_r a_z du] over steps and sequences.
    const Vector<Scalar> &biasGradient() const { return m_biasGradient; }

    /// Scalars that resize() allocates.
    static ShardScalars scalars(const NetworkOptions &options, Index layer, Index steps, Index sequences);

private:
    /// Calls one of gru_gates.h for every sequence.
    template <auto kGate>
    void eachSequence(Index step);
    template <HeldGates kHeld>
    void stepForward(const GruLayerWeights<Scalar> &weights, Index step);
    template <HeldGates kHeld>
    void stepBackward(const GruLayerWeights<Scalar> &weights, Index step);
    template <HeldGates kHeld>
    void stepBackwardResetBefore(const GruLayerWeights<Scalar> &weights, Index step);
    void inputForward(const GruLayerWeights<Scalar> &weights, Index firstStep, Index steps);
    void accumulateInputWeights(const GruLayerWeights<Scalar> &weights, Index firstStep, Index columns);
    void accumulateWeights(const GruLayerWeights<Scalar> &weights, Index firstStep, Index steps);
    Scalar *gates(Index step) { return m_gates.data() + step * m_sequences * m_gateStride; }
    Scalar *hiddenBefore(Index step) { return m_hidden.data() + step * m_sequences * m_stride; }
    Index chunkSteps() const;

    Index m_steps = 0;
    Index m_sequences = 0;
    Index m_stride = 0; ///< P
    Index m_gateStride =
        0; ///< 4P (fewer where gates are held) and a cache line, so that columns do not share cache sets
    const Scalar *m_input = nullptr;
    Index m_inputStride = 0;
    Vector<Scalar> m_gates;
    Vector<Scalar> m_hidden; ///< (P × (T+1)·S), the first S columns are h_0 = 0
    Vector<Scalar> m_delta;  ///< (P × T·S)
    Vector<Scalar> m_scratch;
    Vector<Scalar> m_symbolGradient; ///< (3P × in) what m_inputWeightGradient holds, symbol by symbol
    Vector<Scalar> m_inputWeightGradient, m_recurrentWeightGradient, m_biasGradient;
    PackedMatrix<Scalar> m_packedInput, m_packedHidden;
};

extern template struct GruLayerWeights<float>;
extern template struct GruLayerWeights<double>;
extern template class GruLayerShard<float>;
extern template class GruLayerShard<double>;

} // namespace gatescope
