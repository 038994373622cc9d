// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/held_values.h"
#include "core/inspect/run/trace.h"

#include <span>
#include <vector>

namespace gatescope {

/// How much each input of a sequence moves each output.
template <typename Scalar>
struct Attribution {
    std::vector<Matrix<Scalar>> outputs; ///< O of (I × T): ∂y_o/∂x_t, slope of output o per scaled unit of the input
    /// (T) ‖∂y_o/∂x_t‖ over the features of one output
    Vector<Scalar> stepNorms(Index output) const;
};

/// ∂y_o/∂x_t for every output, feature and step, back-propagated one output at a time.
/// @param held  what a what-if imposes, or empty: no slope goes through a held value
/// @throws ShapeError if a shape does not fit
/// Cost: one forward pass and O backward passes of the sequence.
template <typename Scalar>
Attribution<Scalar> attribute(const NetworkOptions &options, std::span<const Scalar> parameters,
                              const Matrix<Scalar> &input, const HeldValues<Scalar> &held = {});

} // namespace gatescope
