// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/atomic_file.h"

#include "core/error.h"

#include <cerrno>
#include <cstdint>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace gatescope {

namespace {

constexpr std::string_view kPrefix = ".gatescope-";
constexpr std::string_view kSuffix = ".tmp";
constexpr std::size_t kBlock = 64 * 1024;
constexpr int kMaxAttempts = 100;
constexpr std::time_t kAbandonedSeconds = 60;

std::filesystem::path folderOf(const std::filesystem::path &target)
{
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

/// Short whatever the target's own name is, so that a name of 255 bytes can still be saved.
std::string temporaryName(const std::filesystem::path &target, int attempt)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char byte : target.filename().string())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return std::string(kPrefix) + std::to_string(hash) + "-" + std::to_string(attempt) + std::string(kSuffix);
}

std::string reason(int error)
{
    return std::generic_category().message(error);
}

/// Removes a temporary when no living process works on it. @return whether it was removed
bool removeIfStray(const char *path, const FileOperations &operations) noexcept
{
    const int descriptor = ::open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    struct stat status = {};
    const bool stray =
        ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && isAbandoned(descriptor, operations);
    const bool removed = stray && ::unlink(path) == 0;
    ::close(descriptor);
    return removed;
}

} // namespace

bool isAbandoned(int descriptor, const FileOperations &operations) noexcept
{
    if (operations.lock(descriptor) == 0)
        return true;
    struct stat status = {};
    return errno != EWOULDBLOCK && ::fstat(descriptor, &status) == 0
           && std::time(nullptr) - status.st_mtim.tv_sec > kAbandonedSeconds;
}

bool stillThere(int descriptor, const char *path) noexcept
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(descriptor, &open) == 0 && ::lstat(path, &named) == 0 && open.st_ino == named.st_ino
           && open.st_dev == named.st_dev;
}

AtomicFile::AtomicFile(std::filesystem::path target, const FileOperations &operations)
    : m_operations(operations), m_target(std::move(target))
{
    checkTarget();
    openTemporary();
}

AtomicFile::~AtomicFile()
{
    discard();
}

void AtomicFile::checkTarget()
{
    const std::string name = quoted(m_target.string());
    if (m_target.filename().empty() || m_target.filename() == "." || m_target.filename() == "..")
        throw IoError("cannot write " + name + ": it names a folder; give a file name");
    struct stat status = {};
    if (::lstat(m_target.c_str(), &status) != 0) {
        if (errno != ENOENT)
            throw IoError("cannot write " + name + ": " + reason(errno) + "; choose another place");
        return;
    }
    if (S_ISLNK(status.st_mode))
        throw IoError("cannot write " + name + ": it is a symbolic link; name the file it leads to");
    if (!S_ISREG(status.st_mode))
        throw IoError("cannot write " + name + ": it is " + (S_ISDIR(status.st_mode) ? "a folder" : "not a plain file")
                      + "; choose another name");
    if (::access(m_target.c_str(), W_OK) != 0)
        throw IoError("cannot write " + name + ": " + reason(errno) + "; choose another name");
    m_mode = static_cast<int>(status.st_mode & 07777);
}

void AtomicFile::openTemporary()
{
    const std::filesystem::path folder = folderOf(m_target);
    for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
        m_temporary = folder / temporaryName(m_target, attempt);
        m_descriptor =
            m_operations.open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (m_descriptor < 0 && errno == EEXIST) {
            if (removeIfStray(m_temporary.c_str(), m_operations))
                --attempt;
            continue;
        }
        if (m_descriptor < 0) {
            const int error = errno;
            throw IoError("cannot write into folder " + quoted(folder.string()) + ": " + reason(error)
                          + "; choose another folder");
        }
        if (holdsTemporary())
            return;
        m_operations.close(m_descriptor);
        m_descriptor = -1;
    }
    throw IoError("cannot write " + quoted(m_target.string()) + ": other processes are writing it; try again");
}

/// Whether the temporary just made is this object's alone. A file system without locks (ENOSYS, ENOLCK, EOPNOTSUPP,
/// some network mounts) does not keep a file from being saved: only a lock that another holds says that it is being
/// cleaned.
bool AtomicFile::holdsTemporary()
{
    if (m_operations.lock(m_descriptor) != 0 && errno == EWOULDBLOCK) {
        if (stillThere(m_descriptor, m_temporary.c_str()))
            m_operations.remove(m_temporary.c_str());
        return false;
    }
    return stillThere(m_descriptor, m_temporary.c_str());
}

void AtomicFile::write(std::span<const std::byte> bytes)
{
    if (m_buffer.size() + bytes.size() < kBlock) {
        m_buffer.insert(m_buffer.end(), bytes.begin(), bytes.end());
        return;
    }
    writeAll(m_buffer);
    m_buffer.clear();
    if (bytes.size() < kBlock)
        m_buffer.assign(bytes.begin(), bytes.end());
    else
        writeAll(bytes);
}

void AtomicFile::writeAll(std::span<const std::byte> bytes)
{
    if (m_descriptor < 0)
        throw IoError("cannot write " + quoted(m_target.string()) + ": the file was closed by an earlier failure");
    while (!bytes.empty()) {
        const ssize_t count = m_operations.write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            fail("write", count == 0 ? ENOSPC : errno);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
}

void AtomicFile::commit()
{
    writeAll(m_buffer);
    m_buffer.clear();
    if (m_mode >= 0 && ::fchmod(m_descriptor, static_cast<mode_t>(m_mode)) != 0)
        fail("set the permissions of", errno);
    if (m_operations.flush(m_descriptor) != 0)
        fail("flush", errno);
    // The descriptor, and with it the lock, is kept until the name is right: no cleaner may come between.
    if (m_operations.rename(m_temporary.c_str(), m_target.c_str()) != 0)
        fail("rename the temporary of", errno);
    const int descriptor = std::exchange(m_descriptor, -1);
    if (m_operations.close(descriptor) != 0 && errno != EINTR)
        throw IoError("cannot close " + quoted(m_target.string()) + ": " + reason(errno)
                      + "; its content may not be safe on disk");
    flushFolder();
}

void AtomicFile::flushFolder()
{
    const std::filesystem::path folder = folderOf(m_target);
    const int descriptor = m_operations.open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    int error = descriptor < 0 ? errno : 0;
    if (descriptor >= 0) {
        if (m_operations.flush(descriptor) != 0)
            error = errno;
        m_operations.close(descriptor);
    }
    // Some file systems cannot flush a folder, and a folder may be writable but not readable: nothing is lost there.
    if (error != 0 && error != EINVAL && error != ENOTSUP && error != EACCES)
        throw IoError("wrote " + quoted(m_target.string())
                      + ", but its folder could not be flushed to disk: " + reason(error) + "; save again");
}

void AtomicFile::discard() noexcept
{
    if (m_descriptor < 0)
        return;
    m_operations.remove(m_temporary.c_str());
    m_operations.close(std::exchange(m_descriptor, -1));
}

void AtomicFile::fail(const char *what, int error)
{
    discard();
    throw IoError(std::string("cannot ") + what + " " + quoted(m_target.string()) + ": " + reason(error)
                  + (error == ENOSPC || error == EDQUOT ? "; free some space or save elsewhere" : "; save elsewhere")
                  + (m_mode >= 0 ? ", the earlier file is unchanged" : ""));
}

void writeFileAtomically(const std::filesystem::path &target, std::span<const std::byte> content,
                         const FileOperations &operations)
{
    AtomicFile file(target, operations);
    file.write(content);
    file.commit();
}

void writeFileAtomically(const std::filesystem::path &target, std::string_view content,
                         const FileOperations &operations)
{
    writeFileAtomically(target, std::as_bytes(std::span(content)), operations);
}

int removeStrayTemporaries(const std::filesystem::path &folder) noexcept
{
    int removed = 0;
    try {
        std::error_code error;
        for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (name.starts_with(kPrefix) && name.ends_with(kSuffix)
                && removeIfStray(entry->path().c_str(), systemFileOperations()))
                ++removed;
        }
    } catch (const std::exception &) {
        return removed; // out of memory for a file name: the strays stay until the next start
    }
    return removed;
}

} // namespace gatescope
