// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv/scan/scanner.h"
#include "core/data/csv_options.h"
#include "core/data/table.h"

#include <string>
#include <vector>

namespace gatescope {

/// What a column is called and what its cells are to be read as.
struct ColumnPlan {
    std::string name;
    std::string unit;
    ColumnKind kind = ColumnKind::Number;
    NumberStyle numbers;
    TimeFormat time;
    std::vector<std::size_t> joined; ///< columns that make one time with this one, itself the first; empty for none
    bool ignored = false;            ///< its cells are passed over
    bool signs = false;     ///< a percent or currency sign is taken off its numbers, because it is told to be a number
    bool booleans = false;  ///< TRUE and FALSE, yes and no, on and off are 1 and 0
    bool literal = false;   ///< only empty cells and those of `na` are missing: it is told to be text
    bool spellings = false; ///< its numbers are kept as written too
    bool nanoseconds = false; ///< its times are kept to the nanosecond
    bool operator==(const ColumnPlan &) const = default;
};

/// Cells that mean "missing" beside the usual words.
struct MissingMarks {
    std::vector<std::string> texts;
    std::vector<double> numbers; ///< of those texts that are numbers: another form of the same number counts too

    explicit MissingMarks(const std::vector<std::string> &given = {});
    bool hasText(std::string_view trimmedCell) const;
    bool hasNumber(double value) const;
    /// Whether the cell is one of them, in one of the usual number styles.
    bool has(std::string_view trimmedCell) const;
    bool empty() const { return texts.empty(); }
    bool operator==(const MissingMarks &) const = default;
};

/// Everything that reading the cells needs to know.
struct CsvPlan {
    CsvDialect dialect;
    NumberStyle numbers; ///< of the file; each column has its own
    MissingMarks missing;
    std::vector<ColumnPlan> columns;
    std::size_t bodyOffset = 0; ///< of the first data row in the text
    std::int64_t bodyLine = 1;  ///< and its line
    bool operator==(const CsvPlan &) const = default;
};

} // namespace gatescope
