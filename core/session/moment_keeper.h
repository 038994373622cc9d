// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "core/train/trainer.h"

#include <mutex>

namespace gatescope {

/// Feeds a TimeMachine from a training: the weights after every step, each with the losses measured with these very
/// weights. A batch's loss belongs to the weights before its update, so a moment waits for the next batch to get its.
/// The gradient's norms and the update's ratios are those of the step that led to the weights.
class MomentKeeper {
public:
    /// Forgets all; the trainer's weights are the first moment, or follow on these, of its earlier steps.
    void restart(Trainer<float> &trainer, const std::vector<TrainingMoment> &earlier = {});
    void stepEnded(const StepResult &result, Trainer<float> &trainer);
    /// Ascending by step and evenly thinned; the last holds the current weights, with a loss of NaN until the next
    /// batch. From any thread.
    std::vector<TrainingMoment> moments() const;
    /// Of the last step; null before the first. On the training thread only; cost as of updateRatios().
    std::shared_ptr<const UpdateRatios> lastUpdateRatios() const;
    /// (3 × L) of the last step's gradient, after clipping; null before the first, and where a batch under way has
    /// overwritten it. On the training thread only; cost as of gateNorms().
    std::shared_ptr<const Matrix<float>> lastGateGradients(Trainer<float> &trainer) const;

private:
    static TrainingMoment now(Trainer<float> &trainer);

    mutable std::mutex m_mutex;
    TimeMachine m_machine;
    TrainingMoment m_current;                           ///< not measured yet
    NetworkOptions m_network;                           ///< this and the next: the training thread's own
    std::shared_ptr<const std::vector<float>> m_before; ///< the weights before the last step; null before the first
};

} // namespace gatescope
