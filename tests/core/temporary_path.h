// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <unistd.h>

namespace gatescope {

/// A place for a file or folder that no other test, which may run at the same time, has.
inline std::filesystem::path temporaryPath(const std::string &name)
{
    return std::filesystem::path(::testing::TempDir()) / ("gatescope-" + std::to_string(::getpid()) + "-" + name);
}

} // namespace gatescope
