// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/eigenpairs.h"

#include <Eigen/Eigenvalues>

namespace gatescope {

Eigenpairs<std::complex<double>> eigenpairs(const Matrix<double> &matrix, Wanted wanted)
{
    const bool both = wanted == Wanted::ValuesAndVectors;
    const Eigen::EigenSolver<Matrix<double>> solver(matrix, both);
    Eigenpairs<std::complex<double>> pairs{solver.eigenvalues(), {}};
    if (both)
        pairs.vectors = solver.eigenvectors();
    return pairs;
}

Eigenpairs<double> symmetricEigenpairs(const Matrix<double> &matrix, Wanted wanted)
{
    const bool both = wanted == Wanted::ValuesAndVectors;
    const Eigen::SelfAdjointEigenSolver<Matrix<double>> solver(matrix, both ? Eigen::ComputeEigenvectors
                                                                            : Eigen::EigenvaluesOnly);
    Eigenpairs<double> pairs{solver.eigenvalues(), {}};
    if (both)
        pairs.vectors = solver.eigenvectors();
    return pairs;
}

} // namespace gatescope
