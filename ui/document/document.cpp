// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/error.h"
#include "core/train/settings/settings_table.h"
#include "ui/document/document_commands.h"
#include "ui/document/opening/data_sources.h"
#include "ui/document/training_capture.h"
#include "ui/look/plain_text.h"

#include <set>
#include <tuple>

namespace gatescope {

namespace {

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
    : QObject(parent), m_resources(std::move(resources)), m_keptOpen(std::make_shared<KeptData>(OpenData{})),
      m_opening(m_resources)
{
    connectParts();
}

Document::~Document()
{
    // The commands hold data and weights; nobody is to be told of their end.
    m_undoStack.disconnect();
}

void Document::connectParts()
{
    connect(&m_training, &LiveTraining::beat, &m_opening, &Opening::poll);
    connect(&m_training, &LiveTraining::sessionReset, this, &Document::sessionReset);
    connect(&m_training, &LiveTraining::snapshotChanged, this, &Document::snapshotChanged);
    connect(&m_training, &LiveTraining::historyAppended, this, &Document::historyAppended);
    connect(&m_training, &LiveTraining::message, this, &Document::message);
    connect(&m_shelf, &RunShelf::message, this, &Document::message);
    connect(&m_opening, &Opening::dataReady, this, &Document::takeData);
    connect(&m_opening, &Opening::modelReady, this, &Document::takeModel);
    connect(&m_opening, &Opening::progress, this, &Document::openingProgress);
    connect(&m_opening, &Opening::ended, this, &Document::openingEnded);
    connect(&m_opening, &Opening::cancelled, this, &Document::preparationCancelled);
    connect(&m_opening, &Opening::modelNeedsData, this, &Document::modelNeedsData);
    connect(&m_opening, &Opening::modelDataChanged, this, &Document::modelDataChanged);
    connect(&m_opening, &Opening::message, this, &Document::message);
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
    const auto now = snapshot();
    return now ? withLiveSettings(now->settings, m_settings) : m_settings;
}

bool Document::isDirty() const
{
    const auto now = snapshot();
    return now && now->step != m_file.savedStep;
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

Run Document::run()
{
    const auto now = snapshot();
    if (now && (now->step > 0 || now->state == SessionState::Running)) {
        auto [state, history] = TrainingCapture(m_training).take();
        return runWith(std::move(state), std::move(history));
    }
    Run run;
    if (m_open.source)
        run.data = runData(*m_open.source);
    run.windows = m_open.prepared;
    run.settings = m_settings;
    return run;
}

Run Document::runWith(TrainerState<float> state, History history) const
{
    Run run;
    run.data = runData(*m_open.source);
    run.windows = m_open.prepared;
    run.settings = settingsInForce();
    if (settingsWaitForReset())
        run.waiting = m_settings;
    run.state = std::move(state);
    run.history = std::move(history);
    run.moments = m_training.session()->moments();
    return run;
}

OpenRun Document::openRun()
{
    OpenRun open{m_keptOpen, run(), m_file};
    open.run.windows.reset();
    open.run.moments.clear(); // up to 64 MB a training
    return open;
}

void Document::show(const OpenRun &open)
{
    OpenData data = open.data->open();
    if (open.data->isDropped())
        data = Opening::prepared(std::move(data));
    std::optional<TrainerState<float>> state = open.run.state;
    if (state && open.run.history.batches() > 0)
        state->batchHistory = {open.run.history.lastBatch()}; // its loss is shown again
    const std::vector<TrainingMoment> &film =
        open.run.moments.empty() ? m_shelf.films().find(open.file.kept) : open.run.moments;
    std::unique_ptr<TrainingSession> session = m_training.makeSession(data.prepared, open.run.settings, state, film);
    keepRun();
    m_opening.setOpen(data);
    const bool otherTable = data.source != m_open.source;
    m_keptWindows.keep(m_open.prepared);
    m_training.replace(std::move(session), data.prepared, state ? open.run.history : History());
    m_open = std::move(data);
    m_training.setOpenName(m_open.source ? m_open.source->title : QString());
    m_keptOpen = open.data;
    m_keptOpen->release();
    m_settings = open.run.chosen();
    setFile(open.file);
    measureOpponents();
    if (otherTable)
        Q_EMIT tableChanged();
    Q_EMIT dataChanged();
    Q_EMIT settingsChanged();
    m_training.tellReset();
}

void Document::choose(const Settings &settings)
{
    if (m_training.isUntouched()) {
        // Nothing is lost by drawing the weights anew: the settings are in force at once. A refusal changes nothing.
        std::unique_ptr<TrainingSession> session = m_training.makeSession(m_open.prepared, settings);
        const std::int64_t probe = m_training.probe();
        m_settings = settings;
        m_training.replace(std::move(session), m_open.prepared, History());
        m_training.setProbe(probe);
        measureOpponents();
        m_training.tellReset();
    } else {
        m_settings = settings;
        if (session())
            session()->setLiveSettings(settings);
        measureOpponents();
    }
    Q_EMIT settingsChanged();
}

void Document::measureOpponents()
{
    m_training.opponents().measure(m_training.data(), settingsInForce().training,
                                   m_open.source ? m_open.source->reference : DataReference());
}

void Document::takeWeights(const std::vector<float> &parameters)
{
    if (session())
        session()->setParameters(parameters);
    m_file.savedStep = -1;
    m_file.kept = 0; // another run than the one it was
}

void Document::setFile(const OwnFile &file)
{
    m_file.savedStep = file.savedStep;
    m_file.formerly = file.formerly;
    m_file.kept = file.kept;
    if (std::exchange(m_file.path, file.path) != file.path)
        Q_EMIT modelPathChanged();
}

void Document::setObstacle(const QString &why)
{
    if (std::exchange(m_obstacle, why) != why)
        Q_EMIT obstacleChanged();
}

void Document::showMessage(Severity severity, const QString &text, const QString &wayOut)
{
    Q_EMIT message(severity, fromSentence(text.toStdString()), fromSentence(wayOut.toStdString()));
}

void Document::poll()
{
    m_opening.poll();
    m_training.drain();
}

} // namespace gatescope
