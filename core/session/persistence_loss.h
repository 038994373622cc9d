// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/train/options/training_options.h"

#include <optional>

namespace gatescope {

/// The loss of the forecast that repeats each window's last value, on the validation part, else on the training part.
/// Scaled, as the training's own losses are. Unset where the last value is not known, and for classes.
std::optional<double> naiveForecastLoss(const PreparedData<float> &data, const TrainingOptions &training);

} // namespace gatescope
