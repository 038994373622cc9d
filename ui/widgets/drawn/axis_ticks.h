// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace gatescope {

/// Round numbers (1, 2, 5 · 10^k apart) inside a range, about as many as asked for; empty for a range that is none.
std::vector<double> niceTicks(double low, double high, int count);

/// The numbers as an axis writes them: all with the decimals that their distance needs.
std::vector<QString> tickTexts(const std::vector<double> &ticks);

/// A number in the width of a box: "0.0123", "12.35", "1.2·10⁻⁸"; a true minus sign. Elsewhere: shortNumber().
QString compactNumber(double value);

} // namespace gatescope
