// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "core/session/snapshot.h"

#include <future>
#include <memory>

namespace gatescope {

enum class ResetWeights { Same, New };

/// Owns the training thread. Commands go in through an ordered queue and are answered within one batch; results come
/// out as snapshots (latest value, made only on demand) and history (lossless). Every function may be called from the
/// screen's thread at any time; none waits for a batch but trainerState() and the destructor, which wait for one.
class TrainingSession {
public:
    /// @throws what Trainer's constructor throws; ResourceError when the system lets no thread start
    TrainingSession(const Settings &settings, TrainingData<float> data);
    ~TrainingSession();

    void run();
    /// The same until so many batches are trained, counted from the initial weights; then it pauses.
    void runTo(std::int64_t steps);
    void pause();
    void stepBatch();
    void stepEpoch();
    /// One phase of a step: forward, loss, backward, clip, update; the snapshot names the one just done.
    void stepPhase();
    void reset(ResetWeights weights);          ///< Same: the seed's initial weights again; New: those of the next seed
    void reset(const Settings &settings);      ///< with changed settings; a problem with them is the next message
    void setLearningRate(double learningRate); ///< at once, also while running
    void setLiveSettings(const Settings &settings);
    /// Which sequence the trace follows: index into train (0 … N−1), then validation (N …).
    void setProbe(std::int64_t sequence);
    /// Slow motion: seconds a batch takes at least, its five phases one after the other; 0 is full speed.
    void setSecondsPerBatch(double seconds);
    /// Goes on from a saved training. A problem with it is the next snapshot's message.
    /// @param earlier  moments of its steps so far, for the time machine
    void loadState(TrainerState<float> state, std::vector<TrainingMoment> earlier = {});
    void setParameters(std::vector<float> parameters);

    /// The newest snapshot, never null; asks the worker for a newer one. Pausing, ending, failing and single steps
    /// publish without being asked.
    std::shared_ptr<const Snapshot> snapshot();
    /// Everything recorded since the last call.
    HistoryBlock drainHistory();
    /// The weights kept of moments of this training, ascending by step, the current ones last; see TimeMachine.
    std::vector<TrainingMoment> moments() const;
    /// A full state for saving, taken between two batches. Waits for at most one batch.
    /// @throws Error when the worker has failed
    TrainerState<float> trainerState();
    /// The same without waiting for it here. The future throws when the session ends before it has answered.
    std::future<TrainerState<float>> requestTrainerState();

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace gatescope
