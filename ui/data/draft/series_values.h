// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"

#include <memory>
#include <string>
#include <vector>

namespace gatescope {

/// A column in original units, in the order in which the rows are used: the table's rows where nothing is prepared.
/// Cells that were filled in have the value they were given. NaN where there is none; empty for a column of text.
std::vector<double> seriesValues(const Table &table, const PreparedData<float> *prepared, const std::string &column);

/// The times of the rows as they are used; null without a time column.
std::shared_ptr<const std::vector<double>> seriesTimes(const Table &table, const PreparedData<float> *prepared,
                                                       const std::string &timeColumn);

} // namespace gatescope
