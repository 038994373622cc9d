// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gatescope {

/// Where the error is over a thousand times the baseline's, the figure says nothing but that: no skill below this one
/// is shown, nor how wide its interval is. Files and JSON hold the number itself.
constexpr double kLowestSkillShown = -999.0;

/// skillText() (skill_interval.h) in percent, with its sign: "+31.2 %", "-4.4 %", "below -99900 %".
std::string skillPercent(double skill);

} // namespace gatescope
