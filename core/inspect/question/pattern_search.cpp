// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/question/pattern_search.h"

#include "core/inspect/units/set_states.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace gatescope {

namespace {

/// Better first; a total order, so that the ranking does not depend on the order of scanning.
bool ranksBefore(const PatternMatch &left, const PatternMatch &right)
{
    return std::tuple(-left.score, -left.runLength, left.sequence, left.first)
           < std::tuple(-right.score, -right.runLength, right.sequence, right.first);
}

template <typename Scalar>
bool isOn(Scalar state, double threshold)
{
    return static_cast<double>(state) > threshold;
}

/// Steps around [first, first + length) through which all of these units stay on.
template <typename Scalar>
Index runAround(const Matrix<Scalar> &states, const std::vector<Index> &units, Index first, Index length,
                double threshold)
{
    const auto allOn = [&](Index step) {
        return std::ranges::all_of(units, [&](Index unit) { return isOn(states(unit, step), threshold); });
    };
    Index begin = first, end = first + length;
    while (begin > 0 && allOn(begin - 1))
        --begin;
    while (end < states.cols() && allOn(end))
        ++end;
    return end - begin;
}

/// Drops every match that overlaps a better one.
void keepBestOfOverlapping(std::vector<PatternMatch> &found, Index length)
{
    std::ranges::sort(found, ranksBefore);
    std::vector<PatternMatch> kept;
    for (const PatternMatch &match : found) {
        const bool overlaps = std::ranges::any_of(
            kept, [&](const PatternMatch &better) { return std::abs(better.first - match.first) < length; });
        if (!overlaps)
            kept.push_back(match);
    }
    found = std::move(kept);
}

/// Every place of one sequence that shares a unit with the pattern.
template <typename Scalar>
std::vector<PatternMatch> placesIn(const Matrix<Scalar> &states, const UnitPattern &pattern)
{
    std::vector<bool> wanted(static_cast<std::size_t>(states.rows()), false);
    for (const Index unit : pattern.units)
        wanted[static_cast<std::size_t>(unit)] = true;
    std::vector<Index> run(static_cast<std::size_t>(states.rows()), 0); // steps each unit has been on until now
    std::vector<PatternMatch> places;
    for (Index step = 0; step < states.cols(); ++step) {
        PatternMatch place;
        std::vector<Index> shared;
        for (Index unit = 0; unit < states.rows(); ++unit) {
            const auto index = static_cast<std::size_t>(unit);
            run[index] = isOn(states(unit, step), pattern.threshold) ? run[index] + 1 : 0;
            if (run[index] < pattern.length)
                continue;
            if (wanted[index])
                shared.push_back(unit);
            else
                ++place.otherUnits;
        }
        if (shared.empty())
            continue;
        place.first = step - pattern.length + 1;
        place.sharedUnits = std::ssize(shared);
        place.score =
            static_cast<double>(place.sharedUnits) / static_cast<double>(std::ssize(pattern.units) + place.otherUnits);
        place.runLength = runAround(states, shared, place.first, pattern.length, pattern.threshold);
        places.push_back(place);
    }
    return places;
}

} // namespace

template <typename Scalar>
double suggestThreshold(const Matrix<Scalar> &states)
{
    if (states.size() == 0)
        throw ShapeError("a threshold needs states, found none");
    std::vector<double> values(states.data(), states.data() + states.size());
    std::ranges::sort(values);
    const double total = std::accumulate(values.begin(), values.end(), 0.0);
    const auto count = static_cast<double>(values.size());
    double below = 0.0, best = 0.0, threshold = values.front();
    for (std::size_t i = 1; i < values.size(); ++i) {
        below += values[i - 1];
        if (values[i] == values[i - 1])
            continue;
        const auto lower = static_cast<double>(i), upper = count - lower;
        const double gap = (total - below) / upper - below / lower;
        const double between = lower * upper * gap * gap; // count² times the variance between the classes
        if (between > best) {
            best = between;
            threshold = 0.5 * (values[i - 1] + values[i]);
        }
    }
    return threshold;
}

template <typename Scalar>
UnitPattern patternOf(const Matrix<Scalar> &states, Index first, Index length, double threshold)
{
    if (first < 0 || length < 1 || first + length > states.cols())
        throw ShapeError("steps " + std::to_string(first) + " … " + std::to_string(first + length - 1)
                         + " were asked for, the sequence has " + std::to_string(states.cols()));
    UnitPattern pattern{{}, length, threshold};
    for (Index unit = 0; unit < states.rows(); ++unit) {
        if (static_cast<double>(states.row(unit).segment(first, length).minCoeff()) > threshold)
            pattern.units.push_back(unit);
    }
    return pattern;
}

PatternSearch::PatternSearch(UnitPattern pattern, std::size_t limit) : m_pattern(std::move(pattern)), m_limit(limit)
{
    std::vector<Problem> problems;
    if (m_pattern.units.empty())
        problems.push_back(
            {"units", "none", "at least one must be chosen", "lower the threshold or shorten the range"});
    if (m_pattern.length < 1)
        problems.push_back({"length", std::to_string(m_pattern.length), "must be at least 1", "choose a longer range"});
    if (!problems.empty())
        throw OptionError(std::move(problems));
    std::ranges::sort(m_pattern.units);
    m_pattern.units.erase(std::unique(m_pattern.units.begin(), m_pattern.units.end()), m_pattern.units.end());
}

template <typename Scalar>
void PatternSearch::scan(std::int64_t sequence, const Matrix<Scalar> &states)
{
    if (m_pattern.units.front() < 0 || m_pattern.units.back() >= states.rows())
        throw ShapeError("the pattern names unit " + std::to_string(m_pattern.units.back()) + ", the layer has "
                         + std::to_string(states.rows()));
    std::vector<PatternMatch> found = placesIn(states, m_pattern);
    for (PatternMatch &match : found)
        match.sequence = sequence;
    keepBestOfOverlapping(found, m_pattern.length);
    keep(std::move(found));
}

void PatternSearch::keep(std::vector<PatternMatch> found)
{
    m_matches.insert(m_matches.end(), found.begin(), found.end());
    if (m_matches.size() > 4 * m_limit + 64) { // sorted now and then, not for every sequence
        std::ranges::sort(m_matches, ranksBefore);
        m_matches.resize(m_limit);
    }
}

std::vector<PatternMatch> PatternSearch::matches() const
{
    std::vector<PatternMatch> sorted = m_matches;
    std::ranges::sort(sorted, ranksBefore);
    sorted.resize(std::min(sorted.size(), m_limit));
    return sorted;
}

template <typename Scalar>
std::vector<PatternMatch> searchPattern(Network<Scalar> &network, const SequenceSet<Scalar> &sequences, Index layer,
                                        const UnitPattern &pattern, std::size_t limit, std::stop_token stop)
{
    PatternSearch search(pattern, limit);
    std::vector<std::int64_t> all(static_cast<std::size_t>(sequences.size()));
    std::iota(all.begin(), all.end(), std::int64_t{0});
    const auto scan = [&](std::int64_t sequence, const LayerGates<Scalar> &gates) { search.scan(sequence, gates.h); };
    visitSequences<Scalar>(network, sequences, all, layer, scan, stop);
    return search.matches();
}

#define GATESCOPE_INSTANTIATE(Scalar)                                                                                  \
    template double suggestThreshold(const Matrix<Scalar> &);                                                          \
    template UnitPattern patternOf(const Matrix<Scalar> &, Index, Index, double);                                      \
    template void PatternSearch::scan(std::int64_t, const Matrix<Scalar> &);                                           \
    template std::vector<PatternMatch> searchPattern(Network<Scalar> &, const SequenceSet<Scalar> &, Index,            \
                                                     const UnitPattern &, std::size_t, std::stop_token);

GATESCOPE_INSTANTIATE(float)
GATESCOPE_INSTANTIATE(double)
#undef GATESCOPE_INSTANTIATE

} // namespace gatescope
