// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_options.h"
#include "core/data/table.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gatescope {

/// Where the origins of a backtest lie in a table, and which rows are known before each.
///
/// Of one series an origin is a row of the test part. Of many series with a time column it is one time for all of
/// them, taken from the times there are; without one it is the same share of the test part of each.
class BacktestOrigins {
public:
    /// @param options  with the columns spelt out @param count  origins
    /// @throws OptionError where time goes back within a sequence, or for a count that the test part has no room for;
    ///         DataError for a row of many series that has no time
    BacktestOrigins(const Table &table, const DataOptions &options, Index count);

    Index count() const { return m_count; }
    /// Rows of the table known before an origin, in order (of many series in the table's); all from the last one on.
    std::vector<std::int64_t> rowsBefore(Index origin) const;
    /// Of those before the next origin, whether each comes after this one.
    std::vector<bool> comesAfter(Index origin) const;
    /// Of one series the table row of an origin (sorted where it is sorted); of many how many rows are known before it.
    Index row(Index origin) const;
    /// The time there, where there is one for all.
    std::optional<double> time(Index origin) const;

private:
    /// A row's place in its series (among the times of all), and where origins begin and end there.
    struct Place {
        Index at = 0, begin = 0, end = 0;
    };
    bool isKnown(std::size_t row, Index origin) const;
    void placeOne(double known);
    void placeByTime(const Table &table, const Column &time, double known);
    void placeByShare(double known);
    void checkCount(double known) const;

    Index m_count;
    std::vector<std::int64_t> m_order;   ///< table rows
    std::vector<std::uint32_t> m_series; ///< of each row of the order; empty of one series
    std::vector<Place> m_places;         ///< of each row of the order
    std::vector<double> m_times;         ///< of the places, where there is one for all; else empty
};

} // namespace gatescope
