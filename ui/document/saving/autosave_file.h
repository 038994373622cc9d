// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

namespace gatescope {

/// One autosave in the program's own folder, held by a lock for as long as this lives: a file whose lock is free was
/// left by a program that ended unexpectedly. Beside it lies a count of the tries to recover it.
class AutosaveFile {
public:
    /// Tries after which an autosave is thought to make the program crash.
    static constexpr int kMostTries = 2;

    /// Reserves a new name; nothing is written yet. Makes the folder, readable by its owner only.
    /// @throws IoError if the folder cannot be made or written
    static std::unique_ptr<AutosaveFile> create(const std::filesystem::path &folder);
    /// All that no living program holds, newest first; from now on they are held here. Removes what killed programs
    /// left besides: half-written temporaries, locks and counts without a file.
    static std::vector<std::unique_ptr<AutosaveFile>> orphans(const std::filesystem::path &folder);

    const std::filesystem::path &path() const { return m_path; }
    QDateTime written() const;
    /// How often its recovery was begun without coming to an end.
    int tries() const;
    void countTry();
    void forgetTries();
    /// Puts the file where it is not offered again, but still can be opened. @return its new path
    QString setAside();
    /// Removes file and count; the lock goes with this object.
    void remove();

private:
    AutosaveFile(std::filesystem::path path, std::unique_ptr<QLockFile> lock);
    QString triesPath() const;

    std::filesystem::path m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace gatescope
