// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/text/word_table.h"
#include "core/math/tensor.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// Number: measured values. Time: seconds since 1970-01-01 00:00 UTC. Text: words, such as labels and names.
enum class ColumnKind { Number, Time, Text };
std::string_view columnKindName(ColumnKind kind); ///< number, time, text

/// A cell worth naming: its row (from 0) and what was found there.
struct CellPlace {
    Index row = 0;
    std::string text;
    bool operator==(const CellPlace &) const = default;
};

/// How many cells are so, and where the first three are.
struct CellCount {
    static constexpr std::size_t kPlaces = 3;
    Index count = 0;
    std::vector<CellPlace> first;

    void add(Index row, std::string_view text);
    /// Joins what a later part of the column counted, whose rows began at rowOffset.
    void add(const CellCount &later, Index rowOffset = 0);
    /// Forgets the rows from `end` on, of which `dropped` were counted.
    void dropFrom(Index end, Index dropped);
    bool operator==(const CellCount &) const = default;
};

/// Numbers that were read without the percent or currency sign they carry, and the signs met.
struct SignsTakenOff {
    CellCount cells;
    std::set<std::string> signs;
};

/// What is to be told of how a column's times were written.
struct TimeTold {
    std::set<std::string> zones; ///< names of zones that were taken off, such as CET
    Index spans = 0;             ///< cells that are a span, of which the begin was taken
    Index finer = 0;             ///< cells finer than a microsecond, cut to that

    void add(const TimeTold &other)
    {
        zones.insert(other.zones.begin(), other.zones.end());
        spans += other.spans;
        finer += other.finer;
    }
};

/// Words of a column, each stored once: the code of a row is the word's number; codes take 1, 2 or 4 bytes a row.
class TextCodes {
public:
    static constexpr std::uint32_t kMissing = 0xFFFFFFFF;
    TextCodes() = default;
    /// @param codes  one a row, a number in `words` or kMissing
    TextCodes(WordTable words, std::span<const std::uint32_t> codes);

    Index size() const { return m_size; }
    std::uint32_t code(Index row) const;
    const WordTable &words() const { return m_words; }
    /// The word of a row; empty when it is missing.
    std::string_view text(Index row) const;
    std::size_t byteSize() const { return m_words.byteSize() + m_bytes.capacity(); }

private:
    WordTable m_words;
    std::vector<std::uint8_t> m_bytes; ///< codes, m_width bytes each, little-endian
    Index m_size = 0;
    std::size_t m_width = 4;
};

/// One column of a table. Cheap to copy: the cells are shared and never change.
class Column {
public:
    Column() = default;
    /// Numbers; NaN is missing. Cells that are not finite are counted as infinite.
    static Column numbers(std::string name, std::vector<double> values);
    /// Times in seconds since 1970; NaN is missing.
    static Column times(std::string name, std::vector<double> seconds);
    static Column words(std::string name, std::span<const std::string> cells);

    const std::string &name() const { return m_name; }
    const std::string &unit() const { return m_unit; }
    ColumnKind kind() const { return m_kind; }
    Index size() const { return m_size; }
    /// The values of a Number or Time column, NaN where the cell is missing or no number; empty for Text.
    std::span<const double> values() const { return {m_values.get(), m_values ? static_cast<std::size_t>(m_size) : 0}; }
    /// The lowest and the highest of them; NaN when there are none. Cost O(1).
    double lowest() const { return m_lowest; }
    double highest() const { return m_highest; }
    /// The words of a Text column; of a Number column the numbers as they are written, if isSpelt().
    const TextCodes &codes() const { return *m_codes; }
    /// Whether a Number column keeps how its numbers are written, because equal ones are written differently.
    bool isSpelt() const { return m_kind == ColumnKind::Number && m_codes; }
    /// Whether numbers with leading zeros (007) were read without keeping them.
    bool losesZeros() const { return m_losesZeros; }

    const CellCount &missing() const { return m_missing; }   ///< empty cells, NA, NaN, null, -, ?
    const CellCount &infinite() const { return m_infinite; } ///< infinities and numbers beyond double's range
    /// Cells that are no numbers (no times): text in a Number (Time) column; for a Text column all that is not missing.
    const CellCount &odd() const { return m_odd; }
    /// Whole numbers with more digits than a double can hold, such as long ids: two of them may have become one.
    const CellCount &rounded() const { return m_rounded; }
    /// Cells read as numbers without their sign, where the column was told to be a number: $1.50, 12 %.
    const SignsTakenOff &signsTakenOff() const { return m_signsTaken; }
    bool isMissing(Index row) const;
    /// Whether a Text column becomes one feature a word, 1 where a row holds it and 0 elsewhere.
    bool isOneHot() const { return m_oneHot; }
    Column asOneHot() const;
    /// A cell as text that a person can read: a number with up to 17 digits, a time as ISO 8601; "" when missing.
    std::string text(Index row) const;
    /// A cell as a name, as ids and labels are: as it is written in the file where that is known ("007", "1.10"), else
    /// text().
    std::string label(Index row) const;
    const TimeTold &timeTold() const { return m_timeTold; }
    /// Whether every time of a Time column is a whole day, so that text() shows dates only.
    bool datesOnly() const { return m_datesOnly; }

    /// The same without its last rows. Cost O(1) for numbers and times, O(rows) for text.
    Column withoutLast(Index rows) const;

private:
    friend class ColumnAssembler;
    void findRange();

    std::string m_name;
    std::string m_unit;
    ColumnKind m_kind = ColumnKind::Number;
    Index m_size = 0;
    std::shared_ptr<const double[]> m_values;
    std::shared_ptr<const TextCodes> m_codes;
    /// Text of the odd cells of a Number or Time column, by row.
    std::shared_ptr<const std::vector<CellPlace>> m_oddCells;
    CellCount m_missing;
    CellCount m_infinite;
    CellCount m_odd;
    CellCount m_rounded;
    SignsTakenOff m_signsTaken;
    std::shared_ptr<const std::int32_t[]> m_nanoseconds; ///< of each time, where they are kept
    TimeTold m_timeTold;
    bool m_datesOnly = false;
    bool m_oneHot = false;
    bool m_losesZeros = false;
    double m_lowest = std::numeric_limits<double>::quiet_NaN();
    double m_highest = std::numeric_limits<double>::quiet_NaN();
};

/// Which line of the file a row began at, kept as the rows where the difference changes.
class LineMap {
public:
    /// Rows must be added in rising order; only changes are stored.
    void add(Index row, std::int64_t line);
    /// Joins the map of a later part, whose rows began at rowOffset.
    void add(const LineMap &later, Index rowOffset);
    /// Line numbers begin at 1; 0 when nothing is known.
    std::int64_t line(Index row) const;
    std::size_t byteSize() const { return m_changes.size() * sizeof(Change); }

private:
    struct Change {
        std::int64_t row;
        std::int64_t line;
    };
    std::vector<Change> m_changes;
};

/// Named columns of equal length, read from a file or made. Immutable; cheap to copy.
class Table {
public:
    Table() = default;
    /// @param source  where it came from, for messages: a file name, or "sine mix"
    /// @throws ShapeError if the columns differ in length
    Table(std::string source, std::vector<Column> columns, LineMap lines = {});

    const std::string &source() const { return m_source; }
    Index rows() const { return m_rows; }
    const std::vector<Column> &columns() const { return m_columns; }
    const Column &column(Index index) const { return m_columns[static_cast<std::size_t>(index)]; }
    /// The same rows and lines with other columns of the same length.
    Table withColumns(std::vector<Column> columns) const;
    /// Index of the column of this name, or −1.
    Index find(std::string_view name) const;
    /// The column of this name. @throws DataError naming the columns there are
    const Column &column(std::string_view name) const;
    /// Line of the file a row (from 0) began at, 0 when unknown.
    std::int64_t line(Index row) const { return m_lines ? m_lines->line(row) : 0; }
    /// "data.csv, row 57 (line 58), column "x"": rows counted from 1, the header not among them.
    std::string place(Index row, std::string_view column) const;
    /// The same without its last rows.
    Table withoutLast(Index rows) const;
    /// Bytes held by the cells.
    std::size_t byteSize() const;

private:
    std::string m_source;
    std::vector<Column> m_columns;
    std::shared_ptr<const LineMap> m_lines;
    Index m_rows = 0;
};

} // namespace gatescope
