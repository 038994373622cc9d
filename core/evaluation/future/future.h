// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/conformal.h"
#include "core/evaluation/forecast.h"
#include "core/evaluation/future/free_run_errors.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// What a network says of one row beyond the last known target.
struct FutureRow {
    Index ahead = 1;                            ///< rows after the last known one
    std::optional<double> time;                 ///< its own: known, or by the calendar of the time column
    bool isFreeRun = false;                     ///< made by feeding forecasts back; else an output of the newest window
    Vector<double> prediction;                  ///< (O₁) in original units; of classes (C) chances
    std::optional<Vector<double>> lower, upper; ///< (O₁) where there is an interval
};

/// The newest window's outputs, and the free run beyond.
struct FutureForecast {
    Index start = 0;             ///< series row of the first row ahead
    std::vector<FutureRow> rows; ///< outputs by horizon, then the free run
    std::string whyNoFreeRun;    ///< why it cannot go on, with the way out; empty where it does, or was not asked for
    std::string assumed;         ///< what is taken for features that are not predicted; empty when there are none
};

/// The first series row whose target is not known: where the future begins. Rows behind it hold what is known of the
/// features' future.
template <typename Scalar>
Index futureStart(const PreparedData<Scalar> &data);

/// The features that are read but not predicted, by name: a free run has to know them. Empty when there are none.
std::string unpredictedFeatures(const Preparation &preparation);

/// Forecasts what comes after the last known target.
/// @param freeRunRows  rows of the free run, 0 for none; where it cannot be done the reason is told, not thrown
/// @param residuals    for intervals of this level, of the newest window's outputs; nullptr: none
/// @param runErrors    the same of each row of the free run, whose errors add up; nullptr: only its first row, which is
///                     an output of the newest window, has an interval. Rows with too few errors have none.
/// @throws DataError if there is no whole window before the start, or several sequences have each their own end;
///         OptionError for a tensor file, whose sequences have no next row
template <typename Scalar>
FutureForecast forecastFuture(Network<Scalar> &network, const PreparedData<Scalar> &data, Index freeRunRows,
                              const ConformalResiduals *residuals = nullptr, double level = 0.9,
                              const FreeRunErrors *runErrors = nullptr);

} // namespace gatescope
