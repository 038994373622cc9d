// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/training_progress.h"

#include <numeric>

namespace gatescope {

void TrainingProgress::beginEpoch(bool shuffle)
{
    std::iota(permutation.begin(), permutation.end(), std::int64_t{0});
    if (shuffle) {
        Random random(randomState);
        random.shuffle(std::span(permutation));
        randomState = random.state();
    }
    batchInEpoch = 0;
    epochLossSum = 0.0;
}

TrainingProgress TrainingProgress::start(const TrainingOptions &options, std::int64_t sequences)
{
    TrainingProgress progress;
    progress.schedule = scheduleStart(options);
    progress.randomState = Random(options.seed ^ 0xD1B54A32D192ED03ULL).state();
    progress.permutation.resize(static_cast<std::size_t>(sequences));
    progress.beginEpoch(options.shuffle);
    return progress;
}

StepOutcome trainingEnd(const TrainingProgress &progress, const TrainingOptions &options)
{
    if (options.maximumSteps > 0 && progress.step >= options.maximumSteps)
        return StepOutcome::Finished;
    if (progress.batchInEpoch > 0)
        return StepOutcome::Continues;
    if (progress.epoch >= options.epochs)
        return StepOutcome::Finished;
    if (options.earlyStopPatience > 0 && progress.epochsWithoutBetter >= options.earlyStopPatience)
        return StepOutcome::EarlyStopped;
    return StepOutcome::Continues;
}

} // namespace gatescope
