// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/network_shard.h"

#include "core/math/resize.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr Index kHeadProduct = 8; ///< outputs from which products are faster than one output after the other

/// (H × S) the top layer's states of a shard's sequences after step t.
template <typename Scalar>
auto statesOf(const GruLayerShard<Scalar> &top, Index step, Index hidden, Index sequences)
{
    return Eigen::Map<const Matrix<Scalar>, 0, Eigen::OuterStride<>>(top.hidden(step), hidden, sequences,
                                                                     Eigen::OuterStride<>(top.stride()));
}

} // namespace

double DropoutPass::factor(Index layer, Index column, Index row) const
{
    std::uint64_t mixed = seed + 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(layer + 1);
    for (const Index part : {column, row}) {
        mixed ^= static_cast<std::uint64_t>(part) + 0x632BE59BD9B4E019ULL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        mixed ^= mixed >> 31;
    }
    const double draw = static_cast<double>(mixed >> 11) * 0x1.0p-53;
    return draw < probability ? 0.0 : 1.0 / (1.0 - probability);
}

template <typename Scalar>
void NetworkShard<Scalar>::resize(const NetworkOptions &options, const std::vector<GruLayerWeights<Scalar>> &weights,
                                  Index steps, Index batch, Index firstSequence, Index sequences)
{
    m_options = options;
    m_steps = steps;
    m_batch = batch;
    m_firstSequence = firstSequence;
    m_sequences = sequences;
    makeRoom(m_input, (weights.front().symbols ? 1 : options.inputs) * steps * sequences);
    m_layers.resize(weights.size());
    for (std::size_t k = 0; k < weights.size(); ++k)
        m_layers[k].resize(weights[k], steps, sequences);
    if (options.dropout > 0.0) {
        m_dropped.resize(weights.size());
        for (std::size_t k = 1; k < weights.size(); ++k)
            makeRoom(m_dropped[k], weights[k].padded * steps * sequences);
    }
    reshape(m_headWeightGradient, options.outputs * options.hidden);
    reshape(m_headBiasGradient, options.outputs);
}

template <typename Scalar>
ShardScalars NetworkShard<Scalar>::scalars(const NetworkOptions &options, Index steps, Index sequences)
{
    const std::int64_t columns = static_cast<std::int64_t>(steps) * sequences;
    ShardScalars sum{options.inputs * columns, options.outputs * (options.hidden + 1)};
    for (Index layer = 0; layer < options.layers; ++layer) {
        const ShardScalars own = GruLayerShard<Scalar>::scalars(options, layer, steps, sequences);
        sum.activations += own.activations;
        sum.gradients += own.gradients;
        if (layer > 0 && options.dropout > 0.0)
            sum.activations += paddedRows<Scalar>(options.hidden) * columns;
    }
    return sum;
}

template <typename Scalar>
void NetworkShard<Scalar>::applyDropout(const DropoutPass &dropout, Index layer, const Scalar *from, Scalar *to) const
{
    const Index padded = m_layers.front().stride();
    for (Index t = 0; t < m_steps; ++t) {
        for (Index s = 0; s < m_sequences; ++s) {
            const Index offset = (t * m_sequences + s) * padded;
            for (Index i = 0; i < m_options.hidden; ++i)
                to[offset + i] =
                    from[offset + i] * static_cast<Scalar>(dropout.factor(layer, t * m_batch + m_firstSequence + s, i));
            std::fill(to + offset + m_options.hidden, to + offset + padded, Scalar(0));
        }
    }
}

template <typename Scalar>
void NetworkShard<Scalar>::forward(const std::vector<GruLayerWeights<Scalar>> &weights, const Matrix<Scalar> &input,
                                   const DropoutPass &dropout, const Scalar *headWeight, const Scalar *headBias,
                                   Matrix<Scalar> &output)
{
    const Index inputs = input.rows();
    for (Index t = 0; t < m_steps; ++t)
        std::copy_n(input.data() + (t * m_batch + m_firstSequence) * inputs, m_sequences * inputs,
                    m_input.data() + t * m_sequences * inputs);
    m_layers.front().forward(weights.front(), m_input.data(), inputs);
    for (std::size_t k = 1; k < m_layers.size(); ++k) {
        const Scalar *below = m_layers[k - 1].hidden();
        if (dropout.active()) {
            applyDropout(dropout, static_cast<Index>(k), below, m_dropped[k].data());
            below = m_dropped[k].data();
        }
        m_layers[k].forward(weights[k], below, m_layers[k - 1].stride());
    }
    headForward(headWeight, headBias, output);
}

template <typename Scalar>
void NetworkShard<Scalar>::headForward(const Scalar *headWeight, const Scalar *headBias, Matrix<Scalar> &output) const
{
    const GruLayerShard<Scalar> &top = m_layers.back();
    const Index outputs = m_options.outputs, hidden = m_options.hidden, first = m_steps - output.cols() / m_batch;
    using Column = Eigen::Map<const Vector<Scalar>>;
    if (outputs >= kHeadProduct && first < m_steps - 1) {
        const Eigen::Map<const RowMajorMatrix<Scalar>> weight(headWeight, outputs, hidden);
        for (Index t = first; t < m_steps; ++t) {
            auto y = output.middleCols((t - first) * m_batch + m_firstSequence, m_sequences);
            y.noalias() = weight * statesOf(top, t, hidden, m_sequences);
            y.colwise() += Column(headBias, outputs);
        }
        return;
    }
    for (Index t = first; t < m_steps; ++t) {
        for (Index s = 0; s < m_sequences; ++s) {
            const Column h(top.hidden(t) + s * top.stride(), hidden);
            for (Index o = 0; o < outputs; ++o)
                output(o, (t - first) * m_batch + m_firstSequence + s) =
                    headBias[o] + Column(headWeight + o * hidden, hidden).dot(h);
        }
    }
}

template <typename Scalar>
void NetworkShard<Scalar>::headBackward(const Matrix<Scalar> &outputGradient, const Scalar *headWeight, Index firstStep)
{
    GruLayerShard<Scalar> &top = m_layers.back();
    const Index outputs = m_options.outputs, hidden = m_options.hidden,
                first = m_steps - outputGradient.cols() / m_batch;
    m_headWeightGradient.setZero();
    m_headBiasGradient.setZero();
    using Column = Eigen::Map<Vector<Scalar>>;
    if (outputs >= kHeadProduct && first < m_steps - 1) {
        const Eigen::Map<const RowMajorMatrix<Scalar>> weight(headWeight, outputs, hidden);
        Eigen::Map<RowMajorMatrix<Scalar>> weightGradient(m_headWeightGradient.data(), outputs, hidden);
        for (Index t = first; t < m_steps; ++t) {
            const auto dy = outputGradient.middleCols((t - first) * m_batch + m_firstSequence, m_sequences);
            weightGradient.noalias() += dy * statesOf(top, t, hidden, m_sequences).transpose();
            m_headBiasGradient += dy.rowwise().sum();
            if (t >= firstStep)
                Eigen::Map<Matrix<Scalar>, 0, Eigen::OuterStride<>>(top.delta(t), hidden, m_sequences,
                                                                    Eigen::OuterStride<>(top.stride()))
                    .noalias() += weight.transpose() * dy;
        }
        return;
    }
    for (Index t = first; t < m_steps; ++t) {
        for (Index s = 0; s < m_sequences; ++s) {
            const Eigen::Map<const Vector<Scalar>> h(top.hidden(t) + s * top.stride(), hidden);
            Column delta(top.delta(t) + s * top.stride(), hidden);
            for (Index o = 0; o < outputs; ++o) {
                const Scalar dy = outputGradient(o, (t - first) * m_batch + m_firstSequence + s);
                if (t >= firstStep)
                    delta += dy * Eigen::Map<const Vector<Scalar>>(headWeight + o * hidden, hidden);
                m_headWeightGradient.segment(o * hidden, hidden) += dy * h;
                m_headBiasGradient[o] += dy;
            }
        }
    }
}

template <typename Scalar>
void NetworkShard<Scalar>::backward(const std::vector<GruLayerWeights<Scalar>> &weights,
                                    const Matrix<Scalar> &outputGradient, const DropoutPass &dropout,
                                    const Scalar *headWeight, Index firstStep, bool needInputGradient)
{
    const GruLayerShard<Scalar> &top = m_layers.back();
    for (GruLayerShard<Scalar> &layer : m_layers)
        std::fill_n(layer.delta(0), &layer == &top || firstStep > 0 ? layer.deltaSize() : 0, Scalar(0));
    headBackward(outputGradient, headWeight, firstStep);
    for (std::size_t k = m_layers.size() - 1; k > 0; --k) {
        GruLayerShard<Scalar> &below = m_layers[k - 1];
        m_layers[k].backward(weights[k], firstStep, below.delta(0), below.stride());
        if (dropout.active())
            applyDropout(dropout, static_cast<Index>(k), below.delta(0), below.delta(0));
    }
    if (needInputGradient) {
        reshape(m_inputGradient, paddedRows<Scalar>(m_options.inputs), m_steps * m_sequences);
        m_inputGradient.setZero();
    }
    m_layers.front().backward(weights.front(), firstStep, needInputGradient ? m_inputGradient.data() : nullptr,
                              m_inputGradient.rows());
}

template class NetworkShard<float>;
template class NetworkShard<double>;

} // namespace gatescope
