// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <span>
#include <string>

namespace gatescope {

// How places and numbers are written in every sentence, equation and label, in one place.
// Layers are counted from 1, as people say "the first layer"; units and steps from 0, as plots and exports index them.

/// "layer 1" for index 0.
std::string layerLabel(Index layer);
/// "unit 5" for index 5.
std::string unitLabel(Index unit);
/// The feature's column name, or "x2" for index 2 where it has none.
std::string featureLabel(std::span<const std::string> names, Index feature);

/// "0.93": fixed decimals, the same in every locale; −0 is written 0, infinity ∞ and NaN "NaN"; the minus sign is
/// U+2212.
std::string fixedNumber(double value, int decimals);
/// "+0.21" or "−0.21": always with its sign.
std::string signedNumber(double value, int decimals);
/// "93 %"; shares that are not whole but would round to 0 or 100 are written "< 1 %" and "> 99 %".
std::string percent(double share);

} // namespace gatescope
