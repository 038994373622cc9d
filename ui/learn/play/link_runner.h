// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/file/lesson.h"
#include "ui/document/shared/background_job.h"
#include "ui/learn/play/lesson_run.h"

#include <deque>
#include <map>
#include <set>

namespace gatescope {

class Actions;

/// Does on the living program what links of a lesson say: opens, sets, trains, holds, goes to places. One link is one
/// step of undo. What a link asks for is what LessonPlayer reaches: where the run on screen is not on the way there, it
/// begins anew from the start that the link belongs to.
class LinkRunner : public QObject {
    Q_OBJECT

public:
    LinkRunner(Document &document, Actions &actions, QObject *parent = nullptr);

    /// The lesson whose links these are, and its folder; what an earlier one opened is forgotten.
    void setLesson(const Lesson &lesson);
    /// Follows a link. One under way is given up first. An empty one opens the lesson's start.
    void follow(const DoLink &link);
    /// Does the steps of a link, without a step of undo. One under way is given up first.
    void perform(const std::vector<LinkStep> &steps);
    /// Something is being opened or trained for a link.
    bool isBusy() const { return m_opening.isRunning() || m_target > 0; }
    /// "Training to epoch 20", while it is busy.
    QString status() const;
    /// Trains at full speed what is being watched.
    void hurry();
    /// Gives up what is left of the link; the training pauses.
    void cancel();
    /// How long a first training is stretched to at least, so that it can be watched; 0: full speed.
    void setWatchSeconds(double seconds) { m_watchSeconds = seconds; }

Q_SIGNALS:
    /// It began or ended to be busy, or the status changed.
    void changed();
    void failed(const QString &message);

private:
    void plan();
    bool isOnTheWay(const std::string &start) const;
    void next();
    /// @return whether the step is done; false: next() goes on later
    bool doStep(const LinkStep &step);
    bool open(const std::string &name);
    bool trainTo(std::int64_t epochs, std::int64_t steps);
    void watch(std::int64_t batches);
    void endTraining();
    void lookAtTraining();
    void show(const std::string &name);
    void setSetting(const LinkStep &step);
    void restart(const Settings &settings);
    bool press(const std::string &action);
    void fail(const QString &message);

    Document &m_document;
    Actions &m_actions;
    std::map<std::string, LessonStart> m_starts;
    std::filesystem::path m_folder;
    std::map<std::string, LessonRun> m_runs; ///< what was opened of this lesson, by the start's name
    std::set<std::string> m_watched;         ///< starts whose training was watched once
    std::string m_start;                     ///< of the run on screen
    std::int64_t m_generation = -1;          ///< of its session, after it was opened
    std::deque<LinkStep> m_steps;            ///< still to be done
    BackgroundJob m_opening;
    std::int64_t m_target = 0; ///< batches that are trained to; 0: not training
    std::int64_t m_targetEpoch = 0;
    bool m_running = false; ///< the training was seen running
    QString m_speedBefore;
    double m_watchSeconds = 8.0;
};

} // namespace gatescope
