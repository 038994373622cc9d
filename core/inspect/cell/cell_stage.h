// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network_options.h"

#include <string>
#include <vector>

namespace gatescope {

/// The four stages in which a cell computes its new state, in order.
enum class CellStage { Reset, Update, Candidate, NewState };
inline constexpr Index kCellStages = 4;

/// How one stage is written in a formulation: the one source of its equation, its terms and their numbers.
struct StageForm {
    std::string title;                   ///< "Reset gate"
    std::string letter;                  ///< what it computes: "r", "z", "n", "h'"
    std::string function;                ///< "σ", "tanh", or empty for the new state
    std::string meaning;                 ///< one plain phrase
    std::vector<std::string> terms;      ///< symbols of the summands: "W_r x", "b_r", "U_r h", "d_r"
    std::string innerLetter;             ///< candidate only: "u" (reset-after) or "s" (reset-before)
    std::vector<std::string> innerTerms; ///< "U_n h", "d_n"; or "r ⊙ h"

    /// "r = σ(W_r x + b_r + U_r h + d_r)"
    std::string equation() const;
    /// "u = U_n h + d_n"; empty where there is no inner line
    std::string innerEquation() const;
};

/// The stage as this formulation and bias switch write it, in the symbols of GRU.md.
///
/// With held gates it is what is left: r = 1 or z = 0 (reset-before: z = 1) without terms of their own, a candidate
/// that reads the whole old state, n = tanh(W_n x + b_n + U_n h + d_n), and h' = n.
StageForm stageForm(CellStage stage, Formulation formulation, bool bias, HeldGates held = HeldGates::None);

} // namespace gatescope
