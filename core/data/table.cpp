// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/table.h"

#include "core/data/text/number_text.h"
#include "core/data/text/time_text.h"
#include "core/error.h"
#include "core/printable.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

std::shared_ptr<const double[]> shared(const std::vector<double> &values)
{
    std::shared_ptr<double[]> copy(new double[std::max<std::size_t>(values.size(), 1)]);
    std::copy(values.begin(), values.end(), copy.get());
    return copy;
}

bool wholeDay(double seconds)
{
    return std::isnan(seconds) || std::fmod(seconds, static_cast<double>(kDaySeconds)) == 0.0;
}

} // namespace

std::string_view columnKindName(ColumnKind kind)
{
    static constexpr std::array<std::string_view, 3> kNames{"number", "time", "text"};
    return kNames[static_cast<std::size_t>(kind)];
}

void CellCount::add(Index row, std::string_view text)
{
    ++count;
    if (first.size() < kPlaces)
        first.push_back({row, std::string(text.substr(0, 400))});
}

void CellCount::add(const CellCount &later, Index rowOffset)
{
    count += later.count;
    for (const CellPlace &place : later.first) {
        if (first.size() < kPlaces)
            first.push_back({place.row + rowOffset, place.text});
    }
}

void CellCount::dropFrom(Index end, Index dropped)
{
    count -= dropped;
    std::erase_if(first, [end](const CellPlace &place) { return place.row >= end; });
}

TextCodes::TextCodes(WordTable words, std::span<const std::uint32_t> codes)
    : m_words(std::move(words)), m_size(static_cast<Index>(codes.size()))
{
    m_words.freeze();
    m_width = m_words.size() < 0xFF ? 1 : m_words.size() < 0xFFFF ? 2 : 4;
    m_bytes.resize(codes.size() * m_width);
    std::uint8_t *next = m_bytes.data();
    for (const std::uint32_t code : codes) {
        for (std::size_t byte = 0; byte < m_width; ++byte)
            *next++ = static_cast<std::uint8_t>(code >> (8 * byte));
    }
}

std::uint32_t TextCodes::code(Index row) const
{
    const std::uint8_t *bytes = m_bytes.data() + static_cast<std::size_t>(row) * m_width;
    std::uint32_t code = 0;
    for (std::size_t byte = 0; byte < m_width; ++byte)
        code |= static_cast<std::uint32_t>(bytes[byte]) << (8 * byte);
    const std::uint32_t missing = m_width == 4 ? kMissing : (1U << (8 * m_width)) - 1;
    return code == missing ? kMissing : code;
}

std::string_view TextCodes::text(Index row) const
{
    const std::uint32_t number = code(row);
    return number == kMissing ? std::string_view() : m_words.word(number);
}

Column Column::numbers(std::string name, std::vector<double> values)
{
    Column column;
    column.m_name = std::move(name);
    column.m_size = static_cast<Index>(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (std::isinf(values[row])) {
            column.m_infinite.add(static_cast<Index>(row), values[row] > 0 ? "inf" : "-inf");
            values[row] = std::numeric_limits<double>::quiet_NaN();
        } else if (std::isnan(values[row])) {
            column.m_missing.add(static_cast<Index>(row), "");
        }
    }
    column.m_values = shared(values);
    column.findRange();
    return column;
}

void Column::findRange()
{
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double value : values()) { // NaN is neither lower nor higher
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    if (low > high)
        return;
    m_lowest = low;
    m_highest = high;
}

Column Column::times(std::string name, std::vector<double> seconds)
{
    Column column = numbers(std::move(name), std::move(seconds));
    column.m_kind = ColumnKind::Time;
    const auto values = column.values();
    column.m_datesOnly = std::all_of(values.begin(), values.end(), wholeDay);
    return column;
}

Column Column::words(std::string name, std::span<const std::string> cells)
{
    Column column;
    column.m_name = std::move(name);
    column.m_kind = ColumnKind::Text;
    column.m_size = static_cast<Index>(cells.size());
    WordTable words;
    std::vector<std::uint32_t> codes;
    codes.reserve(cells.size());
    for (const std::string &cell : cells) {
        const bool missing = isMissingWord(trimmed(cell));
        (missing ? column.m_missing : column.m_odd).add(static_cast<Index>(codes.size()), cell);
        codes.push_back(missing ? TextCodes::kMissing : words.add(cell));
    }
    column.m_codes = std::make_shared<const TextCodes>(std::move(words), codes);
    return column;
}

Column Column::asOneHot() const
{
    Column column = *this;
    column.m_oneHot = m_kind == ColumnKind::Text;
    return column;
}

bool Column::isMissing(Index row) const
{
    if (m_kind == ColumnKind::Text)
        return m_codes->code(row) == TextCodes::kMissing;
    return std::isnan(m_values[row]) && text(row).empty();
}

std::string Column::text(Index row) const
{
    if (m_kind == ColumnKind::Text)
        return std::string(m_codes->text(row));
    const double value = m_values[row];
    if (!std::isnan(value))
        return m_kind == ColumnKind::Time
                   ? formatTime(value, m_datesOnly, m_nanoseconds ? std::int64_t{m_nanoseconds[row]} : -1)
                   : formatNumber(value);
    if (!m_oddCells)
        return {};
    const auto found = std::lower_bound(m_oddCells->begin(), m_oddCells->end(), row,
                                        [](const CellPlace &cell, Index wanted) { return cell.row < wanted; });
    return found != m_oddCells->end() && found->row == row ? found->text : std::string();
}

std::string Column::label(Index row) const
{
    return isSpelt() && m_codes->code(row) != TextCodes::kMissing ? std::string(m_codes->text(row)) : text(row);
}

Column Column::withoutLast(Index rows) const
{
    Column column = *this;
    column.m_size = m_size - rows;
    Index missing = 0, infinite = 0, odd = 0;
    for (Index row = column.m_size; row < m_size; ++row) {
        const std::string cell = text(row);
        double value = 0.0;
        if (cell.empty())
            ++missing;
        else if (m_kind == ColumnKind::Text)
            ++odd;
        else if (std::isnan(m_values[row]))
            ++(readNumber(cell, {}, value) == NumberVerdict::Infinite ? infinite : odd);
    }
    column.m_missing.dropFrom(column.m_size, missing);
    column.m_infinite.dropFrom(column.m_size, infinite);
    column.m_odd.dropFrom(column.m_size, odd);
    if (m_values)
        column.findRange();
    return column;
}

void LineMap::add(Index row, std::int64_t line)
{
    if (m_changes.empty() || m_changes.back().line + (row - m_changes.back().row) != line)
        m_changes.push_back({row, line});
}

void LineMap::add(const LineMap &later, Index rowOffset)
{
    for (const Change &change : later.m_changes)
        add(change.row + rowOffset, change.line);
}

std::int64_t LineMap::line(Index row) const
{
    const auto after = std::upper_bound(m_changes.begin(), m_changes.end(), row,
                                        [](Index wanted, const Change &change) { return wanted < change.row; });
    if (after == m_changes.begin())
        return 0;
    const Change &change = *std::prev(after);
    return change.line + (row - change.row);
}

Table::Table(std::string source, std::vector<Column> columns, LineMap lines)
    : m_source(std::move(source)), m_columns(std::move(columns)), m_rows(m_columns.empty() ? 0 : m_columns[0].size())
{
    if (lines.byteSize() > 0)
        m_lines = std::make_shared<const LineMap>(std::move(lines));
    for (const Column &column : m_columns) {
        if (column.size() != m_rows)
            throw ShapeError("column " + quoted(column.name()) + " has " + std::to_string(column.size())
                             + " rows, the first column " + std::to_string(m_rows));
    }
}

Table Table::withColumns(std::vector<Column> columns) const
{
    Table table(m_source, std::move(columns));
    table.m_lines = m_lines;
    return table;
}

Index Table::find(std::string_view name) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].name() == name)
            return static_cast<Index>(i);
    }
    return -1;
}

const Column &Table::column(std::string_view name) const
{
    if (const Index index = find(name); index >= 0)
        return column(index);
    std::vector<std::string> names;
    for (const Column &each : m_columns)
        names.push_back(quoted(each.name()));
    throw DataError(m_source + " has no column " + quoted(std::string(name)) + "; its columns are "
                    + firstOf(names, 20));
}

std::string Table::place(Index row, std::string_view column) const
{
    std::string text = m_source + ", row " + std::to_string(row + 1);
    if (const std::int64_t fileLine = line(row); fileLine > 0)
        text += " (line " + std::to_string(fileLine) + ")";
    return text + ", column " + quoted(std::string(column));
}

Table Table::withoutLast(Index rows) const
{
    Table table = *this;
    for (Column &column : table.m_columns)
        column = column.withoutLast(rows);
    table.m_rows -= rows;
    return table;
}

std::size_t Table::byteSize() const
{
    std::size_t bytes = m_lines ? m_lines->byteSize() : 0;
    for (const Column &column : m_columns) {
        bytes += column.values().size_bytes();
        if (column.kind() == ColumnKind::Text || column.isSpelt())
            bytes += column.codes().byteSize();
    }
    return bytes;
}

} // namespace gatescope
