// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/baselines/baseline_data.h"
#include "core/train/options/training_options.h"

#include <optional>
#include <string>
#include <vector>

namespace gatescope {

/// Fits every baseline of the table that is for the data's task, on its training part.
///
/// last-value: y at the window's last row. mean: of the training rows. seasonal: the value ⌈h/s⌉ seasons before the
/// target at horizon h. drift: last + h · (last − first)/(n − 1) of the training part. least-squares: on all features
/// of the window, scaled as the network reads them (above 2,000 columns on the target's own past), in double, ridge λ =
/// 10⁻⁶ · tr(XᵀX)/p without the intercept, one regression a horizon and output. majority, last-label, frequencies
/// (add-one smoothed) of classes.
/// @param data  must outlive the baselines
/// @throws ProgressGate::Cancelled  when progress said no
std::vector<FittedBaseline> fitBaselines(const BaselineData &data, const Progress &progress = {});

/// How far a baseline came on some windows, in original units and in those of the loss.
struct BaselineScore {
    Index windows = 0; ///< compared
    Index leftOut = 0; ///< windows it has no forecast for
    double meanAbsoluteError = 0.0;
    double meanSquaredError = 0.0;
    std::optional<double> loss;                   ///< the training's loss, scaled as the network sees the target
    std::vector<double> outputAbsolute;           ///< (O) mean |error| of each output
    std::vector<double> outputSquared;            ///< (O) mean squared error of each output
    std::optional<double> accuracy, crossEntropy; ///< of classes
};

/// Scores a baseline on windows; none compared when it has no forecast for any.
/// Cost one pass in blocks of 4,096 windows, which bounds the memory.
/// @throws ProgressGate::Cancelled  when progress said no
BaselineScore scoreBaseline(const Baseline &baseline, const BaselineData &data, const WindowPlaces &windows,
                            const Loss &loss, const Progress &progress = {});

/// Squared error of every window, summed over its outputs; NaN where the baseline has no forecast. Of classes: −log of
/// the true class's chance.
std::vector<double> windowErrors(const Baseline &baseline, const BaselineData &data, const WindowPlaces &windows);

/// Mean |y_r − y_{r−s}| over the training rows, of each target: what MASE divides by.
/// @param season  s; 1 without a season
std::vector<double> inSampleErrors(const BaselineData &data, Index season);

} // namespace gatescope
