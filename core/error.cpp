// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include "core/printable.h"

#include <algorithm>

namespace gatescope {

namespace {

std::string joined(const std::vector<Problem> &problems)
{
    std::string text;
    for (const Problem &problem : problems) {
        if (!text.empty())
            text += "; ";
        text += problem.message();
    }
    return text;
}

} // namespace

std::string Problem::message() const
{
    std::string text = field + " is " + (value.empty() ? "empty" : value) + ": " + constraint;
    if (!hint.empty())
        text += "; " + hint;
    return text;
}

OptionError::OptionError(std::vector<Problem> problems)
    : Error(ErrorKind::BadUsage, joined(problems)), m_problems(std::move(problems))
{
}

std::string quoted(const std::string &text, std::size_t limit)
{
    std::string_view rest = text;
    for (std::size_t count = 0; count < limit && !rest.empty(); ++count)
        rest.remove_prefix(std::max<std::size_t>(1, utf8Length(rest)));
    const std::string_view shown = std::string_view(text).substr(0, text.size() - rest.size());
    return '"' + printable(shown) + (rest.empty() ? "\"" : "…\"");
}

} // namespace gatescope
