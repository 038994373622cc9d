// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/plan/csv_plan.h"
#include "core/data/progress_gate.h"

#include <string>
#include <string_view>

namespace gatescope {

/// What was met on the way, beside the cells themselves.
struct ParseReport {
    CellCount shortRows; ///< rows with fewer cells than columns; text: the number of cells
    CellCount longRows;  ///< rows with more cells, all of which count as missing; text: the number of cells
    Index blankLines = 0;
    Index commentLines = 0;
    std::size_t columns = 0;  ///< of the file, also those that are ignored
    Index emptyRowsAtEnd = 0; ///< rows of nothing but delimiters, left out
    std::int64_t strayQuotes = 0;
    std::int64_t strayQuoteLine = 0; ///< of the first
};

struct ParsedTable {
    Table table;
    ParseReport report;
};

/// Reads the cells of a text into columns, as the plan says.
///
/// A text without quotes is read in stretches by several threads, each writing to its place; one with quotes by one.
/// @throws DataError for an unclosed quote; ResourceError when the table would not fit into memory
ParsedTable parseTable(std::string_view text, const CsvPlan &plan, const std::string &source, const ProgressGate &gate);

} // namespace gatescope
