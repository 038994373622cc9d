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
    const Matrix<float> &targets = set.store().targets;
    for (Index s = 0; s < set.size(); ++s) {
        const Index last = set.start(s) + set.steps() - 1;
        for (Index o = 0; o < outputs; ++o) {
            const auto entry = static_cast<std::size_t>(s * set.horizons() + o / names);
            naive(o, s) = data.targetScaler.transform(o % names, data.targetValues(o % names, last));
            target(o, s) = static_cast<double>(targets(o % names, set.targetColumns()[entry]));
        }
    }
    return lossValue<double>(training.loss, naive, target);
}

} // namespace gatescope
