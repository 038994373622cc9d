// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/held_values.h"
#include "core/inspect/run/trace.h"

#include <span>

namespace gatescope {

// One sequence through the network, opened so that any gate or state can be held while it runs. The fast Network has no
// such handle, and slowing it down for one would be wrong; so questions (what-if, nudge, attribution) have this runner
// of their own. Runs with and without held values take the same instructions in the same order: a run that holds
// nothing has the same bits as an untouched one. Against Network the numbers differ by rounding only, which a test pins
// down.

/// Forward pass: fills network, input, every layer's r, z, n, u, h, and the output.
///
///   the equations of GRU.md for options.formulation; a held value replaces the computed one before anything uses it
///
/// @param parameters flat, in ParameterLayout(options)
/// @param input      (I × T), T at least 1
/// @param held       one entry a layer, or empty: nothing is held
/// @throws ShapeError if a shape does not fit, naming both
/// Cost O(T·L·6H(I+H)); allocates the trace. float and double.
template <typename Scalar>
Trace<Scalar> runSequence(const NetworkOptions &options, std::span<const Scalar> parameters,
                          const Matrix<Scalar> &input, const HeldValues<Scalar> &held = {});

/// What the network would have put out with other inputs in the last steps: what lies before them is taken over from a
/// run in which nothing was held.
/// @param tail (I × K) the inputs of the last K steps, 1 ≤ K ≤ T
/// @return (O × K) ŷ of those steps: what runSequence() over all T steps gives, but for rounding
/// @throws ShapeError if the tail does not fit the run. Cost as runSequence() over K steps.
template <typename Scalar>
Matrix<Scalar> runTail(const Trace<Scalar> &run, std::span<const Scalar> parameters, const Matrix<Scalar> &tail);

/// Back-propagates ∂loss/∂y through a run: fills every layer's delta, gradientNorm and gradientPaths, and
/// inputGradient. A held value is a constant: nothing flows back through it, though δ at a held state is still ∂loss/∂h
/// there.
/// @param outputGradient (O × K) ∂loss/∂ŷ of the last K steps; or a unit vector, and then inputGradient is ∂y_o/∂x
/// @param firstStep      goes back no further than this step; everything before it is zero
template <typename Scalar>
void backpropagateRun(Trace<Scalar> &run, std::span<const Scalar> parameters,
                      const std::type_identity_t<Matrix<Scalar>> &outputGradient, const HeldValues<Scalar> &held = {},
                      Index firstStep = 0);

/// Both, with the sequence's own loss between them when there is a target; without one, the forward pass alone.
/// @param targets (O × K) of the last K steps, class numbers (1 × K) for cross-entropy, or empty
template <typename Scalar>
Trace<Scalar> runAndDifferentiate(const NetworkOptions &options, std::span<const Scalar> parameters,
                                  const TrainingOptions &training, const Matrix<Scalar> &input,
                                  const std::type_identity_t<Matrix<Scalar>> &targets,
                                  const HeldValues<Scalar> &held = {});

} // namespace gatescope
