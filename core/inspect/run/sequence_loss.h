// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"
#include "core/train/options/training_options.h"

namespace gatescope {

/// The loss of one sequence alone, and ∂loss/∂y of each of the K last steps it is asked at.
template <typename Scalar>
struct SequenceLoss {
    double value = 0.0;
    Matrix<Scalar> gradient; ///< (O × K)
};

/// lossValue() and lossGradient() of core/train/optimisation/loss.h for a batch of one.
/// @param output (O × K) @param target (O × K), or class numbers (1 × K) for cross-entropy; K = 1 at the end only
/// @throws ShapeError, DataError as they do
template <typename Scalar>
SequenceLoss<Scalar> sequenceLoss(const Matrix<Scalar> &output, const Matrix<Scalar> &target,
                                  const TrainingOptions &training);

/// The loss at each of those steps, on its own: their mean over the steps that are not masked is the sequence's loss,
/// where all or none of a step's outputs are masked. (K) Not a number where a step is masked.
template <typename Scalar>
Vector<double> stepLosses(const Matrix<Scalar> &output, const Matrix<Scalar> &target, const TrainingOptions &training);

} // namespace gatescope
