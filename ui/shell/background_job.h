// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <thread>

namespace gatescope {

/// Runs a function on a thread of its own and then another on the screen's. Nothing is signalled across threads: a
/// timer asks whether it is done.
class BackgroundJob : public QObject {
    Q_OBJECT

public:
    explicit BackgroundJob(QObject *parent = nullptr);
    ~BackgroundJob() override;

    /// Waits for an earlier job, told to stop, before it starts.
    /// @param work      on the thread; must not touch widgets; should end soon when the token asks for it
    /// @param finished  on the screen's thread; gets the message of what work threw, empty when all went well
    void start(std::function<void(const std::stop_token &)> work, std::function<void(const QString &error)> finished);
    bool isRunning() const { return m_thread.joinable(); }
    /// Tells the job to stop; `finished` is still called.
    void requestStop() { m_thread.request_stop(); }

private:
    void look();

    std::function<void(const QString &)> m_finished;
    QString m_error;
    std::atomic<bool> m_done = false;
    QTimer m_look;
    std::jthread m_thread;
};

} // namespace gatescope
