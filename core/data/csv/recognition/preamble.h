// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What stands above a table, so far as it can be told before the delimiter is known.
struct Preamble {
    std::size_t offset = 0;            ///< of what follows
    std::int64_t line = 1;             ///< and its line
    Index skippedLines = 0;            ///< asked for, and a "sep=" line
    std::optional<char> delimiter;     ///< that a "sep=" line names
    std::string comment;               ///< prefix of comment lines, empty for none
    std::vector<std::string> comments; ///< the comment lines, without prefix
};

/// Passes the lines to skip, a spreadsheet's "sep=;" and comment lines ('#' when the first line begins with it).
Preamble readPreamble(std::string_view text, const CsvOptions &options);

} // namespace gatescope
