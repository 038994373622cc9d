// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/trace.h"

#include <span>
#include <type_traits>

namespace gatescope {

/// What the loss does when one input moves a little, measured and back-propagated.
struct InputNudge {
    double nudge = 0.0;                  ///< ε
    double loss = 0.0;                   ///< untouched
    double lossUp = 0.0;                 ///< with x + ε
    double lossDown = 0.0;               ///< with x − ε
    double finiteDifference = 0.0;       ///< (lossUp − lossDown) / 2ε
    double backPropagated = 0.0;         ///< ∂loss/∂x
    Vector<double> outputUp, outputDown; ///< (O)

    double difference() const { return finiteDifference - backPropagated; }
};

/// Moves one input value by ±ε and compares the slope of the loss with the back-propagated gradient.
///
/// Computed in double whatever the parameters are, so that a small ε measures the network and not its rounding.
/// @param targets (O × K) of the last K steps, at which the loss is asked
/// @param nudge ε > 0, in scaled units; the two slopes differ by O(ε²)
/// @throws OptionError if step or feature are not there or ε is not a positive number; DataError without a target
/// Cost: one forward pass of the sequence, and three passes of the steps from the nudged one on.
template <typename Scalar>
InputNudge nudgeInput(const NetworkOptions &options, std::span<const Scalar> parameters,
                      const TrainingOptions &training, const Matrix<Scalar> &input,
                      const std::type_identity_t<Matrix<Scalar>> &targets, Index step, Index feature,
                      double nudge = 1e-4);

} // namespace gatescope
