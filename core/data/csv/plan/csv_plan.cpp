// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/plan/csv_plan.h"

#include <algorithm>

namespace gatescope {

MissingMarks::MissingMarks(const std::vector<std::string> &given)
{
    for (const std::string &text : given) {
        texts.emplace_back(trimmed(text));
        if (const std::optional<double> number = parseNumber(text))
            numbers.push_back(*number);
    }
}

bool MissingMarks::hasText(std::string_view cell) const
{
    return std::find(texts.begin(), texts.end(), cell) != texts.end();
}

bool MissingMarks::hasNumber(double value) const
{
    return std::find(numbers.begin(), numbers.end(), value) != numbers.end();
}

bool MissingMarks::has(std::string_view cell) const
{
    if (texts.empty() || hasText(cell))
        return !texts.empty();
    if (numbers.empty())
        return false;
    for (const char decimal : {'.', ','}) {
        if (const std::optional<double> number = parseNumber(cell, {decimal, 0}); number && hasNumber(*number))
            return true;
    }
    return false;
}

} // namespace gatescope
