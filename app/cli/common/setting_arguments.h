// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/common/arguments.h"
#include "core/train/settings/settings_table.h"

namespace gatescope::cli {

/// The options of settings of these groups ("Model", "Training", …), made from core's table.
/// A switch that is on by default is --no-ID (and --ID); one that is off is --ID (and --no-ID).
std::vector<OptionInfo> settingOptionInfos(std::span<const std::string_view> groups);
/// All of them.
std::vector<OptionInfo> settingOptionInfos();

/// Sets every setting that was given. @throws OptionError
void applySettings(const Arguments &arguments, Settings &settings);

/// Whether the setting was given, in either form of a switch.
bool settingGiven(const Arguments &arguments, const SettingInfo &setting);

/// float32 (the default) or float64.
OptionInfo scalarOptionInfo();
bool wantsDouble(const Arguments &arguments, bool byDefault);

} // namespace gatescope::cli
