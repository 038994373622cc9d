// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace gatescope {

/// A file of the exported PyTorch project that is the same for every network.
struct ProjectFile {
    std::string_view name;
    std::string_view content;
};

/// The files of core/io/export/project, as they stood when the program was built.
std::span<const ProjectFile> projectFiles();

} // namespace gatescope
