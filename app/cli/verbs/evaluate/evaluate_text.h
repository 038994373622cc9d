// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/model_json.h"

#include <iosfwd>

namespace gatescope::cli {

/// What evaluate --json prints, as a person reads it: scores of each part, baselines, interval, verdicts.
void printEvaluation(const Json &json, std::ostream &out);

} // namespace gatescope::cli
