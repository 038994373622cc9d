// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnx/onnx_graph.h"

#include <onnx/onnx_pb.h>

namespace gatescope {

// Tensors between protobuf and plain structures; for the files of this room alone.

/// ONNX's own count of the kinds of number.
int onnxTypeOf(DType dtype);

/// @return whether the tensor could be read; `problem` is set when the file is wrong rather than merely of another kind
bool readTensor(const onnx::TensorProto &proto, NamedTensor &tensor, OnnxProblem &problem,
                const OnnxDataReader &readData);

void writeTensor(const NamedTensor &tensor, onnx::TensorProto &proto);

} // namespace gatescope
