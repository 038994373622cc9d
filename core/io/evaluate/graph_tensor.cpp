// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/graph_tensor.h"

#include <algorithm>

namespace gatescope {

std::int64_t GraphTensor::product(std::int64_t begin, std::int64_t end) const
{
    std::int64_t result = 1;
    for (std::int64_t axis = begin; axis < end; ++axis)
        result *= size(axis);
    return result;
}

std::string GraphTensor::shapeText() const
{
    return NamedTensor{"", dtype, shape, {}}.shapeText();
}

GraphTensor graphTensor(const NamedTensor &tensor)
{
    return {tensor.dtype, tensor.shape, tensorValues<double>(tensor), 0};
}

std::vector<std::int64_t> wholeNumbers(const GraphTensor &tensor)
{
    constexpr double kLimit = 4611686018427387904.0; // 2^62
    std::vector<std::int64_t> numbers;
    numbers.reserve(tensor.values.size());
    for (const double value : tensor.values)
        numbers.push_back(value != value ? 0 : static_cast<std::int64_t>(std::clamp(value, -kLimit, kLimit)));
    return numbers;
}

} // namespace gatescope
