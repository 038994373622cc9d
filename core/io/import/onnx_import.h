// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/import_weights.h"

namespace gatescope {

/// Reads the GRU nodes of an ONNX model, one above the other, and the linear layer on the last hidden state.
///
/// Understood: GRU forward with either linear_before_reset, either layout, with or without B; a head of Gemm, or MatMul
/// and Add; what only moves numbers about (Squeeze, Transpose, Gather …); the scaling that our own export puts into the
/// graph. Left aside with a note: sequence_lens and an initial state that are given at run time.
/// @throws DataError naming the node and what cannot be represented: other directions, activations, clip, a constant
///         initial state that is not zero, other operators; OptionError when the options contradict the graph
ModelFile importOnnx(const std::filesystem::path &path, const ImportOptions &options = {});

} // namespace gatescope
