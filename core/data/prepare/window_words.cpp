// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/window_words.h"

#include "core/counted.h"
#include "core/printable.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kNamed = 5;
constexpr std::array<const char *, 3> kPartNames{"training", "validation", "test"};

/// What makes room for windows, beside a smaller window and more rows.
std::string waysOut(const DataOptions &options, const TableSeries &series)
{
    const bool cutEach = series.plan.sequenceCount() > 1 && options.splitBy == SplitBy::Sequences;
    const std::string_view rows = cutEach ? "split by the rows of each sequence (split-by rows), " : "";
    const std::string_view back =
        options.lookBack == LookBack::Own ? "let windows reach back into the part before (look-back all), " : "";
    std::string ways;
    for (const std::string_view way : {rows, back, std::string_view("choose a smaller window or more rows")})
        ways.append(way);
    return ways;
}

void tellEmptyPart(const DataOptions &options, const TableSeries &series, const CutWindows &windows, std::size_t part,
                   PrepareLog &log)
{
    if (windows.count(part) > 0 || options.split[part] <= 0.0)
        return;
    const bool bySequence = series.plan.sequenceCount() > 1 && options.splitBy == SplitBy::Sequences;
    const std::array<Index, 4> &rows = series.parts.front();
    const bool hasRows = !bySequence || rows[part + 1] > rows[part];
    std::string text = "The ";
    text.append(kPartNames[part]).append(hasRows ? " part is too short for a window" : " part got no whole sequence");
    text.append(", so there is no ").append(part == 1 ? "validation loss; " : "test figure; ");
    log.warnings.push_back(text.append(waysOut(options, series)));
}

/// Sequences of which a part has no window, though the whole sequence has.
void tellPoorSequences(const DataOptions &options, const TableSeries &series, const CutWindows &windows,
                       std::size_t part, PrepareLog &log)
{
    if (series.parts.size() < 2 || options.split[part] <= 0.0 || windows.count(part) == 0)
        return;
    Index poor = 0;
    const auto &targets = windows.parts[part].targets;
    for (const std::array<Index, 4> &rows : series.parts) {
        const auto first = std::ranges::lower_bound(targets, rows[part]);
        poor += first == targets.end() || *first >= rows[part + 1];
    }
    if (poor == 0)
        return;
    std::string text = "In ";
    text.append(std::to_string(poor)).append(" of ").append(std::to_string(series.parts.size()));
    text.append(" sequences the ").append(kPartNames[part]).append(" part is too short for a window; ");
    log.warnings.push_back(text.append(waysOut(options, series)));
}

} // namespace

void requireWindows(const Table &table, const TableSeries &series, const WindowCutter &cutter,
                    const CutWindows &windows, bool applied)
{
    if (applied ? !windows.inputs.starts.empty() : windows.count(0) > 0)
        return;
    Index longest = 0, training = 0;
    for (const auto &[begin, end] : cutter.runs) {
        if (applied)
            longest = std::max(longest, end - begin);
        for (const auto &[first, stop] : series.trainingRuns())
            longest = std::max(longest, applied ? 0 : std::min(end, stop) - std::max(begin, first));
    }
    for (const auto &[first, stop] : series.trainingRuns())
        training += stop - first;
    const std::string needed = std::to_string(applied ? cutter.window : cutter.rowsNeeded());
    std::string message = table.source() + " has " + std::to_string(series.plan.rows()) + " usable rows, ";
    if (!applied)
        message += std::to_string(training) + " of them for training, ";
    if (cutter.runs.size() > 1)
        message += "at most " + std::to_string(longest) + " in one run, ";
    throw DataError(message + "and a window of " + std::to_string(cutter.window)
                    + (applied ? " takes " : " with its target takes ") + needed + "; choose a smaller window"
                    + (applied ? "" : ", a larger training part") + " or more rows");
}

void tellShortSequences(const TableSeries &series, const WindowCutter &cutter, PrepareLog &log)
{
    const auto &begins = series.plan.sequences;
    std::vector<std::string> names;
    std::size_t run = 0;
    for (std::size_t s = 0; s + 1 < begins.size() && begins.size() > 2; ++s) {
        Index longest = 0;
        for (; run < cutter.runs.size() && cutter.runs[run][0] < begins[s + 1]; ++run)
            longest = std::max(longest, cutter.runs[run][1] - cutter.runs[run][0]);
        if (longest >= cutter.rowsNeeded())
            continue;
        const std::int64_t row = series.plan.tableRows[static_cast<std::size_t>(begins[s])];
        names.push_back(quoted(series.roles.id.text(row)) + " (" + counted(longest, "row") + ")");
    }
    const std::size_t count = names.size();
    if (count == 0)
        return;
    std::string text = std::to_string(count);
    text.append(" of ").append(std::to_string(begins.size() - 1));
    text.append(count == 1 ? " sequences is shorter than the " : " sequences are shorter than the ");
    text.append(std::to_string(cutter.rowsNeeded())).append(" rows that a window with its target takes, and ");
    text.append(count == 1 ? "is in no window: " : "are in no window: ").append(firstOf(names, kNamed));
    log.warnings.push_back(text + "; choose a smaller window to use them");
}

void warnAboutParts(const DataOptions &options, const TableSeries &series, const CutWindows &windows, PrepareLog &log)
{
    for (const std::size_t part : {std::size_t{1}, std::size_t{2}}) {
        tellEmptyPart(options, series, windows, part, log);
        tellPoorSequences(options, series, windows, part, log);
    }
    if (options.scaleOnAllRows)
        log.warnings.emplace_back("Leakage: the scaling has seen the validation and test rows");
    if (options.shuffleBeforeSplit)
        log.warnings.emplace_back("Leakage: windows of all parts overlap, because they were shuffled before the split");
}

} // namespace gatescope
