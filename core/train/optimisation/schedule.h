// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/options/training_options.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace gatescope {

/// One schedule: its name in files and on the command line, its title and sentence on screen.
struct ScheduleInfo {
    ScheduleKind kind;
    std::string_view id;
    std::string_view title;
    std::string_view summary;
};

/// All schedules; the index of an entry is the value of its kind.
std::span<const ScheduleInfo> scheduleTable();

/// Everything a schedule remembers; saved with a training and restored with it.
struct ScheduleState {
    double learningRate = 0.0;                                    ///< in force for the epoch under way
    std::int64_t epoch = 0;                                       ///< epochs ended
    double plateauBest = std::numeric_limits<double>::infinity(); ///< lowest loss seen (ReduceOnPlateau)
    std::int64_t plateauEpochs = 0; ///< epochs since without a better one (ReduceOnPlateau)

    bool operator==(const ScheduleState &) const = default;
};

/// Before the first epoch: the learning rate of the options.
ScheduleState scheduleStart(const TrainingOptions &options);

/// Decides the learning rate η of every epoch, as torch.optim.lr_scheduler (1.13) does when stepped once an epoch:
///
///   constant    η
///   step        η · factor after every `schedulePeriod` epochs                             StepLR
///   cosine      from η down to the minimum over all epochs, along half a cosine            CosineAnnealingLR
///   plateau     η · factor, not below the minimum, once the loss has not fallen by more    ReduceLROnPlateau
///               than a ten-thousandth of itself for more than `schedulePeriod` epochs
///
/// To be called after every epoch. All go on from the rate in force (PyTorch's chained form): a rate set by hand in
/// mid-training, as state.learningRate, is kept and scaled.
/// @param loss the validation loss, else the training loss
/// @return the learning rate of the next epoch, which is state.learningRate
double scheduleEpochEnded(const TrainingOptions &options, ScheduleState &state, double loss);

/// When a training under way is given another number of epochs: the cosine goes on along the curve of the new length,
/// as if it had been asked for from the first epoch on (its own recurrence would stay at the minimum that a shorter
/// training has reached). The other schedules do not know how long a training is.
/// @return whether the rate in force was changed
bool scheduleStretched(const TrainingOptions &now, std::int64_t epochsBefore, ScheduleState &state);

} // namespace gatescope
