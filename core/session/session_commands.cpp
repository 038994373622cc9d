// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands of a session do, on the training thread.
#include "core/session/session_worker.h"

#include "core/error.h"

#include <algorithm>
#include <limits>

namespace gatescope {

/// A training that is over stays so until its settings ask for more: not a batch beyond its limits.
bool TrainingSession::Worker::isOver()
{
    if (!m_trainer->finished())
        return false;
    m_mode = Mode::Idle;
    m_state = SessionState::Finished;
    m_message = endMessage();
    publish();
    return true;
}

void TrainingSession::Worker::run()
{
    if (isOver())
        return;
    m_mode = Mode::Running;
    m_until = std::numeric_limits<std::int64_t>::max();
    m_state = SessionState::Running;
    m_message.clear();
    startClock();
    publish();
}

void TrainingSession::Worker::runTo(std::int64_t steps)
{
    if (m_trainer->stepsTrained() >= steps || isOver())
        return;
    run();
    m_until = steps;
}

void TrainingSession::Worker::pause()
{
    if (m_mode == Mode::Idle)
        return;
    m_mode = Mode::Idle;
    m_state = m_trainer->finished() ? SessionState::Finished : SessionState::Paused;
    publish();
}

void TrainingSession::Worker::stepBatch()
{
    if (isOver())
        return;
    m_mode = Mode::Idle;
    m_state = SessionState::Paused;
    m_message.clear();
    m_phaseByPhase = false;
    startClock();
    handle(m_trainer->step());
    publish();
}

void TrainingSession::Worker::stepEpoch()
{
    if (isOver())
        return;
    run();
    m_mode = Mode::OneEpoch;
}

void TrainingSession::Worker::stepPhase()
{
    if (isOver())
        return;
    m_mode = Mode::Idle;
    m_state = SessionState::Paused;
    m_message.clear();
    m_phaseByPhase = true;
    startClock();
    StepResult result;
    if (m_trainer->stepPhase(result) == Phase::Update || result.outcome == StepOutcome::Diverged)
        handle(std::move(result));
    publish();
}

void TrainingSession::Worker::reset(const Settings &settings)
{
    try {
        auto trainer = std::make_unique<Trainer<float>>(settings, m_data);
        m_traceNetwork = std::make_unique<Network<float>>(settings.network);
        m_trainer = std::move(trainer);
        m_settings = settings;
    } catch (const Error &error) {
        m_message = error.what(); // the training under way stays as it is
        publish();
        return;
    }
    m_message.clear();
    restarted();
}

void TrainingSession::Worker::resetWithNewWeights()
{
    Settings settings = m_settings;
    ++settings.training.seed;
    reset(settings);
}

void TrainingSession::Worker::restarted(const std::optional<BatchRecord> &last,
                                        const std::vector<TrainingMoment> &earlier)
{
    m_mode = Mode::Idle;
    m_state = m_trainer->finished()           ? SessionState::Finished
              : m_trainer->stepsTrained() > 0 ? SessionState::Paused
                                              : SessionState::Ready;
    m_best.reset();
    m_phaseByPhase = false;
    m_last = last.value_or(BatchRecord{});
    if (!last)
        m_last.loss = std::numeric_limits<double>::quiet_NaN();
    startClock();
    m_generation = nextGeneration();
    m_moments.restart(*m_trainer, earlier);
    {
        const std::scoped_lock lock(m_mutex);
        m_history = {};
        m_history.generation = m_generation;
    }
    publish();
}

void TrainingSession::Worker::setProbe(std::int64_t sequence)
{
    m_probe = std::clamp<std::int64_t>(sequence, 0, m_data.train.size() + m_data.validation.size() - 1);
    publish();
}

void TrainingSession::Worker::setLiveSettings(const Settings &settings)
{
    m_trainer->setLiveSettings(settings);
    m_settings = m_trainer->settings();
    const bool betweenBatches = m_trainer->phase() == Phase::Ready || m_trainer->phase() == Phase::Update;
    const bool sound = m_state != SessionState::Diverged && m_state != SessionState::Failed;
    if (m_trainer->stepsTrained() > 0 && betweenBatches && sound && isOver())
        return;
    if (m_state == SessionState::Finished) { // they ask for more
        m_state = SessionState::Paused;
        m_message.clear();
    }
    publish();
}

void TrainingSession::Worker::loadState(const TrainerState<float> &state, const std::vector<TrainingMoment> &earlier)
{
    try {
        m_trainer->restore(state);
    } catch (const Error &error) {
        m_message = error.what(); // the training under way stays as it is
        publish();
        return;
    }
    m_message = endMessage();
    restarted(state.batchHistory.empty() ? std::nullopt : std::optional(state.batchHistory.back()), earlier);
}

void TrainingSession::Worker::setParameters(const std::vector<float> &parameters)
{
    try {
        m_trainer->setParameters(parameters);
        m_message.clear();
    } catch (const Error &error) {
        m_message = error.what();
        publish();
        return;
    }
    restarted();
}

} // namespace gatescope
