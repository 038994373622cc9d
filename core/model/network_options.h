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
    ResetBefore, ///< Cho et al. 2014, the textbook; ONNX linear_before_reset=0; z takes the NEW candidate
};

/// "reset-after" or "reset-before": the name on the command line, in files and on screen.
std::string_view formulationName(Formulation formulation);
/// @throws OptionError for any other text
Formulation formulationFromName(std::string_view name);

/// The shape of a network: L stacked GRU layers and a linear head on the last layer's last hidden state.
struct NetworkOptions {
    Index inputs = 3;  ///< I, features a step
    Index hidden = 64; ///< H, units a layer
    Index layers = 2;  ///< L
    Index outputs = 1; ///< O, numbers (or classes) predicted
    Formulation formulation = Formulation::ResetAfter;
    bool bias = true;     ///< whether the GRU has biases; the head always has its own
    double dropout = 0.0; ///< probability in [0, 1) between layers, while training only

    bool operator==(const NetworkOptions &) const = default;
    /// Every problem found; empty when the options can be used.
    std::vector<Problem> validate() const;
    /// Number of trainable parameters.
    std::int64_t parameterCount() const;
};

} // namespace gatescope
