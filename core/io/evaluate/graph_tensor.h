// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensors/tensor_file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatescope {

/// A value of a graph while it is evaluated: numbers of any kind, held as double (whole numbers up to 2⁵³ exactly).
struct GraphTensor {
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape; ///< empty for a single number
    std::vector<double> values;      ///< row-major
    /// Bit i: these numbers (not only their shape) are made of the graph's i-th input.
    std::uint64_t sources = 0;

    std::int64_t rank() const { return static_cast<std::int64_t>(shape.size()); }
    std::int64_t size(std::int64_t axis) const { return shape[static_cast<std::size_t>(axis)]; }
    std::int64_t count() const { return static_cast<std::int64_t>(values.size()); }
    /// Product of the dimensions from `begin` up to, not including, `end`.
    std::int64_t product(std::int64_t begin, std::int64_t end) const;
    /// "2 × 3", or "a single number"
    std::string shapeText() const;
};

/// A tensor of a file, its numbers converted.
GraphTensor graphTensor(const NamedTensor &tensor);

/// Whole numbers of a tensor; those beyond ±2⁶² (ONNX's "to the end") become ±2⁶².
std::vector<std::int64_t> wholeNumbers(const GraphTensor &tensor);

} // namespace gatescope
