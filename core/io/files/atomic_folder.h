// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace gatescope {

/// A folder that appears whole or not at all: filled under another name beside the target, then renamed.
///
/// Destroyed without commit(), it is removed. What a killed process left behind is recognised by its free lock and
/// removed when the next folder is made beside it.
class AtomicFolder {
public:
    /// @throws IoError if the target exists and is not an empty folder, or cannot be made
    explicit AtomicFolder(const std::filesystem::path &target);
    AtomicFolder(const AtomicFolder &) = delete;
    AtomicFolder &operator=(const AtomicFolder &) = delete;
    ~AtomicFolder();

    /// Where a file of the folder has to be written now.
    std::filesystem::path path(std::string_view name) const { return m_temporary / name; }
    /// Writes files by calling `write`; what it throws names them where they would have been, not where they are made.
    template <typename Write>
    void fill(Write write);
    /// Makes it the target. Call once, last. @throws IoError; nothing is left then
    void commit();

private:
    void makeTemporary();
    [[noreturn]] void renamed(const class IoError &error) const;

    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    int m_descriptor = -1; ///< of the temporary, locked
};

} // namespace gatescope

#include "core/error.h"

template <typename Write>
void gatescope::AtomicFolder::fill(Write write)
{
    try {
        write();
    } catch (const IoError &error) {
        renamed(error);
    }
}
