// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/forecast.h"

#include "core/model/streaming_network.h"

#include <algorithm>
#include <numeric>

namespace gatescope {

namespace {

std::span<const double> allOf(const Matrix<double> &matrix)
{
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

std::vector<double> rowOf(const Matrix<double> &matrix, Index row)
{
    if (matrix.size() == 0)
        return {};
    const Vector<double> values = matrix.row(row);
    return {values.data(), values.data() + values.size()};
}

[[noreturn]] void cannotRunFreely(const std::string &constraint, const std::string &hint)
{
    throw OptionError({{"free running", "not possible here", constraint, hint}});
}

/// For each feature the target that predicts it, or −1.
std::vector<Index> predictedBy(const Preparation &preparation)
{
    std::vector<Index> sources;
    for (const std::string &feature : preparation.featureNames) {
        const auto target = std::ranges::find(preparation.targetNames, feature);
        sources.push_back(target == preparation.targetNames.end() ? -1 : target - preparation.targetNames.begin());
    }
    return sources;
}

template <typename Scalar>
void checkFreeRun(const PreparedData<Scalar> &data, Index startRow, Index steps, const std::vector<Index> &sources)
{
    const DataOptions &options = data.options;
    if (data.tableRows.empty())
        cannotRunFreely("the sequences of a tensor file have no next row", "use a CSV");
    if (options.task != TaskKind::Regression)
        cannotRunFreely("the network predicts classes, which cannot be its inputs", "train a forecast");
    if (options.horizons.empty() || options.horizons.front() != 1)
        cannotRunFreely("the network must predict the next row", "train with --horizon 1");
    const auto rows = static_cast<Index>(data.tableRows.size());
    if (startRow < options.window || startRow > rows)
        throw DataError("free running needs a whole window of " + std::to_string(options.window)
                        + " rows before its start; the data has " + std::to_string(rows) + " rows");
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (sources[i] < 0 && startRow + steps - 1 > rows)
            cannotRunFreely("the feature " + quoted(data.featureNames[i])
                                + " is not predicted, and not known beyond row " + std::to_string(rows),
                            "train with it among the targets, or without it");
    }
}

} // namespace

template <typename Scalar>
Matrix<Scalar> predictAll(Network<Scalar> &network, const SequenceSet<Scalar> &sequences, Index batch,
                          const Progress &progress)
{
    Matrix<Scalar> outputs(network.options().outputs, sequences.size());
    std::vector<std::int64_t> members(static_cast<std::size_t>(std::min(batch, sequences.size())));
    Matrix<Scalar> x, y;
    for (Index first = 0; first < sequences.size(); first += batch) {
        members.resize(static_cast<std::size_t>(std::min(batch, sequences.size() - first)));
        std::iota(members.begin(), members.end(), first);
        sequences.gather(members, x, y);
        const auto count = static_cast<Index>(members.size());
        outputs.middleCols(first, count) = network.forward(x, count);
        if (progress && !progress(static_cast<double>(first + count) / static_cast<double>(sequences.size())))
            return {};
    }
    return outputs;
}

template <typename Scalar>
Forecast forecast(Network<Scalar> &network, const PreparedData<Scalar> &data, const SequenceSet<Scalar> &sequences,
                  const Progress &progress)
{
    Forecast result;
    result.prediction = predictAll(network, sequences, 256, progress).template cast<double>();
    if (result.prediction.cols() != sequences.size())
        return {};
    data.toUnits(result.prediction, sequences);
    if (sequences.hasTargets()) {
        result.target.resize(sequences.targets(), sequences.size());
        for (Index s = 0; s < sequences.size(); ++s)
            result.target.col(s) = data.targetInUnits(sequences, s);
    }
    if (data.hasPersistence()) {
        result.persistence.resize(result.prediction.rows(), sequences.size());
        for (Index s = 0; s < sequences.size(); ++s)
            result.persistence.col(s) = data.lastTarget(sequences, s);
    }
    return result;
}

RegressionScores scoreForecast(const Forecast &forecast)
{
    return scoreRegression(allOf(forecast.target), allOf(forecast.prediction), allOf(forecast.persistence));
}

RegressionScores scoreForecast(const Forecast &forecast, Index output)
{
    return scoreRegression(rowOf(forecast.target, output), rowOf(forecast.prediction, output),
                           rowOf(forecast.persistence, output));
}

template <typename Scalar>
Matrix<double> freeRun(Network<Scalar> &network, const PreparedData<Scalar> &data, Index startRow, Index steps)
{
    const std::vector<Index> sources = predictedBy(data);
    checkFreeRun(data, startRow, steps, sources);
    const Matrix<Scalar> &series = data.inputsOnly.store().inputs;
    const Index window = data.options.window;
    const auto targets = static_cast<Index>(data.targetNames.size());
    StreamingNetwork<Scalar> stream(network);
    Matrix<double> predictions(targets, steps), output(network.options().outputs, 1);
    Matrix<Scalar> x(series.rows(), window + steps); // the first window, then what is predicted and known
    x.leftCols(window) = series.middleCols(startRow - window, window);
    for (Index step = 0; step < steps; ++step) {
        stream.reset();
        std::span<const Scalar> last;
        for (Index t = step; t < step + window; ++t)
            last = stream.step({x.col(t).data(), static_cast<std::size_t>(x.rows())});
        std::ranges::copy(last, output.data());
        const Matrix<double> before = step > 0 ? Matrix<double>(predictions.col(step - 1))
                                      : data.targetValues.cols() >= startRow
                                          ? Matrix<double>(data.targetValues.col(startRow - 1))
                                          : Matrix<double>(); // only read for changes, which need the target
        data.toUnits(output, before);
        predictions.col(step) = output.col(0).head(targets);
        for (Index i = 0; i < x.rows() && step + 1 < steps; ++i) {
            const Index source = sources[static_cast<std::size_t>(i)];
            x(i, window + step) = source < 0
                                      ? series(i, startRow + step)
                                      : static_cast<Scalar>(data.inputScaler.transform(i, predictions(source, step)));
        }
    }
    return predictions;
}

template Matrix<float> predictAll(Network<float> &, const SequenceSet<float> &, Index, const Progress &);
template Matrix<double> predictAll(Network<double> &, const SequenceSet<double> &, Index, const Progress &);
template Forecast forecast(Network<float> &, const PreparedData<float> &, const SequenceSet<float> &, const Progress &);
template Forecast forecast(Network<double> &, const PreparedData<double> &, const SequenceSet<double> &,
                           const Progress &);
template Matrix<double> freeRun(Network<float> &, const PreparedData<float> &, Index, Index);
template Matrix<double> freeRun(Network<double> &, const PreparedData<double> &, Index, Index);

} // namespace gatescope
