// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/derived_columns.h"

#include "core/data/calendar.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace gatescope {

namespace {

constexpr std::size_t kMostWords = 200;
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

Column oneHot(const Column &column, const std::string &word)
{
    std::vector<double> values(static_cast<std::size_t>(column.size()));
    for (Index row = 0; row < column.size(); ++row)
        values[static_cast<std::size_t>(row)] =
            column.isMissing(row) ? kMissing : (column.codes().text(row) == word ? 1.0 : 0.0);
    return Column::numbers(column.name() + "=" + word, std::move(values));
}

} // namespace

Column calendarColumn(const Column &time, std::string_view part, bool cosine)
{
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(time.size()));
    for (const double seconds : time.values()) {
        const double angle = std::isfinite(seconds) ? 2.0 * std::numbers::pi * calendarPhase(part, seconds) : kMissing;
        values.push_back(cosine ? std::cos(angle) : std::sin(angle));
    }
    return Column::numbers(calendarName(part, cosine), std::move(values));
}

std::vector<Column> oneHotColumns(const Table &table, const Column &column)
{
    const WordTable &words = column.codes().words();
    if (words.size() > kMostWords)
        throw DataError(table.source() + ": column " + quoted(column.name()) + " holds " + std::to_string(words.size())
                        + " different words, and at most " + std::to_string(kMostWords)
                        + " can become features; leave it out, or join rare words in the file");
    std::vector<std::string> sorted;
    for (std::uint32_t i = 0; i < words.size(); ++i)
        sorted.emplace_back(words.word(i));
    std::ranges::sort(sorted);
    std::vector<Column> columns;
    for (const std::string &word : sorted)
        columns.push_back(oneHot(column, word));
    return columns;
}

std::optional<Column> oneHotColumn(const Table &table, const std::string &name)
{
    for (std::size_t sign = name.find('='); sign != std::string::npos; sign = name.find('=', sign + 1)) {
        const Index found = table.find(std::string_view(name).substr(0, sign));
        if (found >= 0 && table.column(found).kind() == ColumnKind::Text)
            return oneHot(table.column(found), name.substr(sign + 1));
    }
    return std::nullopt;
}

} // namespace gatescope
