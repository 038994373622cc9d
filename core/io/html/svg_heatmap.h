// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <string>

namespace gatescope {

/// Values from 0 to 1 as inline SVG, units down, steps across, dark to bright (cividis), with a scale and a sentence
/// for screen readers. More than 32 units or 96 steps are averaged, which the caption then says.
/// @param values (units × steps) @return markup; the same values give the same bytes; without values an empty text
std::string svgHeatmap(const std::string &title, const Matrix<double> &values);

} // namespace gatescope
