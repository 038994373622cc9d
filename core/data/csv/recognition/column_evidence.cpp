// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/column_evidence.h"

#include "core/data/text/signed_number.h"
#include "core/data/text/time_text.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A group sign at the start of the text and its length: , . ' space or a no-break space; 0 for none.
std::size_t groupSign(std::string_view text, char &sign)
{
    if (text.empty())
        return 0;
    sign = text[0];
    if (sign == ',' || sign == '.' || sign == '\'' || sign == ' ')
        return 1;
    sign = ' ';
    if (text.starts_with("\xC2\xA0"))
        return 2;
    return text.starts_with("\xE2\x80\xAF") ? 3 : 0;
}

/// Digits between signs, as in 1.234.567,89.
struct DigitGroups {
    std::array<char, 64> signs{};
    std::size_t signCount = 0;
    bool threes = true;    ///< every group after the first has three digits, save the one after the last sign
    std::size_t first = 0; ///< digits of the first group
    std::size_t last = 0;  ///< digits of the last group
    bool ok = false;
};

DigitGroups digitGroups(std::string_view text)
{
    DigitGroups groups;
    std::size_t digits = 0;
    while (!text.empty()) {
        if (isDigit(text[0])) {
            ++digits;
            text.remove_prefix(1);
            continue;
        }
        char sign = 0;
        const std::size_t width = groupSign(text, sign);
        if (width == 0 || groups.signCount == groups.signs.size())
            return groups;
        if (groups.signCount == 0)
            groups.first = digits;
        else
            groups.threes = groups.threes && digits == 3;
        groups.signs[groups.signCount++] = sign;
        digits = 0;
        text.remove_prefix(width);
    }
    groups.last = digits;
    groups.ok = true;
    return groups;
}

CellShape shapeOfGroups(const DigitGroups &groups)
{
    const char sign = groups.signs[0];
    const char lastSign = groups.signs[groups.signCount - 1];
    const bool leads = groups.first >= 1 && groups.first <= 3;
    const bool same = std::all_of(groups.signs.begin(), groups.signs.begin() + groups.signCount - 1,
                                  [&](char c) { return c == sign; });
    if (!same || (groups.signCount > 1 && (!groups.threes || !leads)))
        return CellShape::Text;
    if (groups.signCount == 1) {
        const bool three = leads && groups.last == 3;
        if (sign == '.')
            return three ? CellShape::PointThree : CellShape::PointDecimal;
        if (sign == ',')
            return three ? CellShape::CommaThree : CellShape::CommaDecimal;
    }
    if (!leads || (lastSign == sign && groups.last != 3))
        return CellShape::Text;
    const bool decimalAfter = lastSign != sign;
    if (decimalAfter && lastSign != '.' && lastSign != ',')
        return CellShape::Text;
    switch (sign) {
    case ',':
        return CellShape::CommaGroups;
    case '.':
        return CellShape::PointGroups;
    case ' ':
        return !decimalAfter ? CellShape::SpaceGroups : lastSign == ',' ? CellShape::SpaceComma : CellShape::SpacePoint;
    default:
        return CellShape::ApostropheGroups;
    }
}

} // namespace

CellShape cellShape(std::string_view cell)
{
    if (isMissingWord(cell))
        return CellShape::Missing;
    double value = 0.0;
    const NumberVerdict verdict = readNumber(cell, {}, value);
    if (verdict == NumberVerdict::Infinite)
        return CellShape::Infinite;
    if (cell[0] == '+' || cell[0] == '-')
        cell.remove_prefix(1);
    else if (cell.starts_with("\xE2\x88\x92"))
        cell.remove_prefix(3);
    if (verdict == NumberVerdict::Number && std::all_of(cell.begin(), cell.end(), isDigit))
        return CellShape::Whole;
    const DigitGroups groups = digitGroups(cell);
    if (groups.ok && groups.signCount > 0 && groups.first + groups.last > 0)
        return shapeOfGroups(groups);
    if (verdict == NumberVerdict::Number)
        return CellShape::PointDecimal;
    return readNumber(cell, {',', 0}, value) == NumberVerdict::Number ? CellShape::CommaDecimal : CellShape::Text;
}

void ColumnEvidence::add(std::string_view cell)
{
    cell = trimmed(cell);
    ++m_cells;
    const CellShape shape = cellShape(cell);
    ++m_shapes[static_cast<std::size_t>(shape)];
    if (shape == CellShape::Whole) {
        const double value = parseNumber(cell).value_or(0.0);
        m_lowest = std::min(m_lowest, value);
        m_highest = std::max(m_highest, value);
    } else if (shape != CellShape::Missing && (isDigit(cell[0]) || isDigit(cell.back()))) {
        addTime(cell);
    }
    if (shape == CellShape::Text)
        addSigned(cell);
}

void ColumnEvidence::addSigned(std::string_view cell)
{
    const std::optional<SignedNumber> found = withoutSign(cell);
    const CellShape shape = found ? cellShape(found->number) : CellShape::Text;
    if (shape == CellShape::Text || shape == CellShape::Missing || shape == CellShape::Infinite)
        return;
    ++m_signedShapes[static_cast<std::size_t>(shape)];
    if (m_signedNumbers++ == 0)
        m_signedExample = cell;
}

void ColumnEvidence::takeSignedAsNumbers()
{
    for (std::size_t i = 0; i < kCellShapes; ++i) {
        m_shapes[i] += m_signedShapes[i];
        m_shapes[static_cast<std::size_t>(CellShape::Text)] -= m_signedShapes[i];
    }
    m_signedShapes = {};
}

void ColumnEvidence::addTime(std::string_view cell)
{
    bool any = false;
    for (const TimeFormat format : kWrittenTimes) {
        const auto i = static_cast<std::size_t>(format);
        const std::optional<double> time = parseTime(cell, format);
        if (!time)
            continue;
        any = true;
        m_descents[i] += m_times[i]++ > 0 && *time < m_lastTime[i];
        m_lastTime[i] = *time;
    }
    const auto separator = cell.find_first_not_of("0123456789");
    m_dotDates += any && separator != std::string_view::npos && cell[separator] == '.';
}

std::int64_t ColumnEvidence::numericIn(NumberStyle style) const
{
    const bool comma = style.decimal == ',';
    std::int64_t cells = count(CellShape::Whole);
    cells += comma ? count(CellShape::CommaDecimal) + count(CellShape::CommaThree)
                   : count(CellShape::PointDecimal) + count(CellShape::PointThree);
    if (comma && style.thousands == '.')
        cells += count(CellShape::PointGroups) + count(CellShape::PointThree);
    if (!comma && style.thousands == ',')
        cells += count(CellShape::CommaGroups) + count(CellShape::CommaThree);
    if (style.thousands == ' ')
        cells += count(CellShape::SpaceGroups) + count(comma ? CellShape::SpaceComma : CellShape::SpacePoint);
    if (style.thousands == '\'')
        cells += count(CellShape::ApostropheGroups);
    return cells;
}

TimeFormat ColumnEvidence::bestTime() const
{
    const std::int64_t month = times(TimeFormat::MonthFirst);
    const std::int64_t day = times(TimeFormat::DayFirst);
    if (times(TimeFormat::Iso) >= std::max(month, day))
        return TimeFormat::Iso;
    if (month != day)
        return month > day ? TimeFormat::MonthFirst : TimeFormat::DayFirst;
    if (m_dotDates * 2 > day)
        return TimeFormat::DayFirst;
    const auto monthDescents = m_descents[static_cast<std::size_t>(TimeFormat::MonthFirst)];
    const auto dayDescents = m_descents[static_cast<std::size_t>(TimeFormat::DayFirst)];
    return dayDescents < monthDescents ? TimeFormat::DayFirst : TimeFormat::MonthFirst;
}

bool ColumnEvidence::ambiguousDates() const
{
    return times(TimeFormat::MonthFirst) > 0 && times(TimeFormat::MonthFirst) == times(TimeFormat::DayFirst)
           && m_dotDates == 0;
}

std::int64_t ColumnEvidence::typed() const
{
    return numeric() + count(CellShape::Infinite) + times(bestTime());
}

std::optional<TimeFormat> ColumnEvidence::unixTime() const
{
    const std::int64_t whole = count(CellShape::Whole);
    if (whole == 0 || whole * 2 < present())
        return std::nullopt;
    if (m_lowest >= 1e8 && m_highest < 5e9)
        return TimeFormat::UnixSeconds;
    if (m_lowest >= 1e11 && m_highest < 5e12)
        return TimeFormat::UnixMilliseconds;
    return std::nullopt;
}

} // namespace gatescope
