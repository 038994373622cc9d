// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/scan/file_bytes.h"

#include "core/data/csv/scan/memory_limit.h"
#include "core/error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatescope {

namespace {

constexpr std::size_t kBlockBytes = 4 << 20;
constexpr std::uintptr_t kHugePage = 2 << 20;

class Handle {
public:
    explicit Handle(const std::filesystem::path &file)
        : m_descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), m_name(quoted(file.string(), 200))
    {
        if (m_descriptor < 0)
            fail("cannot be opened");
    }
    ~Handle() { ::close(m_descriptor); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    std::size_t size() const
    {
        struct stat info = {};
        if (::fstat(m_descriptor, &info) != 0)
            fail("cannot be examined");
        if (!S_ISREG(info.st_mode))
            throw IoError(m_name + (S_ISDIR(info.st_mode) ? " is a folder, not a file" : " is no regular file")
                          + "; name a CSV file");
        return static_cast<std::size_t>(info.st_size);
    }

    void read(char *target, std::size_t offset, std::size_t count) const
    {
        while (count > 0) {
            const ssize_t got = ::pread(m_descriptor, target, count, static_cast<off_t>(offset));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                fail("cannot be read");
            if (got == 0)
                throw IoError(m_name + " was shortened while it was read; try again");
            target += got;
            offset += static_cast<std::size_t>(got);
            count -= static_cast<std::size_t>(got);
        }
    }

    const std::string &name() const { return m_name; }

private:
    [[noreturn]] void fail(const char *what) const { throw IoError(m_name + " " + what + ": " + std::strerror(errno)); }

    int m_descriptor;
    std::string m_name;
};

/// Asks for large pages, of which far fewer need to be set up; without them it only takes longer.
void preferHugePages(char *data, std::size_t size)
{
    const auto begin = (reinterpret_cast<std::uintptr_t>(data) + kHugePage - 1) / kHugePage * kHugePage;
    const auto end = (reinterpret_cast<std::uintptr_t>(data) + size) / kHugePage * kHugePage;
    if (begin < end)
        ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
}

} // namespace

FileBytes::FileBytes(const std::filesystem::path &file, const ProgressGate &gate)
{
    const Handle handle(file);
    m_size = handle.size();
    refuseFileBeyondMemory(m_size, handle.name());
    m_data.reset(new char[m_size]);
    preferHugePages(m_data.get(), m_size);
    for (std::size_t offset = 0; offset < m_size; offset += kBlockBytes) {
        handle.read(m_data.get() + offset, offset, std::min(kBlockBytes, m_size - offset));
        gate.check(static_cast<double>(offset) / static_cast<double>(m_size));
    }
}

} // namespace gatescope
