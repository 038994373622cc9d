// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/recognition/column_evidence.h"
#include "core/data/csv/recognition/delimiter_guess.h"
#include "core/data/csv/scan/scanner.h"
#include "core/data/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What a column is called and what its cells are to be read as.
struct ColumnPlan {
    std::string name;
    std::string unit;
    ColumnKind kind = ColumnKind::Number;
    TimeFormat time = TimeFormat::Iso;
    bool ignored = false; ///< its cells are passed over
    bool signs = false;   ///< a percent or currency sign is taken off its numbers, because it is told to be a number
    bool operator==(const ColumnPlan &) const = default;
};

/// Everything that reading the cells needs to know.
struct CsvPlan {
    CsvDialect dialect;
    NumberStyle numbers;
    std::vector<ColumnPlan> columns;
    std::size_t bodyOffset = 0; ///< of the first data row in the text
    std::int64_t bodyLine = 1;  ///< and its line
    bool operator==(const CsvPlan &) const = default;
};

struct CsvRecognized {
    CsvPlan plan;
    CsvRecognition recognition;
};

/// Finds out how a text is to be read.
///
/// @param text      all of it
/// @param looked    bytes of it to look at; the rest is believed to be alike (the reader checks, and asks again)
/// @param source    for messages
/// @throws DataError when there is no table in it, a named time column is not there, or every column is ignored
CsvRecognized recognizeCsv(std::string_view text, std::size_t looked, const CsvOptions &options,
                           const std::string &source, const ProgressGate &gate);

} // namespace gatescope
