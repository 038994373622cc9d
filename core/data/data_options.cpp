// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_options.h"

#include "core/data/text/number_text.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::array<std::string_view, 4> kPolicies{"refuse", "drop", "forward", "interpolate"};
constexpr std::array<std::string_view, 2> kTasks{"forecast", "classify"};
constexpr Index kMostRows = 1'000'000;

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

} // namespace

std::string_view missingPolicyName(MissingPolicy policy)
{
    return kPolicies[static_cast<std::size_t>(policy)];
}

MissingPolicy missingPolicyFromName(std::string_view name)
{
    const auto found = std::find(kPolicies.begin(), kPolicies.end(), name);
    if (found == kPolicies.end())
        throw OptionError({{"missing", quoted(std::string(name)), "must be refuse, drop, forward or interpolate", ""}});
    return static_cast<MissingPolicy>(found - kPolicies.begin());
}

std::string_view taskKindName(TaskKind kind)
{
    return kTasks[static_cast<std::size_t>(kind)];
}

TaskKind taskKindFromName(std::string_view name)
{
    const auto found = std::find(kTasks.begin(), kTasks.end(), name);
    if (found == kTasks.end())
        throw OptionError({{"task", quoted(std::string(name)), "must be forecast or classify", ""}});
    return static_cast<TaskKind>(found - kTasks.begin());
}

std::vector<Problem> DataOptions::validate() const
{
    std::vector<Problem> problems;
    checkColumns(problems, *this);
    checkCount(problems, "window", window, 1, "try 32");
    checkHorizons(problems, *this);
    checkCount(problems, "stride", stride, 1, "try 1");
    checkSplit(problems, split);
    return problems;
}

} // namespace gatescope
