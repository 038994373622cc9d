// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/persistence.h"

#include "core/train/loss.h"

#include <vector>

namespace gatescope {

std::optional<double> naiveForecastLoss(const PreparedData<float> &data, const TrainingOptions &training)
{
    const SequenceSet<float> &set = data.validation.size() > 0 ? data.validation : data.train;
    if (!data.hasPersistence() || set.size() == 0 || !set.hasTargets() || training.loss == LossKind::CrossEntropy)
        return std::nullopt;
    const Index outputs = set.targets();
    const Index names = data.targetScaler.size();
    if (names == 0 || outputs % names != 0)
        return std::nullopt;
    Matrix<double> naive(outputs, set.size());
    Matrix<double> target(outputs, set.size());
    for (Index s = 0; s < set.size(); ++s) {
        const Vector<double> last = data.lastTarget(set, s);
        for (Index o = 0; o < outputs; ++o)
            naive(o, s) = data.targetScaler.transform(o % names, last(o));
        target.col(s) = set.target(s).cast<double>();
    }
    return lossValue<double>(training.loss, naive, target, training.huberDelta);
}

} // namespace gatescope
