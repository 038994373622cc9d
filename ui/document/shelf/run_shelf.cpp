// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shelf/run_shelf.h"

#include "core/error.h"
#include "ui/document/shelf/kept_run_file.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace gatescope {

RunShelf::RunShelf(QObject *parent) : QObject(parent)
{
    connect(&m_folder, &RunFolder::failed, this, [this](const QString &error) {
        Q_EMIT message(Severity::Warning, tr("A run could not be kept in a file: %1").arg(error),
                       tr("It stays until the program ends."));
    });
}

void RunShelf::setFolder(const std::filesystem::path &folder)
{
    if (!m_folder.open(folder)) {
        Q_EMIT message(Severity::Warning,
                       tr("Trained runs cannot be kept in %1.").arg(QString::fromStdString(folder.string())),
                       tr("They live until the program ends; check the folder's permissions."));
        return;
    }
    readFolder();
}

void RunShelf::readFolder()
{
    m_folder.readAll([this](RunFolder::Files &read) { takeRead(read); });
}

void RunShelf::takeRead(RunFolder::Files &read)
{
    for (auto &[path, model] : read) {
        if (idOf(path) != 0)
            continue;
        try {
            KeptRun kept = keptRunOf(model);
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
    const std::vector<TrainingMoment> film = std::move(kept.run.moments);
    const std::uint64_t id = put(std::move(kept));
    m_films.put(id, film);
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
        beside.path = m_folder.newPath();
    const auto work = [kept, known, path = beside.path, savedAs = beside.file.path.toStdString()] {
        const auto measured = [&] {
            if (kept->run.windows->text)
                return measuredTextMetrics(kept->run);
            const auto opponents = known ? known : Opponents::of(*kept->run.windows, kept->run.settings.training.loss);
            return measuredMetrics(kept->run, *opponents);
        };
        for (const auto &[metric, value] : measured())
            kept->metrics[metric] = value;
        if (!path.isEmpty())
            saveModel(path.toStdString(), modelOfKept(*kept, savedAs), privateFileOperations());
    };
    const auto finished = [this, kept] {
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
    m_folder.enqueue(work, finished);
}

void RunShelf::rewriteRecord(std::uint64_t id)
{
    const KeptRun *kept = m_shelf.find(id);
    if (const QString path = fileOf(id); kept != nullptr && !path.isEmpty())
        m_folder.rewriteRecord(path, recordOf(*kept));
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
        KeptRun kept = keptRunOf(model);
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
        beside.path = m_folder.newPath();
        m_folder.enqueue(
            [model, path = beside.path] { saveModel(path.toStdString(), model, privateFileOperations()); });
    }
    if (any)
        Q_EMIT changed();
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
        m_folder.putAside(path); // undo brings it back
    Q_EMIT changed();
    return taken;
}

void RunShelf::putBack(const KeptRun &kept)
{
    const QString path = fileOf(kept.id);
    if (!path.isEmpty())
        m_folder.bringBack(path);
    put(kept);
    Q_EMIT changed();
}

bool RunShelf::adopt(const QString &file)
{
    if (!hasFolder() || !QFile::rename(file, m_folder.newPath()))
        return false;
    readFolder();
    return true;
}

} // namespace gatescope
