// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/scaler.h"
#include "core/data/sequence_set.h"
#include "core/error.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatescope {

/// What happens to rows with missing cells in a used column.
enum class MissingPolicy { Refuse, Drop, Forward, Interpolate };
std::string_view missingPolicyName(MissingPolicy policy); ///< refuse, drop, forward, interpolate
MissingPolicy missingPolicyFromName(std::string_view name);
std::string_view taskKindName(TaskKind kind); ///< forecast, classify
TaskKind taskKindFromName(std::string_view name);

/// Whether the inputs of a validation or test window may reach back into the part before it.
enum class LookBack {
    Own, ///< a window's rows and targets lie in one part
    All, ///< only its targets do
};
std::string_view lookBackName(LookBack lookBack); ///< own, all
LookBack lookBackFromName(std::string_view name);

/// What is dealt to the parts where there are sequence ids.
enum class SplitBy {
    Sequences, ///< whole sequences
    Rows,      ///< the rows of each sequence: its beginning trains, its end tests
};
std::string_view splitByName(SplitBy splitBy); ///< sequences, rows
SplitBy splitByFromName(std::string_view name);

/// What a forecast is of.
enum class TargetForm {
    Value,  ///< the target as it is
    Change, ///< its change since the window's last row
};
std::string_view targetFormName(TargetForm form); ///< value, change
TargetForm targetFormFromName(std::string_view name);

/// How a table becomes windows, targets and parts. The names on the command line stand behind each.
struct DataOptions {
    std::vector<std::string> targets;     ///< --target: what is predicted; exactly one for classification
    std::vector<std::string> features;    ///< --features; empty: every numeric column (told in the notes)
    std::string sequenceId;               ///< --sequence-id: rows of one id are one sequence; empty: one long series
    std::string time;                     ///< --time; empty: the first time column there is
    TaskKind task = TaskKind::Regression; ///< --task
    Index window = 32;                    ///< --window: rows a window holds, T
    std::vector<Index> horizons = {
        1};           ///< --horizon: rows after the window's last; 0 only where the target is no feature
    Index stride = 1; ///< --stride: rows from one window to the next
    std::array<double, 3> split = {0.7, 0.15, 0.15}; ///< --split: training, validation, test
    ScaleKind scale = ScaleKind::Standard;           ///< --scale
    MissingPolicy missing = MissingPolicy::Refuse;   ///< --missing
    std::optional<Index> season;       ///< --season: rows of one season, for the baselines; 0: none; empty: to be found
    LookBack lookBack = LookBack::Own; ///< --look-back
    SplitBy splitBy = SplitBy::Sequences;   ///< --split-by
    TargetForm predict = TargetForm::Value; ///< --predict
    std::vector<std::string> calendar; ///< --calendar: parts of the time that become features (core/data/calendar.h)
    std::optional<double> maxGap;      ///< --max-gap: longest step in time that is no gap; 1.5 median steps if unset
    bool sortByTime = false;           ///< put the rows in time order first
    bool breakAtGaps = false;          ///< no window crosses a gap
    // Mistakes worth seeing: with each the validation loss can look better than it is.
    bool scaleOnAllRows = false;     ///< leakage: fit the scaler on all rows instead of the training part
    bool shuffleBeforeSplit = false; ///< leakage: draw the parts from shuffled, overlapping windows
    std::uint64_t seed = 0;          ///< of that shuffle

    bool operator==(const DataOptions &) const = default;
    /// Every problem that can be seen without the table; empty when there is none.
    std::vector<Problem> validate() const;
};

} // namespace gatescope
