// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/operators.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

std::vector<std::int64_t> broadcastShape(const NodeCall &call, const std::vector<std::int64_t> &a,
                                         const std::vector<std::int64_t> &b)
{
    std::vector<std::int64_t> shape(std::max(a.size(), b.size()));
    for (std::size_t back = 1; back <= shape.size(); ++back) {
        const std::int64_t left = back <= a.size() ? a[a.size() - back] : 1;
        const std::int64_t right = back <= b.size() ? b[b.size() - back] : 1;
        if (left != right && left != 1 && right != 1)
            call.fail("shapes with " + std::to_string(left) + " and " + std::to_string(right) + " do not fit together");
        shape[shape.size() - back] = left == 1 ? right : left;
    }
    return shape;
}

std::vector<std::int64_t> broadcastPlaces(const std::vector<std::int64_t> &shape, const std::vector<std::int64_t> &from)
{
    std::vector<std::int64_t> strides(shape.size());
    std::int64_t stride = 1, count = 1;
    for (std::size_t back = 1; back <= from.size(); ++back) {
        const std::int64_t size = from[from.size() - back];
        strides[shape.size() - back] = size == 1 ? 0 : stride;
        stride *= size;
    }
    for (const std::int64_t size : shape)
        count *= size;
    std::vector<std::int64_t> places(static_cast<std::size_t>(count));
    std::vector<std::int64_t> index(shape.size());
    std::int64_t place = 0;
    for (std::int64_t &entry : places) {
        entry = place;
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            place += strides[axis];
            if (++index[axis] < shape[axis])
                break;
            place -= strides[axis] * shape[axis];
            index[axis] = 0;
        }
    }
    return places;
}

namespace {

template <typename Operation>
NodeResults twoByTwo(const NodeCall &call, Operation operation)
{
    const GraphTensor &a = call.input(0);
    const GraphTensor &b = call.input(1);
    if (isFloating(a.dtype) != isFloating(b.dtype))
        call.fail("it mixes whole numbers and fractions");
    GraphTensor result = call.make(a.dtype, broadcastShape(call, a.shape, b.shape));
    if (a.shape == b.shape) {
        std::ranges::transform(a.values, b.values, result.values.begin(), operation);
        return {std::move(result)};
    }
    const std::vector<std::int64_t> left = broadcastPlaces(result.shape, a.shape);
    const std::vector<std::int64_t> right = broadcastPlaces(result.shape, b.shape);
    for (std::size_t i = 0; i < result.values.size(); ++i)
        result.values[i] =
            operation(a.values[static_cast<std::size_t>(left[i])], b.values[static_cast<std::size_t>(right[i])]);
    return {std::move(result)};
}

template <typename Operation>
NodeResults oneByOne(const NodeCall &call, Operation operation)
{
    GraphTensor result = call.make(call.input(0).dtype, call.input(0).shape);
    std::ranges::transform(call.input(0).values, result.values.begin(), operation);
    return {std::move(result)};
}

} // namespace

NodeResults evaluateAdd(const NodeCall &call)
{
    return twoByTwo(call, std::plus<>());
}

NodeResults evaluateSub(const NodeCall &call)
{
    return twoByTwo(call, std::minus<>());
}

NodeResults evaluateMul(const NodeCall &call)
{
    return twoByTwo(call, std::multiplies<>());
}

NodeResults evaluateDiv(const NodeCall &call)
{
    const bool whole = !isFloating(call.input(0).dtype);
    return twoByTwo(call, [&](double a, double b) {
        if (whole && b == 0.0)
            call.fail("it divides a whole number by 0");
        return whole ? std::trunc(a / b) : a / b;
    });
}

NodeResults evaluateNeg(const NodeCall &call)
{
    return oneByOne(call, std::negate<>());
}

NodeResults evaluateRelu(const NodeCall &call)
{
    return oneByOne(call, [](double value) { return value < 0.0 ? 0.0 : value; });
}

} // namespace gatescope
