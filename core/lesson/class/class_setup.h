// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace gatescope {

inline constexpr std::uint64_t kLargestClassFile = 1 << 16;

/// What a teacher prepared for a class: what opens, and what of the program is shown. Empty lists mean all.
struct ClassSetup {
    std::string title;
    std::string lesson;                  ///< the id of the lesson that opens; empty: none
    std::vector<std::string> lessons;    ///< listed, by id
    std::vector<std::string> workspaces; ///< in the rail, by id
    std::vector<std::string> settings;   ///< in the form, by id
    bool isLocked = false;               ///< settings are shown and cannot be changed
    /// The network of a new training on data that bring none of their own (an example's, a text's): few units can be
    /// told apart from the back row.
    int layers = 1;
    int hidden = 8;

    bool operator==(const ClassSetup &) const = default;
};

/// Workspaces that a set-up may name.
const std::vector<std::string> &classWorkspaces();

/// Reads a .gatescope-class file: JSON. It names ids and nothing that is opened from elsewhere.
/// @throws IoError; DataError naming the file, the entry that is wrong, and what it may be
ClassSetup readClassSetup(const std::filesystem::path &path);
/// @throws IoError as AtomicFile
void writeClassSetup(const std::filesystem::path &path, const ClassSetup &setup);

} // namespace gatescope
