// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/options/training_options.h"

#include <span>
#include <string_view>

namespace gatescope {

enum class SettingType { Integer, Real, Switch, Choice };

/// When a changed setting takes effect.
enum class SettingEffect {
    Live,  ///< at once, also while training runs
    Reset, ///< with new weights only: at the next reset
};

/// One value of a Choice: its name on the command line and in files, its title and sentence on screen.
struct SettingChoice {
    std::string_view id;
    std::string_view title;
    std::string_view summary;
};

/// One setting. The forms, the command line's help, the model file and the tests all walk settingsTable().
struct SettingInfo {
    std::string_view id;      ///< command line option and file key: "hidden", "lr"
    std::string_view title;   ///< "Hidden units"
    std::string_view unit;    ///< "" when it has none
    std::string_view summary; ///< one plain sentence: the tooltip
    std::string_view group;   ///< "Model", "Training", "Optimizer", "Schedule"
    SettingType type;
    SettingEffect effect;
    double defaultValue; ///< a Choice's index, a Switch's 0 or 1
    double minimum;      ///< inclusive, as the maximum is
    double maximum;
    std::span<const SettingChoice> choices; ///< for Choice: index = value
    double (*get)(const Settings &);
    void (*set)(Settings &, double);
    bool (*relevant)(const Settings &); ///< e.g. momentum for SGD only; others are hidden in forms
};

/// All of them, in the order of the forms.
std::span<const SettingInfo> settingsTable();
/// nullptr when there is no setting of this id.
const SettingInfo *findSetting(std::string_view id);
/// The value as text: "64", "0.001", "adam", "on".
std::string settingText(const SettingInfo &setting, const Settings &settings);
/// The same for people to read: a Choice by its title, "Full GRU" where its text is "none".
std::string settingWords(const SettingInfo &setting, const Settings &settings);
/// "from 1 to 4096", "one of adam, adamw, sgd, rmsprop": what a value must be, for messages and help.
std::string settingRange(const SettingInfo &setting);
/// Parses and assigns. Numbers have a decimal point whatever the locale. Settings are left alone on failure.
/// @throws OptionError naming the setting, the text, its range and a way out
void setSettingText(const SettingInfo &setting, Settings &settings, std::string_view text);

} // namespace gatescope
