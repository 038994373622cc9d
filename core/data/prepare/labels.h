// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepare/row_plan.h"

#include <string>
#include <vector>

namespace gatescope {

/// Different labels of a column, as they are written, sorted: numbers by value when all are numbers, else as text.
/// @throws DataError for more labels than there can be, or many different measurements
std::vector<std::string> sortedLabels(const Column &column, const RowPlan &plan);

/// Class number (0 … C−1) of every series row, NaN where the label is missing or none of the classes, which is told.
std::vector<double> classNumbers(const Table &table, const Column &column, const RowPlan &plan,
                                 const std::vector<std::string> &classes, PrepareLog &log);

} // namespace gatescope
