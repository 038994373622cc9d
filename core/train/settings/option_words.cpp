// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/settings/option_words.h"

#include "core/data/options/option_table.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>
#include <optional>

namespace gatescope {

namespace {

std::string listed(std::string_view title, std::string_view value)
{
    return std::string(title).append(": ").append(value);
}

/// An option of data or file at a value; nothing where the text is none for it.
template <typename Options>
std::optional<std::string> optionAt(const OptionEntry<Options> &option, const std::string &text)
{
    for (const OptionChoice &choice : option.choices) {
        if (choice.id == text)
            return listed(option.title, choice.title);
    }
    if (option.kind == OptionKind::Choice || option.kind == OptionKind::Text)
        return std::nullopt;
    try {
        const OptionValue value = optionValueFromText(option, text);
        if (const bool *on = std::get_if<bool>(&value); on != nullptr && *on)
            return std::string(option.title);
        return listed(option.title, optionValueText(option, value));
    } catch (const OptionError &) {
        return std::nullopt;
    }
}

std::optional<std::string> settingAt(const SettingInfo &setting, const std::string &text)
{
    try {
        Settings settings;
        setSettingText(setting, settings, text);
        return listed(setting.title, settingWords(setting, settings));
    } catch (const OptionError &) {
        return std::nullopt;
    }
}

/// The control of an option, and where it is.
struct Control {
    std::string title;
    std::string_view place;
    bool holdsNames = false; ///< its values are columns' names, with a sign after them
    std::optional<std::string> (*at)(std::string_view id, const std::string &value) = nullptr;
};

std::optional<Control> controlOf(std::string_view id)
{
    if (const DataOption *option = findOption(dataOptionTable(), id))
        return Control{std::string(option->title), "Data", false, [](std::string_view name, const std::string &value) {
                           return optionAt(*findOption(dataOptionTable(), name), value);
                       }};
    if (const CsvOption *option = findOption(csvOptionTable(), id))
        return Control{std::string(option->title), "Data", option->kind == OptionKind::Types,
                       [](std::string_view name, const std::string &value) {
                           return optionAt(*findOption(csvOptionTable(), name), value);
                       }};
    if (const SettingInfo *setting = findSetting(id))
        return Control{
            std::string(setting->title), "Train", false,
            [](std::string_view name, const std::string &value) { return settingAt(*findSetting(name), value); }};
    return std::nullopt;
}

bool isOfId(char c)
{
    return (c >= 'a' && c <= 'z') || c == '-';
}

/// Length of the value at the beginning of a text: a word without the stop after it, or "a column=number".
std::size_t valueLength(std::string_view text, bool holdsNames)
{
    const std::size_t sign = holdsNames ? text.find('=') : 0;
    std::size_t end = text.find_first_of(" ;)", sign == std::string_view::npos ? 0 : sign);
    end = std::min(end, text.size());
    while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ','))
        --end;
    return end;
}

} // namespace

std::string optionWords(const OptionChange &change)
{
    return "--" + change.id + " " + change.value;
}

std::string controlWords(const OptionChange &change)
{
    const std::optional<Control> control = controlOf(change.id);
    return control ? control->at(change.id, change.value).value_or(control->title) : std::string();
}

bool isDataOption(std::string_view id)
{
    return findOption(dataOptionTable(), id) != nullptr;
}

std::string inControlWords(std::string_view sentence)
{
    std::string said;
    while (!sentence.empty()) {
        const std::size_t begin = sentence.find("--");
        const bool startsWord =
            begin != std::string_view::npos && (begin == 0 || sentence[begin - 1] == ' ' || sentence[begin - 1] == '(');
        said += sentence.substr(0, begin);
        if (begin == std::string_view::npos)
            break;
        sentence.remove_prefix(begin);
        std::size_t end = 2;
        while (end < sentence.size() && isOfId(sentence[end]))
            ++end;
        const std::string_view id = sentence.substr(2, end - 2);
        const std::optional<Control> control = startsWord ? controlOf(id) : std::nullopt;
        if (!control) {
            said += sentence.substr(0, end);
            sentence.remove_prefix(end);
            continue;
        }
        std::string words = control->title;
        if (end < sentence.size() && (sentence[end] == ' ' || sentence[end] == '=')) {
            const std::size_t length = valueLength(sentence.substr(end + 1), control->holdsNames);
            const auto value = control->at(id, std::string(sentence.substr(end + 1, length)));
            if (length > 0 && value) {
                words = *value;
                end += 1 + length;
            }
        }
        said.append("“").append(words).append("” in ").append(control->place);
        sentence.remove_prefix(end);
    }
    return said;
}

} // namespace gatescope
