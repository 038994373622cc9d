// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace gatescope {

using Index = Eigen::Index;

/// Column-major, features down the rows: a batch of sequences is (features × T·B), column t·B + b.
template <typename Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;

/// As files hold it: row-major, the layout of NumPy and PyTorch.
template <typename Scalar>
using RowMajorMatrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

template <typename Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

template <typename Scalar>
using MatrixRef = Eigen::Ref<const Matrix<Scalar>>;

/// The sequences first … end−1 of a batch.
struct SequenceRange {
    Index first = 0;
    Index end = 0;
};

} // namespace gatescope
