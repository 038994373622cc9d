// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Network that the inspector reads: copies of gates, states and gradients in the batch's own order.
#include "core/model/network_implementation.h"

#include <cmath>

namespace gatescope {

template <typename Scalar>
LayerGates<Scalar> Network<Scalar>::gates(Index layer) const
{
    const Implementation &own = *m_implementation;
    const Index hidden = own.options.hidden;
    const Index padded = own.weights.front().padded;
    const Index columns = own.steps * own.batch;
    LayerGates<Scalar> result;
    for (Matrix<Scalar> *matrix : {&result.r, &result.z, &result.n, &result.u, &result.h})
        matrix->resize(hidden, columns);
    if (holdsReset(own.options.held))
        result.r.setOnes();
    if (holdsUpdate(own.options.held))
        result.z.setConstant(static_cast<Scalar>(own.options.heldUpdate()));
    for (const NetworkShard<Scalar> &shard : own.shards) {
        for (Index t = 0; t < own.steps; ++t) {
            for (Index s = 0; s < shard.sequences(); ++s) {
                const Index column = t * own.batch + shard.firstSequence() + s;
                const Scalar *gates = shard.layer(layer).gates(t, s);
                const auto block = [&](Index index) {
                    return Eigen::Map<const Vector<Scalar>>(gates + index * padded, hidden);
                };
                result.n.col(column) = block(0);
                result.u.col(column) = block(own.options.gates());
                if (!holdsReset(own.options.held))
                    result.r.col(column) = block(1);
                if (!holdsUpdate(own.options.held))
                    result.z.col(column) = block(own.options.gates() - 1);
                result.h.col(column) =
                    Eigen::Map<const Vector<Scalar>>(shard.layer(layer).hidden(t) + s * padded, hidden);
            }
        }
    }
    if (own.options.formulation == Formulation::ResetBefore) {
        // The buffer keeps s = r ⊙ h there; u = U_n s.
        const TensorSlot &slot = own.layout.recurrentWeight(layer);
        const Eigen::Map<const RowMajorMatrix<Scalar>> candidate(
            own.parameters.data() + slot.offset + (own.options.gates() - 1) * hidden * hidden, hidden, hidden);
        result.u = (candidate * result.u).eval();
    }
    return result;
}

template <typename Scalar>
void Network<Scalar>::addGates(GateFigures &figures) const
{
    const Implementation &own = *m_implementation;
    const Index padded = own.weights.front().padded;
    const bool noReset = holdsReset(own.options.held), noUpdate = holdsUpdate(own.options.held);
    for (const NetworkShard<Scalar> &shard : own.shards) {
        for (Index layer = 0; layer < own.options.layers; ++layer) {
            for (Index column = 0; column < own.steps * shard.sequences(); ++column) {
                const Scalar *gates = shard.layer(layer).gates(0, column);
                const Scalar *r = gates + padded, *z = gates + (own.options.gates() - 1) * padded;
                for (Index unit = 0; unit < own.options.hidden; ++unit)
                    figures.take(layer, noReset ? 1.0 : static_cast<double>(r[unit]),
                                 noUpdate ? own.options.heldUpdate() : static_cast<double>(z[unit]));
            }
        }
    }
}

template <typename Scalar>
Matrix<Scalar> Network<Scalar>::delta(Index layer) const
{
    const Implementation &own = *m_implementation;
    Matrix<Scalar> result(own.options.hidden, own.steps * own.batch);
    for (const NetworkShard<Scalar> &shard : own.shards) {
        const Index stride = shard.layer(layer).stride();
        for (Index t = 0; t < own.steps; ++t) {
            for (Index s = 0; s < shard.sequences(); ++s)
                result.col(t * own.batch + shard.firstSequence() + s) =
                    Eigen::Map<const Vector<Scalar>>(shard.layer(layer).delta(t) + s * stride, own.options.hidden);
        }
    }
    return result;
}

template <typename Scalar>
Matrix<Scalar> Network<Scalar>::inputGradient() const
{
    const Implementation &own = *m_implementation;
    Matrix<Scalar> result(own.options.inputs, own.steps * own.batch);
    for (const NetworkShard<Scalar> &shard : own.shards) {
        for (Index t = 0; t < own.steps; ++t)
            result.middleCols(t * own.batch + shard.firstSequence(), shard.sequences()) =
                shard.inputGradient().block(0, t * shard.sequences(), own.options.inputs, shard.sequences());
    }
    return result;
}

template <typename Scalar>
Matrix<Scalar> Network<Scalar>::gradientNorms() const
{
    const Implementation &own = *m_implementation;
    Matrix<Scalar> result(own.options.layers, own.steps);
    for (Index layer = 0; layer < own.options.layers; ++layer) {
        for (Index t = 0; t < own.steps; ++t) {
            double sum = 0.0;
            for (const NetworkShard<Scalar> &shard : own.shards)
                sum += shard.layer(layer).squaredDelta(t);
            result(layer, t) = static_cast<Scalar>(std::sqrt(sum));
        }
    }
    return result;
}

template LayerGates<float> Network<float>::gates(Index) const;
template LayerGates<double> Network<double>::gates(Index) const;
template void Network<float>::addGates(GateFigures &) const;
template void Network<double>::addGates(GateFigures &) const;
template Matrix<float> Network<float>::delta(Index) const;
template Matrix<double> Network<double>::delta(Index) const;
template Matrix<float> Network<float>::inputGradient() const;
template Matrix<double> Network<double>::inputGradient() const;
template Matrix<float> Network<float>::gradientNorms() const;
template Matrix<double> Network<double>::gradientNorms() const;

} // namespace gatescope
