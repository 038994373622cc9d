// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/run_shelf.h"

#include "core/error.h"
#include "core/io/model/session_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <algorithm>

namespace gatescope {

namespace {

const QString kRunEnding = QStringLiteral(".run.safetensors");

RunRecord recordOf(const KeptRun &kept)
{
    return {kept.run.name, kept.run.note, kept.title, kept.pinned, kept.metrics};
}

/// The session that a kept run is. @pre its windows are there
ModelFile fileModel(const KeptRun &kept, const QString &savedAs)
{
    ModelFile model = sessionOf(kept.run);
    model.session->isAutosave = true; // a copy of the program's own: it is never saved over by a person
    model.session->savedAs = savedAs.toStdString();
    model.session->run = recordOf(kept);
    return model;
}

KeptRun runFrom(const ModelFile &model)
{
    KeptRun kept;
    kept.run = runOf<float>(model);
    kept.preparation = std::make_shared<const Preparation>(*model.preparation);
    if (model.session->run) {
        kept.title = model.session->run->title;
        kept.pinned = model.session->run->pinned;
        kept.metrics = model.session->run->metrics;
    }
    if (kept.title.empty())
        kept.title = QFileInfo(QString::fromStdString(model.dataSource)).fileName().toStdString();
    for (const auto &[id, value] : recordedMetrics(kept.run))
        kept.metrics.emplace(id, value);
    const auto windows = static_cast<std::int64_t>(kept.run.state->progress.permutation.size());
    const std::int64_t batch = std::max<std::int64_t>(1, kept.run.settings.training.batch);
    kept.batchesPerEpoch = std::max<std::int64_t>(1, (windows + batch - 1) / batch);
    return kept;
}

} // namespace

/// One thing to do in the background; a run that is measured shares its opponents with the next of the same windows.
struct RunShelf::Work {
    std::function<void()> work;     ///< on the thread
    std::function<void()> finished; ///< on the screen's
};

RunShelf::RunShelf(QObject *parent) : QObject(parent) {}

RunShelf::~RunShelf()
{
    for (const QString &path : m_deleted)
        QFile::remove(path); // no undo brings it back any more
}

std::filesystem::path RunShelf::defaultFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return (data + QStringLiteral("/gatescope/runs")).toStdString();
}

QString RunShelf::newPath() const
{
    return QDir(QString::fromStdString(m_folder.string()))
        .filePath(QStringLiteral("%1-%2-%3%4")
                      .arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmsszzz")))
                      .arg(QCoreApplication::applicationPid())
                      .arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'))
                      .arg(kRunEnding));
}

void RunShelf::setFolder(const std::filesystem::path &folder)
{
    const QDir dir(QString::fromStdString(folder.string()));
    if (!dir.mkpath(QStringLiteral("."))) {
        Q_EMIT message(Severity::Warning, tr("Trained runs cannot be kept in %1.").arg(dir.path()),
                       tr("They live until the program ends; check the folder's permissions."));
        return;
    }
    QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_folder = folder;
    readFolder();
}

void RunShelf::readFolder()
{
    auto read = std::make_shared<std::vector<std::pair<QString, ModelFile>>>();
    auto work = std::make_shared<Work>();
    work->work = [folder = m_folder, read] {
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
    };
    work->finished = [this, read] { takeRead(*read); };
    m_work.push_back(std::move(work));
    next();
}

void RunShelf::takeRead(std::vector<std::pair<QString, ModelFile>> &read)
{
    for (auto &[path, model] : read) {
        if (idOf(path) != 0)
            continue;
        try {
            KeptRun kept = runFrom(model);
            kept.id = ++m_earlier;
            m_beside[kept.id].path = path;
            m_beside[kept.id].file = {{}, -1, QString::fromStdString(model.session->savedAs), kept.id};
            put(std::move(kept));
        } catch (const Error &) {
            --m_earlier; // its training's state is damaged: nothing of it can be shown
        }
    }
    if (!read.empty())
        Q_EMIT changed();
}

std::uint64_t RunShelf::put(KeptRun kept)
{
    std::vector<KeptRun> gone;
    const std::uint64_t id = m_shelf.put(std::move(kept), gone);
    for (const KeptRun &run : gone) {
        QFile::remove(m_beside[run.id].path);
        m_beside.erase(run.id);
    }
    return id;
}

std::uint64_t RunShelf::keep(KeptRun kept, const OpenRun &open, const Windows &windows)
{
    const std::uint64_t id = add(std::move(kept), windows, open.data);
    m_beside[id].file = open.file;
    m_beside[id].file.kept = id;
    return id;
}

std::uint64_t RunShelf::add(KeptRun kept, const Windows &windows, const std::shared_ptr<KeptData> &data,
                            const std::shared_ptr<const Opponents> &opponents)
{
    if (const KeptRun *before = m_shelf.find(kept.id)) { // trained further: its name and place stay
        kept.pinned = before->pinned;
        kept.run.name = before->run.name;
        kept.run.note = before->run.note;
    }
    for (const auto &[metric, value] : recordedMetrics(kept.run))
        kept.metrics[metric] = value;
    const std::uint64_t id = put(std::move(kept));
    m_beside[id].data = data;
    m_beside[id].file = {{}, -1, {}, id};
    write(id, windows, opponents);
    Q_EMIT changed();
    return id;
}

/// Measures a run and writes its file.
void RunShelf::write(std::uint64_t id, const Windows &windows, const std::shared_ptr<const Opponents> &known)
{
    auto kept = std::make_shared<KeptRun>(*m_shelf.find(id));
    kept->run.windows = windows;
    Beside &beside = m_beside[id];
    if (beside.path.isEmpty() && hasFolder())
        beside.path = newPath();
    auto work = std::make_shared<Work>();
    work->work = [kept, known, path = beside.path, savedAs = beside.file.path] {
        const auto opponents = known ? known : Opponents::of(*kept->run.windows, kept->run.settings.training.loss);
        for (const auto &[metric, value] : measuredMetrics(kept->run, *opponents))
            kept->metrics[metric] = value;
        if (!path.isEmpty())
            saveModel(path.toStdString(), fileModel(*kept, savedAs), privateFileOperations());
    };
    work->finished = [this, kept] {
        KeptRun *there = m_shelf.find(kept->id);
        if (there == nullptr) {
            QFile::remove(fileOf(kept->id)); // deleted while it was written
            return;
        }
        there->metrics = kept->metrics;
        if (there->run.name != kept->run.name || there->run.note != kept->run.note || there->pinned != kept->pinned)
            rewriteRecord(kept->id); // changed while it was written
        Q_EMIT changed();
    };
    m_work.push_back(std::move(work));
    next();
}

/// Only what a person says of a run has changed: the rest of its file stays.
void RunShelf::rewriteRecord(std::uint64_t id)
{
    const KeptRun *kept = m_shelf.find(id);
    const QString path = fileOf(id);
    if (kept == nullptr || path.isEmpty())
        return;
    auto work = std::make_shared<Work>();
    work->work = [record = recordOf(*kept), path] {
        if (!QFileInfo::exists(path))
            return; // deleted since
        ModelFile model = loadModel(path.toStdString());
        model.session->run = record;
        saveModel(path.toStdString(), model, privateFileOperations());
    };
    m_work.push_back(std::move(work));
    next();
}

void RunShelf::next()
{
    if (m_job.isRunning() || m_work.empty())
        return;
    const std::shared_ptr<Work> work = m_work.front();
    m_work.pop_front();
    m_job.start([work](const std::stop_token &) { work->work(); },
                [this, work](const QString &error) {
                    if (!error.isEmpty())
                        Q_EMIT message(Severity::Warning, tr("A run could not be kept in a file: %1").arg(error),
                                       tr("It stays until the program ends."));
                    if (work->finished)
                        work->finished();
                    next();
                });
}

std::vector<ModelFile> RunShelf::pinnedModels(std::uint64_t inForce) const
{
    std::vector<ModelFile> models;
    for (const KeptRun &kept : m_shelf.runs()) {
        if (kept.pinned && kept.id != inForce && QFileInfo::exists(fileOf(kept.id))) {
            models.push_back(loadModel(fileOf(kept.id).toStdString()));
            models.back().session->run = recordOf(kept); // as it is called now
        }
    }
    return models;
}

void RunShelf::takeModels(const std::vector<ModelFile> &models)
{
    bool any = false;
    for (const ModelFile &model : models) {
        if (!model.preparation || model.training.empty() || !model.session)
            continue;
        KeptRun kept = runFrom(model);
        const auto same = [&kept](const KeptRun &there) {
            return there.run.settings == kept.run.settings && there.run.state
                   && there.run.state->parameters == kept.run.state->parameters;
        };
        if (std::ranges::any_of(m_shelf.runs(), same))
            continue;
        const std::uint64_t id = put(std::move(kept));
        Beside &beside = m_beside[id];
        beside.file = {{}, -1, {}, id};
        any = true;
        if (!hasFolder())
            continue;
        beside.path = newPath();
        auto work = std::make_shared<Work>();
        work->work = [model, path = beside.path] { saveModel(path.toStdString(), model, privateFileOperations()); };
        m_work.push_back(std::move(work));
    }
    next();
    if (any)
        Q_EMIT changed();
}

void RunShelf::flush()
{
    while (isBusy())
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 20);
}

std::optional<OpenRun> RunShelf::openRun(std::uint64_t id) const
{
    const KeptRun *kept = m_shelf.find(id);
    const auto beside = m_beside.find(id);
    if (kept == nullptr || beside == m_beside.end())
        return std::nullopt;
    const std::shared_ptr<KeptData> data = beside->second.data.lock();
    if (!data)
        return std::nullopt;
    return OpenRun{data, kept->run, beside->second.file};
}

QString RunShelf::fileOf(std::uint64_t id) const
{
    const auto beside = m_beside.find(id);
    return beside == m_beside.end() ? QString() : beside->second.path;
}

std::uint64_t RunShelf::idOf(const QString &file) const
{
    for (const auto &[id, beside] : m_beside) {
        if (!file.isEmpty() && beside.path == file)
            return id;
    }
    return 0;
}

void RunShelf::rename(std::uint64_t id, const QString &name)
{
    if (KeptRun *kept = m_shelf.find(id)) {
        kept->run.name = name.simplified().left(80).toStdString();
        rewriteRecord(id);
        Q_EMIT changed();
    }
}

void RunShelf::setNote(std::uint64_t id, const QString &note)
{
    if (KeptRun *kept = m_shelf.find(id)) {
        kept->run.note = note.trimmed().left(1000).toStdString();
        rewriteRecord(id);
        Q_EMIT changed();
    }
}

void RunShelf::setPinned(std::uint64_t id, bool pinned)
{
    if (KeptRun *kept = m_shelf.find(id)) {
        kept->pinned = pinned;
        rewriteRecord(id);
        Q_EMIT changed();
    }
}

std::optional<KeptRun> RunShelf::remove(std::uint64_t id)
{
    std::optional<KeptRun> taken = m_shelf.take(id);
    if (!taken)
        return taken;
    if (const QString path = fileOf(id); !path.isEmpty())
        QFile::rename(path, m_deleted.emplace_back(path + QStringLiteral(".deleted"))); // undo brings it back
    Q_EMIT changed();
    return taken;
}

void RunShelf::putBack(const KeptRun &kept)
{
    const QString path = fileOf(kept.id);
    if (!path.isEmpty()) {
        QFile::rename(path + QStringLiteral(".deleted"), path);
        m_deleted.removeAll(path + QStringLiteral(".deleted"));
    }
    put(kept);
    Q_EMIT changed();
}

bool RunShelf::adopt(const QString &file)
{
    if (!hasFolder() || !QFile::rename(file, newPath()))
        return false;
    readFolder();
    return true;
}

} // namespace gatescope
