// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/data_arguments.h"

#include "core/data/options/option_table.h"
#include "core/error.h"

#include <algorithm>

namespace gatescope::cli {

namespace {

const std::string kCsvGroup = "CSV (recognised from the file where not given)";

/// A switch stands alone, unless it may be left to be recognised: then it says yes or no.
template <typename Options>
bool isFlag(const OptionEntry<Options> &option)
{
    return option.kind == OptionKind::Switch && !option.automatic;
}

/// Summary, choices and default: all that help says.
template <typename Options>
std::string summaryOf(const OptionEntry<Options> &option)
{
    std::string text(option.summary);
    if (!option.choices.empty() && option.kind != OptionKind::Text)
        text += ": " + optionRange(option);
    const std::string standard = optionText(option, Options{});
    if (!option.automatic && !isFlag(option) && !standard.empty())
        text += " (default " + standard + ")";
    return text;
}

template <typename Options>
void addInfo(std::vector<OptionInfo> &infos, const OptionEntry<Options> &option, const std::string &group)
{
    if (!option.listed)
        return;
    const std::string id(option.id);
    infos.push_back({id, std::string(option.value), summaryOf(option), group});
    if (isFlag(option))
        infos.push_back({"no-" + id, "", "The opposite of --" + id, group});
}

template <typename Options>
bool given(const Arguments &arguments, const OptionEntry<Options> &option)
{
    return arguments.has(option.id) || (isFlag(option) && arguments.has("no-" + std::string(option.id)));
}

/// The text of an option: the last one given; of a list all that were given.
template <typename Options>
std::string textOf(const Arguments &arguments, const OptionEntry<Options> &option)
{
    const bool isList =
        option.kind == OptionKind::Columns || option.kind == OptionKind::Types || option.kind == OptionKind::Counts;
    if (!isList)
        return arguments.text(option.id);
    std::string all;
    for (const std::string &text : arguments.texts(option.id))
        all += (all.empty() ? "" : ",") + text;
    return all;
}

template <typename Options>
void applyOption(const Arguments &arguments, const OptionEntry<Options> &option, Options &options)
{
    if (!given(arguments, option))
        return;
    const std::string id(option.id);
    try {
        if (!isFlag(option))
            setOptionText(option, options, textOf(arguments, option));
        else if (arguments.has(id) && arguments.has("no-" + id))
            throw OptionError({{id, "given with --no-" + id, "only one of both can hold", ""}});
        else
            option.set(options, arguments.has(id));
    } catch (const OptionError &error) {
        std::vector<Problem> problems = error.problems();
        for (Problem &problem : problems)
            problem.field = "--" + id;
        throw OptionError(std::move(problems));
    }
}

template <typename Options>
void addGiven(std::vector<std::string> &names, const Arguments &arguments, std::span<const OptionEntry<Options>> table)
{
    for (const OptionEntry<Options> &option : table) {
        if (option.listed && given(arguments, option))
            names.push_back((arguments.has(option.id) ? "--" : "--no-") + std::string(option.id));
    }
}

} // namespace

std::vector<OptionInfo> csvOptionInfos()
{
    std::vector<OptionInfo> infos;
    for (const CsvOption &option : csvOptionTable())
        addInfo(infos, option, kCsvGroup);
    for (const DataOption &option : dataOptionTable()) {
        if (option.everyVerb || option.bound)
            addInfo(infos, option, "Data");
    }
    return infos;
}

std::vector<OptionInfo> dataOptionInfos()
{
    std::vector<OptionInfo> infos;
    for (const DataOption &option : dataOptionTable()) {
        if (!option.everyVerb && !option.bound)
            addInfo(infos, option, "Data");
    }
    return infos;
}

CsvOptions csvOptions(const Arguments &arguments, CsvOptions base)
{
    const std::map<std::string, ColumnType> types = base.types;
    for (const CsvOption &option : csvOptionTable())
        applyOption(arguments, option, base);
    base.types.insert(types.begin(), types.end()); // what a model remembers holds for the columns that are not named
    if (std::vector<Problem> problems = base.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    return base;
}

DataOptions dataOptions(const Arguments &arguments, DataOptions base)
{
    for (const DataOption &option : dataOptionTable())
        applyOption(arguments, option, base);
    return base;
}

void checkAgainstModel(const Arguments &arguments, const DataOptions &model, const std::string &name)
{
    std::vector<Problem> problems;
    DataOptions given = model;
    for (const DataOption &option : dataOptionTable()) {
        if (!option.bound)
            continue;
        applyOption(arguments, option, given);
        if (option.get(given) == option.get(model))
            continue;
        const std::string own = optionText(option, model);
        problems.push_back(
            {"--" + std::string(option.id), quoted(optionText(option, given)),
             "contradicts " + quoted(name) + ", which was trained with " + (own.empty() ? "none" : quoted(own)),
             "leave it out, or train another model"});
    }
    if (!problems.empty())
        throw OptionError(std::move(problems));
}

void overruleOptions(const Arguments &arguments, DataOptions &options)
{
    checkAgainstModel(arguments, options, arguments.text("MODEL"));
    for (const DataOption &option : dataOptionTable()) {
        if (option.everyVerb)
            applyOption(arguments, option, options);
    }
}

std::vector<std::string> tableOnlyOptions(const Arguments &arguments)
{
    std::vector<std::string> names;
    addGiven(names, arguments, csvOptionTable());
    addGiven(names, arguments, dataOptionTable());
    std::erase_if(names, [](const std::string &name) {
        return name == "--task" || name == "--split" || name == "--scale"; // these count for tensors too
    });
    return names;
}

} // namespace gatescope::cli
