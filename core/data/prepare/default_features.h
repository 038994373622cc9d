// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/table.h"

#include <string>
#include <vector>

namespace gatescope {

/// What becomes of a column where the options name no feature.
enum class DefaultUse { None, Feature, Words, Empty, RowNumber };

/// Every numeric column is a feature, without the ones that have another part, or that would hand the answer to the
/// network. @param time  name of the time column in use, empty for none
DefaultUse defaultUse(const Column &column, const DataOptions &options, const std::string &time);

/// The columns that are features where the options name none. @param time  the time column in use, empty for none
std::vector<std::string> defaultFeatures(const Table &table, const DataOptions &options, const std::string &time);

/// Whether no cell has a value.
inline bool isEmpty(const Column &column)
{
    return column.missing().count == column.size();
}

/// Whether a column only counts the rows: it rises by the same step from each to the next.
bool countsRows(const Column &column);

} // namespace gatescope
