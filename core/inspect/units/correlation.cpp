// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/correlation.h"

namespace gatescope {

template <typename Scalar>
Matrix<double> unitCorrelations(const Matrix<Scalar> &states)
{
    Matrix<double> centred = states.template cast<double>();
    centred.colwise() -= centred.rowwise().mean().eval();
    for (Index unit = 0; unit < centred.rows(); ++unit) {
        const double norm = centred.row(unit).norm();
        // What is left of a constant row after centring is rounding, not variation.
        const double rounding = 1e-12 * static_cast<double>(states.row(unit).template cast<double>().norm());
        if (norm > rounding)
            centred.row(unit) /= norm;
        else
            centred.row(unit).setZero();
    }
    Matrix<double> correlations = (centred * centred.transpose()).cwiseMin(1.0).cwiseMax(-1.0);
    correlations.diagonal().setOnes();
    return correlations;
}

template Matrix<double> unitCorrelations(const Matrix<float> &);
template Matrix<double> unitCorrelations(const Matrix<double> &);

} // namespace gatescope
