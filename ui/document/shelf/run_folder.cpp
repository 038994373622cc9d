// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shelf/run_folder.h"

#include "core/error.h"
#include "core/io/files/atomic_file.h"
#include "core/io/model/session_file.h"
#include "ui/document/shared/state_folder.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

namespace gatescope {

namespace {

const QString kRunEnding = QStringLiteral(".run.safetensors");
const QString kAsideEnding = QStringLiteral(".deleted");

} // namespace

RunFolder::~RunFolder()
{
    for (const QString &path : m_aside)
        QFile::remove(path); // no undo brings it back any more
}

std::filesystem::path RunFolder::defaultFolder()
{
    return StateFolder::data(QStringLiteral("runs"));
}

bool RunFolder::open(const std::filesystem::path &folder)
{
    const QDir dir(QString::fromStdString(folder.string()));
    if (!dir.mkpath(QStringLiteral(".")))
        return false;
    QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_folder = folder;
    return true;
}

QString RunFolder::newPath() const
{
    return QDir(QString::fromStdString(m_folder.string()))
        .filePath(QStringLiteral("%1-%2-%3%4")
                      .arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmsszzz")))
                      .arg(QCoreApplication::applicationPid())
                      .arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'))
                      .arg(kRunEnding));
}

void RunFolder::enqueue(std::function<void()> work, std::function<void()> finished)
{
    m_work.push_back(std::make_shared<Work>(Work{std::move(work), std::move(finished)}));
    next();
}

void RunFolder::next()
{
    if (m_job.isRunning() || m_work.empty())
        return;
    const std::shared_ptr<Work> work = m_work.front();
    m_work.pop_front();
    m_job.start([work](const std::stop_token &) { work->work(); },
                [this, work](const QString &error) {
                    if (!error.isEmpty())
                        Q_EMIT failed(error);
                    if (work->finished)
                        work->finished();
                    next();
                });
}

void RunFolder::clean(const std::filesystem::path &folder, std::chrono::seconds putAsideFor)
{
    removeStrayTemporaries(folder);
    const QDir dir(QString::fromStdString(folder.string()));
    const QDateTime latest = QDateTime::currentDateTime().addSecs(-putAsideFor.count());
    for (const QString &name : dir.entryList({QLatin1Char('*') + kRunEnding + kAsideEnding}, QDir::Files)) {
        // Renaming a file changes when its metadata was changed, not when its content was.
        if (QFileInfo(dir.filePath(name)).metadataChangeTime() <= latest)
            QFile::remove(dir.filePath(name));
    }
}

void RunFolder::readAll(std::function<void(Files &)> take)
{
    auto read = std::make_shared<Files>();
    enqueue(
        [folder = m_folder, read] {
            clean(folder);
            const QDir dir(QString::fromStdString(folder.string()));
            for (const QString &name : dir.entryList({QLatin1Char('*') + kRunEnding}, QDir::Files, QDir::Name)) {
                try {
                    ModelFile model = loadModel(dir.filePath(name).toStdString());
                    if (model.session && model.preparation && !model.training.empty())
                        read->emplace_back(dir.filePath(name), std::move(model));
                } catch (const Error &) {
                    // Another program's end cut it, or it is of a later version: it stays where it is.
                }
            }
        },
        [read, take = std::move(take)] { take(*read); });
}

void RunFolder::rewriteRecord(const QString &path, const RunRecord &record)
{
    enqueue([record, path] {
        if (!QFileInfo::exists(path))
            return; // deleted since
        ModelFile model = loadModel(path.toStdString());
        model.session->run = record;
        saveModel(path.toStdString(), model, privateFileOperations());
    });
}

void RunFolder::putAside(const QString &path)
{
    QFile::rename(path, m_aside.emplace_back(path + kAsideEnding));
}

void RunFolder::bringBack(const QString &path)
{
    QFile::rename(path + kAsideEnding, path);
    m_aside.removeAll(path + kAsideEnding);
}

void RunFolder::flush()
{
    while (isBusy())
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
}

} // namespace gatescope
