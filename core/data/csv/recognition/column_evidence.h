// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"

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
    Whole,            ///< 42
    PointDecimal,     ///< 1.5, 1e3
    CommaDecimal,     ///< 1,5
    PointThree,       ///< 1.234: a decimal point or a thousands sign
    CommaThree,       ///< 1,234: a decimal comma or a thousands sign
    CommaGroups,      ///< 1,234.5 or 1,234,567
    PointGroups,      ///< 1.234,5 or 1.234.567
    SpaceGroups,      ///< 1 234
    SpacePoint,       ///< 1 234.5
    SpaceComma,       ///< 1 234,5
    ApostropheGroups, ///< 1'234
    Infinite,         ///< inf
    Text,             ///< anything else; may be a time
};
inline constexpr std::size_t kCellShapes = 14;

/// The shape of a cell whose blanks are trimmed.
CellShape cellShape(std::string_view trimmedCell);

/// The times that are written in words rather than as plain numbers.
inline constexpr std::array<TimeFormat, 3> kWrittenTimes{TimeFormat::Iso, TimeFormat::MonthFirst, TimeFormat::DayFirst};

/// What the cells of one column look like; counts add up over rows.
class ColumnEvidence {
public:
    void add(std::string_view cell);

    std::int64_t count(CellShape shape) const { return m_shapes[static_cast<std::size_t>(shape)]; }
    std::int64_t cells() const { return m_cells; }
    std::int64_t present() const { return m_cells - count(CellShape::Missing); }
    /// Cells that are a number in one style or another.
    std::int64_t numeric() const { return present() - count(CellShape::Text) - count(CellShape::Infinite); }
    /// Cells that are a number in this style.
    std::int64_t numericIn(NumberStyle style) const;
    /// Cells that are a time in this written format.
    std::int64_t times(TimeFormat format) const { return m_times[static_cast<std::size_t>(format)]; }
    /// The written format that most cells have; for dates that may be read both ways, the one in rising order.
    TimeFormat bestTime() const;
    /// Whether every date of the column can be read both as month first and as day first.
    bool ambiguousDates() const;
    /// Cells that are a number or a time.
    std::int64_t typed() const;
    /// Whether the column counts time since 1970, judged by its range.
    std::optional<TimeFormat> unixTime() const;
    /// Cells that would be a number without a percent or currency sign.
    std::int64_t signedNumbers() const { return m_signedNumbers; }
    /// The first of those.
    const std::string &signedExample() const { return m_signedExample; }
    /// Counts those as numbers from now on, because the column is told to be one.
    void takeSignedAsNumbers();

private:
    void addSigned(std::string_view cell);
    void addTime(std::string_view cell);

    std::array<std::int64_t, kCellShapes> m_shapes{};
    std::array<std::int64_t, 3> m_times{};
    std::array<std::int64_t, 3> m_descents{}; ///< times before the one in the row above, by format
    std::array<double, 3> m_lastTime{};
    std::int64_t m_cells = 0;
    std::array<std::int64_t, kCellShapes> m_signedShapes{}; ///< without their signs
    std::int64_t m_signedNumbers = 0;
    std::string m_signedExample;
    std::int64_t m_dotDates = 0;
    double m_lowest = std::numeric_limits<double>::infinity(); ///< of the whole numbers
    double m_highest = -std::numeric_limits<double>::infinity();
};

} // namespace gatescope
