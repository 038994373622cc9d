// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepare/column_roles.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// The rows that are used, in series order.
struct RowPlan {
    std::vector<std::int64_t> tableRows; ///< table row of each series row
    std::vector<Index> sequences;        ///< series row each id begins at, then the end; one sequence without ids
    std::vector<Index> segments;         ///< the same, broken at gaps too: no window crosses these
    bool tableOrder = false;             ///< every row of the table stands at its own place

    Index rows() const { return static_cast<Index>(tableRows.size()); }
    Index sequenceCount() const { return static_cast<Index>(sequences.size()) - 1; }
};

/// Orders the rows: by time if asked, then the rows of one id beside each other (ids in order of first appearance).
/// @throws DataError for a row without id, or without time where rows are sorted by it
RowPlan orderRows(const Table &table, const ColumnRoles &roles, const DataOptions &options);

/// Leaves out the series rows that are not to be kept.
void keepRows(RowPlan &plan, const std::vector<bool> &keep);

/// Values of the time column in series order; empty without one.
std::vector<double> seriesTimes(const RowPlan &plan, const ColumnRoles &roles);

/// Tells what is odd about the times and, where asked, breaks the segments at gaps.
void checkSeriesTimes(RowPlan &plan, const Table &table, const ColumnRoles &roles, std::span<const double> times,
                      const DataOptions &options, PrepareLog &log);

/// What is odd about the times of a table, with the remedies; nothing without a time column. Rows of one id count as
/// one series. @throws DataError for a row without id
std::vector<std::string> timeWarnings(const Table &table, const std::string &timeColumn, const std::string &sequenceId);

/// Borders of the parts in a run of rows: begin, ⌊f₀n⌋ and ⌊(f₀+f₁)n⌋ rows after it, end.
std::array<Index, 4> splitAt(Index begin, Index end, const std::array<double, 3> &split);

/// Where the parts begin and end: of one series by its rows; of several by whole sequences, or in each by its rows.
/// @param knownEnds  row after the last of each sequence whose target is known
std::vector<std::array<Index, 4>> splitRows(const RowPlan &plan, std::span<const Index> knownEnds,
                                            const DataOptions &options);

} // namespace gatescope
