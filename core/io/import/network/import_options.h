// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/options/training_options.h"

#include <cstdint>
#include <optional>

namespace gatescope {

/// What a bare weights file cannot say of itself.
struct ImportOptions {
    /// Unset: what the file says (ONNX does), else reset-after, with a note.
    std::optional<Formulation> formulation = std::nullopt;
    /// false: the file may carry no biases of the GRU, or zeros, which are left out. Unset or true: as the file has
    /// them.
    std::optional<bool> bias = std::nullopt;
    /// Gates that were held: their rows in the file count as not there.
    std::optional<HeldGates> held = std::nullopt;
    std::optional<LossAt> lossAt = std::nullopt;       ///< of the loss that is meant; unset: at the end
    std::optional<std::int64_t> burnIn = std::nullopt; ///< unset: 0
};

} // namespace gatescope
