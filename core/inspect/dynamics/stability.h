// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/model/network_options.h"

#include <span>
#include <stop_token>

namespace gatescope {

/// Whether small differences of the state grow or are forgotten while the network reads sequences.
struct Stability {
    double lyapunov = 0.0;       ///< largest Lyapunov exponent, nats a step: the mean over the sequences
    double lyapunovSpread = 0.0; ///< standard deviation over them
    double radius = 0.0;         ///< spectral radius of J = ∂h_{t+1}/∂h_t: the mean over steps of the sequences
    double largestRadius = 0.0;  ///< the largest of these
    Index sequences = 0;         ///< that it was measured on; 0: it was stopped
};

/// Measured on at most so many sequences, evenly chosen, the spectral radius at 4 steps of each.
/// NaN where the weights are no numbers. @throws ShapeError, DataError where there is no sequence
/// Cost O(sequences · T · L²·H³).
Stability measureStability(const NetworkOptions &options, std::span<const float> parameters,
                           const SequenceSet<float> &set, Index maximumSequences = 8, const std::stop_token &stop = {});

} // namespace gatescope
