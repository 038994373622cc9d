// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sweep/sweep_plan.h"

#include "core/data/options/option_table.h"
#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kMostRuns = 100'000;
constexpr double kLargestSeed = 9007199254740991.0; // as the setting's maximum

/// Sets one value of an axis in a point. @return the value as the tables spell it @throws OptionError
std::string apply(const std::string &id, const std::string &value, SweepPoint &point)
{
    if (const SettingInfo *setting = findSetting(id)) {
        setSettingText(*setting, point.settings, value);
        return settingText(*setting, point.settings);
    }
    const DataOption &option = *findOption(dataOptionTable(), id);
    setOptionText(option, point.data, value);
    return optionText(option, point.data);
}

/// Why a name cannot be swept; empty when it can.
std::string whyNot(const std::string &id)
{
    if (id == "seed")
        return "is swept by --seeds";
    if (id == "threads")
        return "changes no result";
    const bool known = findSetting(id) != nullptr || findOption(dataOptionTable(), id) != nullptr;
    return known ? "" : "is no setting and no data option";
}

void addProblems(std::vector<Problem> &problems, const OptionError &error, const std::string &field)
{
    for (Problem problem : error.problems()) {
        problem.field = field;
        problems.push_back(std::move(problem));
    }
}

/// Spells an axis's values as the tables do and sorts them; what is wrong with any of them goes to the problems.
SweepAxis spelt(const SweepAxis &axis, const SweepPoint &base, std::vector<Problem> &problems)
{
    SweepAxis result{axis.id, {}};
    const std::string field = "--over " + axis.id;
    if (const std::string why = whyNot(axis.id); !why.empty()) {
        problems.push_back({"--over", quoted(axis.id), why, "give the name of a setting or data option of train"});
        return result;
    }
    for (const std::string &value : axis.values) {
        try {
            SweepPoint trial = base;
            std::string text = apply(axis.id, value, trial);
            if (std::ranges::find(result.values, text) != result.values.end())
                problems.push_back({field, text, "is given twice", "leave one out"});
            else
                result.values.push_back(std::move(text));
        } catch (const OptionError &error) {
            addProblems(problems, error, field);
        }
    }
    std::ranges::stable_sort(result.values, sweepValueLess);
    return result;
}

/// All combinations of the axes' values; the last axis changes fastest.
std::vector<SweepPoint> combinations(const std::vector<SweepAxis> &axes, const SweepPoint &base)
{
    std::vector<SweepPoint> points = {base};
    for (const SweepAxis &axis : axes) {
        std::vector<SweepPoint> more;
        for (const SweepPoint &point : points) {
            for (const std::string &value : axis.values) {
                SweepPoint next = point;
                apply(axis.id, value, next);
                next.values.push_back(value);
                more.push_back(std::move(next));
            }
        }
        points = std::move(more);
    }
    return points;
}

/// What is wrong with a combination although each of its values is right.
void checkTogether(const std::vector<SweepAxis> &axes, const SweepPoint &point, std::vector<Problem> &problems)
{
    std::vector<Problem> found = point.settings.validate();
    // The loss of classes is only known to fit once the data are read.
    std::erase_if(found, [](const Problem &problem) { return problem.field == "loss"; });
    for (Problem &problem : found) {
        if (!axes.empty())
            problem.field = sweepPointName(axes, point) + ": " + problem.field;
        if (std::ranges::find(problems, problem) == problems.end())
            problems.push_back(std::move(problem));
    }
}

/// A setting that no combination listens to, such as the momentum of Adam.
std::vector<std::string> idleAxes(const SweepPlan &plan)
{
    std::vector<std::string> warnings;
    for (const SweepAxis &axis : plan.axes) {
        const SettingInfo *setting = findSetting(axis.id);
        const DataOption *option = findOption(dataOptionTable(), axis.id);
        const auto counts = [&](const SweepPoint &point) {
            return setting != nullptr ? setting->relevant(point.settings) : option->relevant(point.data);
        };
        if (std::ranges::none_of(plan.points, counts))
            warnings.push_back("--over " + axis.id
                               + " plays no part with the other settings: its values differ in"
                                 " nothing");
    }
    return warnings;
}

} // namespace

bool sweepValueLess(const std::string &first, const std::string &second)
{
    const auto a = parseNumber(first), b = parseNumber(second);
    return a && b ? *a < *b : first < second;
}

SweepAxis sweepAxisFromText(std::string_view text)
{
    const std::size_t equals = text.find('=');
    SweepAxis axis{std::string(text.substr(0, equals)), {}};
    if (equals != std::string_view::npos)
        axis.values = splitList(text.substr(equals + 1));
    const bool blank = std::ranges::any_of(axis.values, [](const std::string &value) { return value.empty(); });
    if (axis.id.empty() || axis.values.empty() || blank)
        throw OptionError({{"--over", quoted(std::string(text)), "must be SETTING=VALUE,VALUE,…",
                            "for example --over hidden=8,16,32"}});
    return axis;
}

SweepPlan planSweep(std::span<const SweepAxis> axes, std::int64_t seeds, const Settings &settings,
                    const DataOptions &data)
{
    std::vector<Problem> problems;
    const SweepPoint base{{}, settings.training.seed, settings, data};
    SweepPlan plan;
    double runs = static_cast<double>(std::max<std::int64_t>(seeds, 0));
    for (const SweepAxis &axis : axes) {
        if (std::ranges::find(plan.axes, axis.id, &SweepAxis::id) != plan.axes.end())
            problems.push_back({"--over", quoted(axis.id), "is given twice", "give all its values at once"});
        plan.axes.push_back(spelt(axis, base, problems));
        runs *= static_cast<double>(axis.values.size());
    }
    if (seeds < 1 || static_cast<double>(settings.training.seed) + static_cast<double>(seeds) - 1.0 > kLargestSeed)
        problems.push_back({"--seeds", std::to_string(seeds), "must be a whole number from 1", "try 3"});
    if (runs > static_cast<double>(kMostRuns))
        problems.push_back({"--over", formatNumber(runs) + " runs", "are more than " + std::to_string(kMostRuns),
                            "give fewer values or seeds"});
    if (!problems.empty())
        throw OptionError(std::move(problems));
    for (const SweepPoint &point : combinations(plan.axes, base)) {
        checkTogether(plan.axes, point, problems);
        for (std::int64_t i = 0; i < seeds; ++i) {
            plan.points.push_back(point);
            plan.points.back().seed = settings.training.seed + static_cast<std::uint64_t>(i);
            plan.points.back().settings.training.seed = plan.points.back().seed;
            if (point.data.shuffleBeforeSplit) // only then the data depend on it
                plan.points.back().data.seed = plan.points.back().seed;
        }
    }
    if (!problems.empty())
        throw OptionError(std::move(problems));
    plan.warnings = idleAxes(plan);
    return plan;
}

std::string sweepPointName(std::span<const SweepAxis> axes, const SweepPoint &point)
{
    std::string name;
    for (std::size_t i = 0; i < axes.size() && i < point.values.size(); ++i)
        name += axes[i].id + " " + point.values[i] + " · ";
    return name + "seed " + std::to_string(point.seed);
}

} // namespace gatescope
