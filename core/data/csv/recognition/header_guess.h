// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/recognition/column_evidence.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// Whether the first row of a table holds names: text above numbers, text only, or years or dates after names.
bool looksLikeHeader(const std::vector<std::string> &first, std::span<const ColumnEvidence> below);

/// Whether a row under a header holds units, or says what kind of values (Avg, Smp) stand below: no column of numbers
/// or times has one of these there, and all have known units, or there are several such columns without any other text.
bool looksLikeUnits(const std::vector<std::string> &row, std::span<const ColumnEvidence> below);

/// The names in a comment line such as "# time, value", if it has as many as the table has columns; else nothing.
std::vector<std::string> namesInComment(std::string_view comment, char delimiter, char quote, std::size_t columns);

} // namespace gatescope
