// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/network/import_options.h"
#include "core/io/model/model_file.h"

namespace gatescope {

/// Metadata of our own exports: in which order and units the graph reads its input.
inline constexpr const char *kInputOrderKey = "input_order";
inline constexpr std::string_view kScaledOutside = "x: batch, step, feature; scaled as input_scaler says";
inline constexpr std::string_view kScaledInGraph = "x: batch, step, feature; in original units, the graph scales";

/// Reads the network of an ONNX model: GRU nodes one above the other and what surrounds them, proved by evaluating the
/// graph and the network on the same random windows (OnnxNetworkReader).
///
/// Of several outputs the one behind a linear layer is taken. Weights may lie in a file beside the model's. What was
/// folded, assumed or left aside is in the notes: scaling, a softmax, an output at every step, an initial state that is
/// given at run time.
/// @throws DataError naming node, operator and reason for what cannot be represented; OptionError when the options
///         contradict the graph; ResourceError; IoError
ModelFile importOnnx(const std::filesystem::path &path, const ImportOptions &options = {});

} // namespace gatescope
