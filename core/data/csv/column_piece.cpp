// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/column_piece.h"

#include "core/ascii.h"
#include "core/data/csv/recognition/column_evidence.h"
#include "core/data/text/signed_number.h"
#include "core/data/text/time_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace gatescope {

namespace {

constexpr double kMissingValue = std::numeric_limits<double>::quiet_NaN();
constexpr double kLargestExact = 9007199254740992.0; // 2⁵³
constexpr std::size_t kOddCellsKept = 1'000'000;

/// Digits with at most one point among them, perhaps after a minus, few enough to be held exactly: an integer below 2⁵³
/// divided by a power of ten of at most 22, both exact, so that the quotient is the nearest double (Clinger 1990).
/// False for all else, also for what is a number.
bool readShortNumber(std::string_view raw, double &value)
{
    static constexpr std::array<double, 17> kPowers{1e0, 1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7, 1e8,
                                                    1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16};
    const char *at = raw.data();
    const char *const end = at + raw.size();
    const bool negative = at < end && *at == '-';
    at += negative;
    if (end - at > 17 || at == end || !isDigit(*at))
        return false;
    std::uint64_t digits = 0;
    for (; at < end && isDigit(*at); ++at)
        digits = digits * 10 + static_cast<unsigned>(*at - '0');
    std::size_t decimals = 0;
    if (at < end && *at == '.') {
        const char *const point = at++;
        for (; at < end && isDigit(*at); ++at)
            digits = digits * 10 + static_cast<unsigned>(*at - '0');
        decimals = static_cast<std::size_t>(at - point) - 1;
    }
    if (at != end || digits > static_cast<std::uint64_t>(kLargestExact))
        return false;
    const double magnitude = static_cast<double>(digits) / kPowers[decimals];
    value = negative ? -magnitude : magnitude;
    return true;
}

/// The usual case, without a second look: digits, perhaps after a minus, that are a finite number to the last byte.
bool readPlainNumber(std::string_view raw, double &value)
{
    if (readShortNumber(raw, value))
        return true;
    const std::size_t sign = !raw.empty() && raw[0] == '-' ? 1 : 0;
    if (raw.size() <= sign || !isDigit(raw[sign]))
        return false;
    const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    return error == std::errc() && end == raw.data() + raw.size();
}

} // namespace

ColumnRoom::ColumnRoom(const ColumnPlan &plan, std::size_t rows)
{
    rows = std::max<std::size_t>(rows, 1);
    if (plan.ignored)
        return;
    if (plan.kind == ColumnKind::Text || (plan.spellings && plan.kind == ColumnKind::Number))
        codes.reset(new std::uint32_t[rows]);
    if (plan.kind != ColumnKind::Text)
        values.reset(new double[rows]);
    if (plan.kind == ColumnKind::Time && plan.nanoseconds)
        nanoseconds.reset(new std::int32_t[rows]);
}

ColumnPiece::ColumnPiece(const ColumnPlan &plan, const MissingMarks &marks, const ColumnRoom &room,
                         std::size_t firstRow)
    : m_kind(plan.kind), m_plan(&plan), m_marks(&marks),
      m_plain(plan.kind == ColumnKind::Number && plan.numbers == NumberStyle{} && !room.codes && marks.empty()),
      m_values(room.values ? room.values.get() + firstRow : nullptr),
      m_codes(room.codes ? room.codes.get() + firstRow : nullptr),
      m_nanoseconds(room.nanoseconds ? room.nanoseconds.get() + firstRow : nullptr)
{
}

void ColumnPiece::read(Index row, std::string_view raw)
{
    if (!m_plain || !readPlainNumber(raw, m_values[row])) {
        readOther(row, raw);
        return;
    }
    if (std::abs(m_values[row]) >= kLargestExact)
        noteRounded(row, raw);
    m_zeros = m_zeros || (raw[0] == '0' && raw.size() > 1 && isDigit(raw[1]));
}

/// Counts a whole number, written out, that the double does not hold exactly.
void ColumnPiece::noteRounded(Index row, std::string_view cell)
{
    const std::string_view digits = cell.substr(cell[0] == '-' ? 1 : 0);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos)
        return;
    std::uint64_t exact = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), exact);
    if (error != std::errc() || std::bit_width(exact) - std::countr_zero(exact) > 53)
        m_rounded.add(row, cell);
}

void ColumnPiece::setMissing(Index row)
{
    if (isIgnored())
        return;
    m_missing.add(row, "");
    if (m_codes)
        m_codes[row] = TextCodes::kMissing;
    if (m_values)
        m_values[row] = kMissingValue;
    if (m_nanoseconds)
        m_nanoseconds[row] = 0;
}

bool ColumnPiece::isMissing(std::string_view cell) const
{
    if (cell.empty() || m_marks->hasText(cell))
        return true;
    if (m_kind == ColumnKind::Text)
        return !m_plan->literal && isMissingWord(cell);
    return isMissingNumber(cell);
}

void ColumnPiece::readOther(Index row, std::string_view raw)
{
    if (isIgnored())
        return;
    const std::string_view cell = trimmed(raw);
    if (isMissing(cell)) {
        setMissing(row);
        if (!cell.empty() && m_missing.first.back().row == row)
            m_missing.first.back().text = cell;
        return;
    }
    if (m_kind == ColumnKind::Text) {
        m_odd.add(row, cell);
        m_codes[row] = m_words.add(cell);
    } else if (m_kind == ColumnKind::Time) {
        readTimeCell(row, cell);
    } else {
        readNumberCell(row, cell);
    }
}

void ColumnPiece::readNumberCell(Index row, std::string_view cell)
{
    if (m_codes)
        m_codes[row] = m_words.add(cell);
    const NumberVerdict verdict = readNumber(cell, m_plan->numbers, m_values[row]);
    if (verdict == NumberVerdict::Number) {
        if (m_marks->hasNumber(m_values[row]))
            setMissing(row);
        else if (std::abs(m_values[row]) >= kLargestExact)
            noteRounded(row, cell);
        return;
    }
    if (m_plan->signs && readSigned(row, cell))
        return;
    if (const std::optional<double> value = m_plan->booleans ? booleanValue(cell) : std::nullopt) {
        m_values[row] = *value;
        return;
    }
    (verdict == NumberVerdict::Infinite ? m_infinite : m_odd).add(row, cell);
    keepOdd(row, cell);
}

/// Reads 12 % as 12 and $1.50 as 1.5, and counts it; false when that is no number either.
bool ColumnPiece::readSigned(Index row, std::string_view cell)
{
    const std::optional<SignedNumber> found = withoutSign(cell);
    if (!found || readNumber(found->number, m_plan->numbers, m_values[row]) != NumberVerdict::Number)
        return false;
    m_signsTaken.cells.add(row, cell);
    m_signsTaken.signs.insert(std::string(found->sign));
    return true;
}

void ColumnPiece::readTimeCell(Index row, std::string_view cell)
{
    const std::optional<TimeRead> time = readTime(cell, m_plan->time);
    if (!time) {
        m_odd.add(row, cell);
        keepOdd(row, cell);
        return;
    }
    m_values[row] = time->value();
    m_datesOnly = m_datesOnly && time->nanoseconds == 0 && time->seconds % kDaySeconds == 0;
    if (m_nanoseconds)
        m_nanoseconds[row] = time->nanoseconds;
    else
        m_timeTold.finer += time->nanoseconds % 1000 != 0;
    m_timeTold.spans += time->isSpan;
    if (!time->zone.empty())
        m_timeTold.zones.insert(std::string(time->zone));
}

void ColumnPiece::keepOdd(Index row, std::string_view cell)
{
    m_values[row] = kMissingValue;
    if (m_nanoseconds)
        m_nanoseconds[row] = 0;
    if (m_oddCells.size() < kOddCellsKept)
        m_oddCells.push_back({row, std::string(cell.substr(0, 400))});
}

namespace {

/// Moves the rows of all spans together, where blank lines left holes between them.
template <typename T>
void closeHoles(T *cells, std::span<const PieceSpan> spans)
{
    for (const PieceSpan &span : spans) {
        if (span.reserved != static_cast<std::size_t>(span.first) && span.rows > 0)
            std::memmove(cells + span.first, cells + span.reserved, static_cast<std::size_t>(span.rows) * sizeof(T));
    }
}

} // namespace

Column ColumnAssembler::assemble(const ColumnPlan &plan, ColumnRoom room, std::span<ColumnPiece> pieces,
                                 std::span<const PieceSpan> spans, Index dropped)
{
    Column column;
    column.m_name = plan.name;
    column.m_unit = plan.unit;
    column.m_kind = plan.kind;
    column.m_size = spans.empty() ? 0 : spans.back().first + spans.back().rows - dropped;
    column.m_datesOnly = plan.kind == ColumnKind::Time;
    auto oddCells = std::make_shared<std::vector<CellPlace>>();
    WordTable words;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        ColumnPiece &piece = pieces[i];
        const Index offset = spans[i].first;
        column.m_missing.add(piece.m_missing, offset);
        column.m_infinite.add(piece.m_infinite, offset);
        column.m_odd.add(piece.m_odd, offset);
        column.m_rounded.add(piece.m_rounded, offset);
        column.m_signsTaken.cells.add(piece.m_signsTaken.cells, offset);
        column.m_signsTaken.signs.merge(piece.m_signsTaken.signs);
        column.m_datesOnly = column.m_datesOnly && piece.m_datesOnly;
        column.m_timeTold.add(piece.m_timeTold);
        column.m_losesZeros = column.m_losesZeros || piece.m_zeros;
        for (CellPlace &cell : piece.m_oddCells)
            oddCells->push_back({cell.row + offset, std::move(cell.text)});
        if (!room.codes)
            continue;
        if (i == 0) {
            words = std::move(piece.m_words);
            continue;
        }
        std::vector<std::uint32_t> renumbered(piece.m_words.size());
        for (std::uint32_t word = 0; word < piece.m_words.size(); ++word)
            renumbered[word] = words.add(piece.m_words.word(word));
        std::uint32_t *codes = room.codes.get() + spans[i].reserved;
        for (Index row = 0; row < spans[i].rows; ++row)
            codes[row] = codes[row] == TextCodes::kMissing ? codes[row] : renumbered[codes[row]];
        piece.m_words = {};
    }
    if (dropped > 0)
        column.m_missing.dropFrom(column.m_size, dropped);
    if (room.codes) {
        closeHoles(room.codes.get(), spans);
        column.m_codes = std::make_shared<const TextCodes>(
            std::move(words),
            std::span<const std::uint32_t>(room.codes.get(), static_cast<std::size_t>(column.m_size)));
    }
    if (room.nanoseconds) {
        closeHoles(room.nanoseconds.get(), spans);
        column.m_nanoseconds = std::move(room.nanoseconds);
    }
    if (room.values) {
        closeHoles(room.values.get(), spans);
        column.m_values = std::move(room.values);
        column.findRange();
    }
    if (!oddCells->empty())
        column.m_oddCells = std::move(oddCells);
    return column;
}

} // namespace gatescope
