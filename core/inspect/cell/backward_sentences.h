// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/cell/cell_backward.h"

#include <string>

namespace gatescope {

/// Where the gradient goes at this step, in words made of the shares of its four paths over the layer:
/// "Of what this step passes back, 49 % goes straight on (× z), 48 % through the candidate, 2 % through z, 1 % through
/// r." Where the straight way has most of it, a sentence says why that matters.
std::string backwardSentence(const OpenCellBackward &cell, Formulation formulation);

/// What is left of the last step's gradient (relative(0) = 1) at the first one, and what each step keeps of it on
/// average: "Of the last step's gradient 20 % is left 19 steps back: on average each step keeps 92 % of it."
/// Empty where there is no step before the last, or no gradient.
std::string lagSentence(const Vector<double> &relative);

} // namespace gatescope
