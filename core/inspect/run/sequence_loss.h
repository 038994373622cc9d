// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"
#include "core/train/options/training_options.h"

namespace gatescope {

/// The loss of one sequence alone, and ∂loss/∂y.
template <typename Scalar>
struct SequenceLoss {
    double value = 0.0;
    Vector<Scalar> gradient; ///< (O)
};

/// lossValue() and lossGradient() of core/train/optimisation/loss.h for a batch of one.
/// @param output (O) @param target (O), or a class number (1) for cross-entropy
/// @throws ShapeError, DataError as they do
template <typename Scalar>
SequenceLoss<Scalar> sequenceLoss(const Vector<Scalar> &output, const Vector<Scalar> &target,
                                  const TrainingOptions &training);

} // namespace gatescope
