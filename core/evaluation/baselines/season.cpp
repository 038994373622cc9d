// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baselines/season.h"

#include "core/counted.h"
#include "core/data/text/number_text.h"
#include "core/data/time_check.h"
#include "core/evaluation/baselines/autocorrelation.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

constexpr double kLowestPeak = 0.2;
constexpr std::array<double, 5> kPeriods{60.0, 3600.0, 86400.0, 604800.0, 365.2425 * 86400.0}; ///< seconds

/// Autocorrelations of the series and of its changes from row to row.
struct Correlations {
    std::vector<double> levels;
    std::vector<double> changes;
    double significant = 1.0; ///< what a correlation of the changes has to pass

    bool isBorneOut(Index lag) const
    {
        const auto at = static_cast<std::size_t>(lag);
        if (at + 1 >= levels.size() || !(levels[at] >= kLowestPeak))
            return false;
        const auto around = {changes[at - 1], changes[at], changes[at + 1]};
        return std::ranges::any_of(around, [this](double value) { return value > significant; });
    }
};

Correlations correlationsOf(const SeasonInput &input, Index lags)
{
    std::vector<double> levels = input.values;
    removeTrends(levels, input.runs);
    std::vector<double> changes(levels.size(), std::nan(""));
    for (std::size_t r = 0; r + 1 < input.runs.size(); ++r) {
        for (Index row = input.runs[r] + 1; row < input.runs[r + 1]; ++row)
            changes[static_cast<std::size_t>(row)] =
                levels[static_cast<std::size_t>(row)] - levels[static_cast<std::size_t>(row - 1)];
    }
    return {autocorrelation(levels, input.runs, lags), autocorrelation(changes, input.runs, lags),
            2.5 / std::sqrt(static_cast<double>(levels.size()))};
}

Index longestRun(const SeasonInput &input)
{
    Index longest = 0;
    for (std::size_t r = 0; r + 1 < input.runs.size(); ++r)
        longest = std::max(longest, input.runs[r + 1] - input.runs[r]);
    return longest;
}

/// Rows a period of the calendar takes: by the mean step, so that business days have weeks of five.
std::vector<Index> calendarSeasons(const SeasonInput &input, Index longest)
{
    if (input.times.empty())
        return {};
    const TimeCheck check = checkTimes(input.times, input.runs);
    const double span = input.times[static_cast<std::size_t>(input.runs[1] - 1)] - input.times.front();
    const double mean = span / static_cast<double>(std::max<Index>(input.runs[1] - 1, 1));
    if (!(check.medianStep > 0.0) || check.backward > 0)
        return {};
    // Holes in the record make the mean too long: only steps of a few days tell business days from those.
    const double step = mean < 1.6 * check.medianStep && mean > check.medianStep ? mean : check.medianStep;
    std::vector<Index> seasons;
    for (const double period : kPeriods) {
        const auto rows = static_cast<Index>(std::llround(period / step));
        if (rows >= 2 && rows * 2 <= longest)
            seasons.push_back(rows);
    }
    return seasons;
}

Index highest(const Correlations &correlations, Index first, Index last)
{
    Index best = first;
    for (Index lag = first; lag <= last; ++lag) {
        if (correlations.levels[static_cast<std::size_t>(lag)] > correlations.levels[static_cast<std::size_t>(best)])
            best = lag;
    }
    return best;
}

Season bestOf(const std::vector<Index> &candidates, const Correlations &correlations)
{
    Season best;
    for (const Index rows : candidates) {
        const double correlation = correlations.levels[static_cast<std::size_t>(rows)];
        if (correlations.isBorneOut(rows) && correlation > best.correlation)
            best = {rows, SeasonSource::Calendar, correlation};
    }
    return best;
}

/// The first peak that is nearly as high as the highest: 24 rather than 48.
Season firstHighPeak(const Correlations &correlations, Index lags)
{
    const auto at = [&](Index lag) { return correlations.levels[static_cast<std::size_t>(lag)]; };
    std::vector<Index> peaks;
    double top = 0.0;
    for (Index lag = 2; lag < lags; ++lag) {
        if (at(lag) > at(lag - 1) && at(lag) >= at(lag + 1) && correlations.isBorneOut(lag)) {
            peaks.push_back(lag);
            top = std::max(top, at(lag));
        }
    }
    for (const Index peak : peaks) {
        if (at(peak) < 0.9 * top)
            continue;
        const Index around = std::max<Index>(peak / 10, 1);
        const Index rows = highest(correlations, std::max<Index>(peak - around, 2), std::min(peak + around, lags));
        return {rows, SeasonSource::Autocorrelation, at(rows)};
    }
    return {};
}

} // namespace

std::string Season::text() const
{
    if (rows == 0)
        return "none";
    std::string text = counted(rows, "row");
    if (source == SeasonSource::Given)
        return text + ", as given";
    return text + (source == SeasonSource::Calendar ? ", from the time column" : ", from the autocorrelation")
           + " (correlation " + formatNumber(correlation, 2) + " one season later)";
}

Season findSeason(const SeasonInput &input)
{
    const Index longest = longestRun(input);
    if (longest < 8)
        return {};
    const Index lags = longest / 2 + 1;
    const Correlations correlations = correlationsOf(input, lags);
    const Season calendar = bestOf(calendarSeasons(input, longest), correlations);
    return calendar.rows > 0 ? calendar : firstHighPeak(correlations, std::min(longest / 3, lags - 1));
}

} // namespace gatescope
