// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/sequence_loss.h"

#include "core/train/optimisation/loss.h"

namespace gatescope {

template <typename Scalar>
SequenceLoss<Scalar> sequenceLoss(const Vector<Scalar> &output, const Vector<Scalar> &target,
                                  const TrainingOptions &training)
{
    const Matrix<Scalar> outputs = output, targets = target;
    Matrix<Scalar> gradient;
    SequenceLoss<Scalar> loss;
    loss.value = lossValue(training.loss, outputs, targets);
    lossGradient(training.loss, outputs, targets, gradient);
    loss.gradient = gradient;
    return loss;
}

template SequenceLoss<float> sequenceLoss(const Vector<float> &, const Vector<float> &, const TrainingOptions &);
template SequenceLoss<double> sequenceLoss(const Vector<double> &, const Vector<double> &, const TrainingOptions &);

} // namespace gatescope
