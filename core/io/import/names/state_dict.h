// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/network/import_options.h"
#include "core/io/import/network/imported_network.h"
#include "core/io/model/model_file.h"

namespace gatescope {

/// Whether a file holds a GRU (or another recurrent layer) under PyTorch's names.
bool hasPyTorchNames(const TensorFile &file);
/// Finds the GRU and its head under PyTorch's names. @throws DataError as importWeights()
ImportedNetwork networkFromStateDict(const TensorFile &file, const std::string &name, const ImportOptions &options);

/// Whether a file holds W and R under ONNX's names.
bool hasOnnxNames(const TensorFile &file);
/// Finds the layers W, R, B and a head under ONNX's names. @throws DataError as importWeights()
ImportedNetwork networkFromOnnxNames(const TensorFile &file, const std::string &name, const ImportOptions &options);

/// Whether a file holds a GRU's recurrent_kernel under Keras' names.
bool hasKerasNames(const TensorFile &file);
/// The formulation that the biases of Keras' GRUs say by their shape: reset_after=True has 2 × 3H, else there are 3H.
/// None where no GRU has a bias.
std::optional<Formulation> kerasFormulation(const TensorFile &file);
/// Finds kernel, recurrent_kernel and bias of each layer (transposed; gates z, r, h) and a dense head under Keras'
/// names. The shape of the biases says the formulation. @throws DataError as importWeights()
ImportedNetwork networkFromKeras(const TensorFile &file, const std::string &name, const ImportOptions &options);

/// Turns one layer's ONNX tensors (gate order z, r, h; B = [Wb, Rb] or absent) into ours.
/// @throws DataError naming the tensor, its shape and the shape expected
ImportedLayer layerFromOnnx(const NamedTensor &inputWeight, const NamedTensor &recurrentWeight, const NamedTensor *bias,
                            Formulation formulation, const std::string &name);

} // namespace gatescope
