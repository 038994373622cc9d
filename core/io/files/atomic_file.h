// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/file_operations.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// The one way a file is written: whoever looks at the target finds the old content or the whole new one, also after
/// a full disk, a failing call or kill -9 at any moment.
///
/// A temporary beside the target (created exclusively, never through a symbolic link, locked while it is written)
/// takes the bytes; commit() writes the rest, flushes to disk, renames over the target and flushes the folder.
/// Destroyed without commit(), the temporary is removed and the target is as it was.
/// A temporary that a killed process left behind is recognised by its free lock and removed on the next save. Where the
/// file system has no locks, by its age: one that nobody wrote for a minute is nobody's.
class AtomicFile {
public:
    /// @throws IoError if the target exists and is not a plain, writable file (a folder, device, pipe or symbolic
    ///         link), or if its folder does not exist or cannot be written; the message names the way out
    explicit AtomicFile(std::filesystem::path target, const FileOperations &operations = systemFileOperations());
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;
    ~AtomicFile();

    /// Appends. Small pieces are collected into blocks of 64 KiB.
    /// @throws IoError if the disk does not take them; the target is unchanged
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text) { write(std::as_bytes(std::span(text))); }

    /// Makes what was written the target's content. Call once, last.
    /// @throws IoError naming the step that failed; the target is unchanged, unless only the folder's own flush failed
    void commit();

    const std::filesystem::path &target() const { return m_target; }

private:
    void checkTarget();
    void openTemporary();
    bool holdsTemporary();
    void writeAll(std::span<const std::byte> bytes);
    void flushFolder();
    void discard() noexcept;
    [[noreturn]] void fail(const char *what, int error);

    const FileOperations &m_operations;
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    std::vector<std::byte> m_buffer;
    int m_descriptor = -1;
    int m_mode = -1; ///< permissions of the file that is replaced; −1 for a new one
};

/// Writes a whole file through AtomicFile.
void writeFileAtomically(const std::filesystem::path &target, std::string_view content,
                         const FileOperations &operations = systemFileOperations());
void writeFileAtomically(const std::filesystem::path &target, std::span<const std::byte> content,
                         const FileOperations &operations = systemFileOperations());

/// Removes the temporaries that killed processes left in a folder; those being written by living ones stay.
/// Never throws: a folder that cannot be read has no strays. @return how many were removed
int removeStrayTemporaries(const std::filesystem::path &folder) noexcept;

/// Whether nobody works on an open temporary: its lock is free, or, without locks, it has been left alone for a minute.
bool isAbandoned(int descriptor, const FileOperations &operations) noexcept;

/// Whether a path still leads to the open file: a cleaner may have come between creating and locking.
bool stillThere(int descriptor, const char *path) noexcept;

} // namespace gatescope
