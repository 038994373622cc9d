// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/progress_gate.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

namespace gatescope {

/// A regular file's bytes in memory of their own.
///
/// They are copied rather than mapped, because a mapped file that another program shortens ends the program (SIGBUS),
/// and one that changes between two passes over it breaks what the first pass found out.
class FileBytes {
public:
    /// Looks at what has been read so far, of which the bytes from an offset on are new; throws to end the reading.
    using BlockCheck = std::function<void(std::string_view bytes, std::size_t newFrom)>;

    /// @param gate   looked at after every few megabytes
    /// @param check  called with the first 64 kB before memory for the rest is asked for, then after every few
    /// megabytes
    /// @throws IoError for what is missing, no regular file, unreadable, or shortened while it is read; ResourceError
    /// when it does not fit into memory
    FileBytes(const std::filesystem::path &path, const ProgressGate &gate, const BlockCheck &check);

    std::string_view bytes() const { return {m_data.get(), m_size}; }

private:
    std::unique_ptr<char[]> m_data;
    std::size_t m_size = 0;
};

} // namespace gatescope
