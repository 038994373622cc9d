// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/table_series.h"

#include "core/data/prepare/labels.h"
#include "core/data/time_check.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::vector<double> inSeriesOrder(const Column &column, const RowPlan &plan)
{
    const auto values = column.values();
    if (plan.tableOrder)
        return {values.begin(), values.end()};
    std::vector<double> ordered;
    ordered.reserve(plan.tableRows.size());
    for (const std::int64_t row : plan.tableRows)
        ordered.push_back(values[static_cast<std::size_t>(row)]);
    return ordered;
}

void addColumn(SeriesValues &series, const Column &column, std::vector<double> values, bool isLabel, bool mayMiss)
{
    series.isTarget.push_back(false);
    series.columns.push_back(column);
    series.values.push_back(std::move(values));
    series.isLabel.push_back(isLabel);
    series.mayMiss.push_back(mayMiss);
}

/// Takes a number that is to be forecast; one that is a feature too is stored once.
void addNumberTarget(TableSeries &data, const Column &column, bool mayMiss)
{
    for (std::size_t i = 0; i < data.roles.features.size(); ++i) {
        if (data.roles.features[i].name() == column.name()) {
            data.targetIndex.push_back(i);
            data.series.isTarget[i] = true;
            return;
        }
    }
    data.targetIndex.push_back(data.series.columns.size());
    addColumn(data.series, column, inSeriesOrder(column, data.plan), false, mayMiss);
    data.series.isTarget.back() = true;
}

void addLabels(TableSeries &data, const Table &table, const Column &column, const Preparation *given, PrepareLog &log)
{
    if (!given)
        data.classNames = sortedLabels(column, data.plan);
    data.targetIndex.push_back(data.series.columns.size());
    addColumn(data.series, column, classNumbers(table, column, data.plan, data.classNames, log), true,
              given != nullptr);
    data.series.isTarget.back() = true;
}

/// Rows at which filling in stops: a missing value is never made of one in another sequence, part, or run between gaps.
std::vector<Index> fillBorders(const TableSeries &data, const DataOptions &options)
{
    std::vector<Index> borders = data.plan.sequences;
    for (const std::array<Index, 4> &parts : splitRows(data.plan, knownEnds(data.plan, data.series), options))
        borders.insert(borders.end(), parts.begin(), parts.end());
    if (options.breakAtGaps && data.roles.hasTime) {
        const std::vector<double> times = seriesTimes(data.plan, data.roles);
        const bool isTime = data.roles.time.kind() == ColumnKind::Time;
        const TimeCheck check = checkTimes(times, data.plan.segments, isTime, options.maxGap.value_or(0.0));
        borders.insert(borders.end(), check.gaps.begin(), check.gaps.end());
    }
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    return borders;
}

void tellSequences(const TableSeries &data, const DataOptions &options, PrepareLog &log)
{
    if (!data.roles.hasId)
        return;
    const std::string id = quoted(data.roles.id.name());
    if (data.plan.sequenceCount() == 1)
        log.warnings.push_back("Column " + id + " holds one id only, so the rows are split as one long series");
    else
        log.notes.push_back(std::to_string(data.plan.sequenceCount()) + " sequences by " + id
                            + (options.splitBy == SplitBy::Rows
                                   ? "; the rows of each are split into the parts, and no window crosses them"
                                   : "; whole sequences are split into the parts, and no window crosses them"));
}

} // namespace

std::vector<std::array<Index, 2>> TableSeries::runs() const
{
    bool targetIsFeature = false;
    for (std::size_t t = 0; t < roles.targets.size(); ++t)
        targetIsFeature = targetIsFeature || isFeature(t);
    std::vector<std::array<Index, 2>> runs;
    std::size_t sequence = 0;
    for (std::size_t s = 0; s + 1 < plan.segments.size(); ++s) {
        while (plan.sequences[sequence + 1] <= plan.segments[s])
            ++sequence;
        const Index end = targetIsFeature ? std::min(plan.segments[s + 1], knownEnds[sequence]) : plan.segments[s + 1];
        if (end > plan.segments[s])
            runs.push_back({plan.segments[s], end});
    }
    return runs;
}

std::vector<bool> TableSeries::unknownTargets() const
{
    std::vector<bool> unknown;
    for (std::size_t t = 0; t < roles.targets.size(); ++t) {
        const std::span<const double> values = target(t);
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (!std::isnan(values[row]))
                continue;
            unknown.resize(values.size(), false);
            unknown[row] = true;
        }
    }
    return unknown;
}

std::vector<std::array<Index, 2>> TableSeries::trainingRuns() const
{
    std::vector<std::array<Index, 2>> runs;
    for (const std::array<Index, 4> &part : parts)
        runs.push_back({part[0], part[1]});
    return runs;
}

bool TableSeries::labelsAreConstant(TaskKind task) const
{
    if (task != TaskKind::Classification || !hasTargets() || plan.sequenceCount() < 2)
        return false;
    const std::span<const double> labels = target(0);
    for (std::size_t s = 0; s + 1 < plan.sequences.size(); ++s) {
        for (Index row = plan.sequences[s] + 1; row < plan.sequences[s + 1]; ++row) {
            if (labels[static_cast<std::size_t>(row)] != labels[static_cast<std::size_t>(row - 1)])
                return false;
        }
    }
    return true;
}

TableSeries collectSeries(const Table &table, const DataOptions &options, const Preparation *given, PrepareLog &log,
                          ProgressSteps &steps)
{
    TableSeries data;
    data.roles = resolveColumns(table, options, given != nullptr, log);
    steps.setTotal(3 * (data.roles.features.size() + data.roles.targets.size()) + kWindowSets);
    data.plan = orderRows(table, data.roles, options);
    for (const Column &feature : data.roles.features) {
        addColumn(data.series, feature, inSeriesOrder(feature, data.plan), false, false);
        steps.done();
    }
    if (given)
        data.classNames = given->classNames;
    for (const Column &target : data.roles.targets) {
        if (options.task == TaskKind::Classification)
            addLabels(data, table, target, given, log);
        else
            addNumberTarget(data, target, given != nullptr);
        steps.done();
    }
    findKnownFuture(data.plan, data.series, data.roles.features.size(), log);
    if (data.roles.hasId && data.roles.id.losesZeros() && !data.roles.id.isSpelt())
        log.warnings.push_back("Column " + quoted(data.roles.id.name())
                               + " holds numbers with leading zeros, which are not told apart (007 and 7); read it as "
                                 "text (--types) to keep them apart");
    settleMissing(table, data.plan, data.series, options.missing, fillBorders(data, options), log);
    data.times = seriesTimes(data.plan, data.roles);
    checkSeriesTimes(data.plan, table, data.roles, data.times, options, log);
    data.knownEnds = knownEnds(data.plan, data.series);
    data.parts = splitRows(data.plan, data.knownEnds, options);
    tellSequences(data, options, log);
    return data;
}

std::vector<Index> countClasses(const Table &table, const TableSeries &series, const DataOptions &options,
                                const Preparation *given, PrepareLog &log)
{
    std::vector<Index> counts(series.classNames.size(), 0);
    std::vector<Index> inTraining(series.classNames.size(), 0);
    const std::span<const double> labels = series.hasTargets() ? series.target(0) : std::span<const double>();
    for (const double label : labels) {
        if (!std::isnan(label))
            ++counts[static_cast<std::size_t>(label)];
    }
    for (const auto &[begin, end] : series.trainingRuns()) {
        for (Index row = begin; row < std::min(end, std::ssize(labels)); ++row) {
            const double label = labels[static_cast<std::size_t>(row)];
            if (!std::isnan(label))
                ++inTraining[static_cast<std::size_t>(label)];
        }
    }
    if (given)
        return counts;
    if (counts.size() < 2)
        throw DataError(table.source() + ": column " + quoted(options.targets[0])
                        + " holds one label only; classification needs two or more");
    for (std::size_t i = 0; i < inTraining.size() && !options.shuffleBeforeSplit; ++i) {
        if (inTraining[i] == 0)
            log.warnings.push_back("Class " + quoted(series.classNames[i]) + " does not occur in the training part");
    }
    return counts;
}

} // namespace gatescope
