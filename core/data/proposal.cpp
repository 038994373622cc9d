// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/proposal.h"

#include "core/ascii.h"
#include "core/data/text/word_table.h"
#include "core/data/time_grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace gatescope {

namespace {

constexpr Index kSeasonsForTwo = 20; ///< rows of so many seasons make a window of two worth its length
constexpr Index kMostRows = 20'000;  ///< looked at
constexpr Index kFewestRows = 4;     ///< of a sequence, on average
constexpr Index kMostLabels = 30;
constexpr Index kLongestAhead = 100; ///< rows: more outputs than this are not proposed

const Column *timeOf(const Table &table, const DataOptions &options)
{
    for (const Column &column : table.columns()) {
        const bool named = options.time.empty() ? column.name() != options.sequenceId : column.name() == options.time;
        if (named && column.kind() == ColumnKind::Time)
            return &column;
    }
    return nullptr;
}

/// What tells two cells apart: a whole number, or the number of a word; nothing for a cell that is neither.
std::optional<double> keyOf(const Column &column, Index row)
{
    if (column.kind() == ColumnKind::Text) {
        const std::uint32_t code = column.codes().code(row);
        return code == TextCodes::kMissing ? std::nullopt : std::optional<double>(code);
    }
    const double value = column.values()[static_cast<std::size_t>(row)];
    return std::isfinite(value) && value == std::floor(value) ? std::optional(value) : std::nullopt;
}

bool isSeparator(char c)
{
    return c == '_' || c == '-' || c == '.' || c == ' ';
}

bool isCalled(const std::string &name, std::span<const std::string_view> words)
{
    const std::string lower = lowered(name);
    return std::ranges::any_of(words, [&lower](std::string_view word) {
        const bool ends =
            lower.size() > word.size() && lower.ends_with(word) && isSeparator(lower[lower.size() - word.size() - 1]);
        return lower == word || ends;
    });
}

constexpr std::array<std::string_view, 10> kIdNames{"id",      "sequence", "series",  "subject", "patient",
                                                    "station", "store",    "machine", "device",  "unit"};
constexpr std::array<std::string_view, 6> kLabelNames{"label", "class", "category", "target", "activity", "type"};

/// The rows of each value of a column, as far as they are looked at.
struct Sequences {
    Index count = 0;        ///< of values
    Index shortest = 0;     ///< rows
    Index first = 0;        ///< rows of the first value
    bool inRuns = true;     ///< the rows of each value follow each other
    bool timesTell = false; ///< time runs on within each value, but not over all rows
};

std::optional<Sequences> sequencesOf(const Column &column, const Column *time, Index rows)
{
    struct Seen {
        Index rows = 0;
        double time = -INFINITY;
    };
    std::map<double, Seen> seen;
    Sequences found;
    std::optional<double> last;
    double lastTime = -INFINITY;
    bool runsOn = true, runsOnWithin = true;
    for (Index row = 0; row < rows; ++row) {
        const std::optional<double> key = keyOf(column, row);
        if (!key)
            return std::nullopt;
        Seen &place = seen[*key];
        found.inRuns = found.inRuns && (place.rows == 0 || key == last);
        ++place.rows;
        if (std::ssize(seen) * kFewestRows > rows)
            return std::nullopt; // so many values are measurements, or the rows' own numbers
        last = key;
        if (time == nullptr)
            continue;
        const double at = time->values()[static_cast<std::size_t>(row)];
        runsOn = runsOn && at > lastTime;
        runsOnWithin = runsOnWithin && at > place.time;
        lastTime = place.time = at;
    }
    found.count = std::ssize(seen);
    found.shortest = rows;
    for (const auto &[key, place] : seen)
        found.shortest = std::min(found.shortest, place.rows);
    found.first = rows > 0 ? seen[*keyOf(column, 0)].rows : 0;
    found.timesTell = time != nullptr && runsOnWithin && !runsOn;
    return found;
}

/// Whether every sequence has one value in a column.
bool isOneASequence(const Column &column, const Column &id, Index rows)
{
    std::map<double, double> values;
    for (Index row = 0; row < rows; ++row) {
        const std::optional<double> key = keyOf(id, row), value = keyOf(column, row);
        if (!key || !value || values.emplace(*key, *value).first->second != *value)
            return false;
    }
    return true;
}

/// A column of few words, or called a label, that never changes within a sequence.
const Column *labelOf(const Table &table, const Column &id, Index sequences, Index rows)
{
    for (const Column &column : table.columns()) {
        const bool words = column.kind() == ColumnKind::Text;
        if (column.name() == id.name() || (!words && !isCalled(column.name(), kLabelNames)))
            continue;
        if (column.kind() == ColumnKind::Time)
            continue;
        const auto kinds = sequencesOf(column, nullptr, rows);
        if (kinds && kinds->count >= 2 && kinds->count <= std::min(kMostLabels, sequences - 1)
            && isOneASequence(column, id, rows))
            return &column;
    }
    return nullptr;
}

/// Whether a column only tells how far a sequence has come: it begins anew with each, and rises by equal steps.
bool isClock(const Column &column, const Column &id, Index rows)
{
    const auto values = column.values();
    double step = 0.0;
    std::map<double, double> begins;
    for (Index row = 0; row < rows; ++row) {
        const auto at = static_cast<std::size_t>(row);
        const std::optional<double> key = keyOf(id, row);
        if (begins.emplace(*key, values[at]).first->second != values[0])
            return false;
        if (row == 0 || key != keyOf(id, row - 1))
            continue;
        const double now = values[at] - values[at - 1];
        step = step == 0.0 ? now : step;
        if (!(now > 0.0) || std::abs(now - step) > 1e-6 * step)
            return false;
    }
    return std::ssize(begins) > 1 && step > 0.0;
}

void askForLabels(DataProposal &proposal, const Table &table, const Column &id, const Column &label, Index shortest)
{
    DataOptions &options = proposal.options;
    options.task = TaskKind::Classification;
    options.targets = {label.name()};
    options.horizons = {0};
    options.window = std::min(options.window, shortest);
    std::erase(options.features, label.name());
    std::erase_if(options.features, [&](const std::string &name) {
        const Index index = table.find(name);
        return index >= 0 && table.column(index).kind() == ColumnKind::Number
               && isClock(table.column(index), id, std::min(table.rows(), kMostRows));
    });
    proposal.reason.append(", and ")
        .append(label.name())
        .append(" is the same in all rows of one: tell it from windows");
    proposal.reason.append(" of ").append(std::to_string(options.window)).append(" rows");
}

DataProposal proposeSequences(const Table &table, const DataOptions &options)
{
    DataProposal proposal{options, {}};
    const Index rows = std::min(table.rows(), kMostRows);
    const Column *time = timeOf(table, options);
    for (const Column &column : table.columns()) {
        const bool isTarget = std::ranges::find(options.targets, column.name()) != options.targets.end();
        if (column.kind() == ColumnKind::Time
            || (isTarget && column.kind() == ColumnKind::Number && !isCalled(column.name(), kIdNames)))
            continue;
        const auto found = sequencesOf(column, time, rows);
        if (!found || found->count < 2 || found->shortest < 2)
            continue;
        if (!found->timesTell && !(time == nullptr && found->inRuns && isCalled(column.name(), kIdNames)))
            continue;
        proposal.options.sequenceId = column.name();
        std::erase(proposal.options.features, column.name());
        if (isTarget)
            std::erase(proposal.options.targets, column.name());
        proposal.reason = column.name() + " has " + std::to_string(found->count)
                          + (rows < table.rows() ? " values or more" : " values") + ", each a sequence of its own";
        if (const Column *label = labelOf(table, column, found->count, rows)) {
            askForLabels(proposal, table, column, *label, found->shortest);
        } else {
            proposal.options.splitBy = SplitBy::Rows;
            proposal.reason.append(": use it as sequence id, and cut the time of each into the parts");
        }
        if (proposal.options.targets.empty())
            continue;
        return proposal;
    }
    return {options, {}};
}

/// The times of the rows, of many sequences those of the first.
std::vector<double> timesOf(const Table &table, const DataOptions &options, const Column &time)
{
    const auto values = time.values().first(static_cast<std::size_t>(std::min(table.rows(), kMostRows)));
    if (options.sequenceId.empty())
        return {values.begin(), values.end()};
    std::vector<double> times;
    const Index index = table.find(options.sequenceId);
    if (index < 0 || table.column(index).kind() == ColumnKind::Time)
        return times;
    const std::optional<double> first = keyOf(table.column(index), 0);
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (keyOf(table.column(index), static_cast<Index>(row)) == first)
            times.push_back(values[row]);
    }
    return times;
}

/// Horizons of the season to come, where one row ahead is asked and the parts have the room.
void proposeHorizons(DataProposal &proposal, Index season, double rowsOfPart)
{
    DataOptions &options = proposal.options;
    if (options.horizons != std::vector<Index>{1} || season > kLongestAhead
        || rowsOfPart < 2.0 * static_cast<double>(season))
        return;
    options.horizons.clear();
    for (Index ahead = 1; ahead <= season; ++ahead)
        options.horizons.push_back(ahead);
    proposal.reason.append("; the season to come, horizons 1 to ").append(std::to_string(season));
}

DataProposal proposeWindow(const Table &table, const DataOptions &options)
{
    DataProposal proposal{options, {}};
    const Column *time = timeOf(table, options);
    const bool parted = options.sequenceId.empty() || options.splitBy == SplitBy::Rows;
    if (time == nullptr || table.rows() == 0 || !parted || options.task != TaskKind::Regression)
        return proposal;
    const std::vector<double> times = timesOf(table, options, *time);
    const TimeGrid grid = timeGrid(times);
    const Index season = usualSeason(grid);
    const Index rows = options.sequenceId.empty() ? table.rows() : std::ssize(times);
    if (season == 0 || rows < 4 * season)
        return proposal;
    const Index seasons = rows >= kSeasonsForTwo * season && season < 100 ? 2 : 1;
    proposal.options.window = season * seasons;
    std::string &reason = proposal.reason;
    reason.append(std::to_string(season)).append(" rows are ").append(usualSeasonName(grid));
    reason.append(seasons == 2 ? ": a window of two, " : ": a window of one, ");
    reason.append(std::to_string(proposal.options.window)).append(" rows");
    const double least =
        std::min(options.split[1] > 0.0 ? options.split[1] : 1.0, options.split[2] > 0.0 ? options.split[2] : 1.0);
    const double rowsOfPart = least * static_cast<double>(rows);
    proposeHorizons(proposal, season, rowsOfPart);
    const Index furthest = proposal.options.horizons.empty() ? 1 : proposal.options.horizons.back();
    if (options.lookBack == LookBack::Own
        && rowsOfPart < 2.0 * static_cast<double>(proposal.options.window + furthest)) {
        proposal.options.lookBack = LookBack::All;
        reason.append("; and windows that reach back, since validation and test are short");
    }
    return proposal;
}

} // namespace

DataProposal proposeOptions(const Table &table, const DataOptions &options)
{
    if (options.sequenceId.empty()) {
        if (DataProposal sequences = proposeSequences(table, options); !sequences.reason.empty())
            return sequences;
    }
    return proposeWindow(table, options);
}

} // namespace gatescope
