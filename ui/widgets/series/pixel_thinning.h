// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace gatescope {

/// A point of a curve as it is drawn.
struct CurvePoint {
    double x = 0.0;
    double y = 0.0;
};

/// The part of a curve between two positions, thinned to what a number of pixel columns can show: of each column the
/// first, lowest, highest and last value, in order, so that no peak is lost. A run without values leaves one NaN, a
/// gap.
///
/// @param values   value i lies at firstX + i; NaN is missing
/// @param pixels   columns between `from` and `to`, at least 1
/// @return at most four points a column, and one on either side so that lines leave the picture
/// Cost O(values between), allocates the result only.
std::vector<CurvePoint> thinToPixels(std::span<const double> values, double firstX, double from, double to, int pixels);

} // namespace gatescope
