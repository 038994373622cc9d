// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace gatescope::fuzz {

/// Bytes as a file that lies in memory, for readers that want a path.
class MemoryFile {
public:
    explicit MemoryFile(std::span<const std::byte> content);
    ~MemoryFile();
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    std::filesystem::path path() const;

private:
    int m_descriptor;
};

} // namespace gatescope::fuzz
