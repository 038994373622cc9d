// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace gatescope {

/// A folder that no other test has, which may run at the same time; it goes with all that is in it.
class TemporaryFolder {
public:
    /// @throws std::filesystem::filesystem_error when it cannot be made
    explicit TemporaryFolder(const std::filesystem::path &parent = std::filesystem::temp_directory_path())
    {
        std::string pattern = (parent / "gatescope-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            throw std::filesystem::filesystem_error("mkdtemp", pattern, {errno, std::generic_category()});
        m_path = pattern;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;

    const std::filesystem::path &path() const { return m_path; }
    operator const std::filesystem::path &() const { return m_path; } // NOLINT(google-explicit-constructor): it is one
    std::filesystem::path operator/(const std::filesystem::path &name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// A place for a file in a folder that lasts as long as the program does.
inline std::filesystem::path temporaryPath(const std::string &name)
{
    static const TemporaryFolder folder;
    return folder / name;
}

} // namespace gatescope
