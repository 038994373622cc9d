// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

namespace gatescope {

// How large a network may be: what the settings offer and what a network takes.

inline constexpr Index kMostLayers = 32;
inline constexpr Index kMostHidden = 4096;
inline constexpr double kMostDropout = 0.99; ///< of the hidden states; at 1 nothing would be left

} // namespace gatescope
