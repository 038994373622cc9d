// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspection.h"

namespace gatescope {

/// Letters of a run over a text. All: @pre inspection.hasRun() and inspection.data().text

/// The character that the network reads at a step: where a what-if changed the input, the one with the largest value.
const std::string &characterAt(const Inspection &inspection, Index step);
/// The one that comes next, which is the step's target; "" where none is asked.
std::string nextCharacter(const Inspection &inspection, Index step);

/// What the network thinks comes next.
struct NextChance {
    Index symbol = 0;
    double chance = 0.0; ///< softmax(ŷ_t), 0 to 1
};
/// All characters, likeliest first.
std::vector<NextChance> nextChances(const Trace<float> &run, Index step);

/// As drawn in one cell: "␣", "⏎", "□" for "other".
QString letterMark(const Preparation &text, Index symbol);

} // namespace gatescope
