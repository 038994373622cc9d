// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/file_operations.h"
#include "ui/document/document.h"
#include "ui/document/saving/autosave_file.h"
#include "ui/document/shared/background_job.h"
#include "ui/document/training_capture.h"

#include <chrono>

namespace gatescope {

/// Keeps a copy of an unsaved training in the program's own folder, every so often and on each pause, so that a crash
/// costs at most the last interval. Nothing waits for it: the state is taken between two batches and written on a
/// thread of its own, atomically. The user's own file is never touched. What fails is tried again, and said.
class Autosave : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kDefaultInterval{30};

    /// @param folder  made when it is first needed
    Autosave(Document &document, std::filesystem::path folder,
             const FileOperations &operations = privateFileOperations(), QObject *parent = nullptr);

    /// ~/.local/share/gatescope/autosave, or where the desktop keeps such files.
    static std::filesystem::path defaultFolder();

    const std::filesystem::path &folder() const { return m_folder; }
    /// 0 switches it off, also on pauses.
    void setInterval(std::chrono::milliseconds interval);
    /// Writes now if something has been trained since the last time and is in no file of the user's.
    void saveNow();
    /// The program is being ended from outside (a signal, the desktop's session): keeps what is in no file, also where
    /// autosaves are switched off, and waits until it is written, ten seconds at most. The file stays for the next
    /// start.
    void keepForTheEnd();
    bool isBusy() const { return m_capture || m_job->isRunning(); }
    /// The file of this program, whether written yet or not; null when there is none.
    const AutosaveFile *file() const { return m_file.get(); }
    /// Goes on with the file of an earlier program, which was just recovered from it.
    void adopt(std::unique_ptr<AutosaveFile> file);
    /// Nothing can be lost any more: the file goes. Waits for one being written.
    void discard();
    /// Why the last one could not be written; empty when it could.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    /// One was written, or could not be: problem() tells.
    void ended();

private:
    /// Which state a file holds.
    struct Mark {
        std::int64_t training = 0; ///< counts sessions since the start
        std::int64_t step = -1;
        bool operator==(const Mark &) const = default;
    };

    void watch(const std::shared_ptr<const Snapshot> &snapshot);
    bool isNeeded() const;
    void look();
    void write(ModelFile model);
    void finished(const QString &error);

    Document &m_document;
    std::filesystem::path m_folder;
    const FileOperations &m_operations;
    std::chrono::milliseconds m_interval = kDefaultInterval;
    std::unique_ptr<AutosaveFile> m_file;
    std::unique_ptr<TrainingCapture> m_capture;
    Mark m_taken, m_written;
    std::int64_t m_training = 0;
    bool m_wasRunning = false;
    bool m_ending = false;
    bool m_again = false; ///< asked for while busy
    QString m_problem;
    QTimer m_timer; ///< the interval, or the time to the next try
    QTimer m_look;  ///< for a state that is on its way
    std::unique_ptr<BackgroundJob> m_job;
};

} // namespace gatescope
