// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/phase_portrait.h"

#include "core/error.h"
#include "core/math/eigenpairs.h"

#include <algorithm>

namespace gatescope {

template <typename Scalar>
Matrix<double> PhasePortrait::project(const Matrix<Scalar> &states) const
{
    if (states.rows() != mean.size())
        throw ShapeError("the states have " + std::to_string(states.rows()) + " units, the portrait was made of "
                         + std::to_string(mean.size()));
    return axes.transpose() * (states.template cast<double>().colwise() - mean);
}

template <typename Scalar>
PhasePortrait phasePortrait(const Matrix<Scalar> &states, Index components)
{
    if (states.size() == 0 || components < 1)
        throw ShapeError("a portrait needs states and at least one component, found " + std::to_string(states.rows())
                         + " × " + std::to_string(states.cols()) + " states and " + std::to_string(components)
                         + " components");
    PhasePortrait portrait;
    const Matrix<double> precise = states.template cast<double>();
    portrait.mean = precise.rowwise().mean();
    const Matrix<double> centred = precise.colwise() - portrait.mean;
    const Matrix<double> covariance = centred * centred.transpose() / static_cast<double>(states.cols());
    const auto [values, vectors] = symmetricEigenpairs(covariance, Wanted::ValuesAndVectors);

    const Index count = std::min(components, states.rows());
    portrait.axes = vectors.rightCols(count).rowwise().reverse();
    portrait.variance = values.tail(count).reverse().cwiseMax(0.0);
    const double whole = covariance.trace();
    portrait.explainedShare =
        whole > 0.0 ? Vector<double>(portrait.variance / whole) : Vector<double>(Vector<double>::Zero(count));
    for (Index axis = 0; axis < count; ++axis) {
        Index largest = 0;
        portrait.axes.col(axis).cwiseAbs().maxCoeff(&largest);
        if (portrait.axes(largest, axis) < 0.0)
            portrait.axes.col(axis) *= -1.0;
    }
    portrait.points = portrait.project(precise);
    return portrait;
}

template Matrix<double> PhasePortrait::project(const Matrix<float> &) const;
template Matrix<double> PhasePortrait::project(const Matrix<double> &) const;
template PhasePortrait phasePortrait(const Matrix<float> &, Index);
template PhasePortrait phasePortrait(const Matrix<double> &, Index);

} // namespace gatescope
