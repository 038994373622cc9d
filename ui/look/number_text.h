// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatescope {

/// A number with that many decimals as the screen writes it, the same in every language: the minus sign is U+2212, −0
/// is written 0. Where the size is not known beforehand shortNumber() is the one.
QString fixedText(double value, int decimals = 4);
/// As fixedText(), always with its sign.
QString signedText(double value, int decimals = 4);

} // namespace gatescope
