// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/skill/skill_text.h"

#include "core/evaluation/skill/skill_interval.h"

#include <array>
#include <charconv>

namespace gatescope {

namespace {

/// The number behind what stands before it.
/// @param number  no skill is above 1, none below kLowestSkillShown comes here: 32 characters hold it
std::string withDigits(std::string before, double number, int digits)
{
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, digits);
    return before.append(text.data(), end.ptr);
}

} // namespace

std::string skillText(double skill)
{
    if (skill < kLowestSkillShown)
        return withDigits("below ", kLowestSkillShown, 0);
    return withDigits("", skill, skill < -10.0 ? 1 : 3);
}

std::string skillPercent(double skill)
{
    if (skill < kLowestSkillShown)
        return withDigits("below ", 100.0 * kLowestSkillShown, 0).append(" %");
    return withDigits(skill < 0.0 ? "" : "+", 100.0 * skill, 1).append(" %");
}

} // namespace gatescope
