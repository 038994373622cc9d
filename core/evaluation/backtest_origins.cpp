// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/backtest_origins.h"

#include "core/data/text/word_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

Index shareOf(double share, Index rows)
{
    return static_cast<Index>(std::floor(share * static_cast<double>(rows)));
}

} // namespace

BacktestOrigins::BacktestOrigins(const Table &table, const DataOptions &options, Index count)
    : m_count(count), m_order(static_cast<std::size_t>(table.rows()))
{
    std::iota(m_order.begin(), m_order.end(), 0);
    const Column *time = !options.time.empty() && table.column(options.time).kind() != ColumnKind::Text
                             ? &table.column(options.time)
                             : nullptr;
    if (options.sortByTime && time != nullptr) {
        const auto at = [&](std::int64_t row) { return time->values()[static_cast<std::size_t>(row)]; };
        std::ranges::stable_sort(m_order, [&](std::int64_t a, std::int64_t b) { return at(a) < at(b); });
    }
    m_places.resize(m_order.size());
    const double known = options.split[0] + options.split[1];
    if (options.sequenceId.empty()) {
        placeOne(known);
        if (time != nullptr) {
            for (const std::int64_t row : m_order)
                m_times.push_back(time->values()[static_cast<std::size_t>(row)]);
        }
    } else {
        const Column &id = table.column(options.sequenceId);
        WordTable names;
        for (const std::int64_t row : m_order)
            m_series.push_back(names.add(id.label(row)));
        if (time != nullptr)
            placeByTime(table, *time, known);
        else
            placeByShare(known);
    }
    checkCount(known);
}

void BacktestOrigins::placeOne(double known)
{
    const Index rows = std::ssize(m_order), begin = shareOf(known, rows);
    for (Index row = 0; row < rows; ++row)
        m_places[static_cast<std::size_t>(row)] = {row, begin, rows};
}

void BacktestOrigins::placeByTime(const Table &table, const Column &time, double known)
{
    std::vector<double> last;
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        const double at = time.values()[static_cast<std::size_t>(m_order[row])];
        if (std::isnan(at))
            throw DataError(table.place(m_order[row], time.name())
                            + ": the time is missing, so that it cannot be known which rows come after an origin; fill "
                              "it in or leave the row out");
        const std::size_t series = m_series[row];
        if (series >= last.size())
            last.resize(series + 1, -INFINITY);
        if (at < last[series])
            throw OptionError(
                {{"time", time.name(), "goes back within a sequence (" + table.place(m_order[row], time.name()) + ")",
                  "sort the rows by time (--sort-by-time)"}});
        last[series] = at;
        m_times.push_back(at);
    }
    std::ranges::sort(m_times);
    m_times.erase(std::unique(m_times.begin(), m_times.end()), m_times.end());
    const Index times = std::ssize(m_times), begin = shareOf(known, times);
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        const double at = time.values()[static_cast<std::size_t>(m_order[row])];
        m_places[row] = {std::ranges::lower_bound(m_times, at) - m_times.begin(), begin, times};
    }
}

void BacktestOrigins::placeByShare(double known)
{
    std::vector<Index> lengths;
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        lengths.resize(std::max<std::size_t>(lengths.size(), m_series[row] + 1), 0);
        m_places[row].at = lengths[m_series[row]]++;
    }
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        const Index length = lengths[m_series[row]];
        m_places[row].begin = shareOf(known, length);
        m_places[row].end = length;
    }
}

void BacktestOrigins::checkCount(double known) const
{
    Index most = 0;
    for (const Place &place : m_places)
        most = std::max(most, place.end - place.begin);
    if (m_count >= 1 && m_count <= most)
        return;
    const std::string what = m_series.empty() ? " rows" : !m_times.empty() ? " times" : " rows a series";
    throw OptionError({{"origins", std::to_string(m_count),
                        known < 1.0 ? "must be between 1 and the " + std::to_string(most) + what + " of the test part"
                                    : "needs a test part",
                        "try 5"}});
}

bool BacktestOrigins::isKnown(std::size_t row, Index origin) const
{
    const Place &place = m_places[row];
    return place.at < place.begin + (place.end - place.begin) * std::min(origin, m_count) / m_count;
}

std::vector<std::int64_t> BacktestOrigins::rowsBefore(Index origin) const
{
    std::vector<std::int64_t> rows;
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        if (isKnown(row, origin))
            rows.push_back(m_order[row]);
    }
    return rows;
}

std::vector<bool> BacktestOrigins::comesAfter(Index origin) const
{
    std::vector<bool> after;
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        if (isKnown(row, origin + 1))
            after.push_back(!isKnown(row, origin));
    }
    return after;
}

Index BacktestOrigins::row(Index origin) const
{
    return std::ssize(rowsBefore(origin));
}

std::optional<double> BacktestOrigins::time(Index origin) const
{
    if (m_times.empty())
        return std::nullopt;
    const Place &place = m_places.front();
    return m_times[static_cast<std::size_t>(place.begin + (place.end - place.begin) * origin / m_count)];
}

} // namespace gatescope
