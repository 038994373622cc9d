// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/background_job.h"

namespace gatescope {

BackgroundJob::BackgroundJob(QObject *parent) : QObject(parent)
{
    m_look.setInterval(20);
    connect(&m_look, &QTimer::timeout, this, &BackgroundJob::look);
}

BackgroundJob::~BackgroundJob() = default;

void BackgroundJob::start(std::function<void(const std::stop_token &)> work,
                          std::function<void(const QString &)> finished)
{
    if (isRunning()) {
        m_thread.request_stop();
        m_thread.join();
    }
    m_finished = std::move(finished);
    m_error.clear();
    m_done = false;
    m_thread = std::jthread([this, work = std::move(work)](const std::stop_token &stop) {
        try {
            work(stop);
        } catch (const std::exception &error) {
            m_error = QString::fromStdString(error.what());
        }
        m_done = true;
    });
    m_look.start();
}

void BackgroundJob::look()
{
    if (!m_done)
        return;
    m_look.stop();
    m_thread.join();
    // The next job may be started from here.
    std::exchange(m_finished, nullptr)(m_error);
}

} // namespace gatescope
