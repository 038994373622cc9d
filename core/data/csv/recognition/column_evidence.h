// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/text/word_table.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// How a cell looks, before anything is known of the file's decimal and thousands signs.
enum class CellShape {
    Missing,
    NoNumber,         ///< missing where numbers are expected, else text: None, #DIV/0!
    Whole,            ///< 42
    PointDecimal,     ///< 1.5, 1e3
    CommaDecimal,     ///< 1,5
    PointThree,       ///< 1.234: a decimal point or a thousands sign (0.234 is no group: PointDecimal)
    CommaThree,       ///< 1,234: a decimal comma or a thousands sign (0,234 is no group: CommaDecimal)
    CommaGroups,      ///< 1,234.5 or 1,234,567
    PointGroups,      ///< 1.234,5 or 1.234.567
    SpaceGroups,      ///< 1 234
    SpacePoint,       ///< 1 234.5
    SpaceComma,       ///< 1 234,5
    ApostropheGroups, ///< 1'234
    Infinite,         ///< inf
    Text,             ///< anything else; may be a time
};
inline constexpr std::size_t kCellShapes = 15;

/// The shape of a cell whose blanks are trimmed.
CellShape cellShape(std::string_view trimmedCell);
/// Whether no cell of that shape is a time in one of kWrittenTimes, so that none need be looked for.
bool neverWrittenTime(CellShape shape);

/// The times that are written in words rather than as plain numbers.
inline constexpr std::array<TimeFormat::Kind, 4> kWrittenTimes{TimeFormat::Iso, TimeFormat::MonthFirst,
                                                               TimeFormat::DayFirst, TimeFormat::YearFirst};

/// How the cells of a column look as times in one format.
struct TimeEvidence {
    std::int64_t count = 0;
    std::int64_t descents = 0; ///< times before the one in the row above
    double first = 0.0;
    double last = 0.0;

    /// @param before  the cell stands above all that were added before it
    void add(double value, bool before);
    double span() const { return last > first ? last - first : first - last; }
};

/// What the cells of one column look like; counts add up over rows.
class ColumnEvidence {
public:
    /// @param before  the cell stands above all that were added before it
    void add(std::string_view cell, bool before = false);

    std::int64_t count(CellShape shape) const { return m_shapes[static_cast<std::size_t>(shape)]; }
    std::int64_t cells() const { return m_cells; }
    /// Cells that are not missing, if the column holds numbers or times.
    std::int64_t present() const { return m_cells - count(CellShape::Missing) - count(CellShape::NoNumber); }
    /// Cells that are a number in one style or another.
    std::int64_t numeric() const { return present() - count(CellShape::Text) - count(CellShape::Infinite); }
    /// Cells that are a number in this style.
    std::int64_t numericIn(NumberStyle style) const;
    /// Cells that are a time in this written format.
    /// None in one that is a plain number: those are counted as numbers.
    std::int64_t times(TimeFormat::Kind format) const { return format < m_times.size() ? m_times[format].count : 0; }
    /// The written format that most cells have; for dates that may be read several ways, the one in rising order.
    TimeFormat::Kind bestTime() const;
    /// Whether every date of the column can be read in several ways.
    bool ambiguousDates() const;
    /// Cells that are a number or a time.
    std::int64_t typed() const;
    /// Whether every number of the column is a date without signs between its parts (20240331, 202403311405, …), and
    /// their fewest digits; 0 when it is not.
    std::size_t compactDates() const;
    /// Whether the column counts time since 1970, judged by its range.
    std::optional<TimeFormat> unixTime() const;
    /// Whether its numbers never fall and do rise, over ten rows at least: as times and row numbers do.
    bool rises() const { return m_numbers.count >= 10 && m_numbers.descents == 0 && m_numbers.last > m_numbers.first; }
    /// Cells that would be a number without a percent or currency sign.
    std::int64_t signedNumbers() const { return m_signedNumbers; }
    /// The first of those.
    const std::string &signedExample() const { return m_signedExample; }
    /// Counts those as numbers from now on, because the column is told to be one.
    void takeSignedAsNumbers();
    /// Whether every cell that is there is TRUE, FALSE, yes, no, on or off, and there is one.
    bool isBoolean() const { return m_booleans > 0 && m_booleans == present(); }
    /// Whether equal numbers are written in different ways, as ids and labels may be (007 and 7, 1.1 and 1.10), and few
    /// enough that the spellings can be kept.
    bool variesInSpelling() const;
    /// Cells that are a time of day without a date: 14:05, 2:05:09 PM.
    std::int64_t clocks() const { return m_clocks; }
    /// Whether one of its written times has a time of day.
    bool hasClock() const { return m_hasClock; }
    /// Whether all its numbers, counted since 1970, are times of 2001 to 2033.
    bool countsNow() const;
    /// Whether its times are finer than the microseconds that a double of seconds holds.
    bool hasNanoseconds() const { return m_nanoseconds; }
    /// The first cell that is neither a number nor missing.
    const std::string &textExample() const { return m_textExample; }

private:
    void addSigned(std::string_view cell);
    void addTime(std::string_view cell, bool before);
    void addNumber(std::string_view cell, CellShape shape, bool before);
    void addSpelling(std::string_view cell);

    std::array<std::int64_t, kCellShapes> m_shapes{};
    std::array<TimeEvidence, 4> m_times{};
    TimeEvidence m_numbers; ///< the numbers themselves
    std::int64_t m_cells = 0;
    std::array<std::int64_t, kCellShapes> m_signedShapes{}; ///< without their signs
    std::int64_t m_signedNumbers = 0;
    std::int64_t m_booleans = 0;
    std::string m_signedExample;
    std::string m_textExample;
    std::int64_t m_dotDates = 0;
    std::int64_t m_compact = 0;
    std::int64_t m_clocks = 0;
    bool m_hasClock = false;
    std::size_t m_compactDigits = 99;
    bool m_nanoseconds = false;
    bool m_leadingZeros = false;
    bool m_trailingZeros = false; ///< 1.10, but not 1.0
    bool m_pointZero = false;     ///< 1.0
    std::size_t m_fewestDecimals = 99;
    std::size_t m_mostDecimals = 0;
    WordTable m_spellings;                                     ///< different numbers as written, up to kMostSpellings
    double m_lowest = std::numeric_limits<double>::infinity(); ///< of the numbers
    double m_highest = -std::numeric_limits<double>::infinity();
};

/// Whether a cell is TRUE, yes or on (1), FALSE, no or off (0), in any case of letters.
std::optional<double> booleanValue(std::string_view trimmedCell);

} // namespace gatescope
