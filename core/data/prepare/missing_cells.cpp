// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/missing_cells.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Series rows of a column that have no value.
Index countMissing(const std::vector<double> &values)
{
    return static_cast<Index>(std::count_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }));
}

std::string listing(const Table &table, const RowPlan &plan, const SeriesValues &series)
{
    std::string text;
    for (std::size_t c = 0; c < series.columns.size(); ++c) {
        const Index count = series.mayMiss[c] ? 0 : countMissing(series.values[c]);
        if (count == 0)
            continue;
        const auto first =
            std::find_if(series.values[c].begin(), series.values[c].end(), [](double v) { return std::isnan(v); });
        const std::int64_t row = plan.tableRows[static_cast<std::size_t>(first - series.values[c].begin())];
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

/// Rows in which every column (that must) has a value.
std::vector<bool> completeRows(const SeriesValues &series, std::size_t rows)
{
    std::vector<bool> keep(rows, true);
    for (std::size_t c = 0; c < series.columns.size(); ++c) {
        for (std::size_t row = 0; row < rows && !series.mayMiss[c]; ++row)
            keep[row] = keep[row] && !std::isnan(series.values[c][row]);
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
    return before - plan.rows();
}

void fill(const Table &table, const RowPlan &plan, SeriesValues &series, MissingPolicy policy, PrepareLog &log)
{
    for (std::size_t c = 0; c < series.columns.size(); ++c) {
        const Index before = series.mayMiss[c] ? 0 : countMissing(series.values[c]);
        if (before == 0)
            continue;
        if (series.isLabel[c] && policy == MissingPolicy::Interpolate)
            throw DataError(
                table.source() + ": " + std::to_string(before) + " labels in column " + quoted(series.columns[c].name())
                + " are missing, and labels cannot be interpolated; drop these rows or carry labels forward");
        for (std::size_t s = 0; s + 1 < plan.sequences.size(); ++s) {
            const auto way = policy == MissingPolicy::Forward ? fillForward : fillBetween;
            way(series.values[c], plan.sequences[s], plan.sequences[s + 1]);
        }
        log.warnings.push_back(std::to_string(before - countMissing(series.values[c])) + " missing cells of column "
                               + quoted(series.columns[c].name())
                               + (policy == MissingPolicy::Forward ? " take the value of the row before"
                                                                   : " are interpolated between their neighbours"));
    }
}

} // namespace

void settleMissing(const Table &table, RowPlan &plan, SeriesValues &series, MissingPolicy policy, PrepareLog &log)
{
    const std::string missing = listing(table, plan, series);
    if (missing.empty())
        return;
    if (policy == MissingPolicy::Refuse)
        throw DataError(table.source() + " has missing values in used columns (" + missing
                        + "); choose drop, forward or interpolate for missing values, or leave the columns out");
    if (policy != MissingPolicy::Drop)
        fill(table, plan, series, policy, log);
    const Index dropped = keepComplete(plan, series);
    if (dropped == 0)
        return;
    const std::string rows = std::to_string(dropped) + (dropped == 1 ? " row" : " rows");
    if (policy == MissingPolicy::Drop)
        log.warnings.push_back(rows + " with missing values left out (" + missing
                               + "); the rows around them are taken as neighbours");
    else
        log.warnings.push_back(rows
                               + " before the first value of a column left out, because there is nothing to carry on");
    if (plan.rows() == 0)
        throw DataError(table.source() + " has no row without missing values in the used columns; use fewer columns");
}

} // namespace gatescope
