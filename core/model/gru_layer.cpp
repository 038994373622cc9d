// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gru_layer.h"

#include "core/math/resize.h"
#include "core/model/gru_gates.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr Index kChunkColumns = 128; ///< columns of one product over several steps

template <typename Scalar>
constexpr Index gateStride(Index padded, Index gates)
{
    return (gates + 1) * padded + static_cast<Index>(64 / sizeof(Scalar));
}

/// Asks for numbers that are needed soon: the processor foresees only those that lie ahead, and backward() goes back.
template <typename Scalar>
void prefetch(const Scalar *from, Index count)
{
    for (Index i = 0; i < count; i += static_cast<Index>(64 / sizeof(Scalar)))
        __builtin_prefetch(from + i, 1, 2);
}

} // namespace

template <typename Scalar>
Index GruLayerShard<Scalar>::chunkSteps() const
{
    return std::max<Index>(1, kChunkColumns / m_sequences);
}

template <typename Scalar>
void GruLayerShard<Scalar>::resize(const GruLayerWeights<Scalar> &weights, Index steps, Index sequences)
{
    m_steps = steps;
    m_sequences = sequences;
    m_stride = weights.padded;
    m_gateStride = gateStride<Scalar>(weights.padded, weights.gates);
    const Index columns = steps * sequences;
    const Index inputRows = paddedRows<Scalar>(weights.inputs);
    makeRoom(m_gates, m_gateStride * columns);
    makeRoom(m_hidden, m_stride * (columns + sequences));
    m_hidden.head(m_stride * sequences).setZero();
    makeRoom(m_delta, m_stride * columns);
    makeRoom(m_scratch, m_stride * sequences);
    makeRoom(m_symbolGradient, weights.symbols ? weights.inputs * weights.gates * m_stride : 0);
    makeRoom(m_inputWeightGradient, inputRows * weights.gates * m_stride);
    makeRoom(m_recurrentWeightGradient, m_stride * weights.gates * m_stride);
    makeRoom(m_biasGradient, (weights.gates + 1) * m_stride);
    m_packedInput.reshape(inputRows, std::min(steps, chunkSteps()) * sequences);
    m_packedHidden.reshape(m_stride, std::min(steps, chunkSteps()) * sequences);
}

template <typename Scalar>
ShardScalars GruLayerShard<Scalar>::scalars(const NetworkOptions &options, Index layer, Index steps, Index sequences)
{
    const std::int64_t padded = paddedRows<Scalar>(options.hidden);
    const std::int64_t inputRows = paddedRows<Scalar>(layer == 0 ? options.inputs : options.hidden);
    const std::int64_t columns = static_cast<std::int64_t>(steps) * sequences;
    const std::int64_t chunk = std::min<std::int64_t>(steps, std::max<Index>(1, kChunkColumns / sequences)) * sequences;
    return {gateStride<Scalar>(padded, options.gates()) * columns + padded * (2 * columns + 2 * sequences)
                + (inputRows + padded) * chunk,
            (inputRows + padded) * options.gates() * padded + (options.gates() + 1) * padded};
}

template <typename Scalar>
template <auto kGate>
void GruLayerShard<Scalar>::eachSequence(Index step)
{
    for (Index s = 0; s < m_sequences; ++s)
        kGate(m_stride, gates(step) + s * m_gateStride, hiddenBefore(step) + s * m_stride,
              hiddenBefore(step + 1) + s * m_stride);
}

template <typename Scalar>
void GruLayerShard<Scalar>::forward(const GruLayerWeights<Scalar> &weights, const Scalar *input, Index inputStride)
{
    m_input = input;
    m_inputStride = inputStride;
    for (Index first = 0; first < m_steps; first += chunkSteps()) {
        const Index steps = std::min(chunkSteps(), m_steps - first);
        inputForward(weights, first, steps);
        withHeld(weights.held, [&](auto held) {
            for (Index step = first; step < first + steps; ++step)
                stepForward<held()>(weights, step);
        });
    }
}

/// W x + b into n, r and z. A one-hot column takes a column of W.
template <typename Scalar>
void GruLayerShard<Scalar>::inputForward(const GruLayerWeights<Scalar> &weights, Index firstStep, Index steps)
{
    const Scalar *input = m_input + firstStep * m_sequences * m_inputStride;
    if (!weights.symbols) {
        weights.inputForward.multiply(input, 1, m_inputStride, steps * m_sequences, gates(firstStep), m_gateStride,
                                      StoreMode::Assign, weights.inputBias.data());
        return;
    }
    const Index rows = weights.gates * m_stride;
    for (Index column = 0; column < steps * m_sequences; ++column)
        std::copy_n(weights.inputColumns.data() + static_cast<Index>(input[column]) * rows, rows,
                    gates(firstStep) + column * m_gateStride);
}

template <typename Scalar>
template <HeldGates kHeld>
void GruLayerShard<Scalar>::stepForward(const GruLayerWeights<Scalar> &weights, Index step)
{
    using Blocks = GateBlocks<kHeld>;
    const Index padded = m_stride;
    const Scalar *before = hiddenBefore(step);
    if (weights.formulation == Formulation::ResetAfter) {
        for (Index s = 0; s < m_sequences; ++s) // u starts from d_n; r and z from the input part
            std::copy_n(weights.candidateBias.data(), padded, gates(step) + s * m_gateStride + Blocks::kU * padded);
        weights.recurrentForward.multiply(before, 1, padded, m_sequences, gates(step) + padded, m_gateStride,
                                          StoreMode::Add);
        eachSequence<gateResetAfter<kHeld, Scalar>>(step);
        return;
    }
    if constexpr (kHeld != HeldGates::Both)
        weights.recurrentForward.multiply(before, 1, padded, m_sequences, gates(step) + padded, m_gateStride,
                                          StoreMode::Add);
    eachSequence<gateReset<kHeld, Scalar>>(step);
    weights.candidateForward.multiply(gates(step) + Blocks::kU * padded, 1, m_gateStride, m_sequences, gates(step),
                                      m_gateStride, StoreMode::Add);
    eachSequence<gateResetBefore<kHeld, Scalar>>(step);
}

template <typename Scalar>
void GruLayerShard<Scalar>::backward(const GruLayerWeights<Scalar> &weights, Index firstStep, Scalar *inputGradient,
                                     Index inputGradientStride)
{
    m_inputWeightGradient.setZero();
    m_symbolGradient.setZero();
    m_recurrentWeightGradient.setZero();
    m_biasGradient.setZero();
    for (Index end = m_steps; end > firstStep;) {
        const Index first = std::max(firstStep, end - chunkSteps());
        withHeld(weights.held, [&](auto held) {
            for (Index step = end - 1; step >= first; --step) {
                if (weights.formulation == Formulation::ResetAfter)
                    stepBackward<held()>(weights, step);
                else
                    stepBackwardResetBefore<held()>(weights, step);
            }
        });
        if (inputGradient != nullptr)
            weights.inputBackward.multiply(gates(first), 1, m_gateStride, (end - first) * m_sequences,
                                           inputGradient + first * m_sequences * inputGradientStride,
                                           inputGradientStride, StoreMode::Assign);
        accumulateWeights(weights, first, end - first);
        end = first;
    }
    if (weights.symbols) {
        const Index rows = weights.gates * m_stride, leading = paddedRows<Scalar>(weights.inputs);
        for (Index symbol = 0; symbol < weights.inputs; ++symbol) {
            for (Index row = 0; row < rows; ++row)
                m_inputWeightGradient[row * leading + symbol] = m_symbolGradient[symbol * rows + row];
        }
    }
    if (firstStep > 0) // truncated: what would flow on from here is cut off, and shown as such
        std::fill_n(delta(firstStep - 1), m_sequences * m_stride, Scalar(0));
}

template <typename Scalar>
template <HeldGates kHeld>
void GruLayerShard<Scalar>::stepBackward(const GruLayerWeights<Scalar> &weights, Index step)
{
    using Blocks = GateBlocks<kHeld>;
    const Index padded = m_stride;
    const bool first = step == 0;
    for (Index s = 0; s < m_sequences; ++s) {
        Scalar *column = gates(step) + s * m_gateStride;
        const Scalar *before = hiddenBefore(step) + s * padded;
        const Scalar *delta = this->delta(step) + s * padded;
        [[maybe_unused]] Scalar *deltaBefore = first ? nullptr : this->delta(step - 1) + s * padded;
        if (!first) {
            prefetch(column - m_sequences * m_gateStride, (Blocks::kU + 1) * padded);
            prefetch(before - m_sequences * padded, padded);
        }
        for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
            const auto n = loadVector(column + i);
            const auto d = loadVector(delta + i);
            auto dN = d;
            if constexpr (Blocks::kHasUpdate) {
                const auto z = loadVector(column + Blocks::kUpdate * padded + i);
                dN = d * (Scalar(1) - z);
                storeVector(column + Blocks::kUpdate * padded + i,
                            d * (loadVector(before + i) - n) * z * (Scalar(1) - z));
                if (!first)
                    storeVector(deltaBefore + i, loadVector(deltaBefore + i) + d * z);
            }
            const auto aN = dN * (Scalar(1) - n * n);
            storeVector(column + i, aN);
            auto dU = aN;
            if constexpr (Blocks::kHasReset) {
                const auto r = loadVector(column + Blocks::kReset * padded + i);
                const auto u = loadVector(column + Blocks::kU * padded + i);
                storeVector(column + Blocks::kReset * padded + i, aN * u * r * (Scalar(1) - r));
                dU = aN * r;
            }
            storeVector(column + Blocks::kU * padded + i, dU);
        }
    }
    if (!first)
        weights.recurrentBackward.multiply(gates(step) + padded, 1, m_gateStride, m_sequences, delta(step - 1), padded,
                                           StoreMode::Add);
}

template <typename Scalar>
template <HeldGates kHeld>
void GruLayerShard<Scalar>::stepBackwardResetBefore(const GruLayerWeights<Scalar> &weights, Index step)
{
    using Blocks = GateBlocks<kHeld>;
    const Index padded = m_stride;
    for (Index s = 0; s < m_sequences; ++s) {
        Scalar *column = gates(step) + s * m_gateStride;
        const Scalar *delta = this->delta(step) + s * padded;
        const Scalar *before = hiddenBefore(step) + s * padded;
        if (step > 0) {
            prefetch(column - m_sequences * m_gateStride, (Blocks::kU + 1) * padded);
            prefetch(before - m_sequences * padded, padded);
        }
        for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
            const auto n = loadVector(column + i);
            const auto d = loadVector(delta + i);
            auto dN = d;
            if constexpr (Blocks::kHasUpdate) {
                const auto z = loadVector(column + Blocks::kUpdate * padded + i);
                dN = d * z;
                storeVector(column + Blocks::kUpdate * padded + i,
                            d * (n - loadVector(before + i)) * z * (Scalar(1) - z));
                if (step > 0) {
                    Scalar *deltaBefore = this->delta(step - 1) + s * padded;
                    storeVector(deltaBefore + i, loadVector(deltaBefore + i) + d * (Scalar(1) - z));
                }
            }
            storeVector(column + i, dN * (Scalar(1) - n * n));
        }
    }
    // ds = U_nᵀ a_n, then what r and the state before receive of it
    weights.candidateBackward.multiply(gates(step), 1, m_gateStride, m_sequences, m_scratch.data(), padded,
                                       StoreMode::Assign);
    for (Index s = 0; s < m_sequences; ++s) {
        Scalar *column = gates(step) + s * m_gateStride;
        const Scalar *before = hiddenBefore(step) + s * padded;
        const Scalar *ds = m_scratch.data() + s * padded;
        for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
            const auto dS = loadVector(ds + i);
            auto dH = dS;
            if constexpr (Blocks::kHasReset) {
                const auto r = loadVector(column + Blocks::kReset * padded + i);
                storeVector(column + Blocks::kReset * padded + i, dS * loadVector(before + i) * r * (Scalar(1) - r));
                dH = dS * r;
            }
            if (step > 0) {
                Scalar *deltaBefore = this->delta(step - 1) + s * padded;
                storeVector(deltaBefore + i, loadVector(deltaBefore + i) + dH);
            }
        }
    }
    if (kHeld != HeldGates::Both && step > 0)
        weights.recurrentBackward.multiply(gates(step) + padded, 1, m_gateStride, m_sequences, delta(step - 1), padded,
                                           StoreMode::Add);
}

/// ΔW = [a_n a_r a_z] xᵀ. A one-hot column adds to a column of ΔW.
template <typename Scalar>
void GruLayerShard<Scalar>::accumulateInputWeights(const GruLayerWeights<Scalar> &weights, Index firstStep,
                                                   Index columns)
{
    const Scalar *input = m_input + firstStep * m_sequences * m_inputStride;
    const Scalar *gate = gates(firstStep);
    const Index rows = weights.gates * m_stride;
    if (weights.symbols) {
        for (Index column = 0; column < columns; ++column) {
            Scalar *to = m_symbolGradient.data() + static_cast<Index>(input[column]) * rows;
            const Scalar *from = gate + column * m_gateStride;
            for (Index i = 0; i < rows; i += Simd<Scalar>::kWidth)
                storeVector(to + i, loadVector(to + i) + loadVector(from + i));
        }
        return;
    }
    m_packedInput.reshape(paddedRows<Scalar>(weights.inputs), columns);
    m_packedInput.pack(input, 1, m_inputStride, weights.inputs, columns);
    m_packedInput.multiply(gate, m_gateStride, 1, rows, m_inputWeightGradient.data(), m_packedInput.rows(),
                           StoreMode::Add);
}

template <typename Scalar>
void GruLayerShard<Scalar>::accumulateWeights(const GruLayerWeights<Scalar> &weights, Index firstStep, Index steps)
{
    const Index padded = m_stride;
    const Index columns = steps * m_sequences;
    const Scalar *gate = gates(firstStep);
    const auto add = [&](const PackedMatrix<Scalar> &left, const Scalar *right, Index gateColumns, Scalar *to) {
        left.multiply(right, m_gateStride, 1, gateColumns, to, left.rows(), StoreMode::Add);
    };

    accumulateInputWeights(weights, firstStep, columns);

    m_packedHidden.reshape(padded, columns);
    m_packedHidden.pack(hiddenBefore(firstStep), 1, padded, padded, columns);
    if (weights.formulation == Formulation::ResetAfter) {
        add(m_packedHidden, gate + padded, weights.gates * padded, m_recurrentWeightGradient.data());
    } else {
        const Index others = weights.gates - 1; // r and z, or what there is of them
        if (others > 0)
            add(m_packedHidden, gate + padded, others * padded, m_recurrentWeightGradient.data());
        m_packedHidden.pack(gate + weights.gates * padded, 1, m_gateStride, padded, columns); // s = r ⊙ h
        add(m_packedHidden, gate, padded, m_recurrentWeightGradient.data() + others * padded * padded);
    }

    Scalar *bias = m_biasGradient.data();
    for (Index i = 0; i < (weights.gates + 1) * padded; i += Simd<Scalar>::kWidth) {
        auto sum = loadVector(bias + i);
        for (Index column = 0; column < columns; ++column)
            sum += loadVector(gate + column * m_gateStride + i);
        storeVector(bias + i, sum);
    }
}

template <typename Scalar>
double GruLayerShard<Scalar>::squaredDelta(Index step) const
{
    const Scalar *values = delta(step);
    double sum = 0.0;
    for (Index s = 0; s < m_sequences; ++s) {
        typename Simd<Scalar>::Register lanes{};
        for (Index i = 0; i < m_stride; i += Simd<Scalar>::kWidth) {
            const auto d = loadVector(values + s * m_stride + i);
            lanes += d * d;
        }
        for (Index lane = 0; lane < Simd<Scalar>::kWidth; ++lane)
            sum += static_cast<double>(lanes[lane]);
    }
    return sum;
}

template class GruLayerShard<float>;
template class GruLayerShard<double>;

} // namespace gatescope
