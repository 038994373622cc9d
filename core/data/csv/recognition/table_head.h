// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/scan/scanner.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// More columns than this are refused.
inline constexpr std::size_t kMostColumns = 65536;

/// A record at the start of a text, its cells trimmed.
struct HeadRecord {
    std::vector<std::string> cells;
    std::size_t offset = 0; ///< in the text
    std::int64_t line = 0;
    std::size_t end = 0;     ///< offset of the next record
    bool afterBlank = false; ///< a blank line stands before it
};

/// Number of cells up to the last one that is not empty.
std::size_t usedWidth(std::span<const CsvCell> cells);

/// The first 64 records from an offset on, without blank lines.
/// @throws DataError when there is none, when one has too many cells, or when a quote is never closed
std::vector<HeadRecord> readTableHead(std::string_view text, std::size_t offset, std::int64_t line,
                                      const CsvDialect &dialect, const std::string &source);

} // namespace gatescope
