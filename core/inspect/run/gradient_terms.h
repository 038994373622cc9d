// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/held_values.h"
#include "core/inspect/run/layer_weights.h"
#include "core/inspect/run/trace.h"

#include <string>

namespace gatescope {

/// The four ways on which a gradient goes from step t to step t−1, in the order of every table and export.
enum class GradientPath { Carry, Candidate, Reset, Update };
inline constexpr Index kGradientPaths = 4;

/// "carry", "candidate", "reset" or "update".
const char *gradientPathName(GradientPath path);
/// The term as GRU.md writes it for this formulation: "δ' ⊙ z", "U_nᵀ du", …
const char *gradientPathEquation(GradientPath path, Formulation formulation);

/// The gradients of what stands under tanh, under the update gate's σ, under the reset gate's, and of u.
enum class GradientSum { Candidate, Update, Reset, Recurrent };
/// How each follows from δ, as GRU.md writes it for this formulation: "a_n = δ ⊙ (1 − z) ⊙ (1 − n²)", …
const char *gradientSumEquation(GradientSum sum, Formulation formulation);
/// What such an equation is of: "a_n", "a_z", "a_r", "du".
std::string gradientSumSymbol(GradientSum sum);
/// What a layer passes to what it reads through one gate: "W_rᵀ a_r", "W_zᵀ a_z", "W_nᵀ a_n".
std::string inputGradientTerm(Gate gate);
/// "∂loss/∂x = W_rᵀ a_r + W_zᵀ a_z + W_nᵀ a_n", without the terms of held gates, which have no weights.
std::string inputGradientEquation(HeldGates held);

/// What back-propagation computes inside one layer, for K steps at once; each (H × K).
///
///   a_n = dn ⊙ (1 − n²)    a_r = dr ⊙ r ⊙ (1 − r)    a_z = dz ⊙ z ⊙ (1 − z)
///   reset-after:  du = a_n ⊙ r      reset-before: du is ∂loss/∂u = a_n, and s = r ⊙ h
///   ∂loss/∂h = carry + candidate + reset + update
template <typename Scalar>
struct GradientTerms {
    Matrix<Scalar> aR, aZ, aN; ///< ∂loss/∂ the sums under σ, σ and tanh
    Matrix<Scalar> du;         ///< ∂loss/∂u
    Matrix<Scalar> carry, candidate, reset, update;

    const Matrix<Scalar> &path(GradientPath which) const;
};

/// Differentiates one layer at the steps first … first+count−1 from stored gates, states and δ; no step depends on
/// another, because δ is the total derivative already.
/// @param delta (H × count) ∂loss/∂h_t of those steps
/// @param held  values that were imposed on the run; they pass no gradient. May be null
template <typename Scalar>
GradientTerms<Scalar> gradientTerms(const LayerWeights<Scalar> &weights, const LayerTrace<Scalar> &layer, Index first,
                                    const MatrixRef<Scalar> &delta, const HeldLayer<Scalar> *held = nullptr);

/// ∂loss/∂x = W_rᵀ a_r + W_zᵀ a_z + W_nᵀ a_n, (in × K).
template <typename Scalar>
Matrix<Scalar> inputGradientOf(const LayerWeights<Scalar> &weights, const GradientTerms<Scalar> &terms);

/// (K × 4) norms of carry, candidate, reset, update.
template <typename Scalar>
Matrix<Scalar> pathNorms(const GradientTerms<Scalar> &terms);

} // namespace gatescope
