// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/forecast/forecast_result.h"

#include "core/evaluation/sequence_vote.h"
#include "ui/document/shared/background_job.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr Index kLagStarts = 24;
constexpr Index kMostLags = 48;

void score(PartForecast &part, bool classifies)
{
    const Matrix<double> &target = part.forecast.target;
    if (target.cols() == 0)
        return;
    if (classifies) {
        const std::vector<std::int64_t> classes(target.data(), target.data() + target.size());
        part.classification = scoreClassification(part.forecast.prediction, classes);
        return;
    }
    part.scores = scoreForecast(part.forecast);
    for (Index output = 0; output < target.rows(); ++output)
        part.outputScores.push_back(scoreForecast(part.forecast, output));
}

/// Series row that an output of a window is for: where it lies in the store, or a sequence number for tensors.
Index rowOf(const PreparedData<float> &data, const SequenceSet<float> &set, Index window, Index output)
{
    if (data.tableRows.empty())
        return static_cast<Index>(set.start(window) / std::max<Index>(set.steps(), 1));
    const auto targets = std::max<Index>(static_cast<Index>(data.targetNames.size()), 1);
    const Index horizon = data.options.task == TaskKind::Classification ? 0 : output / targets;
    if (set.hasTargets())
        return set.targetColumns()[static_cast<std::size_t>(window * set.horizons() + horizon)];
    return set.start(window) + set.steps() - 1 + data.options.horizons[static_cast<std::size_t>(horizon)];
}

/// Joins values that are at most `gap` rows apart by straight lines.
void bridge(std::vector<double> &values, Index gap)
{
    if (gap < 2)
        return;
    std::size_t last = values.size();
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (std::isnan(values[row]))
            continue;
        if (last < row && static_cast<Index>(row - last) <= gap) {
            for (std::size_t between = last + 1; between < row; ++between) {
                const double share = static_cast<double>(between - last) / static_cast<double>(row - last);
                values[between] = values[last] + share * (values[row] - values[last]);
            }
        }
        last = row;
    }
}

/// Row from which free runs can start so that the truth of `lags` rows is known, evenly over validation and test.
std::vector<Index> lagStarts(const PreparedData<float> &data, Index lags)
{
    Index first = data.partRows[1];
    const Index end = data.partRows[3] - lags;
    if (end <= first)
        first = data.options.window;
    first = std::max(first, data.options.window);
    std::vector<Index> starts;
    const Index count = std::min(kLagStarts, end - first + 1);
    for (Index i = 0; i < count; ++i)
        starts.push_back(first + (count == 1 ? 0 : i * (end - first) / (count - 1)));
    return starts;
}

LagErrors lagsOfHorizons(const ForecastResult &result, Index target)
{
    LagErrors errors;
    const PreparedData<float> &data = *result.data;
    const auto targets = static_cast<Index>(data.targetNames.size());
    // The newest part that has figures: what was never learnt from says most.
    for (auto part = result.parts.rbegin(); part != result.parts.rend(); ++part) {
        if (part->outputScores.empty())
            continue;
        for (std::size_t k = 0; k < data.options.horizons.size(); ++k) {
            const RegressionScores &scores =
                part->outputScores[k * static_cast<std::size_t>(targets) + static_cast<std::size_t>(target)];
            errors.lags.push_back(
                {data.options.horizons[k], scores.rootMeanSquaredError, scores.persistenceRootMeanSquaredError});
            errors.starts = scores.count;
        }
        break;
    }
    return errors;
}

} // namespace

SequenceSet<float> ForecastResult::sequences(const PartForecast &part) const
{
    if (part.part == DataPart::All && !data->all.hasTargets())
        return data->inputsOnly;
    return data->part(part.part).scored();
}

Index ForecastResult::rows() const
{
    if (data->tableRows.empty())
        return data->inputsOnly.size() > 0 ? data->inputsOnly.size() : data->all.size();
    return static_cast<Index>(data->tableRows.size());
}

std::vector<double> ForecastResult::overRows(Index output, Matrix<double> Forecast::*values) const
{
    // Forecasts may lie beyond the last row that is known.
    const Index beyond = data->tableRows.empty() ? 0 : data->options.horizons.back();
    std::vector<double> spread(static_cast<std::size_t>(rows() + beyond), kNone);
    for (const PartForecast &part : parts) {
        const Matrix<double> &matrix = part.forecast.*values;
        if (output >= matrix.rows())
            continue;
        const SequenceSet<float> set = sequences(part);
        for (Index window = 0; window < matrix.cols(); ++window) {
            const Index row = rowOf(*data, set, window, output);
            if (row >= 0 && row < static_cast<Index>(spread.size()))
                spread[static_cast<std::size_t>(row)] = matrix(output, window);
        }
    }
    bridge(spread, data->tableRows.empty() ? 1 : data->options.stride);
    return spread;
}

std::vector<double> ForecastResult::residuals(Index output) const
{
    std::vector<double> residual = overRows(output, &Forecast::prediction);
    const std::vector<double> target = overRows(output, &Forecast::target);
    for (std::size_t row = 0; row < residual.size(); ++row)
        residual[row] -= target[row];
    return residual;
}

std::optional<ForecastResult> forecastParts(Network<float> &network, std::shared_ptr<const PreparedData<float>> data,
                                            PartsShown shown, const WeightsUsed &weights, const std::stop_token &stop)
{
    const Progress goOn = untilStopped(stop);
    ForecastResult result{std::move(data), weights, {}};
    std::vector<DataPart> parts{DataPart::All};
    if (shown == PartsShown::Split)
        parts = {DataPart::Train, DataPart::Validation, DataPart::Test};
    for (const DataPart part : parts) {
        PartForecast entry{part, {}, {}, {}, {}, {}};
        const SequenceSet<float> set = result.sequences(entry);
        if (set.size() == 0)
            continue;
        entry.forecast = forecast(network, *result.data, set, goOn);
        if (entry.forecast.prediction.cols() != set.size())
            return std::nullopt;
        score(entry, result.classifies());
        entry.vote = voteBySequence(*result.data, set, entry.forecast);
        result.parts.push_back(std::move(entry));
    }
    return result;
}

FreeRunResult runFreely(Network<float> &network, const PreparedData<float> &data, Index start, Index steps)
{
    FreeRunResult result{start, {}, {}};
    try {
        result.prediction = freeRun(network, data, start, steps);
    } catch (const OptionError &error) {
        const Problem &problem = error.problems().front();
        result.problem = "Free running is " + problem.value + ": " + problem.constraint + "; " + problem.hint;
    } catch (const Error &error) {
        result.problem = error.what();
    }
    return result;
}

LagErrors errorsByLag(Network<float> &network, const ForecastResult &result, Index target, const std::stop_token &stop)
{
    const PreparedData<float> &data = *result.data;
    if (result.classifies() || data.tableRows.empty() || data.targetValues.size() == 0)
        return {};
    if (data.options.horizons.size() > 1)
        return lagsOfHorizons(result, target);
    const Index rows = data.partRows[3];
    const Index lags = std::min<Index>({kMostLags, 2 * data.options.window, (rows - data.options.window) / 2});
    if (lags < 1)
        return {};
    std::vector<double> squares(static_cast<std::size_t>(lags), 0.0), naive(static_cast<std::size_t>(lags), 0.0);
    const std::vector<Index> starts = lagStarts(data, lags);
    for (const Index start : starts) {
        const FreeRunResult run = runFreely(network, data, start, lags);
        if (!run.problem.empty() || stop.stop_requested())
            return {};
        for (Index lag = 0; lag < lags; ++lag) {
            const double truth = data.targetValues(target, start + lag);
            squares[static_cast<std::size_t>(lag)] += std::pow(run.prediction(target, lag) - truth, 2);
            naive[static_cast<std::size_t>(lag)] += std::pow(data.targetValues(target, start - 1) - truth, 2);
        }
    }
    LagErrors errors{{}, true, static_cast<Index>(starts.size())};
    const auto count = static_cast<double>(starts.size());
    for (Index lag = 0; lag < lags && !starts.empty(); ++lag) {
        const auto at = static_cast<std::size_t>(lag);
        errors.lags.push_back({lag + 1, std::sqrt(squares[at] / count), std::sqrt(naive[at] / count)});
    }
    return errors;
}

std::vector<double> autocorrelation(const std::vector<double> &values, Index lags)
{
    double sum = 0.0;
    Index count = 0;
    for (const double value : values) {
        if (!std::isnan(value)) {
            sum += value;
            ++count;
        }
    }
    const double mean = count > 0 ? sum / static_cast<double>(count) : 0.0;
    double power = 0.0;
    for (const double value : values)
        power += std::isnan(value) ? 0.0 : (value - mean) * (value - mean);
    std::vector<double> result;
    for (Index lag = 1; lag <= lags && power > 0.0; ++lag) {
        double product = 0.0;
        for (std::size_t row = static_cast<std::size_t>(lag); row < values.size(); ++row) {
            const double term = (values[row] - mean) * (values[row - static_cast<std::size_t>(lag)] - mean);
            product += std::isnan(term) ? 0.0 : term;
        }
        result.push_back(product / power);
    }
    return result;
}

} // namespace gatescope
