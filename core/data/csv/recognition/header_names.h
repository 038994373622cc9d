// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What is known of a table's width when its columns are named.
struct HeaderShape {
    std::vector<std::string> names; ///< cells of the header, empty without one
    std::size_t usualWidth = 0;     ///< of the rows, up to the last cell that is not empty
    std::size_t widest = 0;
    std::int64_t recordsBeyondNames = 0; ///< rows with a cell behind the last named column
    std::int64_t records = 0;
};

/// Number of header cells up to the last one that is not empty.
std::size_t usedNames(const std::vector<std::string> &names);

/// One name a column, trimmed, made unique (x, x_1), column3 where there is none. What was changed is told.
std::vector<std::string> columnNames(const HeaderShape &shape, bool header, CsvRecognition &recognition);

/// Whether one of a name's words says that the column is a time: time, timestamp, date, datetime, unix, epoch, ts, …
bool isTimeName(std::string_view name);

} // namespace gatescope
