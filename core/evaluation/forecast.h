// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv_options.h"
#include "core/data/prepared_data.h"
#include "core/evaluation/metrics.h"
#include "core/model/network.h"

namespace gatescope {

/// A network's outputs over all sequences of a set, as it gives them (scaled; logits for classes).
///
/// @return (O × N), column s for sequence s; each column depends on its own sequence only
/// @throws ShapeError if the set's features differ from the network's
/// Cost one forward pass a sequence; in batches of at most `batch`, which bounds the memory.
/// @param progress  told after each batch; when it says stop, the result is empty
template <typename Scalar>
Matrix<Scalar> predictAll(Network<Scalar> &network, const SequenceSet<Scalar> &sequences, Index batch = 256,
                          const Progress &progress = {});

/// Outputs, targets and persistence forecasts of a set side by side, in original units.
struct Forecast {
    Matrix<double> prediction;  ///< (O × N); logits for classification
    Matrix<double> target;      ///< (O × N), (1 × N) class numbers; empty when the set has no targets
    Matrix<double> persistence; ///< (O × N); empty where the last value is not known
};

/// @param progress  as predictAll(); when it says stop, all of the result is empty
template <typename Scalar>
Forecast forecast(Network<Scalar> &network, const PreparedData<Scalar> &data, const SequenceSet<Scalar> &sequences,
                  const Progress &progress = {});

/// Scores of all outputs together. @pre the forecast has targets and they are numbers
RegressionScores scoreForecast(const Forecast &forecast);
/// Scores of one output alone.
RegressionScores scoreForecast(const Forecast &forecast, Index output);

/// Forecasts row after row, each prediction being the input of the next: the way into the unknown.
///
/// The window of T rows that ends just before `startRow` is the first input. A feature that is a target too takes the
/// prediction; another one takes its observed value while there is a row for it.
/// @param startRow  series row of the first prediction, from T to the number of rows (then nothing of it is known)
/// @return (O₁ × steps) in original units
/// @throws OptionError if the network does not predict the next row (horizon 1), predicts classes, was not trained on a
///         table, or needs a feature that is neither predicted nor known; DataError if there is no whole window
template <typename Scalar>
Matrix<double> freeRun(Network<Scalar> &network, const PreparedData<Scalar> &data, Index startRow, Index steps);

} // namespace gatescope
