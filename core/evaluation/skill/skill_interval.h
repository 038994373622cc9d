// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <optional>
#include <span>
#include <string>

namespace gatescope {

/// Where the skill may well lie, given how few windows it was measured on.
struct SkillInterval {
    double low = 0.0, high = 0.0; ///< 2.5 and 97.5 % of the resampled skills

    double halfWidth() const { return (high - low) / 2.0; }
    bool holdsZero() const { return low <= 0.0 && high >= 0.0; }
};

/// A skill as a person reads it: "0.312", "-0.044"; where the error is over a thousand times the baseline's the figure
/// says nothing but that: "below -999".
std::string skillText(double skill);

/// Interval of 1 − Σ model / Σ baseline by block bootstrap: windows follow each other and their errors hang together,
/// so whole blocks of neighbours are drawn (circular, 1,000 times).
/// @param model, baseline  error of each window, in order
/// @param ahead  largest horizon: blocks hold at least twice as many windows, else ∛n
/// @return nothing for fewer than 8 windows, or where the baseline makes no error. Deterministic. Cost O(1000·n/block).
std::optional<SkillInterval> skillInterval(std::span<const double> model, std::span<const double> baseline,
                                           Index ahead);

} // namespace gatescope
