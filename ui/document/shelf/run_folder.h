// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"
#include "ui/document/shared/background_job.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace gatescope {

/// The folder that runs are kept in, a file each. Whatever takes time is done in the background, one thing after the
/// other, in the order it was asked for.
class RunFolder : public QObject {
    Q_OBJECT

public:
    using Files = std::vector<std::pair<QString, ModelFile>>;

    explicit RunFolder(QObject *parent = nullptr) : QObject(parent) {}
    ~RunFolder() override;

    /// ~/.local/share/gatescope/runs, or where the desktop keeps such files.
    static std::filesystem::path defaultFolder();
    /// @return false when it cannot be made
    bool open(const std::filesystem::path &folder);
    bool isOpen() const { return !m_folder.empty(); }
    /// A name that no file has.
    QString newPath() const;

    /// Something to do on the thread, and then on the screen's, also where it failed.
    void enqueue(std::function<void()> work, std::function<void()> finished = {});
    /// Removes what programs that were killed left in a folder: half a file, and runs that they had put aside for
    /// longer than anybody goes back.
    static void clean(const std::filesystem::path &folder, std::chrono::seconds putAsideFor = kAsideAge);
    static constexpr std::chrono::seconds kAsideAge = std::chrono::hours(48);
    /// Reads every file that holds a run; what cannot be read stays where it is. Cleans the folder first.
    void readAll(std::function<void(Files &)> take);
    /// Writes anew what a person says of a run: the rest of its file stays.
    void rewriteRecord(const QString &path, const RunRecord &record);
    /// Takes a file away, until the program ends; bringBack() is its undo.
    void putAside(const QString &path);
    void bringBack(const QString &path);

    /// Waits until all is done.
    void flush();
    bool isBusy() const { return m_job.isRunning() || !m_work.empty(); }

Q_SIGNALS:
    /// Something could not be written: why.
    void failed(const QString &error);

private:
    struct Work {
        std::function<void()> work, finished;
    };

    void next();

    std::filesystem::path m_folder;
    std::deque<std::shared_ptr<Work>> m_work;
    BackgroundJob m_job;
    QStringList m_aside;
};

} // namespace gatescope
