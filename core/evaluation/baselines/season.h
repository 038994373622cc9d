// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// How a season was come by.
enum class SeasonSource { None, Given, Calendar, Autocorrelation };

/// Rows after which a series is like itself again.
struct Season {
    Index rows = 0; ///< 0: none
    SeasonSource source = SeasonSource::None;
    double correlation = 0.0; ///< of the detrended training part with itself one season later; found seasons only

    /// "24 rows, found in the time column (correlation 0.98 one season later)"; "none".
    std::string text() const;
    bool operator==(const Season &) const = default;
};

/// The part of a series in which a season is looked for.
struct SeasonInput {
    std::vector<double> values; ///< the target; NaN where missing
    std::vector<Index> runs;    ///< begins of each run, then the end
    std::vector<double> times;  ///< seconds of each row; empty where there is no time column of dates
};

/// The season of a series: of those that its time column suggests (a minute, hour, day, week, year, as far as two fit
/// in) the one with the highest autocorrelation; without such a column, or where none is borne out, the highest peak of
/// the autocorrelation up to a third of the rows. The trend is taken out first. A peak counts from 0.2 on, and only
/// where the changes from row to row repeat too: a random walk has no season.
/// Cost O(R log R) for R rows.
Season findSeason(const SeasonInput &input);

} // namespace gatescope
