// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/number_text.h"
#include "core/train/settings/settings_table.h"

#include <charconv>
#include <optional>

namespace gatescope {

namespace {

/// Shortest text that reads back as the same number, with a decimal point whatever the locale.
std::string numberText(double value, bool whole)
{
    return whole ? std::to_string(static_cast<std::int64_t>(value)) : formatNumber(value);
}

template <typename Number>
std::optional<double> parsed(std::string_view text)
{
    Number number{};
    const char *const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number);
    if (error != std::errc{} || end != last)
        return std::nullopt;
    return static_cast<double>(number);
}

std::optional<double> switchFromText(std::string_view text)
{
    if (text == "on" || text == "yes" || text == "true" || text == "1")
        return 1.0;
    if (text == "off" || text == "no" || text == "false" || text == "0")
        return 0.0;
    return std::nullopt;
}

std::optional<double> choiceFromText(const SettingInfo &setting, std::string_view text)
{
    for (std::size_t i = 0; i < setting.choices.size(); ++i) {
        if (setting.choices[i].id == text)
            return static_cast<double>(i);
    }
    return std::nullopt;
}

std::optional<double> valueFromText(const SettingInfo &setting, std::string_view text)
{
    switch (setting.type) {
    case SettingType::Choice:
        return choiceFromText(setting, text);
    case SettingType::Switch:
        return switchFromText(text);
    case SettingType::Integer:
        return parsed<std::int64_t>(text);
    case SettingType::Real:
        return parsed<double>(text);
    }
    return std::nullopt;
}

bool inRange(const SettingInfo &setting, double value)
{
    return value >= setting.minimum && value <= setting.maximum;
}

std::string valueText(const SettingInfo &setting, double value)
{
    switch (setting.type) {
    case SettingType::Choice:
        return inRange(setting, value) ? std::string(setting.choices[static_cast<std::size_t>(value)].id)
                                       : "choice " + numberText(value, true);
    case SettingType::Switch:
        return value != 0.0 ? "on" : "off";
    case SettingType::Integer:
    case SettingType::Real:
        return numberText(value, setting.type == SettingType::Integer);
    }
    return {};
}

/// "0.003" for "0,003", where that would be a value of the setting; else empty.
std::string withDecimalPoint(const SettingInfo &setting, std::string text)
{
    const std::size_t comma = text.find(',');
    if (setting.type != SettingType::Real || comma == std::string::npos)
        return {};
    text[comma] = '.';
    const std::optional<double> value = parsed<double>(text);
    return value && inRange(setting, *value) ? text : std::string();
}

/// @param meant  what was written for it in another way, or empty
Problem problem(const SettingInfo &setting, std::string value, const std::string &meant = {})
{
    return {std::string(setting.id), std::move(value), "must be " + settingRange(setting),
            meant.empty() ? "the default is " + valueText(setting, setting.defaultValue)
                          : "write its decimal sign as a point: " + meant};
}

} // namespace

std::string settingRange(const SettingInfo &setting)
{
    const bool whole = setting.type == SettingType::Integer;
    if (setting.type == SettingType::Switch)
        return "on or off";
    if (setting.type != SettingType::Choice)
        return std::string(whole ? "a whole number" : "a number") + " from " + numberText(setting.minimum, whole)
               + " to " + numberText(setting.maximum, whole);
    std::string text = "one of ";
    for (const SettingChoice &choice : setting.choices)
        text += (&choice == setting.choices.data() ? "" : ", ") + std::string(choice.id);
    return text;
}

std::string settingText(const SettingInfo &setting, const Settings &settings)
{
    return valueText(setting, setting.get(settings));
}

std::string settingWords(const SettingInfo &setting, const Settings &settings)
{
    if (setting.type != SettingType::Choice)
        return settingText(setting, settings);
    return std::string(setting.choices[static_cast<std::size_t>(setting.get(settings))].title);
}

void setSettingText(const SettingInfo &setting, Settings &settings, std::string_view text)
{
    std::string_view digits = setting.id == "hold" && text == "update,reset" ? "reset,update" : text;
    if (digits.size() > 1 && digits.front() == '+' && digits[1] != '-')
        digits.remove_prefix(1);
    const std::optional<double> value = valueFromText(setting, digits);
    if (!value || !inRange(setting, *value))
        throw OptionError({problem(setting, quoted(std::string(text)), withDecimalPoint(setting, std::string(text)))});
    setting.set(settings, *value);
}

std::vector<Problem> Settings::validate() const
{
    std::vector<Problem> problems;
    for (const SettingInfo &setting : settingsTable()) {
        if (!inRange(setting, setting.get(*this)))
            problems.push_back(problem(setting, settingText(setting, *this)));
    }
    NetworkOptions shape; // the numbers that come from the data, not from the table
    shape.inputs = network.inputs;
    shape.outputs = network.outputs;
    for (Problem &found : shape.validate())
        problems.push_back(std::move(found));

    if (training.loss.kind == LossKind::CrossEntropy && network.outputs == 1)
        problems.push_back({"loss", "cross-entropy", "needs a target with at least 2 classes",
                            "choose another loss, or a target column that holds classes"});
    if (training.lossAt == LossAt::End && training.burnIn > 0)
        problems.push_back({"burn-in", numberText(static_cast<double>(training.burnIn), true),
                            "counts only where the loss is asked at every step", "add loss-at every, or take 0"});
    if (training.schedule == ScheduleKind::ReduceOnPlateau && training.scheduleFactor == 1.0)
        problems.push_back({"schedule-factor", "1", "must be below 1 to reduce the learning rate", "0.1 is usual"});
    if (findSetting("minimum-lr")->relevant(*this) && training.minimumLearningRate > training.learningRate)
        problems.push_back({"minimum-lr", numberText(training.minimumLearningRate, false),
                            "must not be above the learning rate, " + numberText(training.learningRate, false),
                            "0 is usual"});
    return problems;
}

} // namespace gatescope
