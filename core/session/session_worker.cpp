// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_worker.h"

#include "core/error.h"
#include "core/sentence.h"
#include "core/train/optimisation/loss.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <system_error>
#include <utility>

namespace gatescope {

namespace {

constexpr int kPhases = 5;
constexpr double kPhaseMotionSeconds = 0.25; ///< slower than this a batch, and its phases are shown one by one

} // namespace

std::int64_t TrainingSession::Worker::nextGeneration()
{
    static std::atomic<std::int64_t> last = 0;
    return ++last;
}

TrainingSession::Worker::Worker(const Settings &settings, TrainingData<float> data)
    : m_settings(settings), m_data(std::move(data)), m_trainer(std::make_unique<Trainer<float>>(settings, m_data)),
      m_traceNetwork(std::make_unique<Network<float>>(settings.network))
{
    m_last.loss = std::numeric_limits<double>::quiet_NaN();
    m_history.generation = m_generation;
    m_moments.restart(*m_trainer);
    publish();
    try {
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
    } catch (const std::system_error &error) {
        throw ResourceError(sentenceOf(error));
    }
}

TrainingSession::Worker::~Worker()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

void TrainingSession::Worker::post(Command command)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_commands.push_back(std::move(command));
    }
    m_wake.notify_all();
}

std::shared_ptr<const Snapshot> TrainingSession::Worker::snapshot()
{
    const std::scoped_lock lock(m_mutex);
    m_snapshotWanted = true;
    if (m_failure) {
        auto failed = std::make_shared<Snapshot>(*m_snapshot);
        failed->state = SessionState::Failed;
        failed->message = *m_failure;
        m_snapshot = std::move(failed);
        m_failure.reset();
    }
    return m_snapshot;
}

HistoryBlock TrainingSession::Worker::drainHistory()
{
    const std::scoped_lock lock(m_mutex);
    HistoryBlock empty;
    empty.generation = m_history.generation;
    return std::exchange(m_history, std::move(empty));
}

void TrainingSession::Worker::work(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        try {
            obeyCommands();
            if (m_mode != Mode::Idle) {
                trainOnce(stop);
                continue;
            }
        } catch (const std::exception &error) {
            fail(sentenceOf(error));
        }
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, stop, [this] { return !m_commands.empty(); });
    }
}

void TrainingSession::Worker::obeyCommands()
{
    for (;;) {
        Command command;
        {
            const std::scoped_lock lock(m_mutex);
            if (m_commands.empty())
                return;
            command = std::move(m_commands.front());
            m_commands.pop_front();
        }
        command(*this);
    }
}

void TrainingSession::Worker::trainOnce(const std::stop_token &stop)
{
    bool wanted = false;
    {
        const std::scoped_lock lock(m_mutex);
        wanted = std::exchange(m_snapshotWanted, false);
    }
    if (m_secondsPerBatch >= kPhaseMotionSeconds) {
        slowStep(stop);
    } else {
        m_phaseByPhase = false;
        handle(m_trainer->step());
        if (wanted && m_mode != Mode::Idle)
            publish();
        if (m_secondsPerBatch > 0.0)
            waitFor(stop, m_secondsPerBatch);
    }
}

void TrainingSession::Worker::slowStep(const std::stop_token &stop)
{
    StepResult result;
    m_phaseByPhase = true;
    const Phase phase = m_trainer->stepPhase(result);
    if (phase == Phase::Update || result.outcome == StepOutcome::Diverged)
        handle(std::move(result));
    if (m_mode == Mode::Idle)
        return;
    publish();
    waitFor(stop, m_secondsPerBatch / kPhases);
}

/// Sleeps, but not through a command. @return whether a command waits
bool TrainingSession::Worker::waitFor(const std::stop_token &stop, double seconds)
{
    std::unique_lock lock(m_mutex);
    return m_wake.wait_for(lock, stop, std::chrono::duration<double>(seconds), [this] { return !m_commands.empty(); });
}

void TrainingSession::Worker::handle(StepResult result)
{
    if (result.outcome == StepOutcome::Diverged) {
        if (result.epoch) // found after an epoch's last update, by its validation loss
            record(result);
        m_mode = Mode::Idle;
        m_state = SessionState::Diverged;
        m_message = std::move(result.message);
        publish();
        return;
    }
    record(result);
    measureSpeed(std::min<std::int64_t>(m_settings.training.batch, m_data.train.size()));
    switch (result.outcome) {
    case StepOutcome::Finished:
    case StepOutcome::EarlyStopped:
        m_mode = Mode::Idle;
        m_state = SessionState::Finished;
        m_message = endMessage();
        publish();
        break;
    case StepOutcome::EpochEnded:
        if (m_mode == Mode::OneEpoch)
            pause();
        break;
    default:
        break;
    }
    if (m_mode != Mode::Idle && m_trainer->stepsTrained() >= m_until)
        pause();
}

/// Why the training is over, where that is not plain.
std::string TrainingSession::Worker::endMessage() const
{
    if (m_trainer->end() != StepOutcome::EarlyStopped)
        return {};
    return "stopped early: no better loss for " + std::to_string(m_settings.training.earlyStopPatience) + " epochs";
}

void TrainingSession::Worker::record(const StepResult &result)
{
    m_last = result.batch;
    m_moments.stepEnded(result, *m_trainer);
    const std::scoped_lock lock(m_mutex);
    m_history.batches.push_back(result.batch);
    if (result.epoch)
        m_history.epochs.push_back(*result.epoch);
}

void TrainingSession::Worker::startClock()
{
    m_clockStart = std::chrono::steady_clock::now();
    m_speed.restart();
}

/// Of a training that runs; a batch made by hand has no speed.
void TrainingSession::Worker::measureSpeed(std::int64_t samples)
{
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> passed = now - std::exchange(m_clockStart, now);
    if (m_mode != Mode::Idle)
        m_speed.add(samples, passed.count());
}

std::shared_ptr<const Trace<float>> TrainingSession::Worker::traceProbe()
{
    const std::int64_t trainSize = m_data.train.size();
    const bool inTrain = m_probe < trainSize;
    const SequenceSet<float> &set = inTrain ? m_data.train : m_data.validation;
    const auto sequence = static_cast<Index>(inTrain ? m_probe : m_probe - trainSize);
    std::ranges::copy(std::as_const(m_trainer->network()).parameters(), m_traceNetwork->parameters().begin());
    return std::make_shared<const Trace<float>>(
        traceSequence(*m_traceNetwork, set.input(sequence),
                      set.targets(sequence, lossStepsOf(m_settings.training, set)), m_settings.training));
}

void TrainingSession::Worker::publish()
{
    const Trainer<float> &trainer = *m_trainer;
    auto made = std::make_shared<Snapshot>();
    made->state = m_state;
    made->message = m_message;
    made->settings = m_settings;
    made->generation = m_generation;
    made->step = trainer.stepsTrained();
    made->epoch = trainer.epochsTrained();
    made->batchInEpoch = trainer.batchInEpoch();
    made->batchesPerEpoch = trainer.batchesPerEpoch();
    made->phase = trainer.phase();
    made->updateRatios = m_moments.lastUpdateRatios();
    made->gateGradients = m_moments.lastGateGradients(*m_trainer);
    if (m_phaseByPhase)
        made->phaseNumbers = phaseNumbers(trainer, made->updateRatios.get());
    made->loss = m_last.loss;
    made->learningRate = trainer.learningRate();
    made->gradientNorm = m_last.gradientNorm;
    made->clippedGradientNorm = m_last.clippedGradientNorm;
    made->bestEpoch = trainer.bestEpoch();
    made->bestLoss = trainer.bestLoss();
    made->samplesPerSecond = m_speed.samplesPerSecond();
    const std::int64_t batchesLeft = trainer.totalSteps() - made->step;
    if (made->samplesPerSecond > 0.0)
        made->secondsLeft = static_cast<double>(std::max<std::int64_t>(0, batchesLeft))
                            * static_cast<double>(m_settings.training.batch) / made->samplesPerSecond;
    const auto parameters = std::as_const(m_trainer->network()).parameters();
    made->parameters.assign(parameters.begin(), parameters.end());
    if (m_bestEpoch != trainer.bestEpoch() || !m_best) {
        m_bestEpoch = trainer.bestEpoch();
        m_best = std::make_shared<const std::vector<float>>(trainer.bestParameters().begin(),
                                                            trainer.bestParameters().end());
    }
    made->bestParameters = m_best;
    made->gradientNorms = m_trainer->gradientNorms();
    made->probe = m_probe;
    made->trace = traceProbe();
    const std::scoped_lock lock(m_mutex);
    m_snapshot = std::move(made);
    m_failure.reset();
}

/// Copies no weights: there may be no memory for them on this thread, and nobody above who could be told.
void TrainingSession::Worker::fail(std::string message)
{
    m_mode = Mode::Idle;
    m_state = SessionState::Failed;
    m_message = message;
    const std::scoped_lock lock(m_mutex);
    m_failure = std::move(message);
}

} // namespace gatescope
