// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/activations.h"

namespace gatescope {

// The fused loops that make the gates of one sequence at one step, in place, of a column [n r z u] of sums
// (gru_layer.h). Each takes P, the column, h before the step and where h after it goes; the last two may be the same
// place.

/// Reset-after: r = σ(…), z = σ(…), n = tanh(… + r ⊙ u), h' = (1 − z) ⊙ n + z ⊙ h.
template <typename Scalar>
inline void gateResetAfter(Index padded, Scalar *column, const Scalar *before, Scalar *after)
{
    for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
        const auto r = sigmoid(loadVector(column + padded + i));
        const auto z = sigmoid(loadVector(column + 2 * padded + i));
        const auto n = hyperbolicTangent(loadVector(column + i) + r * loadVector(column + 3 * padded + i));
        storeVector(column + i, n);
        storeVector(column + padded + i, r);
        storeVector(column + 2 * padded + i, z);
        storeVector(after + i, n + z * (loadVector(before + i) - n));
    }
}

/// Reset-before, first half: r = σ(…), s = r ⊙ h into the u block.
template <typename Scalar>
inline void gateReset(Index padded, Scalar *column, const Scalar *before, Scalar *)
{
    for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
        const auto r = sigmoid(loadVector(column + padded + i));
        storeVector(column + padded + i, r);
        storeVector(column + 3 * padded + i, r * loadVector(before + i));
    }
}

/// Reset-before, second half: z = σ(…), n = tanh(…), h' = (1 − z) ⊙ h + z ⊙ n.
template <typename Scalar>
inline void gateResetBefore(Index padded, Scalar *column, const Scalar *before, Scalar *after)
{
    for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
        const auto z = sigmoid(loadVector(column + 2 * padded + i));
        const auto n = hyperbolicTangent(loadVector(column + i));
        const auto h = loadVector(before + i);
        storeVector(column + i, n);
        storeVector(column + 2 * padded + i, z);
        storeVector(after + i, h + z * (n - h));
    }
}

} // namespace gatescope
