// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/backtest.h"

#include "core/data/table_rows.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

template <typename Scalar>
struct Fit;

/// The table's first rows, in the order given.
Table headOf(const Table &table, std::span<const std::int64_t> order, Index rows)
{
    return rowsOf(table, order.first(static_cast<std::size_t>(rows)));
}

/// Training and validation before an origin, no test.
DataOptions optionsBefore(const DataOptions &options)
{
    DataOptions before = options;
    const double known = options.split[0] + options.split[1];
    before.split = {options.split[0] / known, options.split[1] / known, 0.0};
    before.sortByTime = false; // the rows are in order already
    return before;
}

void check(const DataOptions &options, const BacktestOptions &backtest, Index rows)
{
    std::vector<Problem> problems;
    if (!options.sequenceId.empty())
        problems.push_back({"sequence id", options.sequenceId, "cannot be used: an origin is a row of one series",
                            "backtest one sequence in a file of its own"});
    if (options.shuffleBeforeSplit || options.scaleOnAllRows)
        problems.push_back({"split", "leaking", "lets the past see the future", "switch the mistakes off"});
    if (!(options.split[2] > 0.0))
        problems.push_back({"split", "without a test part", "leaves no rows for origins", "try 0.7,0.15,0.15"});
    const auto tested =
        rows - static_cast<Index>(std::floor((options.split[0] + options.split[1]) * static_cast<double>(rows)));
    if (backtest.origins < 1 || backtest.origins > tested)
        problems.push_back({"origins", std::to_string(backtest.origins),
                            "must be between 1 and the " + std::to_string(tested) + " rows of the test part", "try 5"});
    if (!problems.empty())
        throw OptionError(std::move(problems));
}

/// All that is fitted before an origin.
template <typename Scalar>
struct Fit {
    PreparedData<Scalar> data;
    BaselineData view;
    std::vector<FittedBaseline> baselines;
    std::unique_ptr<Network<Scalar>> network;
    std::int64_t epochs = 0;
};

template <typename Scalar>
std::unique_ptr<Fit<Scalar>> fitBefore(const Table &head, const DataOptions &options, Settings settings,
                                       const Progress &progress)
{
    auto fit = std::make_unique<Fit<Scalar>>();
    fit->data = prepareData<Scalar>(head, options);
    fit->view = baselineData(fit->data);
    fit->baselines = fitBaselines(fit->view);
    settings.network.inputs = fit->data.train.inputs();
    settings.network.outputs = fit->data.outputs();
    Trainer<Scalar> trainer(settings, {fit->data.train, fit->data.validation});
    const auto epochs = static_cast<double>(std::max<std::int64_t>(settings.training.epochs, 1));
    while (!trainer.finished()) {
        const StepResult step = trainer.step();
        if (step.outcome == StepOutcome::Diverged)
            throw DataError("training before row " + std::to_string(head.rows() + 1) + " diverged at " + step.message);
        ProgressGate(progress).check(std::min(1.0, static_cast<double>(trainer.epochsTrained()) / epochs));
        if (step.outcome == StepOutcome::Finished || step.outcome == StepOutcome::EarlyStopped)
            break;
    }
    const bool best = settings.training.earlyStopPatience > 0 && trainer.bestEpoch() > 0;
    const std::span<const Scalar> weights =
        best ? trainer.bestParameters() : std::as_const(trainer.network()).parameters();
    fit->network = std::make_unique<Network<Scalar>>(settings.network, settings.training.threads);
    std::ranges::copy(weights, fit->network->parameters().begin());
    fit->epochs = trainer.epochsTrained();
    return fit;
}

/// The windows from one origin to the next.
struct Span {
    Index first = 0, count = 0;
    WindowPlaces places;
};

template <typename Scalar>
Span windowsFrom(const PreparedData<Scalar> &data, Index origin)
{
    const SequenceSet<Scalar> &all = data.all;
    const auto horizons = static_cast<std::size_t>(all.horizons());
    Span span;
    while (span.first < all.size()
           && data.tableRows[static_cast<std::size_t>(
                  all.targetColumns()[static_cast<std::size_t>(span.first) * horizons])]
                  < origin)
        ++span.first;
    span.count = all.size() - span.first;
    const WindowPlaces places = placesOf(all);
    span.places = {places.starts.subspan(static_cast<std::size_t>(span.first)),
                   places.targets.subspan(static_cast<std::size_t>(span.first) * horizons)};
    return span;
}

void addBaselines(BacktestOrigin &origin, const BaselineData &view, const std::vector<FittedBaseline> &baselines,
                  const WindowPlaces &places, const Loss &loss)
{
    const WindowPlaces one{places.starts.first(1), places.targets.first(static_cast<std::size_t>(view.horizons))};
    std::optional<double> lowest;
    for (const FittedBaseline &baseline : baselines) {
        if (!baseline.model)
            continue;
        BacktestBaseline result{baseline.info, scoreBaseline(*baseline.model, view, places, loss), {}};
        Matrix<double> first(view.outputs(), 1);
        baseline.model->predict(one, first);
        result.first = first.col(0);
        const std::optional<double> rank =
            origin.classes ? result.score.crossEntropy : std::optional(result.score.meanSquaredError);
        if (rank && 2 * result.score.windows >= origin.windows && (!lowest || *rank < *lowest)) {
            lowest = rank;
            origin.best = baseline.info;
        }
        origin.baselines.push_back(std::move(result));
    }
    if (!lowest || !(*lowest > 0.0))
        return;
    const double rmse = origin.scores ? origin.scores->rootMeanSquaredError : 0.0;
    origin.skill = 1.0 - (origin.classes ? origin.classes->crossEntropy : rmse * rmse) / *lowest;
}

/// Scores what was fitted on the rows from an origin on; the table ends where the next begins.
template <typename Scalar>
BacktestOrigin scoreFrom(Fit<Scalar> &fit, const Table &head, Index row, const Loss &loss)
{
    const PreparedData<Scalar> data = applyPreparation<Scalar>(head, fit.data);
    BacktestOrigin origin;
    origin.row = row;
    origin.trainWindows = fit.data.train.size();
    origin.parameters.assign(fit.network->parameters().begin(), fit.network->parameters().end());
    const Span span = windowsFrom(data, row);
    origin.windows = span.count;
    if (span.count == 0)
        return origin;
    Forecast whole = forecast(*fit.network, data, data.all);
    const Forecast part{whole.prediction.rightCols(span.count), whole.target.rightCols(span.count), {}};
    origin.first = part.prediction.col(0);
    if (data.options.task == TaskKind::Classification)
        origin.classes = scoreClassification(part.prediction, trueClasses(part));
    else
        origin.scores = scoreForecast(part);
    const BaselineData fitted = fit.view; // the baselines look through the view: at the longer table now
    fit.view.values = &data.targetValues;
    fit.view.segments = data.segments;
    fit.view.gather = gatherOf(data.all);
    addBaselines(origin, fit.view, fit.baselines, span.places, loss);
    fit.view = fitted;
    return origin;
}

std::vector<std::int64_t> rowOrder(const Table &table, const DataOptions &options)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(table.rows()));
    std::iota(order.begin(), order.end(), 0);
    if (!options.sortByTime)
        return order;
    const std::span<const double> times = table.column(options.time).values();
    const auto at = [&](std::int64_t row) { return times[static_cast<std::size_t>(row)]; };
    std::ranges::stable_sort(order, [&](std::int64_t a, std::int64_t b) { return at(a) < at(b); });
    return order;
}

} // namespace

template <typename Scalar>
std::vector<BacktestOrigin> backtest(const Table &table, const DataOptions &options, Settings settings,
                                     const BacktestOptions &backtestOptions, const Progress &progress)
{
    check(options, backtestOptions, table.rows());
    // Whatever is wrong with columns and cells is said here, with its place in the file; no number of it is kept.
    const DataOptions spelt = prepareData<Scalar>(table, options).options;
    const DataOptions before = optionsBefore(spelt);
    const std::vector<std::int64_t> order = rowOrder(table, spelt);
    const Index rows = table.rows(), count = backtestOptions.origins;
    const auto begin =
        static_cast<Index>(std::floor((options.split[0] + options.split[1]) * static_cast<double>(rows)));
    const auto originRow = [&](Index i) { return begin + (rows - begin) * i / count; };
    const Loss loss = settings.training.loss;
    std::vector<BacktestOrigin> results;
    std::unique_ptr<Fit<Scalar>> fit;
    for (Index i = 0; i < count; ++i) {
        const Progress share = [&](double fraction) {
            return !progress || progress((static_cast<double>(i) + fraction) / static_cast<double>(count));
        };
        const bool fresh = !fit || backtestOptions.refit;
        if (fresh)
            fit = fitBefore<Scalar>(headOf(table, order, originRow(i)), before, settings, share);
        results.push_back(scoreFrom(*fit, headOf(table, order, originRow(i + 1)), originRow(i), loss));
        results.back().epochs = fresh ? fit->epochs : 0;
        if (!spelt.time.empty() && table.column(spelt.time).kind() != ColumnKind::Text)
            results.back().time =
                table.column(spelt.time)
                    .values()[static_cast<std::size_t>(order[static_cast<std::size_t>(originRow(i))])];
        ProgressGate(progress).check(static_cast<double>(i + 1) / static_cast<double>(count));
    }
    return results;
}

template std::vector<BacktestOrigin> backtest<float>(const Table &, const DataOptions &, Settings,
                                                     const BacktestOptions &, const Progress &);
template std::vector<BacktestOrigin> backtest<double>(const Table &, const DataOptions &, Settings,
                                                      const BacktestOptions &, const Progress &);

} // namespace gatescope
