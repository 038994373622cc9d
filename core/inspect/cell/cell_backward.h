// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/gradient_terms.h"
#include "core/inspect/run/trace.h"

#include <span>
#include <type_traits>

namespace gatescope {

/// One cell opened backward: where its δ comes from, what becomes of it inside, and the four paths on which it leaves
/// for the step before. All in double, recomputed from the stored gates and δ; all of the loss of this sequence.
struct OpenCellBackward {
    NetworkOptions network;
    Index layer = 0, step = 0;

    // δ_t = fromLoss + fromAbove + fromRight, each (H)
    Vector<double> fromLoss;  ///< Vᵀ ∂loss/∂ŷ_t in the last layer, where the loss is asked; else zero
    Vector<double> fromAbove; ///< ∂loss/∂x of the layer above at the same step; zero in the last layer
    Vector<double> fromRight; ///< the four paths of the step after; zero in the last step
    Vector<double> delta;     ///< (H) as the network stored it
    double residual = 0.0;    ///< largest |fromLoss + fromAbove + fromRight − δ| over the units
    Index residualUnit = 0;

    GradientTerms<double> terms; ///< a_r, a_z, a_n, du and the four paths, each (H × 1)
    Vector<double> toBefore;     ///< (H) ∂loss/∂h_{t−1} that leaves to the left: the sum of the four paths
    Vector<double> toBelow;      ///< (in) ∂loss/∂x that leaves downwards
    Vector<double>
        storedBefore; ///< (H) δ_{t−1} as stored, without what comes from above and the loss there; empty at step 0
    Vector<double> storedBelow; ///< (in) ∂loss/∂x as stored, or δ of the layer below without what comes from its right
    double residualBefore = 0.0; ///< largest |toBefore − storedBefore|
    double residualBelow = 0.0;  ///< largest |toBelow − storedBelow|
    Vector<double> pathNorm;     ///< (4) carry, candidate, reset, update
    Vector<double> pathShare;    ///< (4) norm by sum of norms; zeros when nothing flows
};

/// Opens the cell of a trace that has gradients.
/// @param parameters those the trace was made with
/// @param held       what a what-if imposed on the run, or empty
/// @throws ShapeError if layer, step or parameters do not fit; DataError if the trace has no target
/// Cost O(18H(in + H)).
template <typename Scalar>
OpenCellBackward openCellBackward(const Trace<Scalar> &trace, std::type_identity_t<std::span<const Scalar>> parameters,
                                  const TrainingOptions &training, Index layer, Index step,
                                  const std::type_identity_t<HeldValues<Scalar>> &held = {});

/// (T × 4) each path's norm as a share of the sum of the four; zeros in steps where nothing flows.
template <typename Scalar>
Matrix<Scalar> pathShares(const LayerTrace<Scalar> &layer);

} // namespace gatescope
