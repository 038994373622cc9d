// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/inspect/dynamics/remembered.h"
#include "core/model/network.h"

#include <stop_token>
#include <vector>

namespace gatescope {

/// How well what was k steps ago can be read from a layer's state.
struct MemoryCurve {
    /// (L × K+1) on the validation sequences, by layer and lag 0 … K: R², or of classes the accuracy; NaN where what is
    /// remembered is constant or unknown
    Matrix<double> score;
    double chance = 0.0; ///< what reading nothing scores: 0 for R², the share of the most frequent class for classes
    bool accuracy = false;
    Index fitted = 0; ///< states that the reading was fitted on
    Index scored = 0;

    /// The largest lag up to which at least half of what there is above chance can be read at every lag, of a layer; −1
    /// if not at 0.
    Index reach(Index layer) const;
    /// The largest lag at which it can be; −1 if at none: more than reach() where a network keeps only what it will
    /// need.
    Index furthest(Index layer) const;
    /// The lag at which most can be read; −1 where nothing is known.
    Index best(Index layer) const;

private:
    bool isHalf(Index layer, Index lag) const { return score(layer, lag) >= chance + 0.5 * (1.0 - chance); }
};

struct MemoryProbe {
    Index lags = 32;     ///< K; at most T − 1
    double ridge = 1e-3; ///< λ, times the mean variance of a unit
    Index maximumSequences = 300;
    /// Whether only the last step's state is asked, as where the loss is asked there alone: before it, a network need
    /// not keep anything ready.
    bool lastOnly = false;
};

/// The probe that suits where the loss is asked. @param steps of a sequence
MemoryProbe probeFor(bool everyStep, Index steps);

/// Ridge regression from h_t (of each layer, with an intercept that is not shrunk) to x_{t−k}, fitted on training
/// sequences and scored on validation sequences, all steps t ≥ K of each, or the last one:
///
///   minimise Σ (w·h_t + b − x_{t−k})² + N·λ·s̄²·‖w‖²,   R² = 1 − Σ (residual)² / Σ (x − x̄)²
///
/// with N the number of states fitted on and s̄² the mean variance of the units over them. Of classes every one is a
/// column of 0 and 1, and the largest reading is the answer. Rows whose value is unknown are left out.
/// @throws ShapeError where `what` has fewer values than the series has rows; DataError when a part has no sequence
/// Cost O(states · L·H² + L·H³).
template <typename Scalar>
MemoryCurve memoryCurve(Network<Scalar> &network, const SequenceSet<Scalar> &training,
                        const SequenceSet<Scalar> &validation, const Remembered &what, const MemoryProbe &probe = {},
                        const std::stop_token &stop = {});

/// What gates would keep and what gradients see, by lag, to stand beside what can really be read.
struct MemoryReach {
    Matrix<double> carried; ///< (L × K+1) share carried along unchanged over k steps by the unit that keeps most
    Matrix<double> gradient; ///< (L × K+1) ‖∂h_T/∂h_{T−k}‖ of each layer, the largest singular value; 1 at lag 0
    Vector<double> halfLife; ///< (L) steps, of the unit with the longest
};

/// Means over sequences of a set, evenly chosen, each taken back from its last step T.
/// @param parameters flat @throws ShapeError, DataError where there is no sequence
/// Cost O(sequences · T · L·H³).
MemoryReach memoryReach(const NetworkOptions &options, std::span<const float> parameters, const SequenceSet<float> &set,
                        Index lags, Index maximumSequences = 12, const std::stop_token &stop = {});

} // namespace gatescope
