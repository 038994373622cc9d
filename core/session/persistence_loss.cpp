// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/persistence_loss.h"

#include "core/train/optimisation/loss.h"

#include <vector>

namespace gatescope {

std::optional<double> naiveForecastLoss(const PreparedData<float> &data, const TrainingOptions &training)
{
    const SequenceSet<float> &set = data.validation.size() > 0 ? data.validation : data.train;
    if (!data.hasPersistence() || set.size() == 0 || !set.hasTargets() || training.loss.kind == LossKind::CrossEntropy)
        return std::nullopt;
    const Index outputs = set.targets();
    const Index names = data.targetScaler.size();
    if (names == 0 || outputs % names != 0)
        return std::nullopt;
    Matrix<double> naive(outputs, set.size());
    Matrix<double> target(outputs, set.size());
    const bool change = data.options.predict == TargetForm::Change; // then staying where it is means a change of 0
    for (Index s = 0; s < set.size(); ++s) {
        const Vector<double> last = data.lastTarget(set, s);
        for (Index o = 0; o < outputs; ++o)
            naive(o, s) = data.targetScaler.transform(o % names, change ? 0.0 : last(o));
        target.col(s) = set.target(s).cast<double>();
    }
    return lossValue<double>(training.loss, naive, target);
}

} // namespace gatescope
