// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "core/train/trainer.h"

#include <mutex>

namespace gatescope {

/// Feeds a TimeMachine from a training: the weights after every step, each with the losses measured with these very
/// weights. A batch's loss belongs to the weights before its update, so a moment waits for the next batch to get its.
/// The gradient's norms are those of the batch that led to the weights.
class MomentKeeper {
public:
    /// Forgets all; the trainer's weights are the first moment.
    void restart(Trainer<float> &trainer);
    void stepEnded(const StepResult &result, Trainer<float> &trainer);
    /// Ascending by step and evenly thinned; the last holds the current weights, with a loss of NaN until the next
    /// batch. From any thread.
    std::vector<TrainingMoment> moments() const;

private:
    static TrainingMoment now(Trainer<float> &trainer);

    mutable std::mutex m_mutex;
    TimeMachine m_machine;
    TrainingMoment m_current; ///< not measured yet
};

} // namespace gatescope
