// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/background_job.h"

#include "core/data/progress_gate.h"
#include "core/sentence.h"
#include "ui/look/plain_text.h"

namespace gatescope {

struct BackgroundJob::Run {
    std::function<void(const std::stop_token &)> work; ///< until it begins
    std::function<void(const QString &)> finished;
    QString error;
    std::atomic<bool> done = false;
    std::jthread thread; ///< last: it uses the others
};

BackgroundJob::BackgroundJob(QObject *parent) : QObject(parent)
{
    m_look.setInterval(20);
    connect(&m_look, &QTimer::timeout, this, &BackgroundJob::look);
}

BackgroundJob::~BackgroundJob()
{
    abandon();
}

void BackgroundJob::start(std::function<void(const std::stop_token &)> work,
                          std::function<void(const QString &)> finished)
{
    restart(std::move(work), std::move(finished));
    if (m_run->work)
        begin();
}

void BackgroundJob::restart(std::function<void(const std::stop_token &)> work,
                            std::function<void(const QString &)> finished)
{
    abandon();
    m_run = std::make_unique<Run>();
    m_run->work = std::move(work);
    m_run->finished = std::move(finished);
    if (m_ending.empty())
        begin();
    m_look.start();
}

void BackgroundJob::begin()
{
    try {
        startThread();
    } catch (const std::exception &error) { // no thread, or no memory for one
        m_run->error = QString::fromStdString(sentenceOf(error));
        m_run->done = true;
    }
}

void BackgroundJob::startThread()
{
    m_run->thread =
        std::jthread([run = m_run.get(), work = std::exchange(m_run->work, nullptr)](const std::stop_token &stop) {
            try {
                work(stop);
            } catch (const ProgressGate::Cancelled &) {
                // An end that was asked for is no error; what it would have made stays as it was.
            } catch (const std::exception &error) {
                run->error = fromSentence(sentenceOf(error));
            }
            run->done = true;
        });
}

void BackgroundJob::requestStop()
{
    if (m_run)
        m_run->thread.request_stop();
}

void BackgroundJob::abandon()
{
    if (!m_run)
        return;
    m_run->thread.request_stop();
    if (m_run->work)
        m_run.reset(); // it never began
    else
        m_ending.push_back(std::move(m_run));
}

void BackgroundJob::look()
{
    std::erase_if(m_ending, [](const std::unique_ptr<Run> &run) { return run->done.load(); });
    if (m_run && m_run->work && m_ending.empty())
        begin();
    if (m_run && m_run->done) {
        const std::unique_ptr<Run> ended = std::move(m_run);
        if (ended->thread.joinable())
            ended->thread.join();
        // The next job may be started from here.
        ended->finished(ended->error);
    }
    if (!m_run && m_ending.empty())
        m_look.stop();
}

} // namespace gatescope
