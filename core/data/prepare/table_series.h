// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepare/missing_cells.h"
#include "core/data/prepared_data.h"
#include "core/data/progress_gate.h"

namespace gatescope {

/// A table's used columns as numbers in series order, before scaling and windows.
struct TableSeries {
    ColumnRoles roles;
    RowPlan plan;
    SeriesValues series;                  ///< features first
    std::vector<std::size_t> targetIndex; ///< of each target among the series
    std::vector<double> times;
    std::vector<std::string> classNames;
    std::vector<Index> knownEnds;            ///< row after the last of each sequence whose target is not still to come
    std::vector<std::array<Index, 4>> parts; ///< borders of the parts: one entry, or one a sequence

    bool hasTargets() const { return !roles.targets.empty(); }
    std::span<const double> feature(std::size_t i) const { return series.values[i]; }
    std::span<const double> target(std::size_t i) const { return series.values[targetIndex[i]]; }
    /// Whether a target is one of the features too.
    bool isFeature(std::size_t target) const { return targetIndex[target] < roles.features.size(); }
    /// The runs of rows that no window leaves: segments, without rows whose features are still to come.
    std::vector<std::array<Index, 2>> runs() const;
    /// By row, whether a target is not known; empty when all are.
    std::vector<bool> unknownTargets() const;
    /// Rows that train, in order.
    std::vector<std::array<Index, 2>> trainingRuns() const;
    /// Whether classification is of whole sequences: by id, and the label never changes within one.
    bool labelsAreConstant(TaskKind task) const;
};

/// Finds the columns, orders the rows, settles what is missing and splits.
/// @param given  the preparation of a network that exists already, or nullptr
/// @param steps  gets its total here: three for every column (one of them here) and kWindowSets
TableSeries collectSeries(const Table &table, const DataOptions &options, const Preparation *given, PrepareLog &log,
                          ProgressSteps &steps);

/// Sets of windows that are cut from a series: one step of progress each.
inline constexpr std::size_t kWindowSets = 5;

/// Counts the rows of every class, and warns of one that the training part lacks.
/// @throws DataError when a new network would have fewer than two classes
std::vector<Index> countClasses(const Table &table, const TableSeries &series, const DataOptions &options,
                                const Preparation *given, PrepareLog &log);

} // namespace gatescope
