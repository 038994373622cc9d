// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_options.h"

#include "core/data/calendar.h"
#include "core/data/text/number_text.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::array<std::string_view, 4> kPolicies{"refuse", "drop", "forward", "interpolate"};
constexpr std::array<std::string_view, 2> kTasks{"forecast", "classify"};
constexpr std::array<std::string_view, 2> kLookBacks{"own", "all"};
constexpr std::array<std::string_view, 2> kSplits{"sequences", "rows"};
constexpr std::array<std::string_view, 2> kForms{"value", "change"};
constexpr Index kMostRows = 1'000'000;

template <typename Value, std::size_t N>
Value valueNamed(const std::array<std::string_view, N> &names, std::string_view name, const char *field)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end())
        return static_cast<Value>(found - names.begin());
    std::string choices;
    for (std::size_t i = 0; i < N; ++i)
        choices.append(i == 0 ? "" : i + 1 < N ? ", " : " or ").append(names[i]);
    throw OptionError({{field, quoted(std::string(name)), "must be " + choices, ""}});
}

void checkCount(std::vector<Problem> &problems, const char *field, Index value, Index least, const char *hint)
{
    if (value < least || value > kMostRows)
        problems.push_back({field, std::to_string(value),
                            "must be between " + std::to_string(least) + " and " + std::to_string(kMostRows), hint});
}

void checkSplit(std::vector<Problem> &problems, const std::array<double, 3> &split)
{
    const std::string value = formatNumber(split[0]) + "," + formatNumber(split[1]) + "," + formatNumber(split[2]);
    const bool inRange = std::all_of(split.begin(), split.end(), [](double f) { return f >= 0.0 && f <= 1.0; });
    if (!inRange || std::abs(split[0] + split[1] + split[2] - 1.0) > 1e-6)
        problems.push_back(
            {"split", value, "must be three fractions from 0 to 1 that add up to 1", "try 0.7,0.15,0.15"});
    else if (split[0] <= 0.0)
        problems.push_back({"split", value, "must leave something to train on", "try 0.7,0.15,0.15"});
}

void checkColumns(std::vector<Problem> &problems, const DataOptions &options)
{
    const auto repeated = [](const std::vector<std::string> &names) {
        std::vector<std::string> sorted = names;
        std::sort(sorted.begin(), sorted.end());
        const auto found = std::adjacent_find(sorted.begin(), sorted.end());
        return found == sorted.end() ? std::string() : *found;
    };
    if (options.targets.empty())
        problems.push_back({"target", "", "must name at least one column", "say which column is to be predicted"});
    if (options.task == TaskKind::Classification && options.targets.size() > 1)
        problems.push_back({"target", std::to_string(options.targets.size()) + " columns",
                            "must be one column of labels for classification", "name one"});
    if (const std::string name = repeated(options.targets); !name.empty())
        problems.push_back({"target", quoted(name), "must be named once", ""});
    if (const std::string name = repeated(options.features); !name.empty())
        problems.push_back({"features", quoted(name), "must be named once", ""});
}

void checkHorizons(std::vector<Problem> &problems, const DataOptions &options)
{
    if (options.horizons.empty())
        problems.push_back({"horizon", "", "must have at least one step", "try 1"});
    for (const Index horizon : options.horizons)
        checkCount(problems, "horizon", horizon, 0, "try 1");
    for (std::size_t k = 1; k < options.horizons.size(); ++k) {
        if (options.horizons[k] <= options.horizons[k - 1]) {
            problems.push_back({"horizon", std::to_string(options.horizons[k]), "must rise from one to the next", ""});
            break;
        }
    }
    if (options.task == TaskKind::Classification && options.horizons.size() > 1)
        problems.push_back({"horizon", std::to_string(options.horizons.size()) + " values",
                            "must be one for classification", "try 1"});
}

/// What the change since the window's last row, the calendar and gaps can be asked for.
void checkForm(std::vector<Problem> &problems, const DataOptions &options)
{
    const bool change = options.predict == TargetForm::Change;
    if (change && options.task == TaskKind::Classification)
        problems.push_back({"predict", "change", "is for forecasts: classes do not change by an amount",
                            "choose value, or the task forecast"});
    else if (change && !options.horizons.empty() && options.horizons.front() == 0)
        problems.push_back({"predict", "change", "needs a horizon of 1 or more, since the change at horizon 0 is 0",
                            "choose value, or a horizon of 1"});
    for (const std::string &id : options.calendar) {
        if (!isCalendarPart(id))
            problems.push_back({"calendar", quoted(id), "must be some of hour, weekday, month, yearday", ""});
    }
    if (options.maxGap && !(*options.maxGap > 0.0 && std::isfinite(*options.maxGap)))
        problems.push_back({"max-gap", formatNumber(*options.maxGap), "must be more than 0", "try 1 day"});
}

} // namespace

std::string_view missingPolicyName(MissingPolicy policy)
{
    return kPolicies[static_cast<std::size_t>(policy)];
}

MissingPolicy missingPolicyFromName(std::string_view name)
{
    return valueNamed<MissingPolicy>(kPolicies, name, "missing");
}

std::string_view taskKindName(TaskKind kind)
{
    return kTasks[static_cast<std::size_t>(kind)];
}

TaskKind taskKindFromName(std::string_view name)
{
    return valueNamed<TaskKind>(kTasks, name, "task");
}

std::string_view lookBackName(LookBack lookBack)
{
    return kLookBacks[static_cast<std::size_t>(lookBack)];
}

LookBack lookBackFromName(std::string_view name)
{
    return valueNamed<LookBack>(kLookBacks, name, "look-back");
}

std::string_view splitByName(SplitBy splitBy)
{
    return kSplits[static_cast<std::size_t>(splitBy)];
}

SplitBy splitByFromName(std::string_view name)
{
    return valueNamed<SplitBy>(kSplits, name, "split-by");
}

std::string_view targetFormName(TargetForm form)
{
    return kForms[static_cast<std::size_t>(form)];
}

TargetForm targetFormFromName(std::string_view name)
{
    return valueNamed<TargetForm>(kForms, name, "predict");
}

std::vector<Problem> DataOptions::validate() const
{
    std::vector<Problem> problems;
    checkColumns(problems, *this);
    checkCount(problems, "window", window, 1, "try 32");
    checkHorizons(problems, *this);
    checkCount(problems, "stride", stride, 1, "try 1");
    checkSplit(problems, split);
    checkForm(problems, *this);
    return problems;
}

} // namespace gatescope
