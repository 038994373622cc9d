// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/atomic_folder.h"

#include "core/io/files/atomic_file.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace gatescope {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolderPrefix = ".gatescope-project-";
constexpr int kMostFolders = 100;

int openFolder(const fs::path &path) noexcept
{
    return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/// Removes the folders that killed processes left beside the one to be made.
void removeStrays(const fs::path &parent)
{
    std::error_code ignored;
    for (fs::directory_iterator entry(parent, ignored), end; !ignored && entry != end; entry.increment(ignored)) {
        if (!entry->path().filename().string().starts_with(kFolderPrefix))
            continue;
        const int descriptor = openFolder(entry->path());
        if (descriptor < 0)
            continue;
        std::error_code kept;
        if (isAbandoned(descriptor, systemFileOperations()))
            fs::remove_all(entry->path(), kept);
        ::close(descriptor);
    }
}

fs::path parentOf(const fs::path &target)
{
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

} // namespace

AtomicFolder::AtomicFolder(const fs::path &target) : m_target(target.has_filename() ? target : target.parent_path())
{
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(m_target, ignored))
        && (!fs::is_directory(m_target, ignored) || !fs::is_empty(m_target, ignored)))
        throw IoError(
            "cannot write " + quoted(m_target.string())
            + ": it exists and is not an empty folder; what is in it might have been changed by hand, so it is "
              "never replaced: choose another name, or remove it first");
    removeStrays(parentOf(m_target));
    for (int attempt = 0; attempt < kMostFolders && m_descriptor < 0; ++attempt)
        makeTemporary();
    if (m_descriptor < 0)
        throw IoError("cannot write " + quoted(m_target.string()) + ": other processes are writing there; try again");
}

AtomicFolder::~AtomicFolder()
{
    std::error_code ignored;
    if (!m_temporary.empty())
        fs::remove_all(m_temporary, ignored);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void AtomicFolder::makeTemporary()
{
    fs::path name(kFolderPrefix);
    name += "XXXXXX";
    std::string pattern = (parentOf(m_target) / name).string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw IoError("cannot write " + quoted(m_target.string()) + ": " + std::generic_category().message(errno)
                      + "; choose another place");
    m_temporary = pattern;
    m_descriptor = openFolder(m_temporary);
    if (m_descriptor < 0) {
        const int error = errno;
        std::error_code ignored;
        fs::remove(m_temporary, ignored);
        throw IoError("cannot write " + quoted(m_target.string()) + ": " + std::generic_category().message(error)
                      + "; choose another place");
    }
    const bool busy = systemFileOperations().lock(m_descriptor) != 0 && errno == EWOULDBLOCK;
    if (!busy && stillThere(m_descriptor, m_temporary.c_str()))
        return;
    // A cleaner came between making and locking, and may have taken it away already.
    std::error_code ignored;
    if (stillThere(m_descriptor, m_temporary.c_str()))
        fs::remove(m_temporary, ignored);
    ::close(m_descriptor);
    m_descriptor = -1;
}

void AtomicFolder::renamed(const IoError &error) const
{
    std::string message = error.what();
    const std::string made = m_temporary.string();
    for (std::size_t at = message.find(made); at != std::string::npos; at = message.find(made, at))
        message.replace(at, made.size(), m_target.string());
    throw IoError(message);
}

void AtomicFolder::commit()
{
    std::error_code error;
    // mkdtemp() lets only its owner in; a project is as open as the folder it lies in.
    const fs::perms around = fs::status(parentOf(m_target), error).permissions();
    fs::permissions(m_temporary, (around & fs::perms(0777)) | fs::perms::owner_all, error);
    fs::rename(m_temporary, m_target, error);
    if (error)
        throw IoError("cannot write " + quoted(m_target.string()) + ": " + error.message() + "; choose another place");
    m_temporary.clear();
}

} // namespace gatescope
