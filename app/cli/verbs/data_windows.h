// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <ostream>

namespace gatescope::cli {

/// Writes the windows of every part, their first rows and the scaler.
/// @throws ResourceError when they do not fit into memory; IoError
void writeWindows(const PreparedData<double> &data, const std::filesystem::path &path);

/// What a training would get: windows by part, features, outputs, rows by class, notes.
nlohmann::ordered_json windowsJson(const PreparedData<double> &data);
void printWindows(const PreparedData<double> &data, std::ostream &out);

} // namespace gatescope::cli
