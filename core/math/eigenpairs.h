// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <complex>
#include <cstdint>

namespace gatescope {

enum class Wanted : std::uint8_t { Values, ValuesAndVectors };

/// @brief Eigenvalues of a square matrix and what belongs to each.
template <typename Scalar>
struct Eigenpairs {
    Vector<Scalar> values;  ///< (n)
    Matrix<Scalar> vectors; ///< (n × n), one a column, of length 1; 0 × 0 where only values were wanted
};

/// @brief All eigenvalues of any real matrix, in no order; complex ones come in conjugate pairs (Eigen's EigenSolver).
Eigenpairs<std::complex<double>> eigenpairs(const Matrix<double> &matrix, Wanted wanted);

/// @brief All eigenvalues of a symmetric matrix, smallest first; only its lower triangle is read
/// (SelfAdjointEigenSolver).
Eigenpairs<double> symmetricEigenpairs(const Matrix<double> &matrix, Wanted wanted);

} // namespace gatescope
