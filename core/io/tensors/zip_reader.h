// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// What the directory of an archive says about one entry.
struct ZipEntry {
    std::string name; ///< never used as a path
    std::uint64_t size = 0;
};

/// Reads stored and deflated ZIP archives, checked before use: a regular file, at most 100,000 entries, no two of one
/// name, none encrypted, declared sizes within the limit and within what deflate can unfold to.
class ZipReader {
public:
    /// @param limitBytes for all entries together
    /// @throws DataError if it is not a sound archive; ResourceError if it is too large; IoError if it cannot be read
    ZipReader(const std::filesystem::path &path, std::uint64_t limitBytes);
    ~ZipReader();

    const std::vector<ZipEntry> &entries() const { return m_entries; }
    const std::string &name() const { return m_name; } ///< the path, quoted for a message

    /// The first `limit` bytes of an entry, or all of it when it is shorter.
    std::vector<std::byte> head(std::size_t entry, std::size_t limit) const;
    /// An entry without its first `skip` bytes, its checksum verified. Memory grows with what really unfolds.
    std::vector<std::byte> read(std::size_t entry, std::size_t skip = 0) const;
    /// The comment at the archive's end.
    std::string comment() const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> m_implementation;
    std::string m_name;
    std::vector<ZipEntry> m_entries;
};

} // namespace gatescope
