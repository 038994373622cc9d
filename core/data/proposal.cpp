// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/proposal.h"

#include "core/data/time_grid.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr Index kSeasonsForTwo = 20; ///< rows of so many seasons make a window of two worth its length

const Column *timeOf(const Table &table, const DataOptions &options)
{
    for (const Column &column : table.columns()) {
        const bool named = options.time.empty() ? column.name() != options.sequenceId : column.name() == options.time;
        if (named && column.kind() == ColumnKind::Time)
            return &column;
    }
    return nullptr;
}

} // namespace

DataProposal proposeOptions(const Table &table, const DataOptions &options)
{
    DataProposal proposal{options, {}};
    const Column *time = timeOf(table, options);
    if (time == nullptr || !options.sequenceId.empty() || options.task != TaskKind::Regression)
        return proposal;
    const TimeGrid grid = timeGrid(time->values());
    const Index season = usualSeason(grid);
    if (season == 0 || table.rows() < 4 * season)
        return proposal;
    const Index seasons = table.rows() >= kSeasonsForTwo * season && season < 100 ? 2 : 1;
    proposal.options.window = season * seasons;
    std::string &reason = proposal.reason;
    reason.append(std::to_string(season)).append(" rows are ").append(usualSeasonName(grid));
    reason.append(seasons == 2 ? ": a window of two, " : ": a window of one, ");
    reason.append(std::to_string(proposal.options.window)).append(" rows");
    const Index furthest = options.horizons.empty() ? 1 : options.horizons.back();
    const double least =
        std::min(options.split[1] > 0.0 ? options.split[1] : 1.0, options.split[2] > 0.0 ? options.split[2] : 1.0);
    const double rowsOfPart = least * static_cast<double>(table.rows());
    if (options.lookBack == LookBack::Own
        && rowsOfPart < 2.0 * static_cast<double>(proposal.options.window + furthest)) {
        proposal.options.lookBack = LookBack::All;
        reason.append(", and windows that reach back, since validation and test are short");
    }
    return proposal;
}

} // namespace gatescope
