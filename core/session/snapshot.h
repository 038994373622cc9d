// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/phase_caption.h"
#include "core/inspect/run/trace.h"
#include "core/inspect/units/update_ratios.h"
#include "core/train/trainer.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

enum class SessionState {
    Ready, ///< initial weights, nothing trained yet
    Running,
    Paused,
    Finished, ///< all epochs done, or stopped early
    Diverged, ///< paused before the update that would have spoilt the weights
    Failed,   ///< an exception ended the worker; the message says which
};

/// The state of a training at one moment: immutable, shared between threads, never the live network.
struct Snapshot {
    SessionState state = SessionState::Ready;
    std::string message; ///< why it stopped, diverged or failed; empty otherwise
    Settings settings;   ///< those in force
    /// Grows with every reset and is another in every session: views drop what they cached of an earlier one, whose
    /// weights may be the same and its data others.
    std::int64_t generation = 0;

    std::int64_t step = 0;         ///< batches trained
    std::int64_t epoch = 0;        ///< epochs completed
    std::int64_t batchInEpoch = 0; ///< batches trained of the epoch under way
    std::int64_t batchesPerEpoch = 0;
    Phase phase = Phase::Ready;
    std::optional<PhaseNumbers> phaseNumbers; ///< of the batch at hand while phases are done one by one
    double loss = 0.0;                        ///< of the last batch; NaN before the first
    double learningRate = 0.0;
    double gradientNorm = 0.0, clippedGradientNorm = 0.0;
    std::int64_t bestEpoch = 0;
    double bestLoss = 0.0;
    double samplesPerSecond = 0.0; ///< over the last second of running
    double secondsLeft = 0.0;      ///< estimate to the last epoch or the step limit

    std::vector<float> parameters; ///< ParameterLayout(settings.network)
    std::shared_ptr<const std::vector<float>> bestParameters;
    std::shared_ptr<const UpdateRatios> updateRatios;   ///< of the last step; null before the first
    std::shared_ptr<const Matrix<float>> gateGradients; ///< (3 × L) of the last step; null before the first
    Matrix<float> gradientNorms;                        ///< (L × T) of the last batch
    std::int64_t probe = 0;                             ///< which training or validation sequence the trace is of
    std::shared_ptr<const Trace<float>> trace;          ///< of the probe with these parameters
};

/// What happened since the last drain, complete and in order.
struct HistoryBlock {
    std::int64_t generation = 0;
    std::vector<BatchRecord> batches;
    std::vector<EpochRecord> epochs;
};

} // namespace gatescope
