// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/moment_keeper.h"
#include "core/session/speed_meter.h"
#include "core/session/training_session.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <limits>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace gatescope {

/// The training thread of a TrainingSession and its two channels. Members below m_mutex are shared under it; the rest
/// belongs to the thread alone once it runs.
class TrainingSession::Worker {
public:
    using Command = std::function<void(Worker &)>;

    Worker(const Settings &settings, TrainingData<float> data);
    ~Worker();

    // From any thread.
    void post(Command command);
    std::shared_ptr<const Snapshot> snapshot();
    HistoryBlock drainHistory();
    std::vector<TrainingMoment> moments() const { return m_moments.moments(); }

    // Commands: on the training thread only.
    void run();
    void runTo(std::int64_t steps);
    void pause();
    void stepBatch();
    void stepEpoch();
    void stepPhase();
    void reset(const Settings &settings);
    void resetWithNewWeights();
    void setProbe(std::int64_t sequence);
    void setLiveSettings(const Settings &settings);
    void loadState(const TrainerState<float> &state, const std::vector<TrainingMoment> &earlier);
    void setParameters(const std::vector<float> &parameters);
    void setSecondsPerBatch(double seconds)
    {
        if (std::exchange(m_secondsPerBatch, seconds) != seconds)
            startClock();
    }
    Trainer<float> &trainer() { return *m_trainer; }
    const Settings &settings() const { return m_settings; }
    /// Takes over what a command changed in the trainer's weights: a new generation, published.
    void restarted(const std::optional<BatchRecord> &last = std::nullopt,
                   const std::vector<TrainingMoment> &earlier = {});
    void publish();

private:
    enum class Mode { Idle, Running, OneEpoch };

    /// Larger than every one before, of whichever session.
    static std::int64_t nextGeneration();
    void work(const std::stop_token &stop);
    void obeyCommands();
    bool isOver();
    void trainOnce(const std::stop_token &stop);
    void slowStep(const std::stop_token &stop);
    void handle(StepResult result);
    std::string endMessage() const;
    void record(const StepResult &result);
    void measureSpeed(std::int64_t samples);
    void startClock();
    bool waitFor(const std::stop_token &stop, double seconds);
    std::shared_ptr<const Trace<float>> traceProbe();
    void fail(std::string message);

    Settings m_settings;
    TrainingData<float> m_data;
    std::unique_ptr<Trainer<float>> m_trainer;
    std::unique_ptr<Network<float>> m_traceNetwork; ///< its own, so that tracing never disturbs a step under way
    Mode m_mode = Mode::Idle;
    std::int64_t m_until = std::numeric_limits<std::int64_t>::max(); ///< batches at which a run pauses
    SessionState m_state = SessionState::Ready;
    std::string m_message;
    std::int64_t m_probe = 0;
    std::int64_t m_generation = nextGeneration();
    double m_secondsPerBatch = 0.0;
    bool m_phaseByPhase = false; ///< phases are done one by one, and so their numbers wanted
    BatchRecord m_last;
    std::shared_ptr<const std::vector<float>> m_best;
    std::int64_t m_bestEpoch = -1;
    std::chrono::steady_clock::time_point m_clockStart;
    SpeedMeter m_speed;     ///< knows nothing where batches are made one by one
    MomentKeeper m_moments; ///< locks for itself

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Command> m_commands;
    bool m_snapshotWanted = false;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::optional<std::string> m_failure; ///< which the next snapshot tells, with the weights of the one before
    HistoryBlock m_history;

    std::jthread m_thread; ///< last: joined before anything it uses goes
};

} // namespace gatescope
