// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/sweep/sweep_parts.h"
#include "app/cli/verbs/verbs.h"
#include "core/data/options/option_table.h"
#include "core/data/text/shell_word.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

namespace gatescope::cli {

namespace {

/// What the sweep says for every line itself.
constexpr std::array<std::string_view, 6> kOwn = {"FILE", "out", "json", "init", "history", "seed"};

bool isSwitch(const std::string &id)
{
    const SettingInfo *setting = findSetting(id);
    const DataOption *option = findOption(dataOptionTable(), id);
    return setting != nullptr ? setting->type == SettingType::Switch
                              : option != nullptr && option->kind == OptionKind::Switch && !option->automatic;
}

std::string optionWords(const std::string &id, const std::string &value)
{
    if (isSwitch(id))
        return value == "on" || value == "yes" ? " --" + id : " --no-" + id;
    return " --" + id + " " + shellWord(value);
}

/// The options of train that were given, as they were given.
std::string sharedWords(const Arguments &arguments, const SweepPlan &plan)
{
    std::string words;
    for (const OptionInfo &option : trainVerbOptions()) {
        const bool own = std::ranges::find(kOwn, option.name) != kOwn.end();
        const bool swept = std::ranges::any_of(
            plan.axes, [&](const SweepAxis &axis) { return option.name == axis.id || option.name == "no-" + axis.id; });
        if (own || swept || !arguments.has(option.name))
            continue;
        if (option.value.empty())
            words += " --" + option.name;
        for (const std::string &text : option.value.empty() ? std::vector<std::string>{} : arguments.texts(option.name))
            words += " --" + option.name + " " + shellWord(text);
    }
    if (!arguments.has("threads"))
        words += " --threads 1";
    return words;
}

/// Values as part of a file's name: letters, digits, points and signs stay.
std::string fileWord(const std::string &text)
{
    std::string word;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.'
                           || c == '-' || c == '+';
        word += plain ? c : '_';
    }
    return word.empty() ? "none" : word.substr(0, 40);
}

} // namespace

void printSweepPlan(const Arguments &arguments, const SweepPlan &plan, Context &context)
{
    const std::filesystem::path table(arguments.optional("out").value_or("sweep.csv"));
    const std::string shared = sharedWords(arguments, plan);
    std::set<std::string> names;
    for (const SweepPoint &point : plan.points) {
        std::string words, name = table.stem().string();
        for (std::size_t i = 0; i < plan.axes.size(); ++i) {
            words += optionWords(plan.axes[i].id, point.values[i]);
            name += "-" + plan.axes[i].id + "-" + fileWord(point.values[i]);
        }
        name += "-seed-" + std::to_string(point.seed);
        const std::string plain = name;
        for (int more = 2; !names.insert(name).second; ++more)
            name = plain + "-" + std::to_string(more);
        const std::filesystem::path model = table.parent_path() / (name + ".safetensors");
        context.out << "gatescope-cli train " << shellWord(arguments.text("FILE")) << shared << words << " --seed "
                    << point.seed << " --out " << shellWord(model.string()) << "\n";
    }
}

} // namespace gatescope::cli
