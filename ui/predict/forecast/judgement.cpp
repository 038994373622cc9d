// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/forecast/judgement.h"

namespace gatescope {

std::shared_ptr<const Judgement> judge(const ForecastResult &result, std::shared_ptr<const Opponents> opponents,
                                       std::span<const EpochRecord> history, bool isBest,
                                       const std::optional<Vector<double>> &halfWidths)
{
    auto judgement = std::make_shared<Judgement>();
    judgement->opponents = std::move(opponents);
    JudgedResult judged{*judgement->opponents,
                        {},
                        {},
                        history,
                        isBest,
                        result.data->options.scaleOnAllRows,
                        result.data->options.shuffleBeforeSplit,
                        result.data->options.predict == TargetForm::Change};
    for (const PartForecast &part : result.parts) {
        if (part.forecast.target.size() == 0)
            continue;
        const auto at = static_cast<std::size_t>(part.part);
        judged.forecasts[at] = &part.forecast;
        judged.parts[at] =
            evaluatePart(*judgement->opponents, part.part, part.forecast, halfWidths ? &*halfWidths : nullptr);
    }
    judgement->verdicts = verdicts(judged);
    judgement->parts = judged.parts;
    return judgement;
}

ForecastInterval intervalOf(const Forecast &validation, double level)
{
    ForecastInterval interval{level, {}, {}, {}};
    if (validation.target.size() > 0)
        interval.residuals = conformalResiduals(validation);
    interval.halfWidths = interval.residuals.halfWidths(level);
    if (!interval.halfWidths)
        interval.why = "an interval of this level takes " + std::to_string(ConformalResiduals::fewestFor(level))
                       + " validation windows, and there are " + std::to_string(interval.residuals.sorted.rows());
    return interval;
}

FutureResult futureOf(Network<float> &network, const PreparedData<float> &data, Index freeRunRows,
                      const ForecastInterval *interval, const FreeRunErrors *runErrors)
{
    FutureResult result;
    try {
        result.forecast = forecastFuture(network, data, freeRunRows, interval ? &interval->residuals : nullptr,
                                         interval ? interval->level : 0.9, runErrors);
    } catch (const Error &error) {
        result.problem = error.what();
    }
    return result;
}

} // namespace gatescope
