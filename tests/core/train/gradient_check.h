// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"
#include "core/train/options/training_options.h"

#include <functional>
#include <span>
#include <string>

namespace gatescope {

/// Where a gradient differs most from what finite differences say.
struct GradientCheck {
    double worst = 0.0; ///< |gradient − difference quotient|, as a share of the largest gradient of its tensor
    std::string tensor; ///< in which tensor
    Index element = 0;  ///< which of its elements, row-major
    double gradient = 0.0;
    double quotient = 0.0;
};

/// Compares a gradient with central differences of the loss, (L(θᵢ + ε) − L(θᵢ − ε)) / 2ε, for every parameter.
///
/// @param loss        computes L from `parameters` as they are at the moment
/// @param parameters  changed one by one while it runs, and put back
/// @param epsilon     1e-5 is best in double: the error is near 1e-10 of the loss
/// Cost: two losses a parameter.
GradientCheck checkGradient(const std::function<double()> &loss, std::span<double> parameters,
                            std::span<const double> gradient, const ParameterLayout &layout, double epsilon = 1e-5);

/// The same for a network, its loss and one batch: forward(), loss gradient and backward() against forward() and loss.
/// Where the options have dropout, one fixed pattern of it is used throughout.
/// @param input (I × T·B) @param target (O × K·B), or (1 × K·B) classes, of the K last steps the loss is asked at
/// @param batch B; all columns of the target where the loss is asked at the end
/// @throws ShapeError, DataError as forward() and the loss do
GradientCheck checkGradient(Network<double> &network, const TrainingOptions &training, const Matrix<double> &input,
                            const Matrix<double> &target, Index batch);

} // namespace gatescope
