// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network_options.h"

#include <span>
#include <vector>

namespace gatescope {

/// Whether z is negated on its way to or from ONNX and Keras. There z keeps the old state; in our reset-before z takes
/// the candidate, which is the same function under −W_z, −U_z, −b_z.
enum class UpdateSign { Same, Negated };

/// The sign for a formulation.
UpdateSign foreignUpdateSign(Formulation formulation);

/// Our order r, z, n of a stacked matrix or vector (3H rows of `columns` values) to ONNX's and Keras' z, r, h.
/// @pre there are 3 · hidden · columns values
std::vector<double> toUpdateFirst(std::span<const double> values, Index hidden, Index columns, UpdateSign sign);
/// The reverse.
std::vector<double> fromUpdateFirst(std::span<const double> values, Index hidden, Index columns, UpdateSign sign);

} // namespace gatescope
