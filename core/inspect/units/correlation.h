// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

namespace gatescope {

/// (H × H) Pearson's correlation of every two rows; 0 with a row that does not vary (and 1 with itself).
/// @param states (H × N)
/// In double, from centred values. Cost O(H²·N).
template <typename Scalar>
Matrix<double> unitCorrelations(const Matrix<Scalar> &states);

} // namespace gatescope
