// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

double constantRate(const TrainingOptions &, ScheduleState &state, double)
{
    return state.learningRate;
}

double stepRate(const TrainingOptions &options, ScheduleState &state, double)
{
    const bool due = options.schedulePeriod > 0 && state.epoch % options.schedulePeriod == 0;
    return due ? state.learningRate * options.scheduleFactor : state.learningRate;
}

double cosineRate(const TrainingOptions &options, ScheduleState &state, double)
{
    const double low = options.minimumLearningRate;
    const std::int64_t half = std::max<std::int64_t>(options.epochs, 1);
    const double angle = std::numbers::pi / static_cast<double>(half);
    // At the bottom the quotient below is 0/0: the first step up again has its own formula.
    if ((state.epoch - 1 - half) % (2 * half) == 0)
        return state.learningRate + (options.learningRate - low) * (1.0 - std::cos(angle)) / 2.0;
    const double now = 1.0 + std::cos(angle * static_cast<double>(state.epoch));
    const double before = 1.0 + std::cos(angle * static_cast<double>(state.epoch - 1));
    return now / before * (state.learningRate - low) + low;
}

double plateauRate(const TrainingOptions &options, ScheduleState &state, double loss)
{
    constexpr double kThreshold = 1e-4;      // PyTorch's default, relative
    constexpr double kSmallestChange = 1e-8; // PyTorch's default eps
    if (loss < state.plateauBest * (1.0 - kThreshold)) {
        state.plateauBest = loss;
        state.plateauEpochs = 0;
    } else {
        ++state.plateauEpochs;
    }
    if (state.plateauEpochs <= options.schedulePeriod)
        return state.learningRate;
    state.plateauEpochs = 0;
    const double lower = std::max(state.learningRate * options.scheduleFactor, options.minimumLearningRate);
    return state.learningRate - lower > kSmallestChange ? lower : state.learningRate;
}

struct ScheduleEntry {
    ScheduleInfo info;
    double (*next)(const TrainingOptions &, ScheduleState &, double loss);
};

// The table of schedules, in the order of ScheduleKind.
constexpr std::array kSchedules = {
    ScheduleEntry{{ScheduleKind::Constant, "constant", "Constant", "The same learning rate from first to last."},
                  &constantRate},
    ScheduleEntry{{ScheduleKind::Step, "step", "Step",
                   "Multiplies the learning rate by the factor after every period of epochs."},
                  &stepRate},
    ScheduleEntry{{ScheduleKind::Cosine, "cosine", "Cosine",
                   "Lowers the learning rate to its minimum over all epochs, along half a cosine wave."},
                  &cosineRate},
    ScheduleEntry{{ScheduleKind::ReduceOnPlateau, "plateau", "Reduce on plateau",
                   "Multiplies the learning rate by the factor when the loss has not fallen for the period."},
                  &plateauRate},
};

constexpr std::array kInfos = [] {
    std::array<ScheduleInfo, kSchedules.size()> infos{};
    for (std::size_t i = 0; i < infos.size(); ++i)
        infos[i] = kSchedules[i].info;
    return infos;
}();

} // namespace

std::span<const ScheduleInfo> scheduleTable()
{
    return kInfos;
}

ScheduleState scheduleStart(const TrainingOptions &options)
{
    ScheduleState state;
    state.learningRate = options.learningRate;
    return state;
}

double scheduleEpochEnded(const TrainingOptions &options, ScheduleState &state, double loss)
{
    ++state.epoch;
    state.learningRate = kSchedules[static_cast<std::size_t>(options.schedule)].next(options, state, loss);
    return state.learningRate;
}

bool scheduleStretched(const TrainingOptions &now, std::int64_t epochsBefore, ScheduleState &state)
{
    if (now.schedule != ScheduleKind::Cosine || now.epochs == epochsBefore || state.epoch == 0)
        return false;
    const double angle = std::numbers::pi * static_cast<double>(state.epoch)
                         / static_cast<double>(std::max<std::int64_t>(now.epochs, 1));
    const double low = now.minimumLearningRate;
    state.learningRate = low + (now.learningRate - low) * (1.0 + std::cos(angle)) / 2.0;
    return true;
}

} // namespace gatescope
