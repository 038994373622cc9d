// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/scan/file_bytes.h"

#include "core/data/csv/scan/memory_limit.h"
#include "core/input_file.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <sys/mman.h>
#include <vector>

namespace gatescope {

namespace {

constexpr std::size_t kFirstBytes = 64 << 10;
constexpr std::size_t kBlockBytes = 4 << 20;
constexpr std::uintptr_t kHugePage = 2 << 20;

/// Asks for large pages, of which far fewer need to be set up; without them it only takes longer.
void preferHugePages(char *data, std::size_t size)
{
    const auto begin = (reinterpret_cast<std::uintptr_t>(data) + kHugePage - 1) / kHugePage * kHugePage;
    const auto end = (reinterpret_cast<std::uintptr_t>(data) + size) / kHugePage * kHugePage;
    if (begin < end)
        ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
}

} // namespace

FileBytes::FileBytes(const std::filesystem::path &path, const ProgressGate &gate, const BlockCheck &check)
{
    const InputFile file(path);
    m_size = static_cast<std::size_t>(file.size());
    // The first block tells whether this is a text at all, before gigabytes are asked for.
    std::vector<char> first(std::min(kFirstBytes, m_size));
    file.readAt(0, std::as_writable_bytes(std::span(first)));
    check({first.data(), first.size()}, 0);
    refuseFileBeyondMemory(m_size, file.name());
    m_data.reset(new char[m_size]);
    preferHugePages(m_data.get(), m_size);
    for (std::size_t offset = 0; offset < m_size; offset += kBlockBytes) {
        const std::span<char> block(m_data.get() + offset, std::min(kBlockBytes, m_size - offset));
        file.readAt(offset, std::as_writable_bytes(block));
        check(bytes().substr(0, offset + block.size()), offset);
        gate.check(static_cast<double>(offset) / static_cast<double>(m_size));
    }
}

} // namespace gatescope
