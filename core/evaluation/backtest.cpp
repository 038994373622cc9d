// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/backtest.h"

#include "core/data/table_rows.h"
#include "core/evaluation/backtest_origins.h"
#include "core/train/trainer.h"

#include <algorithm>

namespace gatescope {

namespace {

template <typename Scalar>
struct Fit;

/// Training and validation before an origin, no test.
DataOptions optionsBefore(const DataOptions &options)
{
    DataOptions before = options;
    const double known = options.split[0] + options.split[1];
    before.split = {options.split[0] / known, options.split[1] / known, 0.0};
    before.sortByTime = false; // the rows are in order already
    return before;
}

void check(const DataOptions &options)
{
    std::vector<Problem> problems;
    if (options.shuffleBeforeSplit || options.scaleOnAllRows)
        problems.push_back({"split", "leaking", "lets the past see the future", "switch the mistakes off"});
    if (!(options.split[2] > 0.0))
        problems.push_back({"split", "without a test part", "leaves no rows for origins", "try 0.7,0.15,0.15"});
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
    std::vector<Index> windows; ///< columns of a forecast of all
    std::vector<std::int64_t> starts, targets;

    WindowPlaces places() const { return {starts, targets}; }
};

/// @param after  by row of the table that the data was made of: whether it comes after the origin
template <typename Scalar>
Span windowsFrom(const PreparedData<Scalar> &data, const std::vector<bool> &after)
{
    const SequenceSet<Scalar> &all = data.all;
    const Index horizons = all.horizons();
    Span span;
    for (Index window = 0; window < all.size(); ++window) {
        const auto targets =
            std::span(all.targetColumns())
                .subspan(static_cast<std::size_t>(window * horizons), static_cast<std::size_t>(horizons));
        if (!after[static_cast<std::size_t>(data.tableRows[static_cast<std::size_t>(targets.front())])])
            continue;
        span.windows.push_back(window);
        span.starts.push_back(all.starts()[static_cast<std::size_t>(window)]);
        span.targets.insert(span.targets.end(), targets.begin(), targets.end());
    }
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

/// Scores what was fitted on the windows that come after an origin.
/// @param head  the rows before the next origin
template <typename Scalar>
BacktestOrigin scoreFrom(Fit<Scalar> &fit, const Table &head, const std::vector<bool> &after, const Loss &loss)
{
    const PreparedData<Scalar> data = applyPreparation<Scalar>(head, fit.data);
    BacktestOrigin origin;
    origin.trainWindows = fit.data.train.size();
    origin.parameters.assign(fit.network->parameters().begin(), fit.network->parameters().end());
    const Span span = windowsFrom(data, after);
    origin.windows = std::ssize(span.windows);
    if (origin.windows == 0)
        return origin;
    const Forecast whole = forecast(*fit.network, data, data.all);
    const Forecast part{whole.prediction(Eigen::all, span.windows), whole.target(Eigen::all, span.windows), {}};
    origin.first = part.prediction.col(0);
    if (data.options.task == TaskKind::Classification)
        origin.classes = scoreClassification(part.prediction, trueClasses(part));
    else
        origin.scores = scoreForecast(part);
    const BaselineData fitted = fit.view; // the baselines look through the view: at the longer table now
    fit.view.values = &data.targetValues;
    fit.view.segments = data.segments;
    fit.view.gather = gatherOf(data.all);
    addBaselines(origin, fit.view, fit.baselines, span.places(), loss);
    fit.view = fitted;
    return origin;
}

} // namespace

template <typename Scalar>
std::vector<BacktestOrigin> backtest(const Table &table, const DataOptions &options, Settings settings,
                                     const BacktestOptions &backtestOptions, const Progress &progress)
{
    check(options);
    DataOptions cut = options;
    cut.splitBy = SplitBy::Rows; // an origin lies in time: the time of every sequence is cut
    // Whatever is wrong with columns and cells is said here, with its place in the file; no number of it is kept.
    const DataOptions spelt = prepareData<Scalar>(table, cut).options;
    const DataOptions before = optionsBefore(spelt);
    const BacktestOrigins origins(table, spelt, backtestOptions.origins);
    const Loss loss = settings.training.loss;
    std::vector<BacktestOrigin> results;
    std::unique_ptr<Fit<Scalar>> fit;
    for (Index i = 0; i < origins.count(); ++i) {
        const auto count = static_cast<double>(origins.count());
        const Progress share = [&](double fraction) {
            return !progress || progress((static_cast<double>(i) + fraction) / count);
        };
        const bool fresh = !fit || backtestOptions.refit;
        if (fresh)
            fit = fitBefore<Scalar>(rowsOf(table, origins.rowsBefore(i)), before, settings, share);
        results.push_back(scoreFrom(*fit, rowsOf(table, origins.rowsBefore(i + 1)), origins.comesAfter(i), loss));
        results.back().row = origins.row(i);
        results.back().epochs = fresh ? fit->epochs : 0;
        results.back().time = origins.time(i);
        ProgressGate(progress).check(static_cast<double>(i + 1) / count);
    }
    return results;
}

template std::vector<BacktestOrigin> backtest<float>(const Table &, const DataOptions &, Settings,
                                                     const BacktestOptions &, const Progress &);
template std::vector<BacktestOrigin> backtest<double>(const Table &, const DataOptions &, Settings,
                                                      const BacktestOptions &, const Progress &);

} // namespace gatescope
