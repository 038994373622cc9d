// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/play/link_runner.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/lesson/file/link_table.h"
#include "core/sentence.h"
#include "core/train/settings/settings_table.h"
#include "ui/document/shared/actions.h"
#include "ui/learn/play/link_command.h"
#include "ui/look/plain_text.h"

#include <algorithm>

namespace gatescope {

namespace {

bool trains(const LinkStep &step)
{
    const LinkInfo *info = findLink(step.id);
    return info && info->training;
}

std::int64_t wholeOf(const LinkStep &step)
{
    return static_cast<std::int64_t>(parseNumber(step.value).value_or(0.0));
}

/// The same training: how many epochs are asked for and how many threads share it change none of its numbers.
bool sameTraining(Settings a, Settings b)
{
    a.training.epochs = b.training.epochs = 0;
    a.training.threads = b.training.threads = 0;
    return a == b;
}

} // namespace

LinkRunner::LinkRunner(Document &document, Actions &actions, QObject *parent)
    : QObject(parent), m_document(document), m_actions(actions)
{
    connect(&document.training(), &LiveTraining::snapshotChanged, this, &LinkRunner::lookAtTraining);
}

void LinkRunner::setLesson(const Lesson &lesson)
{
    cancel();
    m_starts = lesson.starts;
    m_folder = lesson.folder;
    m_runs.clear();
    m_watched.clear();
    m_start.clear();
    m_generation = -1;
}

void LinkRunner::follow(const DoLink &link)
{
    cancel();
    m_document.undoStack().push(new LinkCommand(m_document, m_actions, *this, link));
}

QString LinkRunner::status() const
{
    if (m_opening.isRunning())
        return tr("Opening what the lesson needs …");
    if (m_target == 0)
        return {};
    return m_targetEpoch > 0 ? tr("Training to epoch %1 …").arg(m_targetEpoch)
                             : tr("Training to batch %1 …").arg(m_target);
}

void LinkRunner::perform(const std::vector<LinkStep> &steps)
{
    cancel();
    m_steps.assign(steps.begin(), steps.end());
    plan();
    next();
}

/// Puts the opening of the start in front where the link needs it, and leaves out what is reached already.
void LinkRunner::plan()
{
    const bool names = !m_steps.empty() && m_steps.front().id == "open";
    const std::string start = names ? m_steps.front().value : std::string();
    if (!m_steps.empty() && std::ranges::none_of(m_steps, trains))
        return;
    if (!isOnTheWay(start)) {
        if (!names)
            m_steps.push_front({"open", {}});
        return;
    }
    std::erase_if(m_steps, [](const LinkStep &step) { return step.id == "open" || step.id.starts_with("set."); });
}

/// Whether the run on screen is what the link's first steps would make, no further trained than it asks for.
bool LinkRunner::isOnTheWay(const std::string &start) const
{
    const auto run = m_runs.find(start);
    const auto now = m_document.training().snapshot();
    if (run == m_runs.end() || start != m_start || !now || now->generation != m_generation || m_steps.empty()
        || run->second.source.get() != m_document.source() || run->second.options != m_document.dataOptions()
        || now->state == SessionState::Diverged || now->state == SessionState::Failed)
        return false;
    Settings wanted = run->second.open.run.settings;
    std::int64_t target = -1;
    for (const LinkStep &step : m_steps) {
        if (!trains(step) || step.id == "open")
            continue;
        if (target >= 0 || step.id == "train.reset" || step.id == "press")
            return false; // more than one stretch of training: from the beginning
        if (step.id.starts_with("set."))
            setSettingText(*findSetting(std::string_view(step.id).substr(4)), wanted, step.value);
        else
            target = step.id == "train.to" ? wholeOf(step) * now->batchesPerEpoch : wholeOf(step);
    }
    return target >= now->step && sameTraining(wanted, m_document.settings()) && !m_document.settingsWaitForReset();
}

void LinkRunner::next()
{
    try {
        while (!m_steps.empty()) {
            const LinkStep step = m_steps.front();
            m_steps.pop_front();
            if (!doStep(step))
                break;
        }
    } catch (const std::exception &error) {
        fail(fromText(sentenceOf(error)));
    }
    Q_EMIT changed();
}

bool LinkRunner::doStep(const LinkStep &step)
{
    if (step.id == "open")
        return open(step.value);
    if (step.id == "train.to")
        return trainTo(wholeOf(step), 0);
    if (step.id == "train.steps")
        return trainTo(0, wholeOf(step));
    if (step.id == "press")
        return press(step.value);
    if (step.id == "train.reset")
        restart(m_document.settings());
    else if (step.id.starts_with("set."))
        setSetting(step);
    else if (!m_actions.set(fromText(step.id), fromText(step.value)))
        fail(tr("This window has no place %1.").arg(fromText(step.id)));
    return true;
}

bool LinkRunner::open(const std::string &name)
{
    if (m_runs.contains(name)) {
        show(name);
        return true;
    }
    const auto found = m_starts.find(name);
    const LessonStart start = found == m_starts.end() ? LessonStart{0, name, {}} : found->second;
    const auto made = std::make_shared<LessonRun>();
    m_opening.start([made, start, folder = m_folder, resources = m_document.resources()](
                        const std::stop_token &) { *made = openLessonRun(start, folder, resources); },
                    [this, made, name](const QString &error) {
                        if (!error.isEmpty()) {
                            fail(error);
                            return;
                        }
                        m_runs[name] = std::move(*made);
                        m_steps.push_front({"open", name});
                        next();
                    });
    return false;
}

void LinkRunner::show(const std::string &name)
{
    const LessonRun &run = m_runs.at(name);
    m_actions.set(QStringLiteral("hold.clear"), {});
    m_document.show(run.open);
    if (!run.parameters.empty())
        m_document.training().session()->setParameters(run.parameters);
    m_start = name;
    m_document.training().session()->trainerState(); // what was asked is done: the session says its generation
    m_document.poll();
    m_generation = m_document.training().snapshot()->generation;
}

/// From the initial weights, with other settings.
void LinkRunner::restart(const Settings &settings)
{
    OpenRun open = m_document.openRun();
    open.run.state.reset();
    open.run.waiting.reset();
    open.run.history = {};
    open.run.settings = settings;
    m_document.show(open);
    m_generation = m_document.training().snapshot() ? m_document.training().snapshot()->generation : -1;
}

void LinkRunner::setSetting(const LinkStep &step)
{
    const SettingInfo &setting = *findSetting(std::string_view(step.id).substr(4));
    Settings settings = m_document.settings();
    setSettingText(setting, settings, step.value);
    if (setting.effect == SettingEffect::Live || m_document.training().isUntouched())
        m_document.choose(settings);
    else
        restart(settings);
}

bool LinkRunner::press(const std::string &action)
{
    const auto now = m_document.training().snapshot();
    if (action == "reset") {
        restart(m_document.settings());
        return true;
    }
    if (action == "batch" && now)
        return trainTo(0, now->step + 1);
    if (action == "epoch" && now)
        return trainTo(now->epoch + 1, 0);
    if (action == "run" && now)
        return trainTo(now->settings.training.epochs, 0);
    m_actions.press(fromText(action));
    return true;
}

bool LinkRunner::trainTo(std::int64_t epochs, std::int64_t steps)
{
    const auto now = m_document.training().snapshot();
    if (!now)
        throw DataError("there is nothing to train: the lesson's data is not open");
    if (epochs > m_document.settings().training.epochs) {
        Settings settings = m_document.settings();
        settings.training.epochs = epochs;
        m_document.choose(settings);
    }
    const std::int64_t target = epochs > 0 ? epochs * m_document.training().snapshot()->batchesPerEpoch : steps;
    if (target <= m_document.training().snapshot()->step)
        return true;
    m_target = target;
    m_targetEpoch = epochs;
    m_running = false;
    watch(target - m_document.training().snapshot()->step);
    m_document.training().session()->runTo(target);
    return false;
}

/// The first training of a start is slowed down so that it can be watched, and shown where it can be.
void LinkRunner::watch(std::int64_t batches)
{
    constexpr double kMostBatches = 900.0; // a second: more is full speed
    constexpr double kLeastBatches = 5.0;  // below, each batch would be shown phase by phase
    m_speedBefore = m_actions.value(QStringLiteral("speed"));
    const double wanted = m_watchSeconds > 0.0 ? static_cast<double>(batches) / m_watchSeconds : kMostBatches;
    const bool first = m_targetEpoch > 0 && m_watched.insert(m_start).second;
    const bool slow = first && wanted < kMostBatches;
    if (slow)
        m_actions.set(QStringLiteral("workspace"), QStringLiteral("train"));
    m_actions.set(QStringLiteral("speed"),
                  QString::number(slow ? std::max(wanted, kLeastBatches) : 2.0 * kMostBatches));
}

void LinkRunner::hurry()
{
    if (m_target > 0)
        m_actions.set(QStringLiteral("speed"), QStringLiteral("1000"));
}

void LinkRunner::endTraining()
{
    m_target = m_targetEpoch = 0;
    if (!m_speedBefore.isEmpty())
        m_actions.set(QStringLiteral("speed"), std::exchange(m_speedBefore, QString()));
}

void LinkRunner::lookAtTraining()
{
    const auto now = m_document.training().snapshot();
    if (m_target == 0 || !now)
        return;
    m_running = m_running || now->state == SessionState::Running;
    const bool over = now->state == SessionState::Finished || now->state == SessionState::Diverged
                      || now->state == SessionState::Failed;
    if (now->step >= m_target || over) {
        if (now->state == SessionState::Running)
            return; // it pauses in a moment
        endTraining();
        next();
    } else if (m_running && now->state == SessionState::Paused) {
        m_steps.clear(); // someone paused it: the rest of the link is not wanted any more
        endTraining();
        Q_EMIT changed();
    }
}

void LinkRunner::cancel()
{
    m_steps.clear();
    m_opening.abandon();
    if (m_target > 0) {
        m_document.training().pauseAndWait();
        endTraining();
    }
    Q_EMIT changed();
}

void LinkRunner::fail(const QString &message)
{
    m_steps.clear();
    Q_EMIT failed(message);
    Q_EMIT changed();
}

} // namespace gatescope
