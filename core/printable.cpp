// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printable.h"

#include <algorithm>
#include <cstdint>

namespace gatescope {

namespace {

std::uint32_t codePoint(std::string_view character)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(character[i]));
    };
    switch (character.size()) {
    case 1:
        return byte(0);
    case 2:
        return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
        return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    default:
        return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    }
}

bool isControl(std::uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

/// Marks that turn the direction of what stands beside them, line and paragraph separators, the byte order mark.
bool isInvisible(std::uint32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E)
           || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

std::string hexadecimal(std::uint32_t value, int digits)
{
    std::string text;
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text += "0123456789abcdef"[value >> shift & 15];
    return text;
}

enum class Style { Line, Lines, Json };

std::string escaped(std::string_view text, Style style)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        const std::string_view character = text.substr(0, length == 0 ? 1 : length);
        const std::uint32_t code = length == 0 ? static_cast<unsigned char>(text[0]) : codePoint(character);
        const bool layout = style != Style::Line && (code == '\n' || code == '\r' || code == '\t');
        if (length == 0 || (isControl(code) && !layout))
            result += style == Style::Json ? "\\u" + hexadecimal(code, 4) : "\\x" + hexadecimal(code, 2);
        else if (isInvisible(code))
            result += "\\u" + hexadecimal(code, 4);
        else
            result += character;
        text.remove_prefix(character.size());
    }
    return result;
}

} // namespace

std::string firstOf(std::span<const std::string> items, std::size_t most)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(items.size(), most); ++i)
        text += (i == 0 ? "" : ", ") + items[i];
    return items.size() > most ? text + " and " + std::to_string(items.size() - most) + " more" : text;
}

std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t count, unsigned low = 0x80, unsigned high = 0xBF) {
        if (text.size() <= count || byte(1) < low || byte(1) > high)
            return false;
        for (std::size_t i = 2; i <= count; ++i) {
            if ((byte(i) & 0xC0) != 0x80)
                return false;
        }
        return true;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF)
        return follows(2, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) ? 3 : 0;
    if (first >= 0xF0 && first <= 0xF4)
        return follows(3, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) ? 4 : 0;
    return 0;
}

std::string printable(std::string_view text)
{
    return escaped(text, Style::Line);
}

std::string printableLines(std::string_view text)
{
    return escaped(text, Style::Lines);
}

std::string printableJson(std::string_view json)
{
    return escaped(json, Style::Json);
}

} // namespace gatescope
