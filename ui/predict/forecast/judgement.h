// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/future/future.h"
#include "core/evaluation/verdicts.h"
#include "ui/predict/forecast/forecast_result.h"

namespace gatescope {

/// What forecasts are worth: their scores beside the baselines, and the sentences that follow. Immutable.
struct Judgement {
    std::shared_ptr<const Opponents> opponents;
    std::array<PartEvaluation, 4> parts; ///< by DataPart
    std::vector<Verdict> verdicts;

    const PartEvaluation &on(DataPart part) const { return parts[static_cast<std::size_t>(part)]; }
};

/// The interval of a level, by split conformal prediction from the validation part of the data trained on.
struct ForecastInterval {
    double level = 0.9;
    ConformalResiduals residuals;
    std::optional<Vector<double>> halfWidths; ///< (O); nothing where there are too few windows: see why
    std::string why;
};

/// @param history  of the training @param isBest  the weights are those of the best epoch
std::shared_ptr<const Judgement> judge(const ForecastResult &result, std::shared_ptr<const Opponents> opponents,
                                       std::span<const EpochRecord> history, bool isBest,
                                       const std::optional<Vector<double>> &halfWidths);

/// @param validation  forecasts of the validation part with the same weights; may be empty
ForecastInterval intervalOf(const Forecast &validation, double level);

/// What comes after the last known row, or why it cannot be said.
struct FutureResult {
    FutureForecast forecast;
    std::string problem;
};

/// @param interval, runErrors  null: none is asked for
FutureResult futureOf(Network<float> &network, const PreparedData<float> &data, Index freeRunRows,
                      const ForecastInterval *interval, const FreeRunErrors *runErrors);

} // namespace gatescope
