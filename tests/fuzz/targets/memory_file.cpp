// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets/memory_file.h"

#include <cerrno>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

namespace gatescope::fuzz {

MemoryFile::MemoryFile(std::span<const std::byte> content) : m_descriptor(::memfd_create("input", MFD_CLOEXEC))
{
    if (m_descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "memfd_create");
    while (!content.empty()) {
        const ssize_t written = ::write(m_descriptor, content.data(), content.size());
        if (written <= 0)
            throw std::system_error(errno, std::generic_category(), "write");
        content = content.subspan(static_cast<std::size_t>(written));
    }
}

MemoryFile::~MemoryFile()
{
    ::close(m_descriptor);
}

std::filesystem::path MemoryFile::path() const
{
    return "/proc/self/fd/" + std::to_string(m_descriptor);
}

} // namespace gatescope::fuzz
