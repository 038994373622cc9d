// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace gatescope {

// Letters and digits of ASCII, whatever the locale; bytes above 127 are neither.

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr char lowered(char c)
{
    return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool isLetter(char c)
{
    return lowered(c) >= 'a' && lowered(c) <= 'z';
}

/// A text with small letters for capitals.
inline std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        c = lowered(c);
    return result;
}

} // namespace gatescope
