// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <cstdint>
#include <optional>
#include <string>

namespace gatescope {

/// What a step ended with. A divergence is a result, not an exception.
enum class StepOutcome {
    Continues,
    EpochEnded,
    Finished,     ///< the last epoch (or step) is done
    EarlyStopped, ///< no better validation loss for the patience
    Diverged,     ///< loss or gradient not finite; the weights are those before the step
};

/// The parts of one step, in order; Trainer::stepPhase() does one at a time.
enum class Phase { Ready, Forward, Loss, Backward, Clip, Update };

/// One batch, as history keeps it.
struct BatchRecord {
    std::int64_t step = 0;            ///< counted from 1 over the whole training
    std::int64_t epoch = 0;           ///< counted from 1
    std::int64_t batch = 0;           ///< counted from 1 within the epoch
    double loss = 0.0;                ///< before the batch's update
    double gradientNorm = 0.0;        ///< before clipping
    double clippedGradientNorm = 0.0; ///< after clipping
    double learningRate = 0.0;
    std::optional<double> clipAngle = {}; ///< degrees by which clipping turned the gradient; none unless by value

    bool operator==(const BatchRecord &) const = default;
};

/// One epoch, as history keeps it.
struct EpochRecord {
    std::int64_t epoch = 0;               ///< counted from 1
    double trainingLoss = 0.0;            ///< the plain mean of the epoch's batch losses
    std::optional<double> validationLoss; ///< mean over all validation sequences
    double learningRate = 0.0;
    bool best = false;           ///< the lowest loss so far (validation if there is one)
    Matrix<float> gradientNorms; ///< (L × T) of the epoch's last batch
    Matrix<float> gates;         ///< (4 × L) GateFigures of the validation part; empty where there is none

    bool operator==(const EpochRecord &other) const
    {
        return epoch == other.epoch && trainingLoss == other.trainingLoss && validationLoss == other.validationLoss
               && learningRate == other.learningRate && best == other.best
               && gradientNorms.rows() == other.gradientNorms.rows()
               && gradientNorms.cols() == other.gradientNorms.cols() && gradientNorms == other.gradientNorms
               && gates.rows() == other.gates.rows() && gates.cols() == other.gates.cols() && gates == other.gates;
    }
};

struct StepResult {
    StepOutcome outcome = StepOutcome::Continues;
    BatchRecord batch;
    std::optional<EpochRecord> epoch; ///< when the step ended an epoch
    std::string message;              ///< for Diverged: step, learning rate, tensor

    bool operator==(const StepResult &) const = default;
};

} // namespace gatescope
