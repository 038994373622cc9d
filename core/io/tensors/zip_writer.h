// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/files/file_operations.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// Puts together a ZIP archive of stored (not compressed) entries in memory and writes it atomically. All times are
/// 1980-01-01, so that the same entries give the same bytes.
class ZipWriter {
public:
    void add(std::string name, std::vector<std::byte> content);
    void add(std::string name, std::string_view text);
    /// @param comment at most 65,535 bytes
    void setComment(std::string comment) { m_comment = std::move(comment); }

    /// @throws ResourceError if memory does not suffice; IoError as AtomicFile
    void write(const std::filesystem::path &path, const FileOperations &operations = systemFileOperations()) const;

private:
    struct Entry {
        std::string name;
        std::vector<std::byte> content;
    };
    std::vector<Entry> m_entries;
    std::string m_comment;
};

} // namespace gatescope
