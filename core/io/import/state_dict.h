// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/import_weights.h"
#include "core/io/import/imported_network.h"

namespace gatescope {

/// Whether a file holds a GRU (or another recurrent layer) under PyTorch's names.
bool hasPyTorchNames(const TensorFile &file);
/// Finds the GRU and its head under PyTorch's names. @throws DataError as importWeights()
ImportedNetwork networkFromStateDict(const TensorFile &file, const std::string &name, const ImportOptions &options);

/// Whether a file holds W and R under ONNX's names.
bool hasOnnxNames(const TensorFile &file);
/// Finds the layers W, R, B and a head under ONNX's names. @throws DataError as importWeights()
ImportedNetwork networkFromOnnxNames(const TensorFile &file, const std::string &name, const ImportOptions &options);

/// Turns one layer's ONNX tensors (gate order z, r, h; B = [Wb, Rb] or absent) into ours.
/// @throws DataError naming the tensor, its shape and the shape expected
ImportedLayer layerFromOnnx(const NamedTensor &inputWeight, const NamedTensor &recurrentWeight, const NamedTensor *bias,
                            Formulation formulation, const std::string &name);

/// Finds the linear head among the tensors that are no part of the GRU; every one must be used.
/// @throws DataError naming those that belong to neither
std::optional<ImportedHead> findHead(const std::vector<const NamedTensor *> &others, Index hidden,
                                     const std::string &name);

} // namespace gatescope
