// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <thread>

namespace gatescope {

/// Runs a function on a thread of its own and then another on the screen's. Nothing is signalled across threads: a
/// timer asks whether it is done. Only the end waits for a thread: of jobs that nobody wants any more.
class BackgroundJob : public QObject {
    Q_OBJECT

public:
    explicit BackgroundJob(QObject *parent = nullptr);
    ~BackgroundJob() override;

    /// Takes the place of an earlier job, which is told to stop and whose `finished` is not called.
    /// @param work      on the thread; must not touch widgets, and may outlive an earlier job's replacement by a
    ///                  moment; ends soon when the token asks for it, by ProgressGate::Cancelled where that is at hand
    /// @param finished  on the screen's thread; gets the message of what work threw, empty when all went well
    void start(std::function<void(const std::stop_token &)> work, std::function<void(const QString &error)> finished);
    /// As start(), but never two at a time: the earlier job is told to stop, and the newest begins once it has.
    void restart(std::function<void(const std::stop_token &)> work, std::function<void(const QString &error)> finished);
    bool isRunning() const { return m_run != nullptr; }
    /// Tells the job to stop; `finished` is still called.
    void requestStop();
    /// Tells the job to stop and forgets it.
    void abandon();

private:
    struct Run;

    void begin();
    void startThread();
    void look();

    std::unique_ptr<Run> m_run;               ///< the job that is wanted
    std::list<std::unique_ptr<Run>> m_ending; ///< abandoned ones, until they have stopped
    QTimer m_look;
};

/// Says no once the token asks to stop. @pre the token outlives it
inline Progress untilStopped(const std::stop_token &stop)
{
    return [&stop](double) { return !stop.stop_requested(); };
}

} // namespace gatescope
