// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/row_plan.h"

#include "core/counted.h"
#include "core/data/text/number_text.h"
#include "core/data/text/time_text.h"
#include "core/data/time_check.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace gatescope {

namespace {

/// Number of the id in each table row, in order of first appearance, and how many ids there are.
std::vector<std::uint32_t> idNumbers(const Table &table, const Column &column, std::uint32_t &count)
{
    WordTable ids;
    std::vector<std::uint32_t> numbers(static_cast<std::size_t>(table.rows()));
    for (Index row = 0; row < table.rows(); ++row) {
        if (column.isMissing(row))
            throw DataError(table.place(row, column.name())
                            + ": the sequence id is missing; fill it in or leave the row out of the file");
        numbers[static_cast<std::size_t>(row)] = ids.add(column.label(row));
    }
    count = ids.size();
    return numbers;
}

void sortByTime(std::vector<std::int64_t> &rows, const Table &table, const Column &time)
{
    const auto values = time.values();
    const auto at = [&](std::int64_t row) { return values[static_cast<std::size_t>(row)]; };
    const auto missing = std::find_if(rows.begin(), rows.end(), [&](std::int64_t row) { return std::isnan(at(row)); });
    if (missing != rows.end())
        throw DataError(table.place(*missing, time.name())
                        + ": the time is missing, so the rows cannot be sorted by it; fill it in or leave the row out");
    std::stable_sort(rows.begin(), rows.end(), [&](std::int64_t a, std::int64_t b) { return at(a) < at(b); });
}

std::string span(double step, const Column &time)
{
    return time.kind() == ColumnKind::Time ? formatSpan(step) : formatNumber(step, 6);
}

std::string rowName(const Table &table, const RowPlan &plan, Index seriesRow)
{
    const std::int64_t row = plan.tableRows[static_cast<std::size_t>(seriesRow)];
    const std::int64_t line = table.line(row);
    return "row " + std::to_string(row + 1) + (line > 0 ? " (line " + std::to_string(line) + ")" : "");
}

void breakAtGaps(RowPlan &plan, const std::vector<Index> &gaps)
{
    std::vector<Index> segments;
    std::ranges::merge(plan.segments, gaps, std::back_inserter(segments));
    plan.segments = std::move(segments);
}

} // namespace

RowPlan orderRows(const Table &table, const ColumnRoles &roles, const DataOptions &options)
{
    RowPlan plan;
    plan.tableRows.resize(static_cast<std::size_t>(table.rows()));
    std::iota(plan.tableRows.begin(), plan.tableRows.end(), 0);
    if (options.sortByTime && !roles.hasTime)
        throw OptionError({{"sort by time", "on", "needs a time column", "name one"}});
    if (options.sortByTime)
        sortByTime(plan.tableRows, table, roles.time);
    plan.tableOrder = !options.sortByTime && !roles.hasId;
    plan.sequences = {0};
    if (roles.hasId) {
        std::uint32_t count = 0;
        const std::vector<std::uint32_t> ids = idNumbers(table, roles.id, count);
        const auto id = [&](std::int64_t row) { return ids[static_cast<std::size_t>(row)]; };
        std::stable_sort(plan.tableRows.begin(), plan.tableRows.end(),
                         [&](std::int64_t a, std::int64_t b) { return id(a) < id(b); });
        for (std::size_t row = 1; row < plan.tableRows.size(); ++row) {
            if (id(plan.tableRows[row]) != id(plan.tableRows[row - 1]))
                plan.sequences.push_back(static_cast<Index>(row));
        }
    }
    plan.sequences.push_back(table.rows());
    plan.segments = plan.sequences;
    return plan;
}

void keepRows(RowPlan &plan, const std::vector<bool> &keep)
{
    RowPlan kept;
    std::size_t sequence = 0;
    for (std::size_t row = 0; row < plan.tableRows.size(); ++row) {
        const bool begins = sequence < plan.sequences.size() && plan.sequences[sequence] == static_cast<Index>(row);
        if (begins && (kept.sequences.empty() || kept.sequences.back() != kept.rows()))
            kept.sequences.push_back(kept.rows());
        sequence += begins;
        if (keep[row])
            kept.tableRows.push_back(plan.tableRows[row]);
    }
    if (kept.sequences.empty() || kept.sequences.back() != kept.rows())
        kept.sequences.push_back(kept.rows());
    if (kept.sequences.size() == 1)
        kept.sequences.push_back(0);
    kept.segments = kept.sequences;
    plan = std::move(kept);
}

std::vector<double> seriesTimes(const RowPlan &plan, const ColumnRoles &roles)
{
    std::vector<double> times;
    if (!roles.hasTime)
        return times;
    const auto values = roles.time.values();
    times.reserve(plan.tableRows.size());
    for (const std::int64_t row : plan.tableRows)
        times.push_back(values[static_cast<std::size_t>(row)]);
    return times;
}

void checkSeriesTimes(RowPlan &plan, const Table &table, const ColumnRoles &roles, std::span<const double> times,
                      const DataOptions &options, PrepareLog &log)
{
    if (options.maxGap && !roles.hasTime)
        throw OptionError({{"max gap", formatNumber(*options.maxGap), "needs a time column", "name one"}});
    if (options.breakAtGaps && !roles.hasTime)
        throw OptionError({{"break at gaps", "on", "needs a time column", "name one"}});
    if (times.empty())
        return;
    const TimeCheck check =
        checkTimes(times, plan.segments, roles.time.kind() == ColumnKind::Time, options.maxGap.value_or(0.0));
    if (const CellCount &missing = roles.time.missing(); missing.count > 0 && missing.count < roles.time.size())
        log.warnings.push_back(
            "Column " + quoted(roles.time.name()) + " has no time in " + counted(missing.count, "row") + " (first: row "
            + std::to_string(missing.first.empty() ? 0 : missing.first[0].row + 1) + "); no gap can be known there");
    const std::string column = "Column " + quoted(roles.time.name());
    if (check.backward > 0)
        log.warnings.push_back(column + " goes back in time " + counted(check.backward, "time") + " (first at "
                               + rowName(table, plan, check.firstBackward)
                               + "); sort the rows by time, name a sequence id, or choose another time column");
    if (check.repeated > 0)
        log.warnings.push_back(
            column + " has the same time in neighbouring rows " + counted(check.repeated, "time") + " (first at "
            + rowName(table, plan, check.firstRepeated)
            + "); if several series are mixed, name the column that tells them apart as sequence id");
    const bool isJumbled = check.backward * 10 > check.steps; // then no step says anything of the others
    if (check.longer > 0 && !options.breakAtGaps && !isJumbled)
        log.warnings.push_back(column + " has " + counted(check.longer, "gap") + " (first before "
                               + rowName(table, plan, check.firstLonger) + ", longest "
                               + span(check.longest, roles.time) + ", where " + span(check.medianStep, roles.time)
                               + " is usual); windows run across them unless they are broken at gaps");
    if (check.shorter > 0 && !isJumbled)
        log.warnings.push_back(column + " has " + counted(check.shorter, "step") + " of less than half the usual "
                               + span(check.medianStep, roles.time)
                               + "; bring the rows to equal steps if that matters");
    if (options.breakAtGaps) {
        breakAtGaps(plan, check.gaps);
        log.notes.push_back("No window crosses the " + counted(check.longer, "gap") + " in the time");
    }
}

std::vector<std::string> timeWarnings(const Table &table, const std::string &timeColumn, const std::string &sequenceId)
{
    PrepareLog log;
    ColumnRoles roles;
    roles.hasTime = !timeColumn.empty() && table.column(timeColumn).kind() != ColumnKind::Text;
    if (!roles.hasTime)
        return {};
    roles.time = table.column(timeColumn);
    roles.hasId = !sequenceId.empty();
    if (roles.hasId)
        roles.id = table.column(sequenceId);
    const DataOptions options;
    RowPlan plan = orderRows(table, roles, options);
    const std::vector<double> times = seriesTimes(plan, roles);
    checkSeriesTimes(plan, table, roles, times, options, log);
    return log.warnings;
}

std::array<Index, 4> splitAt(Index begin, Index end, const std::array<double, 3> &split)
{
    const auto count = static_cast<double>(end - begin);
    const Index first = std::min(static_cast<Index>(std::floor(split[0] * count)), end - begin);
    const auto second = static_cast<Index>(std::floor((split[0] + split[1]) * count));
    return {begin, begin + first, begin + std::clamp(second, first, end - begin), end};
}

std::vector<std::array<Index, 4>> splitRows(const RowPlan &plan, std::span<const Index> knownEnds,
                                            const DataOptions &options)
{
    const auto &begins = plan.sequences;
    if (plan.sequenceCount() == 1)
        return {splitAt(0, knownEnds[0], options.split)};
    std::vector<std::array<Index, 4>> blocks;
    if (options.splitBy == SplitBy::Rows) {
        for (std::size_t s = 0; s + 1 < begins.size(); ++s)
            blocks.push_back(splitAt(begins[s], knownEnds[s], options.split));
        return blocks;
    }
    std::array<Index, 4> borders = splitAt(0, plan.sequenceCount(), options.split);
    for (Index &border : borders)
        border = begins[static_cast<std::size_t>(border)];
    return {borders};
}

} // namespace gatescope
