// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/train/trainer.h"

#include <nlohmann/json.hpp>

namespace gatescope::cli {

using Json = nlohmann::ordered_json;

/// null when there is none.
Json optionalJson(const std::optional<double> &value);
/// Every setting of core's table by its id.
Json settingsJson(const Settings &settings);
/// An array with a record an epoch.
Json historyJson(const std::vector<EpochRecord> &epochs);
/// Columns, windows, split and scaler.
Json preparationJson(const Preparation &preparation);

} // namespace gatescope::cli
