// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/forecast_result.h"

#include <filesystem>

namespace gatescope {

/// Writes every window's prediction, atomically, as the command line's predict does (start and row are table rows from
/// 0), with the part and the persistence forecast after it.
/// @throws IoError
void savePredictions(const ForecastResult &result, const std::filesystem::path &path);

} // namespace gatescope
