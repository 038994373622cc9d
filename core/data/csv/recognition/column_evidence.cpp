// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/recognition/column_evidence.h"

#include "core/ascii.h"
#include "core/data/text/signed_number.h"
#include "core/data/text/time_text.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::int64_t kMostSpellings = 16384; ///< different ones that are kept of a column
constexpr std::int64_t kAlwaysKept = 4096;     ///< in a column of so many cells they are kept however they differ

/// A group sign at the start of the text and its length: , . ' space or a no-break space; 0 for none.
std::size_t groupSign(std::string_view text, char &sign)
{
    if (text.empty())
        return 0;
    sign = text[0];
    if (sign == ',' || sign == '.' || sign == '\'')
        return 1;
    sign = '\'';
    if (text.starts_with("\xE2\x80\x99"))
        return 3;
    sign = ' ';
    return text[0] == '\t' ? 0 : blankWidth(text);
}

/// Digits between signs, as in 1.234.567,89.
struct DigitGroups {
    std::array<char, 64> signs{};
    std::size_t signCount = 0;
    bool zero = false;     ///< the first group begins with 0, so that it is no group of thousands
    bool threes = true;    ///< every group after the first has three digits, save the one after the last sign
    std::size_t first = 0; ///< digits of the first group
    std::size_t last = 0;  ///< digits of the last group
    bool ok = false;
};

DigitGroups digitGroups(std::string_view text)
{
    DigitGroups groups;
    groups.zero = text.starts_with('0');
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
    const bool leads = groups.first >= 1 && groups.first <= 3 && !groups.zero;
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
    if (isMissingNumber(cell))
        return CellShape::NoNumber;
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

bool neverWrittenTime(CellShape shape)
{
    return shape == CellShape::Whole || shape == CellShape::PointDecimal || shape == CellShape::CommaDecimal
           || shape == CellShape::PointThree || shape == CellShape::CommaThree;
}

std::optional<double> booleanValue(std::string_view cell)
{
    static constexpr std::array<std::pair<std::string_view, double>, 6> kWords{
        {{"true", 1.0}, {"false", 0.0}, {"yes", 1.0}, {"no", 0.0}, {"on", 1.0}, {"off", 0.0}}};
    for (const auto &[word, value] : kWords) {
        if (equalsIgnoringCase(cell, word))
            return value;
    }
    return std::nullopt;
}

void TimeEvidence::add(double value, bool before)
{
    if (count++ == 0)
        first = last = value;
    else
        descents += before ? value > first : value < last;
    (before ? first : last) = value;
}

void ColumnEvidence::add(std::string_view cell, bool before)
{
    cell = trimmed(cell);
    ++m_cells;
    const CellShape shape = cellShape(cell);
    ++m_shapes[static_cast<std::size_t>(shape)];
    if (shape == CellShape::Missing || shape == CellShape::NoNumber)
        return;
    if (shape != CellShape::Text && shape != CellShape::Infinite)
        addNumber(cell, shape, before);
    if (!neverWrittenTime(shape) && cell.size() <= 80 && cell.find_first_of("0123456789") != std::string_view::npos)
        addTime(cell, before);
    if (shape != CellShape::Text)
        return;
    if (m_textExample.empty())
        m_textExample = cell.substr(0, 80);
    m_booleans += booleanValue(cell).has_value();
    addSigned(cell);
}

void ColumnEvidence::addNumber(std::string_view cell, CellShape shape, bool before)
{
    const bool comma = shape == CellShape::CommaDecimal;
    const std::optional<double> value = parseNumber(cell, {comma ? ',' : '.', 0});
    addSpelling(cell);
    if (!value)
        return;
    m_lowest = std::min(m_lowest, *value);
    m_highest = std::max(m_highest, *value);
    m_numbers.add(*value, before);
    if (shape == CellShape::Whole && cell.size() >= 6 && cell.size() <= 14 && isDigit(cell[0])) {
        if (readTime(cell, TimeFormat::Iso)) {
            ++m_compact;
            m_compactDigits = std::min(m_compactDigits, cell.size());
        }
    }
}

/// Looks at the zeros that make two spellings of one number.
void ColumnEvidence::addSpelling(std::string_view cell)
{
    const std::size_t sign = cell[0] == '-' || cell[0] == '+' ? 1 : 0;
    m_leadingZeros = m_leadingZeros || (cell.size() > sign + 1 && cell[sign] == '0' && isDigit(cell[sign + 1]));
    const std::size_t point = cell.find_last_of(".,");
    const std::size_t decimals = point == std::string_view::npos ? 0 : cell.size() - point - 1;
    m_pointZero = m_pointZero || (decimals == 1 && cell.back() == '0');
    m_trailingZeros = m_trailingZeros || (decimals > 1 && cell.back() == '0');
    m_fewestDecimals = std::min(m_fewestDecimals, decimals);
    m_mostDecimals = std::max(m_mostDecimals, decimals);
    if (m_spellings.size() <= kMostSpellings)
        m_spellings.add(cell);
}

bool ColumnEvidence::variesInSpelling() const
{
    const bool different = m_leadingZeros || (m_trailingZeros && m_fewestDecimals < m_mostDecimals)
                           || (m_pointZero && m_fewestDecimals == 0);
    const std::int64_t words = m_spellings.size();
    return different && words <= kMostSpellings && (m_cells <= kAlwaysKept || words * 2 <= m_cells);
}

std::size_t ColumnEvidence::compactDates() const
{
    return m_compact > 0 && m_compact == present() ? m_compactDigits : 0;
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

void ColumnEvidence::addTime(std::string_view cell, bool before)
{
    bool any = false;
    for (const TimeFormat::Kind format : kWrittenTimes) {
        const std::optional<TimeRead> time = readTime(cell, format);
        if (!time)
            continue;
        any = true;
        m_times[format].add(time->value(), before);
        m_nanoseconds = m_nanoseconds || time->nanoseconds % 1000 != 0;
        m_hasClock = m_hasClock || time->nanoseconds != 0 || time->seconds % kDaySeconds != 0;
    }
    const auto separator = cell.find_first_not_of("0123456789");
    m_clocks += !any && isClock(cell);
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

TimeFormat::Kind ColumnEvidence::bestTime() const
{
    const TimeEvidence &month = m_times[TimeFormat::MonthFirst];
    const TimeEvidence &day = m_times[TimeFormat::DayFirst];
    const TimeEvidence &year = m_times[TimeFormat::YearFirst];
    if (times(TimeFormat::Iso) >= std::max({month.count, day.count, year.count}))
        return TimeFormat::Iso;
    const bool dayIsBetter = month.count != day.count ? month.count < day.count
                                                      : m_dotDates * 2 > day.count || day.descents < month.descents;
    const TimeFormat::Kind best = dayIsBetter ? TimeFormat::DayFirst : TimeFormat::MonthFirst;
    const TimeEvidence &found = m_times[best];
    // Rows of a table lie close in time: a reading that makes 30 days of 30 years is the right one.
    if (year.count > found.count
        || (year.count == found.count
            && (year.descents < found.descents
                || (year.descents == found.descents && year.span() * 5.0 < found.span()))))
        return TimeFormat::YearFirst;
    return best;
}

bool ColumnEvidence::ambiguousDates() const
{
    const std::int64_t best = times(bestTime());
    const auto alike =
        std::count_if(m_times.begin(), m_times.end(), [best](const TimeEvidence &time) { return time.count == best; });
    return best > 0 && alike > 1 && m_dotDates == 0;
}

std::int64_t ColumnEvidence::typed() const
{
    return numeric() + count(CellShape::Infinite) + times(bestTime());
}

bool ColumnEvidence::countsNow() const
{
    double unit = 1.0;
    for (int i = 0; i < 4; ++i, unit *= 1000.0) {
        if (m_lowest >= 1e9 * unit && m_highest < 2e9 * unit)
            return true;
    }
    return false;
}

std::optional<TimeFormat> ColumnEvidence::unixTime() const
{
    if (numeric() == 0 || numeric() * 2 < present())
        return std::nullopt;
    double unit = 1.0;
    for (const TimeFormat::Kind kind : {TimeFormat::UnixSeconds, TimeFormat::UnixMilliseconds,
                                        TimeFormat::UnixMicroseconds, TimeFormat::UnixNanoseconds}) {
        if (m_lowest >= 1e8 * unit && m_highest < 5e9 * unit)
            return kind;
        unit *= 1000.0;
    }
    return std::nullopt;
}

} // namespace gatescope
