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
    /// Between groups of three digits: ',' '.' ' ' or '\''; 0 for none. ' ' also stands for the no-break spaces.
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

/// Without the blanks (space, tab, no-break space) around it.
std::string_view trimmed(std::string_view text);

/// Whether a cell counts as missing: empty, NA, N/A, #N/A, NaN, null, - or ?, in any case of letters.
bool isMissingWord(std::string_view trimmedText);

} // namespace gatescope
