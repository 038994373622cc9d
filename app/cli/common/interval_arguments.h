// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "core/evaluation/conformal.h"

#include <optional>
#include <string>

namespace gatescope::cli {

/// --interval: a share between 0 and 1, "0.9"; nothing when it is not given. @throws OptionError
std::optional<double> intervalLevel(const Arguments &arguments);

/// Why a model has no interval of a level, as a sentence's end with the way out.
std::string whyNoInterval(const ConformalResiduals &residuals, double level);

} // namespace gatescope::cli
