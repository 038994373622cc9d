// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The document's half that trains: settings, transport, and the two channels of the session.
#include "core/session/persistence_loss.h"
#include "ui/document/document.h"
#include "ui/document/document_commands.h"
#include "ui/document/file_loader.h"

namespace gatescope {

std::vector<Problem> Document::setSettings(const Settings &settings, const QString &what)
{
    if (settings == m_settings)
        return {};
    if (std::vector<Problem> problems = settings.validate(); !problems.empty())
        return problems;
    try {
        commit(std::make_unique<SettingsCommand>(*this, settings, what.isEmpty() ? tr("change settings") : what));
    } catch (const OptionError &error) {
        return error.problems();
    } catch (const Error &error) {
        return {{"", "", error.what(), ""}};
    }
    return {};
}

void Document::applySettings(const Settings &settings)
{
    const bool untrained = m_snapshot && m_snapshot->step == 0 && m_snapshot->state == SessionState::Ready
                           && m_snapshot->phase == Phase::Ready;
    if (m_session && untrained) {
        // Nothing is lost by drawing the weights anew: the settings are in force at once. A refusal changes nothing.
        std::unique_ptr<TrainingSession> session = makeSession(m_open, settings);
        m_settings = settings;
        m_session = std::move(session);
        m_session->setSecondsPerBatch(m_delay);
        m_session->setProbe(m_probe);
        m_history = History();
        m_snapshot = m_session->snapshot();
        Q_EMIT sessionReset();
        Q_EMIT snapshotChanged(m_snapshot);
    } else {
        m_settings = settings;
        if (m_session)
            m_session->setLiveSettings(settings);
    }
    updatePersistence();
    Q_EMIT settingsChanged();
}

void Document::newTraining(ResetWeights weights)
{
    if (!m_session)
        return;
    Settings settings = m_settings;
    if (weights == ResetWeights::New)
        ++settings.training.seed;
    try {
        commit(std::make_unique<ResetCommand>(*this, settings,
                                              weights == ResetWeights::New ? tr("draw new weights") : tr("reset")));
    } catch (const Error &error) {
        showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

void Document::run()
{
    if (m_session)
        m_session->run();
}

void Document::pause()
{
    if (m_session)
        m_session->pause();
}

void Document::toggleRun()
{
    if (isTraining())
        pause();
    else
        run();
}

void Document::stepBatch()
{
    if (m_session)
        m_session->stepBatch();
}

void Document::stepEpoch()
{
    if (m_session)
        m_session->stepEpoch();
}

void Document::stepPhase()
{
    if (m_session)
        m_session->stepPhase();
}

void Document::stop()
{
    if (!isTraining())
        return;
    pause();
    const QString best =
        m_history.bestEpoch() > 0
            ? tr("Best so far: epoch %1; Run › Use the best weights takes them.").arg(m_history.bestEpoch())
            : QString();
    showMessage(Severity::Info,
                tr("Stopped in epoch %1 at batch %2.").arg(m_snapshot->epoch + 1).arg(m_snapshot->batchInEpoch), best);
}

void Document::useBestWeights()
{
    if (!m_session || !m_snapshot || !m_snapshot->bestParameters)
        return;
    const std::int64_t epoch = m_snapshot->bestEpoch;
    try {
        commit(std::make_unique<WeightsCommand>(*this, *m_snapshot->bestParameters, tr("use the best weights")));
        showMessage(Severity::Info, tr("The weights of epoch %1 are loaded, the best so far.").arg(epoch));
    } catch (const Error &error) {
        showMessage(Severity::Error, QString::fromStdString(error.what()));
    }
}

void Document::pauseAndWait()
{
    if (!m_session)
        return;
    m_session->pause();
    m_session->trainerState(); // answered after the pause
    drain();
}

void Document::setDelay(double seconds)
{
    m_delay = seconds;
    m_timer.setInterval(pollInterval(seconds));
    if (m_session)
        m_session->setSecondsPerBatch(seconds);
}

void Document::setProbe(std::int64_t sequence)
{
    // The session follows training and validation sequences; it keeps its probe while a test sequence is looked at.
    if (sequence == m_probe || !m_session
        || sequence >= m_open.prepared->train.size() + m_open.prepared->validation.size())
        return;
    m_probe = sequence;
    m_session->setProbe(sequence);
}

void Document::showMessage(Severity severity, const QString &text, const QString &wayOut)
{
    Q_EMIT message(severity, text, wayOut);
}

void Document::poll()
{
    if (m_loader) {
        if (m_loader->done())
            finishOpening();
        else
            Q_EMIT openingProgress(m_loader->fraction());
    }
    tellPreparation();
    drain();
}

void Document::drain()
{
    if (!m_session)
        return;
    const HistoryBlock block = m_session->drainHistory();
    if (!block.batches.empty() || !block.epochs.empty()) {
        m_history.append(block);
        Q_EMIT historyAppended(block);
    }
    takeSnapshot();
}

void Document::takeSnapshot()
{
    std::shared_ptr<const Snapshot> snapshot = m_session->snapshot();
    if (snapshot == m_snapshot)
        return;
    const std::shared_ptr<const Snapshot> before = std::exchange(m_snapshot, std::move(snapshot));
    Q_EMIT snapshotChanged(m_snapshot);
    if (before && before->state != m_snapshot->state)
        reportOutcome(*before, *m_snapshot);
}

void Document::reportOutcome(const Snapshot &before, const Snapshot &now)
{
    const QString message = QString::fromStdString(now.message);
    if (now.state == SessionState::Diverged)
        showMessage(Severity::Error,
                    message.isEmpty() ? tr("The loss is no number any more; training is paused before the update.")
                                      : message,
                    tr("Lower the learning rate or clip the gradient, then reset (R)."));
    else if (now.state == SessionState::Failed)
        showMessage(Severity::Error, message, tr("Reset (R) starts again."));
    else if (now.state == SessionState::Finished && before.state == SessionState::Running && !message.isEmpty())
        showMessage(Severity::Info, message);
}

void Document::updatePersistence()
{
    m_persistenceLoss = m_open.prepared ? naiveForecastLoss(*m_open.prepared, m_settings.training) : std::nullopt;
}

} // namespace gatescope
