// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/table.h"
#include "core/evaluation/evaluation.h"

#include <string>
#include <vector>

namespace gatescope {

/// Rolling origins over the rows that a split leaves for testing.
struct BacktestOptions {
    Index origins = 5;
    bool refit = true; ///< train anew at every origin; else once, before the first
};

/// One baseline's scores after an origin.
struct BacktestBaseline {
    const BaselineInfo *info = nullptr;
    BaselineScore score;
    Vector<double> first; ///< (O) its forecast of the first window after the origin
};

/// Model and baselines after one origin: fitted on rows before it only, scored on the rows from it to the next.
struct BacktestOrigin {
    Index row =
        0; ///< table row of the origin (of the sorted table, where it is sorted); of many series: rows before it
    std::optional<double> time; ///< of that row
    Index trainWindows = 0;     ///< the network was trained on
    Index windows = 0;          ///< scored
    std::int64_t epochs = 0;    ///< trained, over all refits so far where there are none here 0
    std::optional<RegressionScores> scores;
    std::optional<ClassificationScores> classes;
    std::vector<BacktestBaseline> baselines;
    const BaselineInfo *best = nullptr; ///< of the baselines here
    std::optional<double> skill;        ///< against the best
    std::vector<double> parameters;     ///< the network's
    Vector<double> first;               ///< (O) its forecast of the first window
};

/// Lets origins roll over the test part of a table: training and validation hold the rows before an origin in the
/// shares that the split gives them, and everything fitted (scalers, season, baselines, network) sees those rows alone.
/// The windows scored after it have all their targets from the origin to the next; their inputs may reach back.
/// Where there are sequence ids the time of every sequence is cut, whatever the split deals out: an origin is one time
/// for all of them (BacktestOrigins).
/// @param settings  as for a training; features and outputs are taken from the data
/// @throws OptionError for a split without a test part, or one that leaks; DataError where the rows before the first
///         origin are too few; ProgressGate::Cancelled when progress said no
/// Cost one training an origin (one in all without refits).
template <typename Scalar>
std::vector<BacktestOrigin> backtest(const Table &table, const DataOptions &options, Settings settings,
                                     const BacktestOptions &backtestOptions, const Progress &progress = {});

} // namespace gatescope
