// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/model/network.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace gatescope {

/// How well an input of k steps ago can be read from a layer's state.
struct MemoryCurve {
    Matrix<double>
        rSquared;     ///< (L × K+1) on the validation sequences, by layer and lag 0 … K; NaN where it is constant
    Index fitted = 0; ///< states that the reading was fitted on
    Index scored = 0;

    /// The largest lag up to which at least half of the variance can be read at every lag, of a layer; −1 if not at 0.
    Index reach(Index layer) const;
};

struct MemoryProbe {
    Index feature = 0;   ///< column of the input that is to be remembered
    Index lags = 32;     ///< K; at most T − 1
    double ridge = 1e-3; ///< λ, times the mean variance of a unit
    Index maximumSequences = 300;
};

/// Ridge regression from h_t (of each layer, with an intercept that is not shrunk) to x_{t−k}, fitted on training
/// sequences and scored on validation sequences, all steps t ≥ K of each:
///
///   minimise Σ (w·h_t + b − x_{t−k})² + N·λ·s̄²·‖w‖²,   R² = 1 − Σ (residual)² / Σ (x − x̄)²
///
/// with N the number of states fitted on and s̄² the mean variance of the units over them.
/// @throws ShapeError for a feature that is not there; DataError when a part has no sequence
/// Cost O(states · L·H² + L·H³).
template <typename Scalar>
MemoryCurve memoryCurve(Network<Scalar> &network, const SequenceSet<Scalar> &training,
                        const SequenceSet<Scalar> &validation, const MemoryProbe &probe,
                        const std::stop_token &stop = {});

} // namespace gatescope
