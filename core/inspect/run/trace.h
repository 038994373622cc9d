// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"
#include "core/train/options/training_options.h"

#include <optional>
#include <vector>

namespace gatescope {

/// One layer over one traced sequence; columns are steps 0 … T−1.
template <typename Scalar>
struct LayerTrace {
    Matrix<Scalar> r, z, n, u, h; ///< (H × T) as the network itself computed them; see LayerGates
    Matrix<Scalar> delta;         ///< (H × T) ∂loss/∂h_t; empty without a target
    Vector<Scalar> gradientNorm;  ///< (T) ‖δ_t‖
    Matrix<Scalar> gradientPaths; ///< (T × 4) norms of carry, candidate, reset, update: from step t to step t−1
};

/// A network's run over one sequence, with the gradients of that sequence's own loss where there is a target.
template <typename Scalar>
struct Trace {
    NetworkOptions network;
    Matrix<Scalar> input; ///< (I × T) scaled
    std::vector<LayerTrace<Scalar>> layers;
    Vector<Scalar> output;        ///< (O) scaled
    Vector<Scalar> target;        ///< empty without one
    std::optional<double> loss;   ///< of this sequence alone
    Matrix<Scalar> inputGradient; ///< (I × T) ∂loss/∂x_t; empty without a target

    Index steps() const { return input.cols(); }
};

/// Runs the network itself (not a copy of its equations) over one sequence.
/// @param input  (I × T) @param target (O), a class number (1) for cross-entropy, or empty: then no gradients
template <typename Scalar>
Trace<Scalar> traceSequence(Network<Scalar> &network, const Matrix<Scalar> &input, const Vector<Scalar> &target,
                            const TrainingOptions &training);

} // namespace gatescope
