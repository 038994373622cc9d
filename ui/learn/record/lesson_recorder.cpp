// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/record/lesson_recorder.h"

#include "core/error.h"
#include "core/lesson/file/link_table.h"
#include "core/lesson/play/lesson_player.h"
#include "ui/document/shared/actions.h"
#include "ui/look/plain_text.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kRecordMilliseconds = 250;

bool trainsFurther(const LinkStep &step)
{
    return step.id == "train.to" || step.id == "train.steps";
}

bool isPlace(const LinkStep &step)
{
    const LinkInfo *info = findLink(step.id);
    return info && !info->training && !step.id.starts_with("hold.");
}

/// The later of two values of one place counts.
void putInPlace(std::vector<LinkStep> &steps, const LinkStep &step)
{
    const auto there = std::ranges::find(steps, step.id, &LinkStep::id);
    if (there == steps.end())
        steps.push_back(step);
    else
        there->value = step.value;
}

} // namespace

LessonRecorder::LessonRecorder(Document &document, Actions &actions, QObject *parent)
    : QObject(parent), m_document(document), m_actions(actions)
{
    m_look.setInterval(kRecordMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &LessonRecorder::look);
    connect(&document.training(), &LiveTraining::sessionReset, this, [this] { m_reset = true; });
    const auto later = [this] {
        if (m_recording)
            QTimer::singleShot(0, this, &LessonRecorder::look);
    };
    connect(&document, &Document::dataChanged, this, later);
    // A setting may change while it trains: at that batch, not at the next look.
    connect(&document, &Document::settingsChanged, this, [this, later] {
        if (m_recording && !m_reset && m_document.training().session() == m_session)
            lookAtRun();
        else
            later();
    });
}

void LessonRecorder::begin()
{
    const auto now = m_document.training().snapshot();
    if (!now || !m_document.source())
        throw DataError("There is nothing open that a lesson could begin with; open data first");
    m_pages = {{tr("What this is about").toStdString(), {}}};
    m_starts.clear();
    m_document.training().pauseAndWait();
    const bool stored = m_document.training().snapshot()->step > 0;
    takeStart(stored ? newName(true) : std::string(), stored);
    m_places = placesNow();
    m_recording = true;
    m_look.start();
    Q_EMIT changed();
}

void LessonRecorder::end()
{
    m_recording = false;
    m_look.stop();
    Q_EMIT changed();
}

void LessonRecorder::goOn()
{
    m_recording = true;
    m_look.start();
    Q_EMIT changed();
}

void LessonRecorder::addPage(const QString &title)
{
    look();
    m_pages.push_back({title.toStdString(), {}});
    Q_EMIT changed();
}

void LessonRecorder::leaveOutLast()
{
    look();
    if (!m_pages.back().acts.empty())
        m_pages.back().acts.pop_back();
    else if (m_pages.size() > 1)
        m_pages.pop_back();
    Q_EMIT changed();
}

bool LessonRecorder::isEmpty() const
{
    return std::ranges::all_of(m_pages, [](const RecordedPage &page) { return page.acts.empty(); });
}

void LessonRecorder::look()
{
    const auto now = m_document.training().snapshot();
    if (!m_recording || !now || m_document.opening().isBusy() || m_document.training().isTraining())
        return;
    lookAtRun();
    lookAtPlaces();
}

void LessonRecorder::lookAtRun()
{
    const auto now = m_document.training().snapshot();
    const bool otherData = m_document.source() != m_source || !(m_document.dataOptions() == m_options);
    bool anew = m_reset || now->generation != m_generation;
    if (anew && !otherData && now->step == m_step && m_document.settingsInForce() == m_settings) {
        m_reset = anew = false; // told anew, and the same
        m_generation = now->generation;
        m_session = m_document.training().session();
    }
    if (otherData || (anew && now->step > 0)) {
        const bool stored = now->step > 0;
        const std::string name = newName(stored);
        takeStart(name, stored);
        add({{"open", name}}, m_way);
        if (otherData)
            m_places = placesNow(); // new data put the cursor somewhere: nobody did
        return;
    }
    if (anew)
        takeNewTraining(*now);
    takeTraining(*now);
    takeSettings(*now);
}

/// A name that no start and no file of the lesson has yet.
std::string LessonRecorder::newName(bool stored) const
{
    const std::string number = std::to_string(m_starts.size() + 1);
    return stored ? "run-" + number + ".safetensors" : "data-" + number;
}

/// What is open now is where the next links begin.
void LessonRecorder::takeStart(const std::string &name, bool stored)
{
    RecordedStart start{name, m_document.open().source, m_document.dataOptions(), {}, stored};
    start.run = m_document.runWith(m_document.training().session()->trainerState(), m_document.training().history());
    start.run.moments.clear(); // large, and no lesson's file holds them
    m_document.poll();
    if (m_starts.empty())
        m_way.clear(); // the lesson opens with it
    else
        m_way = {{"open", name}};
    m_starts.push_back(std::move(start));
    m_source = m_document.source();
    m_options = m_document.dataOptions();
    m_settings = m_document.settingsInForce();
    m_generation = m_document.training().snapshot()->generation;
    m_step = m_document.training().snapshot()->step;
    m_reset = false;
    m_session = m_document.training().session();
}

std::vector<LinkStep> LessonRecorder::changedSettings(const Settings &from, const Settings &to) const
{
    std::vector<LinkStep> steps;
    for (const SettingInfo &setting : settingsTable()) {
        if (setting.id != "threads" && settingText(setting, from) != settingText(setting, to))
            steps.push_back({"set." + std::string(setting.id), settingText(setting, to)});
    }
    return steps;
}

/// The initial weights again, or a setting that brought others.
void LessonRecorder::takeNewTraining(const Snapshot &now)
{
    const Settings force = m_document.settingsInForce();
    const RecordedStart &start = m_starts.back();
    std::vector<LinkStep> done = changedSettings(m_settings, force);
    m_way.clear();
    if (m_starts.size() > 1)
        m_way.push_back({"open", start.name});
    const std::vector<LinkStep> sets = changedSettings(start.run.settings, force);
    if (start.isStored || sets.empty())
        m_way.push_back({"train.reset", {}});
    m_way.insert(m_way.end(), sets.begin(), sets.end());
    if (done.empty() && m_step > 0)
        done.push_back({"train.reset", {}});
    if (!done.empty())
        add(done, m_way);
    m_settings = force;
    m_generation = now.generation;
    m_step = 0;
    m_reset = false;
    m_session = m_document.training().session();
}

void LessonRecorder::takeSettings(const Snapshot &)
{
    const Settings force = m_document.settingsInForce();
    const std::vector<LinkStep> done = changedSettings(m_settings, force);
    m_settings = force;
    if (done.empty())
        return;
    m_way.insert(m_way.end(), done.begin(), done.end());
    add(done, m_way);
}

void LessonRecorder::takeTraining(const Snapshot &now)
{
    // The batch that broke it off is not counted among those trained.
    const std::int64_t reached = now.step + (now.state == SessionState::Diverged ? 1 : 0);
    if (reached <= m_step)
        return;
    const bool whole = now.epoch > 0 && reached == now.epoch * now.batchesPerEpoch;
    const LinkStep step =
        whole ? LinkStep{"train.to", std::to_string(now.epoch)} : LinkStep{"train.steps", std::to_string(reached)};
    const RecordedStart &start = m_starts.back();
    const std::int64_t from = start.isStored ? start.run.state->progress.step : 0;
    const auto &windows = *m_document.data();
    if (lessonWork(now.settings, windows.train.steps(), reached - from) > kMostLessonWork) {
        const std::string name = newName(true); // too long for a link: it opens what came of it
        takeStart(name, true);
        add({step}, m_way);
        return;
    }
    if (!m_way.empty() && trainsFurther(m_way.back()))
        m_way.pop_back();
    m_way.push_back(step);
    m_step = reached;
    add({step}, m_way);
}

std::map<QString, QString> LessonRecorder::placesNow() const
{
    std::map<QString, QString> places;
    for (const LinkInfo &info : linkTable()) {
        const Place *place = m_actions.place(fromText(info.id));
        if (place && place->value && !info.training)
            places[fromText(info.id)] = place->value();
    }
    return places;
}

void LessonRecorder::lookAtPlaces()
{
    const std::map<QString, QString> now = placesNow();
    std::vector<LinkStep> places, held;
    bool released = false;
    for (const LinkInfo &info : linkTable()) {
        const QString id = fromText(info.id);
        if (!now.contains(id) || m_places[id] == now.at(id))
            continue;
        LinkStep step{std::string(info.id), now.at(id).toStdString()};
        if (step.id == "moment" && step.value.empty())
            step.value = std::to_string(m_document.training().snapshot()->epoch);
        released = released || (step.id.starts_with("hold.") && step.value.empty());
        if (step.value.empty() || step == LinkStep{"workspace", "learn"} || linkProblem(step))
            continue;
        (step.id.starts_with("hold.") ? held : places).push_back(step);
    }
    if (released) { // everything goes, and what is still held is held again
        held = {{"hold.clear", {}}};
        for (const char *id : {"hold.r", "hold.z"}) {
            if (const QString value = now.contains(QLatin1String(id)) ? now.at(QLatin1String(id)) : QString();
                !value.isEmpty())
                held.push_back({id, value.toStdString()});
        }
    }
    m_places = now;
    for (const std::vector<LinkStep> &steps : {places, held}) {
        std::vector<LinkStep> link = m_way;
        link.insert(link.end(), steps.begin(), steps.end());
        if (!steps.empty())
            add(steps, link);
    }
}

/// Moves from place to place and trainings that follow each other are one link, which leads to where they end.
void LessonRecorder::add(const std::vector<LinkStep> &done, const std::vector<LinkStep> &link)
{
    std::vector<RecordedAct> &acts = m_pages.back().acts;
    const bool places = std::ranges::all_of(done, isPlace), trained = std::ranges::all_of(done, trainsFurther);
    if (!acts.empty() && trained && std::ranges::all_of(acts.back().done, trainsFurther)) {
        acts.back() = {link, done};
    } else if (!acts.empty() && places && std::ranges::all_of(acts.back().done, isPlace)) {
        for (const LinkStep &step : done) {
            putInPlace(acts.back().done, step);
            putInPlace(acts.back().link, step);
        }
    } else {
        acts.push_back({link, done});
    }
    Q_EMIT changed();
}

} // namespace gatescope
