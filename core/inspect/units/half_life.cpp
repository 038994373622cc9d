// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/half_life.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace gatescope {

namespace {

/// @param logKept ln of the share kept, in [−∞, 0]
double halfLifeOfLog(double logKept)
{
    return logKept >= 0.0 ? std::numeric_limits<double>::infinity() : -std::numbers::ln2 / logKept;
}

} // namespace

double keptShare(double z, Formulation formulation)
{
    return formulation == Formulation::ResetAfter ? z : 1.0 - z;
}

double halfLife(double z, Formulation formulation)
{
    return halfLifeOfLog(std::log(keptShare(z, formulation)));
}

template <typename Scalar>
Matrix<double> halfLives(const Matrix<Scalar> &z, Formulation formulation)
{
    return z.unaryExpr([formulation](Scalar gate) { return halfLife(static_cast<double>(gate), formulation); });
}

template <typename Scalar>
Vector<double> unitHalfLives(const Matrix<Scalar> &z, Formulation formulation)
{
    Vector<double> lives(z.rows());
    for (Index unit = 0; unit < z.rows(); ++unit) {
        double sum = 0.0;
        for (Index column = 0; column < z.cols(); ++column)
            sum += std::log(keptShare(static_cast<double>(z(unit, column)), formulation));
        lives(unit) = halfLifeOfLog(sum / static_cast<double>(z.cols()));
    }
    return lives;
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template Matrix<double> halfLives(const Matrix<Scalar> &, Formulation);                                            \
    template Vector<double> unitHalfLives(const Matrix<Scalar> &, Formulation);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
