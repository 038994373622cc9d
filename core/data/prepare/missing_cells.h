// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepare/row_plan.h"

#include <span>
#include <vector>

namespace gatescope {

/// The columns in use, each once, as numbers in series order: features, targets and, for labels, class numbers.
struct SeriesValues {
    std::vector<Column> columns;
    std::vector<std::vector<double>> values; ///< NaN where missing
    std::vector<bool> isLabel;
    std::vector<bool> mayMiss; ///< its missing cells are left alone (targets, when a network is applied)
    std::vector<bool> isTarget;
    std::vector<bool> future; ///< by row: the target is still to come, and missing there by right; may be empty

    /// Whether a cell is missing that should not be.
    bool lacks(std::size_t column, std::size_t row) const
    {
        return values[column][row] != values[column][row] && !(isTarget[column] && !future.empty() && future[row]);
    }
};

/// Marks the rows at the end of each sequence that have no target yet, but other features: their known future.
void findKnownFuture(const RowPlan &plan, SeriesValues &series, std::size_t features, PrepareLog &log);

/// The row after the last of each sequence that is not such a future.
std::vector<Index> knownEnds(const RowPlan &plan, const SeriesValues &series);

/// Deals with missing (and infinite) cells as the policy says: refuses, leaves out rows, or fills in; tells it.
///
/// Forward and Interpolate never look across borders; rows before the first value between two are left out, and
/// Interpolate carries the last value to the end. Rows count equally, whatever their times.
/// @throws DataError under Refuse, naming every column with its count and first place
///
/// @param borders  rows that filling in never looks across, from 0 to the number of rows
void settleMissing(const Table &table, RowPlan &plan, SeriesValues &series, MissingPolicy policy,
                   std::span<const Index> borders, PrepareLog &log);

} // namespace gatescope
