// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "app/cli/common/context.h"

#include <nlohmann/json_fwd.hpp>

namespace gatescope::cli {

/// One JSON object on standard output, indented; numbers keep all their bits, NaN becomes null.
void printJson(const nlohmann::ordered_json &value, Context &context);

/// Text from a file, fit for a terminal: control characters escaped, cut at 80 characters.
std::string shown(const std::string &text);
/// A number with a fixed count of digits after the point, whatever the locale: "0.123456".
std::string fixed(double value, int digits = 6);

/// Rows of cells as columns of equal width; numbers to the right.
void printAligned(const std::vector<std::vector<std::string>> &rows, std::ostream &out);

/// Several lists of options one after the other.
std::vector<OptionInfo> joined(const std::vector<std::vector<OptionInfo>> &lists);

} // namespace gatescope::cli
