// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/table.h"

#include <optional>

namespace gatescope {

/// A feature "hour sin" of a time column: sin or cos of 2π · calendarPhase(); NaN where the time is missing.
Column calendarColumn(const Column &time, std::string_view part, bool cosine);

/// The features that a column of words becomes, one a word in sorted order: "status=ok" is 1 where a row holds it and 0
/// elsewhere, NaN where the cell is missing. @throws DataError for more than 200 different words
std::vector<Column> oneHotColumns(const Table &table, const Column &column);

/// The feature of that name where it is made of a column of words: "status=ok". Empty when the table has no such
/// column.
std::optional<Column> oneHotColumn(const Table &table, const std::string &name);

} // namespace gatescope
