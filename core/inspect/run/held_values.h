// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <cmath>
#include <vector>

namespace gatescope {

/// Values of one layer that are held fixed during a run instead of being computed; NaN marks a free value.
/// An empty matrix holds nothing.
template <typename Scalar>
struct HeldLayer {
    Matrix<Scalar> r, z, h; ///< each (H × T) or empty
};

/// One entry a layer; empty when nothing at all is held.
template <typename Scalar>
using HeldValues = std::vector<HeldLayer<Scalar>>;

/// Whether the value of a unit at a step is held.
template <typename Scalar>
bool isHeld(const Matrix<Scalar> &held, Index unit, Index step)
{
    return held.size() > 0 && !std::isnan(held(unit, step));
}

/// Puts the held values of a step in the place of the computed ones.
template <typename Scalar, typename Column>
void imposeHeld(const Matrix<Scalar> &held, Index step, Column &&computed)
{
    for (Index unit = 0; unit < held.rows(); ++unit) {
        if (isHeld(held, unit, step))
            computed(unit) = held(unit, step);
    }
}

/// Sets to zero what would flow back through a held value: a constant passes no gradient on.
template <typename Scalar, typename Block>
void stopGradient(const Matrix<Scalar> &held, Index firstStep, Block &&gradient)
{
    if (held.size() == 0)
        return;
    for (Index column = 0; column < gradient.cols(); ++column) {
        for (Index unit = 0; unit < gradient.rows(); ++unit) {
            if (isHeld(held, unit, firstStep + column))
                gradient(unit, column) = Scalar(0);
        }
    }
}

} // namespace gatescope
