// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/error.h"
#include "core/session/persistence_loss.h"
#include "core/train/optimisation/loss.h"
#include "core/train/settings/settings_table.h"
#include "ui/document/document_commands.h"
#include "ui/document/file_loader.h"
#include "ui/document/session_capture.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace gatescope {

namespace {

constexpr int kPollMilliseconds = 100; // ten pictures a second: drawing competes with training for two cores
constexpr int kLeastPollMilliseconds = 16;
constexpr double kPollsPerBatch = 15.0; // in slow motion: three for each of its five phases, so that none is missed

/// @throws DataError when the session cannot go on from this state
void loadInto(TrainingSession &session, const TrainerState<float> &state)
{
    session.loadState(state);
    session.trainerState(); // answered after the loading
    if (const std::string problem = session.snapshot()->message; !problem.empty())
        throw DataError(problem);
}

/// The settings in force, with everything taken over that may change while training runs.
Settings withLiveSettings(Settings inForce, const Settings &wanted)
{
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.effect == SettingEffect::Live)
            setting.set(inForce, setting.get(wanted));
    }
    return inForce;
}

} // namespace

Document::Document(std::filesystem::path resources, QObject *parent)
    : QObject(parent), m_resources(std::move(resources))
{
    connect(&m_timer, &QTimer::timeout, this, &Document::poll);
    m_timer.start(kPollMilliseconds);
}

int Document::pollInterval(double secondsPerBatch)
{
    if (secondsPerBatch <= 0.0)
        return kPollMilliseconds;
    const double wanted = 1000.0 * secondsPerBatch / kPollsPerBatch;
    return static_cast<int>(std::clamp<double>(wanted, kLeastPollMilliseconds, kPollMilliseconds));
}

Document::~Document()
{
    // The commands hold data and weights; nobody is to be told of their end.
    m_undoStack.disconnect();
}

const Table &Document::table() const
{
    static const Table none;
    return m_open.source ? m_open.source->table : none;
}

const CsvRecognition &Document::recognition() const
{
    static const CsvRecognition none;
    return m_open.source ? m_open.source->recognition : none;
}

QString Document::title() const
{
    return m_open.source ? m_open.source->title : QString();
}

bool Document::settingsWaitForReset() const
{
    return settingsInForce() != m_settings;
}

Settings Document::settingsInForce() const
{
    return m_snapshot ? withLiveSettings(m_snapshot->settings, m_settings) : m_settings;
}

bool Document::isDirty() const
{
    return m_snapshot && m_snapshot->step != m_file.savedStep;
}

Settings Document::settingsFor(const OpenData &open, Settings settings) const
{
    if (!open.prepared)
        return settings;
    settings.network.inputs = open.prepared->train.inputs();
    settings.network.outputs = open.prepared->outputs();
    const TaskKind task = open.prepared->options.task;
    if (lossInfo(settings.training.loss.kind).task != task)
        settings.training.loss.kind = task == TaskKind::Classification ? LossKind::CrossEntropy : LossKind::MeanSquared;
    return settings;
}

std::unique_ptr<TrainingSession> Document::makeSession(const OpenData &open, const Settings &settings) const
{
    if (!open.prepared)
        return nullptr;
    return std::make_unique<TrainingSession>(settings,
                                             TrainingData<float>{open.prepared->train, open.prepared->validation});
}

void Document::commit(std::unique_ptr<DocumentCommand> command)
{
    command->perform();
    m_undoStack.push(command.release());
    boundUndo();
}

void Document::boundUndo()
{
    std::set<const DataSource *> counted = {m_open.source.get()};
    std::size_t bytes = 0;
    for (int i = m_undoStack.count() - 1; i >= 0; --i) {
        // The stack only shows its commands; those that go are this document's own.
        auto *command = dynamic_cast<DocumentCommand *>(const_cast<QUndoCommand *>(m_undoStack.command(i)));
        if (!command || command->isObsolete())
            continue;
        for (const auto &data : {command->dataBefore(), command->dataAfter()}) {
            const auto source = data ? data->open().source : nullptr;
            if (source && counted.insert(source.get()).second)
                bytes += source->byteSize();
        }
        if (bytes > m_undoBytes && i + 1 < m_undoStack.index())
            command->forget();
    }
}

Document::Kept Document::keep()
{
    Kept kept{m_settings, std::nullopt, std::nullopt, m_history, m_file};
    if (m_session && m_snapshot && (m_snapshot->step > 0 || m_snapshot->state == SessionState::Running))
        std::tie(kept.state, kept.history) = SessionCapture(*this).takeTraining();
    if (kept.state && settingsWaitForReset())
        kept.inForce = settingsInForce();
    if (kept.state && kept.history.batches() > 0)
        kept.state->batchHistory = {kept.history.lastBatch()}; // its loss is shown again
    return kept;
}

void Document::apply(const OpenData &open, const Kept &kept)
{
    std::unique_ptr<TrainingSession> session = makeSession(open, kept.inForce.value_or(kept.settings));
    if (session) {
        session->setSecondsPerBatch(m_delay);
        if (kept.state)
            loadInto(*session, *kept.state);
    }
    if (open.prepared != m_open.prepared)
        dropPreparation();
    const bool otherTable = open.source != m_open.source;
    m_keptWindows.keep(m_open.prepared);
    m_session = std::move(session);
    m_open = open;
    m_settings = kept.settings;
    m_history = kept.state ? kept.history : History();
    m_probe = 0;
    m_snapshot = m_session ? m_session->snapshot() : nullptr;
    setFile(kept.file);
    updatePersistence();
    if (otherTable)
        Q_EMIT tableChanged();
    Q_EMIT dataChanged();
    Q_EMIT settingsChanged();
    Q_EMIT sessionReset();
    Q_EMIT snapshotChanged(m_snapshot);
}

} // namespace gatescope
