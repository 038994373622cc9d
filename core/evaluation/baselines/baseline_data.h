// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/evaluation/baselines/baseline.h"
#include "core/evaluation/baselines/season.h"

#include <functional>
#include <vector>

namespace gatescope {

/// What baselines see of prepared data, the same whatever numbers the network computes in. It looks into the prepared
/// data, which has to live as long.
struct BaselineData {
    struct Run {
        Index begin = 0, end = 0; ///< rows begin … end−1
    };

    const Matrix<double> *values = nullptr; ///< (O₁ × R) targets in original units; class numbers for classes
    std::vector<Index> segments;            ///< runs of rows that follow each other; no forecast looks across
    bool hasRows = false;                   ///< rows follow each other in time (they do not in a tensor file)
    std::vector<Run> trainRuns;             ///< the rows of the training part, cut where no forecast looks across
    TaskKind task = TaskKind::Regression;
    Index classes = 0;  ///< C
    Index steps = 0;    ///< T
    Index inputs = 0;   ///< I
    Index horizons = 1; ///< K
    Scaler targetScaler;
    WindowPlaces train; ///< windows of the training part
    Season season;
    /// Copies the inputs of windows, scaled as the network reads them: (T·I × N), row t·I + i.
    std::function<void(std::span<const std::int64_t> starts, Matrix<double> &columns)> gather;

    Index targets() const { return values->rows(); }
    Index outputs() const { return task == TaskKind::Classification ? classes : targets() * horizons; }
    /// Rows from a window's last to its k-th target: 0 where the target is of the window's own last row.
    Index ahead(const WindowPlaces &windows, Index window, Index k) const
    {
        const auto at = static_cast<std::size_t>(window);
        return windows.targets[at * static_cast<std::size_t>(horizons) + static_cast<std::size_t>(k)]
               - (windows.starts[at] + steps - 1);
    }
    /// Whether a target is a row of the window itself: then its own past would be the answer.
    bool asksForKnownRow() const { return train.size() > 0 && ahead(train, 0, 0) <= 0; }
    Index trainRows() const; ///< in all runs of the training part
    /// First row of the run that a row lies in.
    Index runBegin(Index row) const;
};

/// Copies the inputs of windows of a set, as BaselineData::gather does. Shares the set's numbers.
template <typename Scalar>
std::function<void(std::span<const std::int64_t>, Matrix<double> &)> gatherOf(const SequenceSet<Scalar> &set);

/// Sees data for baselines; finds the season unless the options say it.
/// Cost O(R log R) where the season has to be found, else O(1).
template <typename Scalar>
BaselineData baselineData(const PreparedData<Scalar> &data);

/// The windows of a set, which are kept.
template <typename Scalar>
WindowPlaces placesOf(const SequenceSet<Scalar> &set)
{
    const auto kept = std::make_shared<const SequenceSet<Scalar>>(set); // shares its places with every copy
    return {kept->starts(), kept->targetColumns(), kept};
}

} // namespace gatescope
