// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace gatescope {

/// The Euclidean norm of all elements: √Σ g². In double and in a fixed order, whatever the buffer's alignment.
/// Not finite exactly when an element is not (a float's square cannot overflow a double). Cost O(n), no allocation.
template <typename Scalar>
double gradientNorm(std::span<const Scalar> gradient);

/// What clipping did to a gradient.
struct ClipResult {
    double before = 0.0;         ///< its norm
    double after = 0.0;          ///< its norm
    std::optional<double> angle; ///< degrees between the two, 0 … 90; only where values are limited: a norm keeps 0
};

/// Multiplies the gradient by min(1, maximumNorm / (norm + 1e-6)): torch.nn.utils.clip_grad_norm_ (1.13).
/// @param norm what gradientNorm() gave for it @param maximumNorm greater than 0
/// @return the norm afterwards
template <typename Scalar>
double clipByNorm(std::span<Scalar> gradient, double norm, double maximumNorm);

/// Limits every element to [−maximum, maximum]: torch.nn.utils.clip_grad_value_. In one pass it also sums what the
/// norms and the angle, arccos (g · c / (‖g‖ ‖c‖)), are made of; of a gradient of zeros the angle is 0.
template <typename Scalar>
ClipResult clipByValue(std::span<Scalar> gradient, double maximum);

/// Clips by norm, then by value; 0 turns either off. A gradient that is not finite is left as it is.
template <typename Scalar>
ClipResult clipGradient(std::span<Scalar> gradient, double maximumNorm, double maximumValue);

} // namespace gatescope
