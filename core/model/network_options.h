// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/math/tensor.h"

#include <string_view>

namespace gatescope {

/// The two ways a GRU is written; they are different functions and are never converted silently.
enum class Formulation {
    ResetAfter,  ///< PyTorch, cuDNN, Keras reset_after=True, ONNX linear_before_reset=1; z keeps the OLD state
    ResetBefore, ///< Chung et al. 2014, the textbook; ONNX linear_before_reset=0; z takes the NEW candidate
};

/// "reset-after" or "reset-before": the name on the command line, in files and on screen.
std::string_view formulationName(Formulation formulation);
/// @throws OptionError for any other text
Formulation formulationFromName(std::string_view name);

/// Gates that are held in training, so that a cell can be compared with the same cell with less: reset at 1, update at
/// "take the new candidate". A held gate has no weights and no biases.
enum class HeldGates {
    None,   ///< the GRU
    Reset,  ///< update gate only: n reads the whole old state
    Update, ///< reset gate only: h' = n
    Both,   ///< no gates: the plain tanh network, torch.nn.RNN
};

inline constexpr bool holdsReset(HeldGates held)
{
    return held == HeldGates::Reset || held == HeldGates::Both;
}
inline constexpr bool holdsUpdate(HeldGates held)
{
    return held == HeldGates::Update || held == HeldGates::Both;
}

/// "none", "reset", "update" or "reset,update": the name on the command line and in files.
std::string_view heldGatesName(HeldGates held);
/// @throws OptionError for any other text
HeldGates heldGatesFromName(std::string_view name);

/// The shape of a network: L stacked GRU layers and a linear head on the last layer's last hidden state.
struct NetworkOptions {
    Index inputs = 3;  ///< I, features a step
    Index hidden = 64; ///< H, units a layer
    Index layers = 2;  ///< L
    Index outputs = 1; ///< O, numbers (or classes) predicted
    Formulation formulation = Formulation::ResetAfter;
    bool bias = true;     ///< whether the GRU has biases; the head always has its own
    double dropout = 0.0; ///< probability in [0, 1) between layers, while training only
    HeldGates held = HeldGates::None;

    bool operator==(const NetworkOptions &) const = default;
    /// Every problem found; empty when the options can be used.
    std::vector<Problem> validate() const;
    /// Number of trainable parameters.
    std::int64_t parameterCount() const;
    /// How many of r, z, n have weights: 3, less the held ones.
    Index gates() const { return 3 - (holdsReset(held) ? 1 : 0) - (holdsUpdate(held) ? 1 : 0); }
    /// What z is where it is held, so that h' = n: 0 where z keeps the old state, 1 where it takes the new candidate.
    double heldUpdate() const { return formulation == Formulation::ResetAfter ? 0.0 : 1.0; }
};

} // namespace gatescope
