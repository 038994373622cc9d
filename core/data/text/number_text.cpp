// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text/number_text.h"

#include "core/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace gatescope {

namespace {

/// Blanks beside space and tab: no-break, thin, narrow and ideographic.
constexpr std::array<std::string_view, 5> kOtherBlanks{"\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF", "\xE2\x80\x87",
                                                       "\xE3\x80\x80"};

/// Bytes of the thousands sign at the start of the text, 0 if there is none.
std::size_t groupSignWidth(std::string_view text, char thousands)
{
    if (text[0] == thousands)
        return 1;
    if (thousands == ' ')
        return text[0] == '\t' ? 0 : blankWidth(text);
    return thousands == '\'' && text.starts_with("\xE2\x80\x99") ? 3 : 0;
}

/// Whether a number that from_chars calls out of range is below the range (an underflow) rather than above it.
bool isUnderflow(std::string_view digits)
{
    long exponent = 0;
    if (const auto e = digits.find_first_of("eE"); e != std::string_view::npos) {
        const bool negative = digits[e + 1] == '-';
        for (const char c : digits.substr(e + 1)) {
            if (isDigit(c))
                exponent = std::min(exponent * 10 + (c - '0'), 100000000L);
        }
        exponent = negative ? -exponent : exponent;
        digits = digits.substr(0, e);
    }
    const auto first = digits.find_first_of("123456789");
    const auto point = std::min(digits.find('.'), digits.size());
    if (first == std::string_view::npos)
        return true;
    return exponent + static_cast<long>(point) - static_cast<long>(first) < 0;
}

/// The whole of the text by from_chars. @pre it begins with a digit, or with '.' and a digit
NumberVerdict readPlain(std::string_view text, bool negative, double &value)
{
    double magnitude = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), magnitude);
    if (end != text.data() + text.size() || error == std::errc::invalid_argument)
        return NumberVerdict::NotANumber;
    if (error == std::errc::result_out_of_range) {
        if (!isUnderflow(text))
            return NumberVerdict::Infinite;
        magnitude = 0.0;
    }
    value = negative ? -magnitude : magnitude;
    return NumberVerdict::Number;
}

/// Writes the text without thousands signs and with '.' as decimal sign; false when the groups are not of three digits.
bool normalize(std::string_view text, NumberStyle style, std::string &plain)
{
    std::size_t group = 0;
    bool grouped = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const std::size_t width = style.thousands == 0 ? 0 : groupSignWidth(text.substr(i), style.thousands);
        if (isDigit(text[i])) {
            plain += text[i];
            ++group;
        } else if (width > 0) {
            if (grouped ? group != 3 : (group < 1 || group > 3 || plain[0] == '0'))
                return false;
            grouped = true;
            group = 0;
            i += width - 1;
        } else {
            break;
        }
    }
    if (grouped && group != 3)
        return false;
    for (; i < text.size(); ++i) {
        if (text[i] == style.decimal)
            plain += '.';
        else if (text[i] == '.')
            return false;
        else
            plain += text[i];
    }
    return true;
}

} // namespace

bool equalsIgnoringCase(std::string_view text, std::string_view lowerWord)
{
    return text.size() == lowerWord.size()
           && std::equal(text.begin(), text.end(), lowerWord.begin(), [](char a, char b) { return lowered(a) == b; });
}

std::size_t blankWidth(std::string_view text)
{
    if (text.empty())
        return 0;
    if (text[0] == ' ' || text[0] == '\t')
        return 1;
    for (const std::string_view blank : kOtherBlanks) {
        if (text.starts_with(blank))
            return blank.size();
    }
    return 0;
}

std::string_view trimmed(std::string_view text)
{
    while (const std::size_t width = blankWidth(text))
        text.remove_prefix(width);
    for (;;) {
        if (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
            text.remove_suffix(1);
            continue;
        }
        const auto found = std::find_if(kOtherBlanks.begin(), kOtherBlanks.end(),
                                        [text](std::string_view blank) { return text.ends_with(blank); });
        if (text.empty() || static_cast<unsigned char>(text.back()) < 0x80 || found == kOtherBlanks.end())
            return text;
        text.remove_suffix(found->size());
    }
}

bool isMissingWord(std::string_view text)
{
    switch (text.size()) {
    case 0:
        return true;
    case 1:
        return text[0] == '-' || text[0] == '?';
    case 2:
        return equalsIgnoringCase(text, "na");
    case 3:
        return equalsIgnoringCase(text, "nan") || equalsIgnoringCase(text, "n/a");
    case 4:
        return equalsIgnoringCase(text, "null") || equalsIgnoringCase(text, "#n/a");
    default:
        return false;
    }
}

bool isMissingNumber(std::string_view text)
{
    static constexpr std::array<std::string_view, 30> kWords{
        "none",   "<na>",  "nat",  "nil",     "\\n",    "#value!",  "#div/0!", "#ref!",     "#name?",  "#num!",
        "#null!", "#na",   "-nan", "+nan",    "1.#ind", "-1.#ind",  "1.#qnan", "-1.#qnan",  "1.#nan",  "nan(ind)",
        "n.a.",   "n. a.", "n/d",  "missing", "(null)", "#n/a n/a", "<null>",  "undefined", "unknown", "\xE2\x80\x94"};
    if (isMissingWord(text))
        return true;
    if (text.size() > 10)
        return false;
    // Dashes, points, stars and question marks alone: --, ., ..., ***, ??
    if (text.find_first_not_of(text[0]) == std::string_view::npos
        && std::string_view("-.*?").find(text[0]) != std::string_view::npos)
        return true;
    return std::any_of(kWords.begin(), kWords.end(),
                       [text](std::string_view word) { return equalsIgnoringCase(text, word); });
}

NumberVerdict readNumber(std::string_view text, NumberStyle style, double &value)
{
    text = trimmed(text);
    bool negative = false;
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    } else if (text.starts_with("\xE2\x88\x92")) { // U+2212, the typographic minus
        negative = true;
        text.remove_prefix(3);
    }
    if (text.empty())
        return NumberVerdict::NotANumber;
    const bool startsAsNumber = isDigit(text[0]) || (text[0] == style.decimal && text.size() > 1 && isDigit(text[1]));
    if (!startsAsNumber)
        return equalsIgnoringCase(text, "inf") || equalsIgnoringCase(text, "infinity") ? NumberVerdict::Infinite
                                                                                       : NumberVerdict::NotANumber;
    if (style.decimal == '.' && style.thousands == 0)
        return readPlain(text, negative, value);
    std::string plain;
    if (!normalize(text, style, plain))
        return NumberVerdict::NotANumber;
    return readPlain(plain, negative, value);
}

std::optional<double> parseNumber(std::string_view text, NumberStyle style)
{
    double value = 0.0;
    if (readNumber(text, style, value) != NumberVerdict::Number)
        return std::nullopt;
    return value;
}

std::string formatNumber(double value)
{
    std::array<char, 40> buffer;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

std::string formatNumber(double value, int digits)
{
    std::array<char, 64> buffer;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                            std::chars_format::general, std::clamp(digits, 1, 17));
    return {buffer.data(), end};
}

} // namespace gatescope
