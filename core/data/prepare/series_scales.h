// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepare/table_series.h"
#include "core/data/prepare/window_cutter.h"

namespace gatescope {

/// The scale of a column, fitted on the rows that train (or on all, as a mistake worth seeing).
/// @throws DataError where its numbers are too large to be scaled
ColumnScale fitValues(const Table &table, const TableSeries &series, const DataOptions &options, const Column &column,
                      std::span<const double> values);

/// A scale for every output (target t over horizon k is k·O₁ + t): of the changes since the windows' last rows.
std::vector<ColumnScale> fitChanges(const TableSeries &series, const DataOptions &options, const WindowStarts &windows);

} // namespace gatescope
