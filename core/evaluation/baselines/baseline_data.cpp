// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baselines/baseline_data.h"

#include <algorithm>

namespace gatescope {

namespace {

SeasonInput seasonInput(const BaselineData &view, std::span<const double> times)
{
    SeasonInput input;
    const Vector<double> values = view.values->row(0).head(view.trainRows);
    input.values.assign(values.begin(), values.end());
    input.runs = view.trainRuns();
    if (!times.empty())
        input.times.assign(times.begin(), times.begin() + view.trainRows);
    return input;
}

template <typename Scalar>
Season seasonOf(const BaselineData &view, const PreparedData<Scalar> &data)
{
    if (data.options.season)
        return *data.options.season > 0 ? Season{*data.options.season, SeasonSource::Given, 0.0} : Season{};
    if (!view.hasRows || view.task == TaskKind::Classification || view.trainRows < 1)
        return {};
    return findSeason(seasonInput(view, data.timesAreDates ? std::span(data.times) : std::span<const double>()));
}

} // namespace

std::vector<Index> BaselineData::trainRuns() const
{
    std::vector<Index> runs;
    for (const Index begin : segments) {
        if (begin < trainRows)
            runs.push_back(begin);
    }
    runs.push_back(trainRows);
    return runs;
}

Index BaselineData::runBegin(Index row) const
{
    const auto after = std::ranges::upper_bound(segments, row);
    return after == segments.begin() ? 0 : *std::prev(after);
}

template <typename Scalar>
std::function<void(std::span<const std::int64_t>, Matrix<double> &)> gatherOf(const SequenceSet<Scalar> &set)
{
    return [set](std::span<const std::int64_t> starts, Matrix<double> &columns) {
        const Matrix<Scalar> &inputs = set.store().inputs;
        const Index rows = inputs.rows() * set.steps();
        columns.resize(rows, static_cast<Index>(starts.size()));
        for (std::size_t w = 0; w < starts.size(); ++w)
            columns.col(static_cast<Index>(w)) =
                Eigen::Map<const Vector<Scalar>>(inputs.data() + starts[w] * inputs.rows(), rows)
                    .template cast<double>();
    };
}

template <typename Scalar>
BaselineData baselineData(const PreparedData<Scalar> &data)
{
    BaselineData view;
    view.values = &data.targetValues;
    view.segments = data.segments;
    view.hasRows = !data.tableRows.empty();
    view.trainRows = std::min<Index>(data.partRows[1], data.targetValues.cols());
    view.task = data.options.task;
    view.classes = static_cast<Index>(data.classNames.size());
    view.steps = data.train.steps();
    view.inputs = data.train.inputs();
    view.horizons = data.train.horizons();
    view.targetScaler = data.targetScaler;
    view.train = placesOf(data.train);
    view.gather = gatherOf(data.train);
    view.season = seasonOf(view, data);
    return view;
}

template std::function<void(std::span<const std::int64_t>, Matrix<double> &)> gatherOf(const SequenceSet<float> &);
template std::function<void(std::span<const std::int64_t>, Matrix<double> &)> gatherOf(const SequenceSet<double> &);
template BaselineData baselineData(const PreparedData<float> &);
template BaselineData baselineData(const PreparedData<double> &);

} // namespace gatescope
