// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/network/imported_network.h"
#include "core/math/tensor.h"

#include <functional>

namespace gatescope {

/// y = A x + c.
struct AffineMap {
    Matrix<double> weight; ///< A, rows × sources
    Vector<double> offset; ///< c, rows
    bool isIdentity() const;
    Matrix<double> apply(const Matrix<double> &columns) const;
};

/// The map that a function is, if it is one, from its values at 0 and along every axis; whether it is one is for the
/// caller to check. Exact but for the last bit: each axis is tried at 2⁴⁰, where what is added for 0 is out of the way.
/// @param sources of x @param function from x to y; called sources + 1 times
AffineMap probeAffine(Index sources, const std::function<Vector<double>(const Vector<double> &)> &function);

/// Takes a map of what a layer reads into its weights: W(A x + c) + b = (W A) x + (b + W c).
void foldIntoInput(ImportedLayer &layer, const AffineMap &map);

} // namespace gatescope
