// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// How numbers are written in a text: 1234.5, 1,234.5, 1.234,5 or 1 234,5.
struct NumberStyle {
    char decimal = '.';
    /// Between groups of three digits, the first of which does not begin with 0: ',' '.' ' ' or '\''; 0 for none. ' '
    /// also stands for the no-break and thin spaces, '\'' for the typographic apostrophe.
    char thousands = 0;

    bool operator==(const NumberStyle &) const = default;
};

/// What a text is, when read as a number.
enum class NumberVerdict { Number, NotANumber, Infinite };

/// Reads a number that is the whole of the text, whatever the locale.
///
/// Blanks around it, a sign and an exponent (e, E) are understood; hexadecimal, 1.5D3, 12:30, 5 % and 5 kg are not
/// numbers. Infinite: the word itself (inf, infinity with a sign) or a value beyond the range of double; an underflow
/// is 0.
/// @param value  set only when the verdict is Number
NumberVerdict readNumber(std::string_view text, NumberStyle style, double &value);

/// The same as an optional: empty unless all of the text is one finite number.
std::optional<double> parseNumber(std::string_view text, NumberStyle style = {});

/// A finite number as text that reads back to the same double: at most 17 digits, '.' as decimal sign. NaN gives "nan".
std::string formatNumber(double value);
/// The same with at most `digits` significant digits, for messages and tables on screen.
std::string formatNumber(double value, int digits);

/// Bytes of the blank at the start of the text (space, tab, no-break, thin or ideographic space), 0 if there is none.
std::size_t blankWidth(std::string_view text);

/// Without the blanks around it.
std::string_view trimmed(std::string_view text);

/// Whether a text is this word, whose letters are small, in any case of (ASCII) letters.
bool equalsIgnoringCase(std::string_view text, std::string_view lowerWord);

/// Whether a cell counts as missing, whatever its column holds: empty, NA, N/A, #N/A, NaN, null, - or ?, in any case of
/// letters.
bool isMissingWord(std::string_view trimmedText);

/// Whether a cell counts as missing where numbers or times are expected: what pandas, R, databases and spreadsheets
/// write beside the words above (None, <NA>, NaT, nil, \\N, #DIV/0!, 1.#IND, --, …). In a column of text they are text.
bool isMissingNumber(std::string_view trimmedText);

} // namespace gatescope
