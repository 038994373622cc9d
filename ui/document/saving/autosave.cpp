// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/saving/autosave.h"

#include "core/sentence.h"
#include "ui/document/shared/state_folder.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kLookMilliseconds = 10;
constexpr int kEndMilliseconds = 10'000;
constexpr std::chrono::milliseconds kRetry{10'000};

} // namespace

Autosave::Autosave(Document &document, std::filesystem::path folder, const FileOperations &operations, QObject *parent)
    : QObject(parent), m_document(document), m_folder(std::move(folder)), m_operations(operations),
      m_job(std::make_unique<BackgroundJob>())
{
    m_look.setInterval(kLookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &Autosave::look);
    connect(&m_timer, &QTimer::timeout, this, &Autosave::saveNow);
    connect(&document.training(), &LiveTraining::sessionReset, this, [this] { ++m_training; });
    connect(&document.training(), &LiveTraining::snapshotChanged, this, &Autosave::watch);
    // Once it is in a file of the user's, nothing can be lost.
    connect(&document.file(), &DocumentFile::saved, this, &Autosave::discard);
    m_timer.start(m_interval);
}

std::filesystem::path Autosave::defaultFolder()
{
    return StateFolder::data(QStringLiteral("autosave"));
}

void Autosave::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    if (interval.count() > 0)
        m_timer.start(interval);
    else
        m_timer.stop();
}

void Autosave::watch(const std::shared_ptr<const Snapshot> &snapshot)
{
    const bool running = snapshot && snapshot->state == SessionState::Running;
    if (std::exchange(m_wasRunning, running) && !running)
        saveNow();
}

bool Autosave::isNeeded() const
{
    const auto snapshot = m_document.training().snapshot();
    // After a divergence the copy from before it is the better one.
    return (m_interval.count() > 0 || m_ending) && snapshot && m_document.training().session()
           && m_document.file().isDirty() && snapshot->state != SessionState::Diverged
           && snapshot->state != SessionState::Failed && Mark{m_training, snapshot->step} != m_written;
}

void Autosave::saveNow()
{
    if (isBusy()) {
        m_again = true;
        return;
    }
    if (!isNeeded())
        return;
    m_capture = std::make_unique<TrainingCapture>(m_document.training());
    m_taken.training = m_training;
    m_look.start();
}

void Autosave::keepForTheEnd()
{
    m_ending = true;
    saveNow();
    for (const QDeadlineTimer limit(kEndMilliseconds); isBusy() && !limit.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, kLookMilliseconds);
}

void Autosave::look()
{
    if (m_capture->isStale()) {
        m_capture.reset();
        m_look.stop();
        return;
    }
    if (!m_capture->isReady())
        return;
    m_look.stop();
    try {
        auto [state, history] = m_capture->take();
        m_capture.reset();
        ModelFile model = sessionOf(m_document.runWith(std::move(state), std::move(history)), m_document.file().view());
        model.session->savedAs = m_document.file().suggestedPath().toStdString();
        write(std::move(model));
    } catch (const std::exception &error) {
        m_capture.reset();
        finished(QString::fromStdString(sentenceOf(error)));
    }
}

void Autosave::write(ModelFile model)
{
    m_taken.step = model.step;
    model.session->isAutosave = true;
    if (!m_file)
        m_file = AutosaveFile::create(m_folder);
    auto shared = std::make_shared<const ModelFile>(std::move(model));
    m_job->start(
        [this, shared, path = m_file->path()](const std::stop_token &) { saveModel(path, *shared, m_operations); },
        [this](const QString &error) { finished(error); });
}

void Autosave::finished(const QString &error)
{
    m_problem = error;
    if (error.isEmpty()) {
        m_written = m_taken;
        if (m_file)
            m_file->forgetTries(); // what was recovered from it runs
    }
    if (m_interval.count() > 0)
        m_timer.start(error.isEmpty() ? m_interval : std::min(m_interval, kRetry));
    Q_EMIT ended();
    if (std::exchange(m_again, false))
        saveNow();
}

void Autosave::adopt(std::unique_ptr<AutosaveFile> file)
{
    discard();
    m_file = std::move(file);
}

void Autosave::discard()
{
    m_look.stop();
    m_capture.reset();
    m_again = false;
    m_job = std::make_unique<BackgroundJob>(); // the earlier one ends with its thread
    if (m_file)
        m_file->remove();
    m_file.reset();
    m_written = {};
    if (!std::exchange(m_problem, {}).isEmpty())
        Q_EMIT ended();
}

} // namespace gatescope
