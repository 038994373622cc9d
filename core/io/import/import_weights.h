// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/network/import_options.h"
#include "core/io/model/model_file.h"

#include <filesystem>

namespace gatescope {

/// Reads a network trained elsewhere, or here: a model file, or bare weights as safetensors, NPZ or ONNX.
///
/// The format is known by the file's content. Names are PyTorch's (weight_ih_l0 …, or a GRUCell's, under any prefix,
/// with or without a linear head), Keras' (kernel, recurrent_kernel, bias) or ONNX's (W, R, B, with a layer number
/// where there are several); shapes are taken from the tensors. Reset-before has no bias_hh: absent or all zero. In
/// weights with ONNX's names z keeps the old state, so a reset-before z is negated here. `notes` of the result says
/// what was assumed, converted or left aside.
/// @throws DataError naming tensor, shape found and expected, and what cannot be represented (bidirectional, LSTM,
///         other activations, two networks, layers that belong to neither the GRU nor one linear head);
///         OptionError when an option contradicts the file; IoError if it cannot be read
ModelFile importWeights(const std::filesystem::path &path, const ImportOptions &options = {});

/// The same from tensors already read (not ONNX). @param name of the file, for messages
ModelFile importTensors(const TensorFile &file, const std::string &name, const ImportOptions &options = {});

} // namespace gatescope
