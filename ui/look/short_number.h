// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatescope {

/// 1e-05 as "10⁻⁵", 0.02 as "0.02": how axes, bubbles and sentences write numbers of any size.
QString shortNumber(double value);

/// An angle, without its sign: "12.3", below 1 as shortNumber().
QString degreesText(double degrees);

/// A mantissa and its power of ten: "1.2·10⁻⁸".
QString withPowerOfTen(const QString &mantissa, int exponent);

/// A sentence whose numbers are written as shortNumber() does where they have an exponent: "2.1e-07" is "2.1·10⁻⁷".
QString withShortNumbers(const QString &sentence);

/// A number of known size with that many decimals, the same in every language: the minus sign is U+2212, −0 is 0.
QString fixedText(double value, int decimals = 4);
/// As fixedText(), always with its sign.
QString signedText(double value, int decimals = 4);

} // namespace gatescope
