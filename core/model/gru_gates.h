// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/activations.h"
#include "core/model/network_options.h"

#include <type_traits>

namespace gatescope {

// The fused loops that make the gates of one sequence at one step, in place, of a column [n r z u] of sums
// (gru_layer.h), from which the blocks of held gates are missing. Each takes P, the column, h before the step and where
// h after it goes; the last two may be the same place. What is held is known when they are compiled: the full cell pays
// nothing for it.

/// Where the blocks of a column begin, in units of P; n is always the first.
template <HeldGates kHeld>
struct GateBlocks {
    static constexpr bool kHasReset = !holdsReset(kHeld), kHasUpdate = !holdsUpdate(kHeld);
    static constexpr Index kReset = 1, kUpdate = kHasReset ? 2 : 1, kU = 1 + Index(kHasReset) + Index(kHasUpdate);
};

/// Calls function(std::integral_constant<HeldGates, …>) for a value that is known at run time only.
template <typename Function>
void withHeld(HeldGates held, Function &&function)
{
    using enum HeldGates;
    switch (held) {
    case None:
        return function(std::integral_constant<HeldGates, None>());
    case Reset:
        return function(std::integral_constant<HeldGates, Reset>());
    case Update:
        return function(std::integral_constant<HeldGates, Update>());
    case Both:
        return function(std::integral_constant<HeldGates, Both>());
    }
}

/// Reset-after: r = σ(…), z = σ(…), n = tanh(… + r ⊙ u), h' = (1 − z) ⊙ n + z ⊙ h.
/// Reset held: n = tanh(… + u). Update held: h' = n.
template <HeldGates kHeld, typename Scalar>
inline void gateResetAfter(Index padded, Scalar *column, [[maybe_unused]] const Scalar *before, Scalar *after)
{
    using Blocks = GateBlocks<kHeld>;
    for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
        auto u = loadVector(column + Blocks::kU * padded + i);
        if constexpr (Blocks::kHasReset) {
            const auto r = sigmoid(loadVector(column + Blocks::kReset * padded + i));
            storeVector(column + Blocks::kReset * padded + i, r);
            u = r * u;
        }
        const auto n = hyperbolicTangent(loadVector(column + i) + u);
        storeVector(column + i, n);
        if constexpr (Blocks::kHasUpdate) {
            const auto z = sigmoid(loadVector(column + Blocks::kUpdate * padded + i));
            storeVector(column + Blocks::kUpdate * padded + i, z);
            storeVector(after + i, n + z * (loadVector(before + i) - n));
        } else {
            storeVector(after + i, n);
        }
    }
}

/// Reset-before, first half: r = σ(…), s = r ⊙ h into the u block. Reset held: s = h.
template <HeldGates kHeld, typename Scalar>
inline void gateReset(Index padded, Scalar *column, const Scalar *before, Scalar *)
{
    using Blocks = GateBlocks<kHeld>;
    for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
        auto s = loadVector(before + i);
        if constexpr (Blocks::kHasReset) {
            const auto r = sigmoid(loadVector(column + Blocks::kReset * padded + i));
            storeVector(column + Blocks::kReset * padded + i, r);
            s = r * s;
        }
        storeVector(column + Blocks::kU * padded + i, s);
    }
}

/// Reset-before, second half: z = σ(…), n = tanh(…), h' = (1 − z) ⊙ h + z ⊙ n. Update held: h' = n.
template <HeldGates kHeld, typename Scalar>
inline void gateResetBefore(Index padded, Scalar *column, [[maybe_unused]] const Scalar *before, Scalar *after)
{
    using Blocks = GateBlocks<kHeld>;
    for (Index i = 0; i < padded; i += Simd<Scalar>::kWidth) {
        const auto n = hyperbolicTangent(loadVector(column + i));
        storeVector(column + i, n);
        if constexpr (Blocks::kHasUpdate) {
            const auto z = sigmoid(loadVector(column + Blocks::kUpdate * padded + i));
            const auto h = loadVector(before + i);
            storeVector(column + Blocks::kUpdate * padded + i, z);
            storeVector(after + i, h + z * (n - h));
        } else {
            storeVector(after + i, n);
        }
    }
}

} // namespace gatescope
