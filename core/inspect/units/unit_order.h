// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <vector>

namespace gatescope {

/// Units by memory half-life, longest first; equal ones in their natural order.
/// @param halfLives (H) of unitHalfLives() @return a permutation of 0 … H−1: which unit stands in each row
std::vector<Index> orderByHalfLife(const Vector<double> &halfLives);

/// Units so that neighbours behave alike: hierarchical clustering with average linkage on 1 − correlation, each pair of
/// clusters joined at the ends that are most alike.
/// @param states (H × N) hidden states over steps and sequences @return a permutation of 0 … H−1
/// Deterministic. Cost O(H²·N + H³) time at worst, O(H²) memory.
template <typename Scalar>
std::vector<Index> orderBySimilarity(const Matrix<Scalar> &states);

} // namespace gatescope
