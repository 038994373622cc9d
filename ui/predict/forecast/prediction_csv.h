// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/judgement.h"

#include <filesystem>

namespace gatescope {

/// Writes every window's prediction, atomically, as the command line's predict does (start and row are table rows from
/// 0), with the persistence forecast, the part, the interval and the time of the row after it. Then the newest window's
/// outputs (part "future") and the free run beyond it ("free-run"), at their own rows and times.
/// @param interval, future  may be null
/// @throws IoError
void savePredictions(const ForecastResult &result, const ForecastInterval *interval, const FutureForecast *future,
                     const std::filesystem::path &path);

} // namespace gatescope
