// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/resources.h"

namespace gatescope::cli {

std::filesystem::path resourcesFolder()
{
    std::error_code failed;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    const std::filesystem::path installed = program.parent_path() / GATESCOPE_RESOURCES_FROM_BIN;
    if (!failed && std::filesystem::is_directory(installed / "lessons", failed))
        return std::filesystem::canonical(installed);
    return GATESCOPE_SOURCE_RESOURCES;
}

} // namespace gatescope::cli
