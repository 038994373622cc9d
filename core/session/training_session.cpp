// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/training_session.h"

#include "core/session/session_worker.h"

#include <utility>

namespace gatescope {

TrainingSession::TrainingSession(const Settings &settings, TrainingData<float> data)
    : m_worker(std::make_unique<Worker>(settings, std::move(data)))
{
}

TrainingSession::~TrainingSession() = default;

void TrainingSession::run()
{
    m_worker->post(&Worker::run);
}

void TrainingSession::runTo(std::int64_t steps)
{
    m_worker->post([steps](Worker &worker) { worker.runTo(steps); });
}

void TrainingSession::pause()
{
    m_worker->post(&Worker::pause);
}

void TrainingSession::stepBatch()
{
    m_worker->post(&Worker::stepBatch);
}

void TrainingSession::stepEpoch()
{
    m_worker->post(&Worker::stepEpoch);
}

void TrainingSession::stepPhase()
{
    m_worker->post(&Worker::stepPhase);
}

void TrainingSession::reset(ResetWeights weights)
{
    m_worker->post([weights](Worker &worker) {
        if (weights == ResetWeights::Same)
            worker.reset(Settings(worker.settings()));
        else
            worker.resetWithNewWeights();
    });
}

void TrainingSession::reset(const Settings &settings)
{
    m_worker->post([settings](Worker &worker) { worker.reset(settings); });
}

void TrainingSession::setLearningRate(double learningRate)
{
    m_worker->post([learningRate](Worker &worker) {
        Settings settings = worker.settings();
        settings.training.learningRate = learningRate;
        worker.setLiveSettings(settings);
    });
}

void TrainingSession::setLiveSettings(const Settings &settings)
{
    m_worker->post([settings](Worker &worker) { worker.setLiveSettings(settings); });
}

void TrainingSession::setProbe(std::int64_t sequence)
{
    m_worker->post([sequence](Worker &worker) { worker.setProbe(sequence); });
}

void TrainingSession::setSecondsPerBatch(double seconds)
{
    m_worker->post([seconds](Worker &worker) { worker.setSecondsPerBatch(seconds); });
}

void TrainingSession::loadState(TrainerState<float> state, std::vector<TrainingMoment> earlier)
{
    m_worker->post(
        [state = std::move(state), earlier = std::move(earlier)](Worker &worker) { worker.loadState(state, earlier); });
}

void TrainingSession::setParameters(std::vector<float> parameters)
{
    m_worker->post([parameters = std::move(parameters)](Worker &worker) { worker.setParameters(parameters); });
}

std::shared_ptr<const Snapshot> TrainingSession::snapshot()
{
    return m_worker->snapshot();
}

HistoryBlock TrainingSession::drainHistory()
{
    return m_worker->drainHistory();
}

std::vector<TrainingMoment> TrainingSession::moments() const
{
    return m_worker->moments();
}

TrainerState<float> TrainingSession::trainerState()
{
    return requestTrainerState().get();
}

std::future<TrainerState<float>> TrainingSession::requestTrainerState()
{
    auto promise = std::make_shared<std::promise<TrainerState<float>>>();
    auto future = promise->get_future();
    m_worker->post([promise](Worker &worker) {
        try {
            promise->set_value(worker.trainer().state());
        } catch (...) {
            promise->set_exception(std::current_exception()); // no memory for a copy: whoever waits is told
        }
    });
    return future;
}

} // namespace gatescope
