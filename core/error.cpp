// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

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
    static constexpr char kHex[] = "0123456789abcdef";
    std::string result = "\"";
    std::size_t count = 0;
    for (const char raw : text) {
        const auto byte = static_cast<unsigned char>(raw);
        const bool continuation = (byte & 0xC0) == 0x80;
        if (!continuation && count++ == limit) {
            result += "…";
            break;
        }
        if (byte < 0x20 || byte == 0x7F) {
            result += "\\x";
            result += kHex[byte >> 4];
            result += kHex[byte & 15];
        } else {
            result += raw;
        }
    }
    return result + "\"";
}

} // namespace gatescope
