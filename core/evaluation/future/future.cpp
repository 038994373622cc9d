// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/future/future.h"

#include "core/data/time_grid.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Times of the rows ahead: known ones first, then by the calendar.
class FutureTimes {
public:
    template <typename Scalar>
    FutureTimes(const PreparedData<Scalar> &data, Index start)
        : m_times(data.times), m_start(start), m_grid(timeGrid(data.times, data.timesAreDates))
    {
    }

    std::optional<double> at(Index ahead) const
    {
        const auto row = static_cast<std::size_t>(m_start + ahead - 1);
        if (row < m_times.size())
            return std::isnan(m_times[row]) ? std::nullopt : std::optional(m_times[row]);
        if (m_grid.unit == TimeGrid::Unit::None)
            return std::nullopt;
        return timeAfter(m_grid, m_times.back(), static_cast<Index>(row - m_times.size() + 1));
    }

private:
    const std::vector<double> &m_times;
    Index m_start;
    TimeGrid m_grid;
};

template <typename Scalar>
void requireWindow(const PreparedData<Scalar> &data, Index start)
{
    if (data.tableRows.empty())
        throw OptionError(
            {{"future", "not possible here", "the sequences of a tensor file have no next row", "use a CSV"}});
    if (!data.options.sequenceId.empty())
        throw DataError("the sequences of " + quoted(data.options.sequenceId)
                        + " end each at a time of its own; forecast the future of one of them in a file of its own");
    const Index begin = data.segments.size() > 1 ? *std::prev(std::ranges::upper_bound(data.segments, start - 1)) : 0;
    if (start - begin < data.options.window)
        throw DataError("the newest window takes " + std::to_string(data.options.window) + " rows, and only "
                        + std::to_string(start - begin) + " follow each other before the end; give more rows");
}

/// (O × 1) what the network says of the window that ends just before the start.
template <typename Scalar>
Matrix<double> newestOutputs(Network<Scalar> &network, const PreparedData<Scalar> &data, Index start)
{
    const Index window = data.options.window;
    const Matrix<Scalar> x = data.inputsOnly.store().inputs.middleCols(start - window, window);
    if (x.hasNaN())
        throw DataError("the newest window has missing values; choose --missing forward or interpolate");
    Matrix<double> outputs = network.forward(x, 1).template cast<double>();
    const bool isKnown = data.targetValues.cols() >= start;
    data.toUnits(outputs, isKnown ? Matrix<double>(data.targetValues.col(start - 1)) : Matrix<double>());
    return outputs;
}

void addInterval(FutureRow &row, const Vector<double> &halfWidths)
{
    row.lower = row.prediction - halfWidths;
    row.upper = row.prediction + halfWidths;
}

} // namespace

std::string unpredictedFeatures(const Preparation &preparation)
{
    std::string names;
    for (const std::string &feature : preparation.featureNames) {
        if (std::ranges::find(preparation.targetNames, feature) == preparation.targetNames.end())
            names += (names.empty() ? "" : ", ") + quoted(feature);
    }
    return names;
}

template <typename Scalar>
Index futureStart(const PreparedData<Scalar> &data)
{
    const auto rows = static_cast<Index>(data.tableRows.size());
    if (data.targetValues.cols() != rows)
        return rows;
    Index start = rows;
    while (start > 0 && data.targetValues.col(start - 1).hasNaN())
        --start;
    return start;
}

template <typename Scalar>
FutureForecast forecastFuture(Network<Scalar> &network, const PreparedData<Scalar> &data, Index freeRunRows,
                              const ConformalResiduals *residuals, double level, const FreeRunErrors *runErrors)
{
    FutureForecast future;
    future.start = futureStart(data);
    requireWindow(data, future.start);
    const FutureTimes times(data, future.start);
    const bool classes = data.options.task == TaskKind::Classification;
    const auto targets = classes ? network.options().outputs : static_cast<Index>(data.targetNames.size());
    Matrix<double> outputs = newestOutputs(network, data, future.start);
    if (classes)
        softmaxColumns(outputs);
    const std::optional<Vector<double>> widths =
        residuals != nullptr && !classes ? residuals->halfWidths(level) : std::nullopt;
    for (std::size_t k = 0; k < data.options.horizons.size(); ++k) {
        const Index ahead = data.options.horizons[k], first = static_cast<Index>(k) * targets;
        FutureRow row{ahead, times.at(ahead), false, outputs.col(0).segment(first, targets), {}, {}};
        if (widths)
            addInterval(row, widths->segment(first, targets));
        future.rows.push_back(std::move(row));
    }
    if (freeRunRows < 1)
        return future;
    if (const std::string names = unpredictedFeatures(data); !names.empty())
        future.assumed = "Beyond the last row the free run takes the known future of " + names;
    try {
        const Matrix<double> run = freeRun(network, data, future.start, freeRunRows);
        for (Index step = 0; step < run.cols(); ++step) {
            future.rows.push_back({step + 1, times.at(step + 1), true, run.col(step), {}, {}});
            const auto at = static_cast<std::size_t>(step);
            const std::optional<Vector<double>> own = widths && runErrors != nullptr && at < runErrors->rows.size()
                                                          ? runErrors->rows[at].halfWidths(level)
                                                          : std::nullopt;
            if (own)
                addInterval(future.rows.back(), *own);
            else if (widths && step == 0)
                addInterval(future.rows.back(), widths->head(targets));
        }
    } catch (const Error &error) {
        future.whyNoFreeRun = error.what();
    }
    return future;
}

template Index futureStart(const PreparedData<float> &);
template Index futureStart(const PreparedData<double> &);
template FutureForecast forecastFuture(Network<float> &, const PreparedData<float> &, Index, const ConformalResiduals *,
                                       double, const FreeRunErrors *);
template FutureForecast forecastFuture(Network<double> &, const PreparedData<double> &, Index,
                                       const ConformalResiduals *, double, const FreeRunErrors *);

} // namespace gatescope
