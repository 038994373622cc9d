// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/cell/cell.h"
#include "core/inspect/run/held_values.h"

namespace gatescope {

/// Where one unit's gradient is a sum of single products.
enum class BackwardSum {
    Arrives, ///< δ: through the head, the layer above and the next step
    Inside,  ///< a_r, a_z, a_n and du: a product each; they are not added up
    Leaves,  ///< ∂loss/∂h_{t−1}: what goes to the step before on the four paths
};

/// The single products of one unit's gradient, weight × value, largest magnitude first (Inside: in the order a_n, a_z,
/// a_r, du).
///
///   Arrives  V ∂loss/∂y, W a of the layer above, and the next step's δ' ⊙ z, U_n du, U_r a_r, U_z a_z; the sum is δ
///   Leaves   the same four of this step; the sum is OpenCellBackward::toBefore
///
/// Symbols are those of GRU.md for the trace's formulation. In double, from the stored gates and δ.
/// @param parameters those the trace was made with
/// @param held       what a what-if imposed on the run, or empty
/// @throws ShapeError if layer, step, unit or parameters do not fit; DataError if the trace has no target
/// Cost O(9H(in + H)).
template <typename Scalar>
std::vector<CellProduct> backwardProducts(const Trace<Scalar> &trace,
                                          std::type_identity_t<std::span<const Scalar>> parameters,
                                          const TrainingOptions &training, Index layer, Index step, Index unit,
                                          BackwardSum sum, const std::type_identity_t<HeldValues<Scalar>> &held = {});

} // namespace gatescope
