// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"
#include "core/train/options/training_options.h"

#include <optional>
#include <type_traits>
#include <vector>

namespace gatescope {

/// One layer over one traced sequence; columns are steps 0 … T−1.
template <typename Scalar>
struct LayerTrace : LayerGates<Scalar> { ///< as the network itself computed them, each (H × T)
    Matrix<Scalar> delta;                ///< (H × T) ∂loss/∂h_t; empty without a target
    Vector<Scalar> gradientNorm;         ///< (T) ‖δ_t‖
    Matrix<Scalar> gradientPaths; ///< (T × 4) norms of carry, candidate, reset, update: from step t to step t−1
};

/// A network's run over one sequence, with the gradients of that sequence's own loss where there is a target.
template <typename Scalar>
struct Trace {
    NetworkOptions network;
    Matrix<Scalar> input; ///< (I × T) scaled
    std::vector<LayerTrace<Scalar>> layers;
    Matrix<Scalar> outputs;        ///< (O × T) ŷ_t = V h_t + c at every step, scaled
    Vector<Scalar> output;         ///< (O) ŷ of the last step
    Matrix<Scalar> targets;        ///< (O × K) of the last K steps, at which the loss is asked; not a number: masked
    Vector<Scalar> target;         ///< (O) of the last step; empty without one
    Matrix<Scalar> outputGradient; ///< (O × K) ∂loss/∂ŷ_t; empty without a target
    std::optional<double> loss;    ///< of this sequence alone
    Matrix<Scalar> inputGradient;  ///< (I × T) ∂loss/∂x_t; empty without a target

    Index steps() const { return input.cols(); }
    Index firstLossStep() const { return steps() - targets.cols(); } ///< T without a target
};

/// (O × T) ŷ_t = V h_t + c of a trace with states and last output, which is taken over bit for bit.
template <typename Scalar>
Matrix<Scalar> answersOf(const Trace<Scalar> &trace, std::type_identity_t<std::span<const Scalar>> parameters);

/// Runs the network itself (not a copy of its equations) over one sequence.
/// @param input   (I × T)
/// @param targets (O × K) of the last K steps, at which the loss is asked (SequenceSet::targets()), class numbers
///                (1 × K) for cross-entropy, or empty: then no gradients
template <typename Scalar>
Trace<Scalar> traceSequence(Network<Scalar> &network, const Matrix<Scalar> &input,
                            const std::type_identity_t<Matrix<Scalar>> &targets, const TrainingOptions &training);

} // namespace gatescope
