// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace gatescope::cli {

/// The folder with data sets and lessons: beside an installed program, else in the source tree it was built from.
std::filesystem::path resourcesFolder();

} // namespace gatescope::cli
