// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/missing_cells.h"

#include "core/counted.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Series rows of a column that have no value and should.
Index countMissing(const SeriesValues &series, std::size_t column)
{
    Index count = 0;
    for (std::size_t row = 0; row < series.values[column].size(); ++row)
        count += series.lacks(column, row);
    return count;
}

std::string listing(const Table &table, const RowPlan &plan, const SeriesValues &series)
{
    std::string text;
    for (std::size_t c = 0; c < series.columns.size(); ++c) {
        const Index count = series.mayMiss[c] ? 0 : countMissing(series, c);
        if (count == 0)
            continue;
        std::size_t first = 0;
        while (!series.lacks(c, first))
            ++first;
        const std::int64_t row = plan.tableRows[first];
        const Column &column = series.columns[c];
        const Index infinite = column.infinite().count;
        text += (text.empty() ? "" : ", ") + quoted(column.name()) + " " + std::to_string(count);
        if (infinite > 0)
            text +=
                " (" + std::to_string(infinite) + " of them infinite: " + quoted(column.infinite().first[0].text) + ")";
        const std::int64_t line = table.line(row);
        text += ", first in row " + std::to_string(row + 1) + (line > 0 ? " (line " + std::to_string(line) + ")" : "");
    }
    return text;
}

void fillForward(std::vector<double> &values, Index begin, Index end)
{
    for (Index row = begin + 1; row < end; ++row) {
        double &value = values[static_cast<std::size_t>(row)];
        if (std::isnan(value))
            value = values[static_cast<std::size_t>(row - 1)];
    }
}

void fillBetween(std::vector<double> &values, Index begin, Index end)
{
    Index known = -1;
    for (Index row = begin; row < end; ++row) {
        const double right = values[static_cast<std::size_t>(row)];
        if (std::isnan(right))
            continue;
        const double left = known < 0 ? right : values[static_cast<std::size_t>(known)];
        for (Index gap = known + 1; known >= 0 && gap < row; ++gap) {
            const double share = static_cast<double>(gap - known) / static_cast<double>(row - known);
            values[static_cast<std::size_t>(gap)] = left + share * (right - left);
        }
        known = row;
    }
    fillForward(values, begin, end);
}

/// How to keep a label that reads like a missing cell (NA, -).
std::string labelHint(const SeriesValues &series)
{
    for (std::size_t c = 0; c < series.columns.size(); ++c) {
        const CellCount &missing = series.columns[c].missing();
        if (series.isLabel[c] && !missing.first.empty() && !missing.first[0].text.empty())
            return "; if " + quoted(missing.first[0].text) + " is a label, read the column as text (--types "
                   + series.columns[c].name() + "=text)";
    }
    return {};
}

/// Rows in which every column (that must) has a value.
std::vector<bool> completeRows(const SeriesValues &series, std::size_t rows)
{
    std::vector<bool> keep(rows, true);
    for (std::size_t c = 0; c < series.columns.size(); ++c) {
        for (std::size_t row = 0; row < rows && !series.mayMiss[c]; ++row)
            keep[row] = keep[row] && !series.lacks(c, row);
    }
    return keep;
}

Index keepComplete(RowPlan &plan, SeriesValues &series)
{
    const std::vector<bool> keep = completeRows(series, plan.tableRows.size());
    const Index before = plan.rows();
    keepRows(plan, keep);
    for (std::vector<double> &values : series.values) {
        std::size_t next = 0;
        for (std::size_t row = 0; row < keep.size(); ++row) {
            if (keep[row])
                values[next++] = values[row];
        }
        values.resize(next);
    }
    for (std::size_t row = 0, next = 0; row < series.future.size(); ++row) {
        if (keep[row])
            series.future[next++] = series.future[row];
    }
    if (!series.future.empty())
        series.future.resize(static_cast<std::size_t>(plan.rows()));
    return before - plan.rows();
}

void fill(const Table &table, std::span<const Index> borders, SeriesValues &series, MissingPolicy policy,
          PrepareLog &log)
{
    for (std::size_t c = 0; c < series.columns.size(); ++c) {
        const Index before = series.mayMiss[c] ? 0 : countMissing(series, c);
        if (before == 0)
            continue;
        if (series.isLabel[c] && policy == MissingPolicy::Interpolate)
            throw DataError(
                table.source() + ": " + std::to_string(before) + " labels in column " + quoted(series.columns[c].name())
                + " are missing, and labels cannot be interpolated; drop these rows or carry labels forward");
        for (std::size_t s = 0; s + 1 < borders.size(); ++s) {
            Index end = borders[s + 1];
            while (series.isTarget[c] && !series.future.empty() && end > borders[s]
                   && series.future[static_cast<std::size_t>(end - 1)])
                --end; // what is still to come is not filled in
            const auto way = policy == MissingPolicy::Forward ? fillForward : fillBetween;
            way(series.values[c], borders[s], end);
        }
        log.warnings.push_back(std::to_string(before - countMissing(series, c)) + " missing cells of column "
                               + quoted(series.columns[c].name())
                               + (policy == MissingPolicy::Forward ? " take the value of the row before"
                                                                   : " are interpolated between their neighbours"));
    }
}

/// Whether a row has no target, but a feature that is none.
bool lacksOnlyTargets(const SeriesValues &series, std::size_t features, std::size_t row)
{
    bool known = false;
    for (std::size_t c = 0; c < series.values.size(); ++c) {
        if (series.isTarget[c] && !std::isnan(series.values[c][row]))
            return false;
        known = known || (c < features && !series.isTarget[c] && !std::isnan(series.values[c][row]));
    }
    return known;
}

} // namespace

void findKnownFuture(const RowPlan &plan, SeriesValues &series, std::size_t features, PrepareLog &log)
{
    if (std::ranges::find(series.isTarget, true) == series.isTarget.end())
        return;
    std::vector<bool> future(plan.tableRows.size(), false);
    Index count = 0;
    for (std::size_t s = 0; s + 1 < plan.sequences.size(); ++s) {
        Index end = plan.sequences[s + 1];
        while (end > plan.sequences[s] && lacksOnlyTargets(series, features, static_cast<std::size_t>(end - 1)))
            --end;
        if (end == plan.sequences[s]) // nothing of it is known: that is missing, not future
            continue;
        count += plan.sequences[s + 1] - end;
        std::fill(future.begin() + end, future.begin() + plan.sequences[s + 1], true);
    }
    if (count == 0)
        return;
    series.future = std::move(future);
    log.notes.push_back(counted(count, "row at the end has features but no target: it is",
                                "rows at the end have features but no target: they are")
                        + " kept as the known future of the features");
}

std::vector<Index> knownEnds(const RowPlan &plan, const SeriesValues &series)
{
    std::vector<Index> ends(plan.sequences.begin() + 1, plan.sequences.end());
    for (std::size_t s = 0; s < ends.size() && !series.future.empty(); ++s) {
        while (ends[s] > plan.sequences[s] && series.future[static_cast<std::size_t>(ends[s] - 1)])
            --ends[s];
    }
    return ends;
}

void settleMissing(const Table &table, RowPlan &plan, SeriesValues &series, MissingPolicy policy,
                   std::span<const Index> borders, PrepareLog &log)
{
    const std::string missing = listing(table, plan, series);
    if (missing.empty())
        return;
    if (policy == MissingPolicy::Refuse)
        throw DataError(table.source() + " has missing values in used columns (" + missing
                        + "); choose drop, forward or interpolate for missing values, or leave the columns out"
                        + labelHint(series));
    if (policy != MissingPolicy::Drop)
        fill(table, borders, series, policy, log);
    const Index dropped = keepComplete(plan, series);
    if (dropped == 0)
        return;
    const std::string rows = counted(dropped, "row");
    if (policy == MissingPolicy::Drop)
        log.warnings.push_back(rows + " with missing values left out (" + missing
                               + "); the rows around them are taken as neighbours");
    else
        log.warnings.push_back(
            rows
            + " before the first value of a column, in its part of the data, left out, because there is nothing "
              "to carry on");
    if (plan.rows() == 0)
        throw DataError(table.source() + " has no row without missing values in the used columns; use fewer columns");
}

} // namespace gatescope
