// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/snapshot.h"

#include <memory>

namespace gatescope {

enum class ResetWeights { Same, New };

/// Owns the training thread. Commands go in through an ordered queue and are answered within one batch; results come
/// out as snapshots (latest value, made only on demand) and history (lossless). Every function may be called from the
/// screen's thread at any time and none of them waits for a batch; the destructor does, for one.
class TrainingSession {
public:
    /// @throws what Trainer's constructor throws
    TrainingSession(const Settings &settings, TrainingData<float> data);
    ~TrainingSession();

    void run();
    void pause();
    void stepBatch();
    void stepEpoch();
    void stepPhase();
    void reset(ResetWeights weights);          ///< Same: the seed's initial weights again; New: the next seed's
    void reset(const Settings &settings);      ///< with changed settings
    void setLearningRate(double learningRate); ///< at once, also while running
    void setLiveSettings(const Settings &settings);
    /// Which sequence the trace follows: index into train (0 … N−1), then validation (N …).
    void setProbe(std::int64_t sequence);
    /// Seconds to wait between batches (slow motion); 0 is full speed.
    void setDelay(double seconds);
    void loadState(TrainerState<float> state);
    void setParameters(std::vector<float> parameters);

    /// The newest snapshot, never null; asks the worker for a newer one. Pausing, ending, failing and single steps
    /// publish without being asked.
    std::shared_ptr<const Snapshot> snapshot();
    /// Everything recorded since the last call.
    HistoryBlock drainHistory();
    /// A full state for saving, taken between two batches. Waits for at most one batch.
    TrainerState<float> trainerState();

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
};

} // namespace gatescope
