// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/lesson.h"

#include "core/data/text/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

std::string LessonProblem::text() const
{
    std::string text = file;
    if (line > 0)
        text.append(", line ").append(std::to_string(line));
    return text.append(": ").append(message);
}

std::string DoLink::text() const
{
    std::string text;
    for (const LinkStep &step : steps)
        text.append(text.empty() ? "" : "&").append(step.id).append(step.value.empty() ? "" : "=").append(step.value);
    return text;
}

std::string MetricCall::text() const
{
    std::string text = id;
    char joint = '?';
    for (const auto &[name, value] : arguments) {
        text += joint + name + "=" + value;
        joint = '&';
    }
    return text;
}

std::string LessonCondition::text() const
{
    constexpr std::array<const char *, 5> kSigns = {" < ", " <= ", " = ", " >= ", " > "};
    return metric.text() + kSigns[static_cast<std::size_t>(comparison)] + formatNumber(value);
}

bool LessonCondition::holds(double found) const
{
    switch (comparison) {
    case Comparison::Less:
        return found < value;
    case Comparison::AtMost:
        return found <= value;
    case Comparison::AtLeast:
        return found >= value;
    case Comparison::Greater:
        return found > value;
    case Comparison::Equal:
        break;
    }
    return std::abs(found - value) <= 1e-9 * std::max(1.0, std::abs(value));
}

std::string_view lessonBlockName(const LessonBlock &block)
{
    constexpr std::array<std::string_view, 5> kNames = {"text", "ask", "check", "promise", "note"};
    return kNames[block.content.index()];
}

} // namespace gatescope
