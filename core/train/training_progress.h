// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/random.h"
#include "core/train/optimisation/schedule.h"
#include "core/train/training_records.h"

#include <limits>
#include <vector>

namespace gatescope {

/// How far a training has come: everything it remembers but weights and moments. One value, which a Trainer, its saved
/// state and a reset copy as a whole.
struct TrainingProgress {
    std::int64_t step = 0;         ///< batches trained
    std::int64_t epoch = 0;        ///< epochs completed
    std::int64_t batchInEpoch = 0; ///< batches trained of the epoch under way
    double epochLossSum = 0.0;     ///< over those batches
    ScheduleState schedule;        ///< with the learning rate in force now
    /// Of the stream that shuffles sequences, as it is after drawing the order of the epoch under way.
    Random::State randomState{};
    std::vector<std::int64_t> permutation; ///< the order of the epoch under way: batches are cut from it in turn
    double bestLoss = std::numeric_limits<double>::infinity();
    std::int64_t bestEpoch = 0;           ///< 0: none yet
    std::int64_t epochsWithoutBetter = 0; ///< since the best one

    bool operator==(const TrainingProgress &) const = default;

    /// Draws the order of the next epoch's sequences (0 … N−1, shuffled if asked for) and begins that epoch.
    void beginEpoch(bool shuffle);
    /// Before the first step of a training on so many sequences. Shuffling has a random stream of its own, apart from
    /// the one that draws the weights.
    static TrainingProgress start(const TrainingOptions &options, std::int64_t sequences);
};

/// Whether and how a training is over: Finished, EarlyStopped or Continues. A function of what was done and what is
/// asked for, so that a training that was saved and loaded is over just as it was, and one that is given more epochs,
/// steps or patience is not. The step limit ends it anywhere; epochs and patience do so between two epochs.
StepOutcome trainingEnd(const TrainingProgress &progress, const TrainingOptions &options);

/// All that is needed to go on with the same bits as never having stopped.
template <typename Scalar>
struct TrainerState {
    std::vector<Scalar> parameters, bestParameters; ///< in ParameterLayout
    std::vector<Scalar> firstMoment, secondMoment;  ///< the optimizer's; empty where it has none
    std::int64_t optimizerStep = 0;                 ///< steps since the moments were zero
    TrainingProgress progress;
    std::vector<BatchRecord> batchHistory; ///< bounded by the caller
    std::vector<EpochRecord> epochHistory;

    bool operator==(const TrainerState &) const = default;
};

} // namespace gatescope
