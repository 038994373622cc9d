// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/recognition/column_evidence.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// Whether the first row of a table holds names: text above numbers, text only, or years after names.
/// @param second  the second row, which `below` does not count yet
bool looksLikeHeader(const std::vector<std::string> &first, const std::vector<std::string> &second,
                     std::span<const ColumnEvidence> below);

/// Whether the row under a header holds units: every numeric column has one or nothing there.
bool looksLikeUnits(const std::vector<std::string> &row, std::span<const ColumnEvidence> below);

/// The names in a comment line such as "# time, value", if it has as many as the table has columns; else nothing.
std::vector<std::string> namesInComment(std::string_view comment, char delimiter, char quote, std::size_t columns);

} // namespace gatescope
