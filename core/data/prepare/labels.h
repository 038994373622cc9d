// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepare/row_plan.h"

#include <string>
#include <vector>

namespace gatescope {

/// Different labels of a column, sorted: numbers by value when all are numbers, else as text.
std::vector<std::string> sortedLabels(const Column &column, const RowPlan &plan);

/// Class number (0 … C−1) of every series row, NaN where the label is missing.
/// @throws DataError for a label that is none of the classes
std::vector<double> classNumbers(const Table &table, const Column &column, const RowPlan &plan,
                                 const std::vector<std::string> &classes);

} // namespace gatescope
