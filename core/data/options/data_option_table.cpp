// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/calendar.h"
#include "core/data/options/option_fields.h"

namespace gatescope {

namespace {

using option_fields::field;
using O = DataOptions;
using enum OptionKind;
constexpr std::int64_t kMostRows = 1'000'000;

constexpr std::array kTasks{
    OptionChoice{"forecast", "forecast a value", "Numbers of the target column are predicted."},
    OptionChoice{"classify", "tell a class", "Which of the target column's labels applies is told."}};
constexpr std::array kScales{
    OptionChoice{"standard", "mean 0, std 1", "The mean is taken away, then comes a division by the deviation."},
    OptionChoice{"minmax", "from 0 to 1", "The smallest value becomes 0 and the largest 1."},
    OptionChoice{"none", "none", "Values are read as they are."}};
constexpr std::array kPolicies{
    OptionChoice{"refuse", "ask first", "Nothing is trained until a choice is made."},
    OptionChoice{"drop", "leave the rows out", "The rows around them are taken as neighbours."},
    OptionChoice{"forward", "take the value before", "A missing cell takes the value of the row before."},
    OptionChoice{"interpolate", "interpolate", "A missing cell lies on the line between its neighbours."}};

constexpr std::array kLookBacks{
    OptionChoice{"own", "stay in their part", "A window's rows and targets lie in one part."},
    OptionChoice{"all", "reach back", "A window's rows may lie in the part before; its targets never do."}};
constexpr std::array kSplits{OptionChoice{"sequences", "whole sequences", "Each sequence is in one part."},
                             OptionChoice{"rows", "the time of each sequence",
                                          "Each sequence trains with its beginning and tests with its end."}};
constexpr std::array kForms{
    OptionChoice{"value", "its value", "The target is predicted as it is."},
    OptionChoice{"change", "its change", "What is predicted is how far the target moves from the window's last row."}};
constexpr std::array kCalendar{
    OptionChoice{kCalendarParts[0], "hour of the day", "Sine and cosine of the time since midnight."},
    OptionChoice{kCalendarParts[1], "day of the week", "Sine and cosine of the weekday."},
    OptionChoice{kCalendarParts[2], "month", "Sine and cosine of the month."},
    OptionChoice{kCalendarParts[3], "day of the year", "Sine and cosine of the days since 1 January."}};

bool isForecast(const O &options)
{
    return options.task == TaskKind::Regression;
}

bool hasSequences(const O &options)
{
    return !options.sequenceId.empty();
}

DataOption later(DataOption option)
{
    option.later = true;
    return option;
}

std::vector<DataOption> columnGroup()
{
    return {
        field<&O::targets>(DataOption{.id = "target",
                                      .key = "targets",
                                      .title = "Target",
                                      .value = "COL,…",
                                      .summary = "What is predicted; names with a comma stand in double quotes",
                                      .kind = Columns}),
        field<&O::features>(DataOption{.id = "features",
                                       .key = "features",
                                       .title = "Features",
                                       .value = "COL,…",
                                       .summary = "What the network reads; every numeric column when not given",
                                       .kind = Columns}),
        field<&O::task>(
            DataOption{.id = "task",
                       .key = "task",
                       .title = "Task",
                       .value = "KIND",
                       .summary = "Forecast numbers of the target column, or tell which of its labels applies",
                       .kind = Choice,
                       .choices = kTasks}),
        field<&O::sequenceId>(DataOption{.id = "sequence-id",
                                         .key = "sequence_id",
                                         .title = "Sequence id",
                                         .value = "COL",
                                         .summary = "Rows with one value here are one sequence; no window crosses them",
                                         .kind = Column}),
        field<&O::time>(DataOption{.id = "time",
                                   .key = "time",
                                   .title = "Time",
                                   .value = "COL",
                                   .summary = "The column that orders the rows; the network does not read it",
                                   .kind = Column,
                                   .listed = false}),
        field<&O::missing>(DataOption{.id = "missing",
                                      .key = "missing",
                                      .title = "Missing",
                                      .value = "POLICY",
                                      .summary = "What becomes of rows with missing cells in a used column",
                                      .kind = Choice,
                                      .choices = kPolicies,
                                      .everyVerb = true}),
    };
}

std::vector<DataOption> windowGroup()
{
    return {
        field<&O::window>(DataOption{.id = "window",
                                     .key = "window",
                                     .title = "Length",
                                     .unit = "rows",
                                     .value = "N",
                                     .summary = "How many rows the network reads before it answers: T",
                                     .kind = Integer,
                                     .minimum = 1,
                                     .maximum = kMostRows}),
        field<&O::horizons>(DataOption{.id = "horizon",
                                       .key = "horizons",
                                       .title = "Horizon, rows",
                                       .unit = "rows",
                                       .value = "N,…",
                                       .summary =
                                           "How many rows after the window's last the target lies; several (1,3,6 or "
                                           "1-24) are predicted at once",
                                       .kind = Counts,
                                       .maximum = kMostRows}),
        field<&O::stride>(
            DataOption{.id = "stride",
                       .key = "stride",
                       .title = "Stride",
                       .unit = "rows",
                       .value = "N",
                       .summary = "How many rows lie between the beginnings of two windows; 1 makes the most",
                       .kind = Integer,
                       .minimum = 1,
                       .maximum = kMostRows}),
        later(field<&O::calendar>(DataOption{.id = "calendar",
                                             .key = "calendar",
                                             .title = "Calendar",
                                             .value = "PART,…",
                                             .summary = "Features made of the time column, sine and cosine of each",
                                             .kind = Columns,
                                             .choices = kCalendar,
                                             .bound = true})),
        later(field<&O::predict>(DataOption{
            .id = "predict",
            .key = "predict",
            .title = "Predict",
            .value = "FORM",
            .summary = "The target as it is, or its change since the window's last row, which is undone in all that is "
                       "shown or written",
            .kind = Choice,
            .choices = kForms,
            .bound = true,
            .relevant = &isForecast})),
    };
}

std::vector<DataOption> splitGroup()
{
    return {
        field<&O::split>(DataOption{.id = "split",
                                    .key = "split",
                                    .title = "Split",
                                    .value = "A,B,C",
                                    .summary = "Shares of training, validation and test, in the rows' order",
                                    .kind = Shares}),
        later(field<&O::lookBack>(DataOption{
            .id = "look-back",
            .key = "look_back",
            .title = "Windows",
            .value = "KIND",
            .summary = "Whether a validation or test window may begin in the part before it; targets never cross",
            .kind = Choice,
            .choices = kLookBacks,
            .everyVerb = true})),
        later(field<&O::splitBy>(DataOption{
            .id = "split-by",
            .key = "split_by",
            .title = "Parts get",
            .value = "KIND",
            .summary = "With a sequence id: whole sequences go to the parts, or the time of each sequence is cut",
            .kind = Choice,
            .choices = kSplits,
            .everyVerb = true,
            .relevant = &hasSequences})),
    };
}

std::vector<DataOption> scalingGroup()
{
    return {
        field<&O::scale>(
            DataOption{.id = "scale",
                       .key = "scale",
                       .title = "Scale to",
                       .value = "KIND",
                       .summary = "Brings all columns to a like size before the network reads them, fitted on the "
                                  "training part; results are shown in the original units",
                       .kind = Choice,
                       .choices = kScales}),
    };
}

std::vector<DataOption> orderGroup()
{
    return {
        field<&O::sortByTime>(DataOption{.id = "sort-by-time",
                                         .key = "sort_by_time",
                                         .title = "Sort the rows by time",
                                         .summary = "Puts the rows in the order of the time column first",
                                         .kind = Switch}),
        field<&O::breakAtGaps>(
            DataOption{.id = "break-at-gaps",
                       .key = "break_at_gaps",
                       .title = "No window across gaps in time",
                       .summary = "Cuts the series where the step in time is more than one and a half of the usual one",
                       .kind = Switch}),
        later(field<&O::maxGap>(
            DataOption{.id = "max-gap",
                       .key = "max_gap",
                       .title = "Longest step that is no gap",
                       .value = "DURATION",
                       .summary = "90 min, 36 h, 3 days; one and a half of the usual step when not given",
                       .kind = Duration,
                       .automatic = true,
                       .everyVerb = true})),
    };
}

constexpr std::array kSeasonWords{OptionChoice{"none", "none", "No season is taken."}};

std::vector<DataOption> baselineGroup()
{
    return {
        field<&O::season>(DataOption{.id = "season",
                                     .key = "season",
                                     .title = "Season",
                                     .unit = "rows",
                                     .value = "N|auto|none",
                                     .summary =
                                         "Rows of one season, for the baselines that a network is compared with; "
                                         "found from the time column or the series itself when not given",
                                     .kind = Integer,
                                     .maximum = kMostRows,
                                     .choices = kSeasonWords,
                                     .automatic = true,
                                     .later = true,
                                     .everyVerb = true}),
    };
}

std::vector<DataOption> mistakesGroup()
{
    return {
        field<&O::scaleOnAllRows>(DataOption{.id = "scale-on-all-rows",
                                             .key = "scale_on_all_rows",
                                             .title = "Fit the scaling on all rows",
                                             .summary =
                                                 "A mistake on purpose: the scaling then knows the mean and spread of "
                                                 "the future",
                                             .kind = Switch}),
        field<&O::shuffleBeforeSplit>(
            DataOption{.id = "shuffle-before-split",
                       .key = "shuffle_before_split",
                       .title = "Shuffle windows before the split",
                       .summary = "A mistake on purpose: validation windows then overlap with windows "
                                  "the network has learnt",
                       .kind = Switch}),
        field<&O::seed>(DataOption{.id = "seed",
                                   .key = "seed",
                                   .title = "Seed of the shuffle",
                                   .value = "N",
                                   .summary = "Decides the order in which windows are shuffled before the split",
                                   .kind = Natural,
                                   .listed = false,
                                   .relevant = [](const O &options) { return options.shuffleBeforeSplit; }}),
    };
}

std::vector<DataOption> allOptions()
{
    std::vector<DataOption> table;
    const auto append = [&table](std::string_view title, std::vector<DataOption> group) {
        for (DataOption &option : group) {
            option.group = title;
            table.push_back(option);
        }
    };
    append("Columns", columnGroup());
    append("Window", windowGroup());
    append("Split in time", splitGroup());
    append("Scaling", scalingGroup());
    append("Order", orderGroup());
    append("Baselines", baselineGroup());
    append("Mistakes worth seeing", mistakesGroup());
    return table;
}

} // namespace

std::span<const DataOption> dataOptionTable()
{
    static const std::vector<DataOption> table = allOptions();
    return table;
}

} // namespace gatescope
