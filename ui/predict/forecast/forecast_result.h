// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/forecast.h"

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace gatescope {

enum class WeightsChoice { Current, Best };

/// Which weights a forecast was made with.
struct WeightsUsed {
    WeightsChoice choice = WeightsChoice::Current;
    std::int64_t epoch = 0; ///< completed; of the best weights: their epoch
    std::int64_t step = 0;  ///< batches; 0 for the best weights
};

/// Forecasts and scores of one part of the data, in original units.
struct PartForecast {
    DataPart part = DataPart::All;
    Forecast forecast;
    std::optional<RegressionScores> scores;             ///< all outputs together; unset without targets
    std::vector<RegressionScores> outputScores;         ///< of each output alone
    std::optional<ClassificationScores> classification; ///< for classes
    std::optional<ClassificationScores> vote;           ///< of whole sequences, where they have several windows
};

/// The forecasts of all parts with one set of weights. Immutable; shared between threads.
struct ForecastResult {
    std::shared_ptr<const PreparedData<float>> data;
    WeightsUsed weights;
    std::vector<PartForecast> parts; ///< training, validation, test; or all rows of another file

    bool classifies() const { return data->options.task == TaskKind::Classification; }
    /// Those that were forecast, in order: the ones that can be scored.
    SequenceSet<float> sequences(const PartForecast &part) const;
    /// A row of forecasts, spread over the series rows they are for; NaN where there is none. Between two forecasts
    /// that are a stride apart the straight line is filled in, so that a curve can be drawn.
    /// @param values  of each part: prediction, persistence or target
    std::vector<double> overRows(Index output, Matrix<double> Forecast::*values) const;
    /// Prediction − target, spread over the rows.
    std::vector<double> residuals(Index output) const;
    Index rows() const;
};

/// Row after row from a start, each forecast being the input of the next.
struct FreeRunResult {
    Index start = 0;
    Matrix<double> prediction; ///< (O₁ × steps); empty when it cannot be done
    std::string problem;       ///< why it cannot be done, and the way out
};

/// Error against the number of rows ahead.
struct LagErrors {
    struct Lag {
        Index ahead = 1;
        double error = 0.0;                ///< root mean squared, original units
        std::optional<double> persistence; ///< the same of repeating the last value
    };
    std::vector<Lag> lags;
    bool freeRunning = false; ///< from free runs; else from the outputs of a network with several horizons
    Index starts = 0;         ///< runs, or windows, behind each figure
};

/// Training, validation and test, or, with Whole, all rows as one part. Empty when it was stopped. @throws ShapeError
enum class PartsShown { Split, Whole };
std::optional<ForecastResult> forecastParts(Network<float> &network, std::shared_ptr<const PreparedData<float>> data,
                                            PartsShown shown, const WeightsUsed &weights, const std::stop_token &stop);

FreeRunResult runFreely(Network<float> &network, const PreparedData<float> &data, Index start, Index steps);

/// From free runs where the network can; by horizon where it has several; else empty.
/// @param target  index among the targets
LagErrors errorsByLag(Network<float> &network, const ForecastResult &result, Index target, const std::stop_token &stop);

/// Correlation of a curve with itself 1 … lags rows later, over rows that have both. NaN counts as no value.
std::vector<double> autocorrelation(const std::vector<double> &values, Index lags);

} // namespace gatescope
