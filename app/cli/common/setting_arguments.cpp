// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/setting_arguments.h"

#include <algorithm>

namespace gatescope::cli {

namespace {

std::string valueName(const SettingInfo &setting)
{
    if (setting.type == SettingType::Integer)
        return "N";
    if (setting.type == SettingType::Real)
        return "X";
    std::string names;
    for (const SettingChoice &choice : setting.choices)
        names += (names.empty() ? "" : "|") + std::string(choice.id);
    return names;
}

std::string summaryOf(const SettingInfo &setting)
{
    std::string text(setting.summary);
    if (setting.type == SettingType::Switch)
        return text + " (default " + settingText(setting, Settings{}) + ")";
    text += " (default " + settingText(setting, Settings{});
    if (setting.type != SettingType::Choice)
        text += "; " + settingRange(setting);
    return text + ")";
}

bool within(const SettingInfo &setting, std::span<const std::string_view> groups)
{
    return groups.empty() || std::ranges::find(groups, setting.group) != groups.end();
}

} // namespace

std::vector<OptionInfo> settingOptionInfos(std::span<const std::string_view> groups)
{
    std::vector<OptionInfo> infos;
    for (const SettingInfo &setting : settingsTable()) {
        if (!within(setting, groups))
            continue;
        const std::string id(setting.id), group(setting.group);
        if (setting.type != SettingType::Switch) {
            infos.push_back({id, valueName(setting), summaryOf(setting), group});
            continue;
        }
        infos.push_back({id, "", summaryOf(setting), group});
        infos.push_back({"no-" + id, "", "The opposite of --" + id, group});
    }
    return infos;
}

std::vector<OptionInfo> settingOptionInfos()
{
    return settingOptionInfos({});
}

bool settingGiven(const Arguments &arguments, const SettingInfo &setting)
{
    return arguments.has(setting.id)
           || (setting.type == SettingType::Switch && arguments.has("no-" + std::string(setting.id)));
}

void applySettings(const Arguments &arguments, Settings &settings)
{
    for (const SettingInfo &setting : settingsTable()) {
        const std::string id(setting.id);
        if (setting.type != SettingType::Switch) {
            if (const auto text = arguments.optional(id))
                setSettingText(setting, settings, *text);
            continue;
        }
        if (arguments.has(id) && arguments.has("no-" + id))
            throw OptionError({{"--" + id, "given with --no-" + id, "only one of both can hold", ""}});
        if (settingGiven(arguments, setting))
            setting.set(settings, arguments.has(id) ? 1.0 : 0.0);
    }
}

OptionInfo scalarOptionInfo()
{
    return {"scalar", "float32|float64", "The kind of number to compute with and to write (default float32)"};
}

bool wantsDouble(const Arguments &arguments, bool byDefault)
{
    const auto text = arguments.optional("scalar");
    if (!text)
        return byDefault;
    if (*text != "float32" && *text != "float64")
        throw OptionError({{"--scalar", quoted(*text), "must be float32 or float64", ""}});
    return *text == "float64";
}

} // namespace gatescope::cli
