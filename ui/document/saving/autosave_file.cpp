// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/saving/autosave_file.h"

#include "core/error.h"
#include "core/io/files/atomic_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>

namespace gatescope {

namespace {

const QString kEnding = QStringLiteral(".autosave.safetensors");
const QString kLock = QStringLiteral(".lock");
const QString kTries = QStringLiteral(".tries");
constexpr int kDamagedAfter = 60'000; ///< milliseconds
const QString kAside = QStringLiteral(".set-aside");

QString text(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

/// A pipe or a device in a file's place would hold up who opens it for ever.
bool isPlainOrAbsent(const QString &path)
{
    const QFileInfo info(path);
    return (!info.exists() && !info.isSymLink()) || info.isFile();
}

/// The lock of an autosave, taken; null while another living program holds it.
std::unique_ptr<QLockFile> locked(const QString &path)
{
    if (!isPlainOrAbsent(path + kLock))
        return nullptr;
    auto lock = std::make_unique<QLockFile>(path + kLock);
    lock->setStaleLockTime(0); // age says nothing, only whether its program lives
    if (lock->tryLock(0))
        return lock;
    qint64 process = 0;
    QString host, program;
    if (lock->getLockInfo(&process, &host, &program))
        return nullptr;
    lock->setStaleLockTime(kDamagedAfter); // a lock that names nobody is damaged, unless it is just being written
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

/// Locks and counts whose autosave is gone.
void removeStrays(const QDir &folder)
{
    const auto hasFile = [&folder](const QString &name, const QString &ending) {
        return folder.exists(name.chopped(ending.size()));
    };
    for (const QString &name : folder.entryList({QLatin1Char('*') + kEnding + kTries}, QDir::Files)) {
        if (!hasFile(name, kTries))
            QFile::remove(folder.filePath(name));
    }
    for (const QString &name : folder.entryList({QLatin1Char('*') + kEnding + kLock}, QDir::Files)) {
        if (!hasFile(name, kLock))
            locked(folder.filePath(name).chopped(kLock.size())); // its end removes it
    }
}

} // namespace

AutosaveFile::AutosaveFile(std::filesystem::path path, std::unique_ptr<QLockFile> lock)
    : m_path(std::move(path)), m_lock(std::move(lock))
{
}

std::unique_ptr<AutosaveFile> AutosaveFile::create(const std::filesystem::path &folder)
{
    QDir dir(text(folder));
    if (!dir.mkpath(QStringLiteral(".")))
        throw IoError("cannot make the folder " + quoted(folder.string()) + " for autosaves; check its permissions");
    QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString name = QStringLiteral("%1-%2-%3%4")
                             .arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss")))
                             .arg(QCoreApplication::applicationPid())
                             .arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'))
                             .arg(kEnding);
    const QString path = dir.filePath(name);
    std::unique_ptr<QLockFile> lock = locked(path);
    if (!lock)
        throw IoError("cannot write into the folder " + quoted(folder.string()) + " for autosaves");
    return std::unique_ptr<AutosaveFile>(new AutosaveFile(path.toStdString(), std::move(lock)));
}

std::vector<std::unique_ptr<AutosaveFile>> AutosaveFile::orphans(const std::filesystem::path &folder)
{
    std::vector<std::unique_ptr<AutosaveFile>> found;
    const QDir dir(text(folder));
    if (!dir.exists())
        return found;
    removeStrayTemporaries(folder);
    removeStrays(dir);
    for (const QString &name : dir.entryList({QLatin1Char('*') + kEnding}, QDir::Files, QDir::Time)) {
        const QString path = dir.filePath(name);
        if (std::unique_ptr<QLockFile> lock = locked(path))
            found.push_back(std::unique_ptr<AutosaveFile>(new AutosaveFile(path.toStdString(), std::move(lock))));
    }
    return found;
}

QDateTime AutosaveFile::written() const
{
    return QFileInfo(text(m_path)).lastModified();
}

QString AutosaveFile::triesPath() const
{
    return text(m_path) + kTries;
}

int AutosaveFile::tries() const
{
    QFile file(triesPath());
    return isPlainOrAbsent(triesPath()) && file.open(QIODevice::ReadOnly)
               ? std::clamp(file.read(16).trimmed().toInt(), 0, kMostTries)
               : 0;
}

void AutosaveFile::countTry()
{
    try {
        writeFileAtomically(triesPath().toStdString(), std::to_string(tries() + 1), privateFileOperations());
    } catch (const Error &) {
        // A full disk: the count stays, and the recovery is tried all the same.
    }
}

void AutosaveFile::forgetTries()
{
    QFile::remove(triesPath());
}

QString AutosaveFile::setAside()
{
    const QString aside = text(m_path) + kAside;
    QFile::remove(aside);
    const bool moved = QFile::rename(text(m_path), aside);
    forgetTries();
    return moved ? aside : text(m_path);
}

void AutosaveFile::remove()
{
    QFile::remove(text(m_path));
    forgetTries();
}

} // namespace gatescope
