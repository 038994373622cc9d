// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baselines/baseline_data.h"

#include <algorithm>

namespace gatescope {

namespace {

SeasonInput seasonInput(const BaselineData &view, std::span<const double> times)
{
    SeasonInput input;
    input.runs = {0};
    for (const BaselineData::Run &run : view.trainRuns) {
        for (Index row = run.begin; row < run.end; ++row) {
            input.values.push_back((*view.values)(0, row));
            if (!times.empty())
                input.times.push_back(times[static_cast<std::size_t>(row)]);
        }
        input.runs.push_back(static_cast<Index>(input.values.size()));
    }
    return input;
}

/// The training rows of each run that is cut into parts, broken where no forecast looks across.
std::vector<BaselineData::Run> trainingRuns(const std::vector<std::array<Index, 4>> &parts, Index rows,
                                            const std::vector<Index> &segments)
{
    std::vector<BaselineData::Run> runs;
    for (const std::array<Index, 4> &part : parts) {
        const Index end = std::min(part[1], rows);
        Index begin = part[0];
        for (auto next = std::ranges::upper_bound(segments, begin); begin < end; ++next) {
            const Index stop = next == segments.end() ? end : std::min(*next, end);
            runs.push_back({begin, stop});
            begin = stop;
            if (next == segments.end())
                break;
        }
    }
    return runs;
}

template <typename Scalar>
Season seasonOf(const BaselineData &view, const PreparedData<Scalar> &data)
{
    if (data.options.season)
        return *data.options.season > 0 ? Season{*data.options.season, SeasonSource::Given, 0.0} : Season{};
    if (!view.hasRows || view.task == TaskKind::Classification || view.trainRows() < 1)
        return {};
    return findSeason(seasonInput(view, data.timesAreDates ? std::span(data.times) : std::span<const double>()));
}

} // namespace

Index BaselineData::trainRows() const
{
    Index rows = 0;
    for (const Run &run : trainRuns)
        rows += run.end - run.begin;
    return rows;
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
    view.trainRuns = trainingRuns(data.parts, data.targetValues.cols(), view.segments);
    view.task = data.options.task;
    view.classes = static_cast<Index>(data.classNames.size());
    view.steps = data.train.steps();
    view.inputs = data.train.inputs();
    view.horizons = data.train.horizons();
    view.targetScaler = data.targetScaler;
    view.train = placesOf(data.train.scored());
    view.gather = gatherOf(data.train);
    view.season = seasonOf(view, data);
    return view;
}

template std::function<void(std::span<const std::int64_t>, Matrix<double> &)> gatherOf(const SequenceSet<float> &);
template std::function<void(std::span<const std::int64_t>, Matrix<double> &)> gatherOf(const SequenceSet<double> &);
template BaselineData baselineData(const PreparedData<float> &);
template BaselineData baselineData(const PreparedData<double> &);

} // namespace gatescope
