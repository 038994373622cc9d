// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/link_table.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/lesson/file/action_table.h"
#include "core/train/settings/settings_table.h"

#include <array>
#include <cmath>

namespace gatescope {

namespace {

constexpr double kMany = 1e9;
using enum LinkValue;

constexpr std::array kTable = {
    LinkInfo{"open", Word, 0, 0, "", "open %1", true},
    LinkInfo{"workspace", Word, 0, 0, "data|train|inspect|predict|compare|learn", "go to %1", false},
    LinkInfo{"inspect.sequence", Whole, 0, kMany, "", "show sequence %1", false},
    LinkInfo{"inspect.layer", Whole, 1, 32, "", "show layer %1", false},
    LinkInfo{"inspect.step", Whole, 0, kMany, "", "show step %1", false},
    LinkInfo{"inspect.unit", Whole, 0, 4095, "", "show unit %1", false},
    LinkInfo{"inspect.aside", Word, 0, 0, "what-if|lag|portrait|memory|health|search|lens|automaton|letters",
             "open the page %1", false},
    LinkInfo{"inspect.memory", Word, 0, 0, "unit|lag", "show what is remembered by %1", false},
    LinkInfo{"inspect.cell", Word, 0, 0, "forward|backward", "open the cell %1", false},
    LinkInfo{"inspect.grain", Word, 0, 0, "layer|unit|products", "show the cell by %1", false},
    LinkInfo{"inspect.fixed-points", Word, 0, 0, "off|zero|mean|cursor", "look for fixed points: input %1", false},
    LinkInfo{"inspect.letters", Word, 0, 0, "h|r|z|n|loss", "colour the letters by %1", false},
    LinkInfo{"predict.free-run", Whole, 1, 10'000, "", "let it run freely for %1 rows", false},
    LinkInfo{"written.temperature", Real, 0, 5, "", "write at a temperature of %1", false},
    LinkInfo{"moment", Whole, 0, kMany, "", "show the network as it was after epoch %1", false},
    LinkInfo{"hold.r", Real, 0, 1, "", "hold the reset gate of every unit at %1", false},
    LinkInfo{"hold.z", Real, 0, 1, "", "hold the update gate of every unit at %1", false},
    LinkInfo{"hold.clear", None, 0, 0, "", "let every gate go again", false},
    LinkInfo{"train.reset", None, 0, 0, "", "go back to the initial weights", true},
    LinkInfo{"train.steps", Whole, 1, kMany, "", "train to batch %1", true},
    LinkInfo{"train.to", Whole, 1, 1e6, "", "train to epoch %1", true},
    LinkInfo{"set.", Setting, 0, 0, "", "", true},
    LinkInfo{"speed", Real, 0.1, 1000, "", "train at a speed of %1 steps a second", false},
    LinkInfo{"press", Word, 0, 0, "", "", true},
    LinkInfo{"point", Word, 0, 0, "", "point at %1", false},
};

/// Whether a word is one of "a|b|c".
bool isOneOf(std::string_view word, std::string_view choices)
{
    while (!choices.empty()) {
        const std::size_t bar = choices.find('|');
        if (word == choices.substr(0, bar))
            return true;
        choices = bar == std::string_view::npos ? std::string_view() : choices.substr(bar + 1);
    }
    return false;
}

std::optional<std::string> settingProblem(const LinkStep &step)
{
    const SettingInfo *setting = findSetting(std::string_view(step.id).substr(4));
    if (!setting)
        return "there is no setting " + quoted(step.id.substr(4));
    try {
        Settings scratch;
        setSettingText(*setting, scratch, step.value);
    } catch (const OptionError &error) {
        return error.what();
    }
    return std::nullopt;
}

std::optional<std::string> pressProblem(const LinkStep &step)
{
    const ActionInfo *action = findAction(step.value);
    if (!action)
        return "there is no action " + quoted(step.value) + "; see the list of ids in lesson new";
    if (!action->lessonsMayPress)
        return "a lesson may not press " + quoted(step.value) + ": it is for the person at the screen alone";
    return std::nullopt;
}

std::optional<std::string> numberProblem(const LinkInfo &info, const LinkStep &step)
{
    const std::optional<double> number = parseNumber(step.value);
    const bool whole = info.value == Whole;
    if (number && *number >= info.minimum && *number <= info.maximum && (!whole || *number == std::floor(*number)))
        return std::nullopt;
    return step.id + "=" + quoted(step.value) + " must be a " + (whole ? "whole " : "") + "number from "
           + formatNumber(info.minimum) + " to " + formatNumber(info.maximum);
}

} // namespace

std::span<const LinkInfo> linkTable()
{
    return kTable;
}

const LinkInfo *findLink(std::string_view id)
{
    for (const LinkInfo &info : kTable) {
        if (info.id == id || (info.value == Setting && id.starts_with(info.id)))
            return &info;
    }
    return nullptr;
}

std::optional<std::string> linkProblem(const LinkStep &step)
{
    const LinkInfo *info = findLink(step.id);
    if (!info)
        return "a link cannot do " + quoted(step.id) + "; see the list of ids in lesson new";
    if (info->value == Setting)
        return settingProblem(step);
    if (info->value == None)
        return step.value.empty()
                   ? std::nullopt
                   : std::optional<std::string>(step.id + " takes no value, found " + quoted(step.value));
    if (step.value.empty())
        return step.id + " needs a value: " + step.id + "=…";
    if (info->value != Word)
        return numberProblem(*info, step);
    if (step.id == "press")
        return pressProblem(step);
    if (!info->words.empty() && !isOneOf(step.value, info->words))
        return step.id + "=" + quoted(step.value) + " must be one of " + std::string(info->words);
    return std::nullopt;
}

std::vector<std::string> linkPhrases(const std::vector<LinkStep> &steps)
{
    std::vector<std::string> phrases;
    for (const LinkStep &step : steps) {
        const LinkInfo *info = findLink(step.id);
        if (!info)
            continue;
        std::string words(info->summary);
        if (info->value == Setting) {
            const SettingInfo *setting = findSetting(std::string_view(step.id).substr(4));
            words = "set " + (setting ? std::string(setting->title) : step.id) + " to %1";
        }
        if (const ActionInfo *action = step.id == "press" ? findAction(step.value) : nullptr)
            words = action->summary;
        std::string value = step.value;
        if (step.id == "workspace" && !value.empty()) // as the rail writes it
            value.front() = static_cast<char>(value.front() - 'a' + 'A');
        if (const std::size_t place = words.find("%1"); place != std::string::npos)
            words.replace(place, 2, value);
        phrases.push_back(std::move(words));
    }
    return phrases;
}

std::string linkInWords(const std::vector<LinkStep> &steps)
{
    std::string text;
    for (const std::string &phrase : linkPhrases(steps))
        text.append(text.empty() ? "" : "; ").append(phrase);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text.empty() ? text : text + ".";
}

} // namespace gatescope
