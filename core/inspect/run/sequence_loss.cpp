// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/run/sequence_loss.h"

#include "core/train/optimisation/loss.h"

#include <limits>

namespace gatescope {

template <typename Scalar>
SequenceLoss<Scalar> sequenceLoss(const Matrix<Scalar> &output, const Matrix<Scalar> &target,
                                  const TrainingOptions &training)
{
    SequenceLoss<Scalar> loss;
    loss.value = lossValue(training.loss, output, target);
    lossGradient(training.loss, output, target, loss.gradient);
    return loss;
}

template <typename Scalar>
Vector<double> stepLosses(const Matrix<Scalar> &output, const Matrix<Scalar> &target, const TrainingOptions &training)
{
    Vector<double> losses(target.cols());
    for (Index k = 0; k < target.cols(); ++k) {
        const Matrix<Scalar> own = output.col(k), wanted = target.col(k);
        losses(k) =
            lossTerms(wanted) > 0 ? lossValue(training.loss, own, wanted) : std::numeric_limits<double>::quiet_NaN();
    }
    return losses;
}

template SequenceLoss<float> sequenceLoss(const Matrix<float> &, const Matrix<float> &, const TrainingOptions &);
template SequenceLoss<double> sequenceLoss(const Matrix<double> &, const Matrix<double> &, const TrainingOptions &);
template Vector<double> stepLosses(const Matrix<float> &, const Matrix<float> &, const TrainingOptions &);
template Vector<double> stepLosses(const Matrix<double> &, const Matrix<double> &, const TrainingOptions &);

} // namespace gatescope
