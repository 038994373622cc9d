// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"

#include "core/error.h"
#include "core/train/settings/settings_table.h"
#include "ui/document/opening/data_sources.h"
#include "ui/document/training_capture.h"
#include "ui/look/plain_text.h"

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
      m_file(*this), m_opening(m_resources), m_undoHistory(m_opening)
{
    connect(&m_training, &LiveTraining::beat, &m_opening, &Opening::poll);
    connect(&m_training, &LiveTraining::message, this, &Document::message);
    connect(&m_shelf, &RunShelf::message, this, &Document::message);
    connect(&m_opening, &Opening::dataReady, this, &Document::takeData);
    connect(&m_opening, &Opening::modelReady, this, &Document::takeModel);
    connect(&m_opening, &Opening::message, this, &Document::message);
    connect(&m_undoHistory, &UndoHistory::message, this, &Document::showMessage);
}

const CsvRecognition &Document::recognition() const
{
    static const CsvRecognition none;
    return m_open.source ? m_open.source->recognition : none;
}

Settings Document::settingsInForce() const
{
    const auto now = m_training.snapshot();
    return now ? withLiveSettings(now->settings, m_settings) : m_settings;
}

Run Document::run()
{
    const auto now = m_training.snapshot();
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

ModelFile Document::modelFile(ModelWeights weights) const
{
    if (!m_training.session() || !m_open.prepared)
        throw DataError("There is no model yet; open data first");
    return modelOf(runWith(m_training.session()->trainerState(), m_training.history()), weights);
}

OpenRun Document::openRun()
{
    OpenRun open{m_keptOpen, run(), m_file.own()};
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
    m_training.setOpenName(title());
    m_keptOpen = open.data;
    m_keptOpen->release();
    m_settings = open.run.chosen();
    m_file.setOwn(open.file);
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
        if (m_training.session())
            m_training.session()->setLiveSettings(settings);
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
    if (m_training.session())
        m_training.session()->setParameters(parameters);
    // Another run than the one it was.
    OwnFile own = m_file.own();
    own.savedStep = -1;
    own.kept = 0;
    m_file.setOwn(own);
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
