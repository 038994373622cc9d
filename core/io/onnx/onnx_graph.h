// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensors/tensor_file.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// An attribute of a node; only the field of its kind is filled.
struct OnnxAttribute {
    std::string name;
    std::optional<std::int64_t> integer;
    std::optional<float> real;
    std::optional<std::string> text;
    std::optional<NamedTensor> tensor;
    std::vector<std::int64_t> integers;
    std::vector<float> reals;
    std::vector<std::string> texts;
};

struct OnnxNode {
    std::string operation; ///< "GRU", "Gemm", …
    std::string domain;    ///< empty for ONNX's own operators
    std::string name;
    std::vector<std::string> inputs; ///< an absent optional input is an empty name
    std::vector<std::string> outputs;
    std::vector<OnnxAttribute> attributes;

    /// nullptr when there is none of this name
    const OnnxAttribute *attribute(const std::string &attributeName) const;
};

/// An input or output of the whole graph. Each dimension is a number or a name ("N").
struct OnnxValue {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::string> dimensions;
};

/// An ONNX model without protobuf: what a chain of GRUs needs of one.
struct OnnxGraph {
    std::string producer;
    std::int64_t opset = 14;
    std::vector<OnnxNode> nodes; ///< in an order in which they can be computed
    std::vector<NamedTensor> initializers;
    std::vector<OnnxValue> inputs;
    std::vector<OnnxValue> outputs;
    std::map<std::string, std::string> metadata;
};

/// What can be wrong with a file before anything of its meaning is looked at.
struct OnnxProblem {
    std::string tensor; ///< the tensor that was looked at last; it is the wrong one
    std::string text;   ///< one clause, without the names of file and tensor
};

/// Numbers of a tensor that lie in another file: `size` bytes from `offset` on of the file called `location`.
using OnnxDataReader =
    std::function<std::vector<std::byte>(const std::string &location, std::uint64_t offset, std::uint64_t size)>;

/// Parses a model. Shapes of tensors are checked against the bytes present, tensors of a kind that is not read
/// (strings, complex numbers) are left out; numbers that stand in two places at once are refused.
/// @param readData  what reads data from beside the file; without it such a model is refused
/// @return the graph, or what is wrong with the bytes
/// @throws what readData throws
std::optional<OnnxGraph> parseOnnx(std::span<const std::byte> bytes, OnnxProblem &problem,
                                   const OnnxDataReader &readData = {});

/// The kind of number behind ONNX's own count of kinds (1 is float32); none for those that are not read.
std::optional<DType> onnxDType(std::int64_t type);

/// The bytes of a model (IR version 7); the same graph gives the same bytes.
std::string serializeOnnx(const OnnxGraph &graph);

} // namespace gatescope
