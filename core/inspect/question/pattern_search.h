// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/model/network.h"

#include <stop_token>
#include <vector>

namespace gatescope {

/// A hidden-state pattern: units that stay on, i.e. above a threshold, through a number of steps.
struct UnitPattern {
    std::vector<Index> units; ///< the units that are on, ascending
    Index length = 1;         ///< steps they stay on
    double threshold = 0.3;   ///< on: h > threshold
};

/// A place in the data where the units fire alike.
struct PatternMatch {
    std::int64_t sequence = 0;
    Index first = 0;       ///< its first step; it is as long as the pattern
    double score = 0.0;    ///< intersection over union of the units on here and in the pattern, in (0, 1]
    Index sharedUnits = 0; ///< |intersection|
    Index otherUnits = 0;  ///< on here but not in the pattern
    Index runLength = 0;   ///< steps around it through which the shared units all stay on; at least the length

    bool operator==(const PatternMatch &) const = default;
};

/// A threshold that parts "on" from "off" best: Otsu's, the largest variance between the two classes of values.
/// @param states (H × N) @return midway between the two classes; the value itself when all are equal
/// @throws ShapeError for an empty matrix. Cost O(H·N log(H·N)).
template <typename Scalar>
double suggestThreshold(const Matrix<Scalar> &states);

/// The pattern that a range of one sequence shows: the units on in every one of its steps.
/// @throws ShapeError if the range is not inside the sequence or empty
template <typename Scalar>
UnitPattern patternOf(const Matrix<Scalar> &states, Index first, Index length, double threshold);

/// Ranks the places in many sequences where units fire as in a pattern, as LSTMVis does (Strobelt et al., 2018):
/// states are binarised by the threshold; a unit counts at a place if its run of "on" covers all of it; a place's score
/// is the intersection over union of those units and the pattern's. Of overlapping places in one sequence only the best
/// is kept (higher score, then longer run, then earlier).
class PatternSearch {
public:
    /// @param limit how many matches are kept; the best ones
    /// @throws OptionError if the pattern has no unit or no length
    PatternSearch(UnitPattern pattern, std::size_t limit = 50);

    /// Looks through one more sequence. @param states (H × T) of the layer. Cost O(H·T).
    /// @throws ShapeError if a unit of the pattern is not there
    template <typename Scalar>
    void scan(std::int64_t sequence, const Matrix<Scalar> &states);

    /// The best so far, best first; equal ones by longer run, sequence and step.
    std::vector<PatternMatch> matches() const;
    const UnitPattern &pattern() const { return m_pattern; }

private:
    void keep(std::vector<PatternMatch> found);

    UnitPattern m_pattern;
    std::size_t m_limit;
    std::vector<PatternMatch> m_matches;
};

/// Runs every sequence of a set through the network and searches the states of one layer, in batches.
/// @param stop ends the search early with what was found until then
template <typename Scalar>
std::vector<PatternMatch> searchPattern(Network<Scalar> &network, const SequenceSet<Scalar> &sequences, Index layer,
                                        const UnitPattern &pattern, std::size_t limit = 50, std::stop_token stop = {});

} // namespace gatescope
