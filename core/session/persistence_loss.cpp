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
    const Index steps = training.lossSteps(set.steps());
    if (steps < 1 || (steps > 1 && !set.hasStepTargets()))
        return std::nullopt;
    Matrix<double> naive(outputs, steps * set.size());
    Matrix<double> target(outputs, steps * set.size());
    const bool change = data.options.predict == TargetForm::Change; // then staying where it is means a change of 0
    for (Index s = 0; s < set.size(); ++s) {
        for (Index k = 0; k < steps; ++k) {
            const auto now = data.targetValues.col(set.start(s) + set.steps() - steps + k);
            for (Index o = 0; o < outputs; ++o)
                naive(o, s * steps + k) = data.targetScaler.transform(o % names, change ? 0.0 : now(o % now.size()));
        }
        target.middleCols(s * steps, steps) = set.targets(s, steps).cast<double>();
    }
    // Where the value to stay at is unknown, nothing is compared.
    target = naive.array().isNaN().select(naive, target);
    return lossValue<double>(training.loss, naive, target);
}

} // namespace gatescope
