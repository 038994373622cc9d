// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model/model_file.h"
#include "core/session/film_shelf.h"
#include "core/session/shelf.h"
#include "ui/document/opening/open_run.h"
#include "ui/document/shared/severity.h"
#include "ui/document/shelf/run_folder.h"

#include <filesystem>
#include <map>

namespace gatescope {

/// The shelf of runs as the window has it: each run is measured and written to a file of its own in the background, so
/// that it survives a crash, the end of the program and a full memory. Runs of earlier sessions are there again.
class RunShelf : public QObject {
    Q_OBJECT

public:
    using Windows = std::shared_ptr<const PreparedData<float>>;

    explicit RunShelf(QObject *parent = nullptr);

    /// Where runs are kept; those there already are read in the background. Without one they live as long as this.
    void setFolder(const std::filesystem::path &folder);
    bool hasFolder() const { return m_folder.isOpen(); }
    /// ~/.local/share/gatescope/runs, or where the desktop keeps such files.
    static std::filesystem::path defaultFolder() { return RunFolder::defaultFolder(); }

    const Shelf &shelf() const { return m_shelf; }
    /// The moments of runs that were trained since the program began, while there is room.
    const FilmShelf &films() const { return m_films; }
    /// Takes a run in force, with all that it takes to put it there again. @return its id
    std::uint64_t keep(KeptRun kept, const OpenRun &open, const Windows &windows);
    /// Takes a run that a sweep trained. @return its id
    /// @param opponents  of these windows, where they are at hand
    std::uint64_t add(KeptRun kept, const Windows &windows, const std::shared_ptr<KeptData> &data,
                      const std::shared_ptr<const Opponents> &opponents = nullptr);
    /// To be put in force; nothing when its data are not at hand any more: then its file is opened.
    std::optional<OpenRun> openRun(std::uint64_t id) const;
    /// Empty while it is in none.
    QString fileOf(std::uint64_t id) const;
    /// Which run a file is; 0: none.
    std::uint64_t idOf(const QString &file) const;

    void rename(std::uint64_t id, const QString &name);
    void setNote(std::uint64_t id, const QString &note);
    void setPinned(std::uint64_t id, bool pinned);
    /// Takes a run away, with its file; putBack() is its undo.
    std::optional<KeptRun> remove(std::uint64_t id);
    void putBack(const KeptRun &kept);
    /// Takes a file of a training that was not saved into the folder. @return false when that did not work
    bool adopt(const QString &file);

    /// The pinned runs that have a file, but for the one in force: a session's file holds them too.
    std::vector<ModelFile> pinnedModels(std::uint64_t inForce) const;
    /// Runs that came with a session's file; those that are there already stay as they are.
    void takeModels(const std::vector<ModelFile> &models);

    /// Waits until all is written.
    void flush() { m_folder.flush(); }
    bool isBusy() const { return m_folder.isBusy(); }

Q_SIGNALS:
    void changed();
    void message(gatescope::Severity severity, const QString &text, const QString &wayOut);

private:
    /// What keeps a run beside the shelf's own value.
    struct Beside {
        std::weak_ptr<KeptData> data; ///< while undo or the document has it
        OwnFile file;
        QString path; ///< of its file in the folder
    };

    std::uint64_t put(KeptRun kept);
    void readFolder();
    void takeRead(RunFolder::Files &read);
    void write(std::uint64_t id, const Windows &windows, const std::shared_ptr<const Opponents> &opponents);
    void rewriteRecord(std::uint64_t id);

    Shelf m_shelf;
    FilmShelf m_films;
    std::map<std::uint64_t, Beside> m_beside;
    std::uint64_t m_earlier = 0; ///< ids given to runs of earlier sessions
    RunFolder m_folder;          ///< last: its work uses all of the above
};

} // namespace gatescope
