// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/live_training.h"

#include "core/error.h"
#include "ui/document/shared/epoch_reached.h"
#include "ui/look/core_words.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kPollMilliseconds = 100; // ten pictures a second: drawing competes with training for two cores
constexpr int kLeastPollMilliseconds = 16;
constexpr double kPollsPerBatch = 15.0; // in slow motion: three for each of its five phases, so that none is missed

/// How often snapshots are looked for, in milliseconds.
int pollInterval(double secondsPerBatch)
{
    if (secondsPerBatch <= 0.0)
        return kPollMilliseconds;
    const double wanted = 1000.0 * secondsPerBatch / kPollsPerBatch;
    return static_cast<int>(std::clamp<double>(wanted, kLeastPollMilliseconds, kPollMilliseconds));
}

/// @throws DataError when the session cannot go on from this state
void loadInto(TrainingSession &session, const TrainerState<float> &state, const std::vector<TrainingMoment> &earlier)
{
    session.loadState(state, earlier);
    session.trainerState();                 // answered after the loading
    const auto loaded = session.snapshot(); // one that is over says so, and has come to no harm
    if (loaded->state != SessionState::Finished && !loaded->message.empty())
        throw DataError(loaded->message);
}

} // namespace

LiveTraining::LiveTraining(QObject *parent) : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        Q_EMIT beat();
        drain();
    });
    m_timer.start(kPollMilliseconds);
}

bool LiveTraining::isUntouched() const
{
    return m_snapshot && m_snapshot->step == 0 && m_snapshot->state == SessionState::Ready
           && m_snapshot->phase == Phase::Ready;
}

QString LiveTraining::wayToData() const
{
    return m_openName.isEmpty() ? tr("Drop a CSV here, or use File › Open.")
                                : tr("%1 is open, and Data asks what to do with it.").arg(m_openName);
}

std::unique_ptr<TrainingSession> LiveTraining::makeSession(const Windows &windows, const Settings &settings,
                                                           const std::optional<TrainerState<float>> &state,
                                                           const std::vector<TrainingMoment> &earlier) const
{
    if (!windows)
        return nullptr;
    auto session =
        std::make_unique<TrainingSession>(settings, TrainingData<float>{windows->train, windows->validation});
    session->setSecondsPerBatch(m_delay);
    if (state)
        loadInto(*session, *state, earlier);
    return session;
}

void LiveTraining::replace(std::unique_ptr<TrainingSession> session, const Windows &windows, History history)
{
    rememberBefore(windows);
    m_secondsTrained = 0.0;
    m_session = std::move(session);
    m_windows = windows;
    m_history = std::move(history);
    m_probe = 0;
    m_snapshot = m_session ? m_session->snapshot() : nullptr;
}

void LiveTraining::rememberBefore(const Windows &next)
{
    const bool comparable = m_windows && next && m_windows->targetNames == next->targetNames
                            && m_windows->targetScaler == next->targetScaler
                            && m_windows->options.task == next->options.task
                            && m_windows->options.predict == next->options.predict;
    if (!comparable)
        m_before.reset();
    else if (m_history.batches() > 0 && m_snapshot)
        m_before = std::make_shared<const TrainingBefore>(
            TrainingBefore{m_history, std::max<std::int64_t>(1, m_snapshot->batchesPerEpoch)});
}

void LiveTraining::tellReset()
{
    Q_EMIT sessionReset();
    Q_EMIT snapshotChanged(m_snapshot);
}

void LiveTraining::setDelay(double seconds)
{
    m_delay = seconds;
    m_timer.setInterval(pollInterval(seconds));
    if (m_session)
        m_session->setSecondsPerBatch(seconds);
}

void LiveTraining::setProbe(std::int64_t sequence)
{
    if (sequence == m_probe || !m_session || sequence >= m_windows->train.size() + m_windows->validation.size())
        return;
    m_probe = sequence;
    m_session->setProbe(sequence);
}

void LiveTraining::start()
{
    if (m_session)
        m_session->run();
}

void LiveTraining::pause()
{
    if (m_session)
        m_session->pause();
}

void LiveTraining::toggleRun()
{
    if (isTraining())
        pause();
    else
        start();
}

void LiveTraining::stepBatch()
{
    if (m_session)
        m_session->stepBatch();
}

void LiveTraining::stepEpoch()
{
    if (m_session)
        m_session->stepEpoch();
}

void LiveTraining::stepPhase()
{
    if (m_session)
        m_session->stepPhase();
}

void LiveTraining::stop()
{
    if (!isTraining())
        return;
    pause();
    const std::int64_t bestEpoch = m_history.bestEpoch();
    const QString best =
        bestEpoch > 0 ? tr("Best so far: epoch %1; Run › Use the best weights takes them.").arg(bestEpoch) : QString();
    Q_EMIT message(Severity::Info,
                   tr("Stopped in epoch %1 at batch %2.").arg(epochReached(*m_snapshot)).arg(m_snapshot->batchInEpoch),
                   best);
}

void LiveTraining::pauseAndWait()
{
    if (!m_session)
        return;
    m_session->pause();
    m_session->trainerState(); // answered after the pause
    drain();
}

void LiveTraining::drain()
{
    if (!m_session)
        return;
    const double elapsed = m_sinceDrain.isValid() ? 1e-9 * static_cast<double>(m_sinceDrain.nsecsElapsed()) : 0.0;
    m_sinceDrain.start();
    if (isTraining())
        m_secondsTrained += elapsed;
    const HistoryBlock block = m_session->drainHistory();
    if (!block.batches.empty() || !block.epochs.empty()) {
        m_history.append(block);
        Q_EMIT historyAppended(block);
    }
    takeSnapshot();
}

void LiveTraining::takeSnapshot()
{
    std::shared_ptr<const Snapshot> snapshot = m_session->snapshot();
    if (snapshot == m_snapshot)
        return;
    const std::shared_ptr<const Snapshot> before = std::exchange(m_snapshot, std::move(snapshot));
    Q_EMIT snapshotChanged(m_snapshot);
    if (before && before->state != m_snapshot->state)
        reportOutcome(*before, *m_snapshot);
}

void LiveTraining::reportOutcome(const Snapshot &before, const Snapshot &now)
{
    QString text = coreSentence(now.message);
    text = text.left(1).toUpper() + text.mid(1);
    if (now.state == SessionState::Diverged)
        Q_EMIT message(Severity::Error,
                       text.isEmpty() ? tr("The loss is no number any more; training is paused before the update.")
                                      : text,
                       tr("Lower the learning rate or clip the gradient, then reset (R)."));
    else if (now.state == SessionState::Failed)
        Q_EMIT message(Severity::Error, text, tr("Reset (R) starts again."));
    else if (now.state == SessionState::Finished && before.state == SessionState::Running && !text.isEmpty())
        Q_EMIT message(Severity::Info, text,
                       now.bestParameters && now.bestEpoch < now.epoch
                           ? tr("The weights in force are those of epoch %1; the validation loss was lowest after "
                                "epoch %2, whose weights Predict and Export can take.")
                                 .arg(now.epoch)
                                 .arg(now.bestEpoch)
                           : QString());
}

} // namespace gatescope
