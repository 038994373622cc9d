// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/table.h"

#include <string>
#include <vector>

namespace gatescope {

/// Sentences that a preparation leaves behind.
struct PrepareLog {
    std::vector<std::string> notes;
    std::vector<std::string> warnings;
};

/// Which column plays which part.
struct ColumnRoles {
    std::vector<Column> features;
    std::vector<std::string> chosen; ///< columns of the table that the features are, or are made of
    std::vector<Column> targets;     ///< empty when they may be absent and are
    Column id;
    Column time;
    bool hasId = false;
    bool hasTime = false;
};

/// Finds the columns that the options name, and those they leave open.
/// @param applying  the network exists already: absent targets and an absent time column are no error
/// @throws DataError for a column that is not there, is of the wrong kind, or has cells that are no numbers
ColumnRoles resolveColumns(const Table &table, const DataOptions &options, bool applying, PrepareLog &log);

/// "column "x": "abc" is not a number" with file, row and line, and how many more there are.
[[noreturn]] void refuseOddCells(const Table &table, const Column &column);

/// Whether any column holds numbers, and not nothing.
bool hasNumbers(const Table &table);

/// @throws DataError that names what the columns hold instead of numbers, and what can be chosen
[[noreturn]] void refuseWithoutNumbers(const Table &table);

} // namespace gatescope
