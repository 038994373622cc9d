// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/trace.h"

#include <span>

namespace gatescope {

/// The share of the old state that an update gate keeps: z (reset-after) or 1 − z (reset-before).
double keptShare(double z, Formulation formulation);

/// Steps after which half of a state would be left if the gate stayed as it is.
///
///   ln ½ / ln(kept), kept = z (reset-after) or 1 − z (reset-before)
///
/// @param z in [0, 1] @return 0 where nothing is kept, infinity where all is; NaN for NaN
double halfLife(double z, Formulation formulation);

/// (H × T) the half-life of every unit at every step.
template <typename Scalar>
Matrix<double> halfLives(const Matrix<Scalar> &z, Formulation formulation);

/// (H) one half-life a unit: that of the geometric mean of what it keeps, i.e. ln ½ / mean over the steps of ln(kept).
/// It is the constant gate under which as much would be left after the sequence as truly is.
/// @param z (H × T), or (H × T·B) for a mean over a batch
template <typename Scalar>
Vector<double> unitHalfLives(const Matrix<Scalar> &z, Formulation formulation);

} // namespace gatescope
