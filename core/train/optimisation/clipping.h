// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace gatescope {

/// The Euclidean norm of all elements: √Σ g². In double and in a fixed order, whatever the buffer's alignment.
/// Not finite exactly when an element is not (a float's square cannot overflow a double). Cost O(n), no allocation.
template <typename Scalar>
double gradientNorm(std::span<const Scalar> gradient);

/// The norm of a gradient before and after clipping.
struct ClipResult {
    double before = 0.0;
    double after = 0.0;
};

/// Multiplies the gradient by min(1, maximumNorm / (norm + 1e-6)): torch.nn.utils.clip_grad_norm_ (1.13).
/// @param norm what gradientNorm() gave for it @param maximumNorm greater than 0
/// @return the norm afterwards
template <typename Scalar>
double clipByNorm(std::span<Scalar> gradient, double norm, double maximumNorm);

/// Limits every element to [−maximum, maximum]: torch.nn.utils.clip_grad_value_.
template <typename Scalar>
void clipByValue(std::span<Scalar> gradient, double maximum);

/// Clips by norm, then by value; 0 turns either off. A gradient that is not finite is left as it is.
template <typename Scalar>
ClipResult clipGradient(std::span<Scalar> gradient, double maximumNorm, double maximumValue);

} // namespace gatescope
