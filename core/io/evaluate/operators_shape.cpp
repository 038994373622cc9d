// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/operators.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

/// Axes of Squeeze and Unsqueeze: an attribute up to version 12, an input since 13.
std::optional<std::vector<std::int64_t>> axesOf(const NodeCall &call)
{
    if (call.opset() < 13)
        return call.integers("axes");
    if (call.node().attribute("axes") != nullptr)
        call.fail("its axes are an attribute, which version " + std::to_string(call.opset())
                  + " of the operators does not know");
    if (call.optionalInput(1) == nullptr)
        return std::nullopt;
    return call.numbersOf(1);
}

/// The same axes, counted from the front, as flags; none may stand twice.
std::vector<bool> flaggedAxes(const NodeCall &call, const std::vector<std::int64_t> &axes, std::int64_t rank)
{
    std::vector<bool> flags(static_cast<std::size_t>(rank));
    for (const std::int64_t given : axes) {
        const auto axis = static_cast<std::size_t>(call.axis(given, rank));
        if (flags[axis])
            call.fail("axis " + std::to_string(given) + " stands twice");
        flags[axis] = true;
    }
    return flags;
}

DType dtypeFromOnnx(const NodeCall &call, std::int64_t type)
{
    const std::optional<DType> dtype = onnxDType(type);
    if (!dtype)
        call.fail("it makes numbers of kind " + std::to_string(type) + ", which are not read");
    return *dtype;
}

} // namespace

NodeResults evaluateTranspose(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    const std::int64_t rank = input.rank();
    std::vector<std::int64_t> order(static_cast<std::size_t>(rank));
    std::iota(order.rbegin(), order.rend(), 0);
    if (const auto given = call.integers("perm"))
        order = *given;
    if (static_cast<std::int64_t>(order.size()) != rank)
        call.fail("perm names " + std::to_string(order.size()) + " axes, its input has " + std::to_string(rank));
    std::ranges::transform(order, order.begin(), [&](std::int64_t axis) { return call.axis(axis, rank); });
    flaggedAxes(call, order, rank);
    std::vector<std::int64_t> shape, strides;
    for (const std::int64_t axis : order) {
        shape.push_back(input.size(axis));
        strides.push_back(input.product(axis + 1, rank));
    }
    GraphTensor result = call.make(input.dtype, shape);
    std::vector<std::int64_t> index(shape.size());
    std::int64_t source = 0;
    for (double &value : result.values) {
        value = input.values[static_cast<std::size_t>(source)];
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            source += strides[axis];
            if (++index[axis] < shape[axis])
                break;
            source -= strides[axis] * shape[axis];
            index[axis] = 0;
        }
    }
    return {std::move(result)};
}

NodeResults evaluateSqueeze(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    const auto axes = axesOf(call);
    std::vector<bool> dropped(static_cast<std::size_t>(input.rank()));
    if (axes)
        dropped = flaggedAxes(call, *axes, input.rank());
    std::vector<std::int64_t> shape;
    for (std::size_t axis = 0; axis < dropped.size(); ++axis) {
        const bool one = input.shape[axis] == 1;
        if (dropped[axis] && !one)
            call.fail("axis " + std::to_string(axis) + " of " + input.shapeText() + " is not 1");
        if (!dropped[axis] && (axes || !one))
            shape.push_back(input.shape[axis]);
    }
    return {call.reshaped(input, std::move(shape))};
}

NodeResults evaluateUnsqueeze(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    const auto axes = axesOf(call);
    if (!axes)
        call.fail("it names no axes");
    const std::vector<bool> added = flaggedAxes(call, *axes, input.rank() + static_cast<std::int64_t>(axes->size()));
    std::vector<std::int64_t> shape;
    std::size_t next = 0;
    for (const bool one : added)
        shape.push_back(one ? 1 : input.shape[next++]);
    return {call.reshaped(input, std::move(shape))};
}

NodeResults evaluateReshape(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    std::vector<std::int64_t> shape = call.numbersOf(1);
    const bool zeroIsKept = call.integer("allowzero", 0) == 0;
    std::int64_t known = 1;
    std::optional<std::size_t> open;
    for (std::size_t axis = 0; axis < shape.size(); ++axis) {
        if (shape[axis] == 0 && zeroIsKept) {
            if (axis >= input.shape.size())
                call.fail("it keeps a dimension that its input does not have");
            shape[axis] = input.shape[axis];
        }
        if (shape[axis] == -1 && !open)
            open = axis;
        else if (shape[axis] < 0 || __builtin_mul_overflow(known, shape[axis], &known))
            call.fail("it asks for a dimension of " + std::to_string(shape[axis]));
    }
    if (open) {
        if (known == 0 || input.count() % known != 0)
            call.fail("its input of " + input.shapeText() + " cannot be cut into its shape");
        shape[*open] = input.count() / known;
    }
    return {call.reshaped(input, std::move(shape))};
}

NodeResults evaluateFlatten(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    const std::int64_t given = call.integer("axis", 1);
    const std::int64_t axis = given == input.rank() ? given : call.axis(given, input.rank());
    return {call.reshaped(input, {input.product(0, axis), input.product(axis, input.rank())})};
}

NodeResults evaluateIdentity(const NodeCall &call)
{
    return {call.reshaped(call.input(0), call.input(0).shape)};
}

NodeResults evaluateDropout(const NodeCall &call)
{
    if (const GraphTensor *training = call.optionalInput(2);
        training != nullptr && (training->count() != 1 || training->values.front() != 0.0))
        call.fail("it is switched to training, where it drops numbers by chance");
    return {call.reshaped(call.input(0), call.input(0).shape)};
}

NodeResults evaluateCast(const NodeCall &call)
{
    GraphTensor result = call.reshaped(call.input(0), call.input(0).shape);
    result.dtype = dtypeFromOnnx(call, call.integer("to", 0));
    if (isFloating(result.dtype) || !isFloating(call.input(0).dtype))
        return {std::move(result)}; // a kind of float keeps the number: all is computed in double here
    for (double &value : result.values)
        value = result.dtype == DType::Bool ? static_cast<double>(value != 0.0) : std::trunc(value);
    return {std::move(result)};
}

NodeResults evaluateShape(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    const auto clamped = [&](std::int64_t place) {
        return std::clamp<std::int64_t>(place < 0 ? place + input.rank() : place, 0, input.rank());
    };
    const std::int64_t begin = clamped(call.integer("start", 0));
    const std::int64_t end = std::max(begin, clamped(call.integer("end", input.rank())));
    GraphTensor result = call.make(DType::I64, {end - begin});
    std::copy(input.shape.begin() + begin, input.shape.begin() + end, result.values.begin());
    return {std::move(result)};
}

NodeResults evaluateConstant(const NodeCall &call)
{
    const auto list = [&](DType dtype, const auto &numbers) {
        GraphTensor result = call.make(dtype, {static_cast<std::int64_t>(numbers.size())});
        std::copy(numbers.begin(), numbers.end(), result.values.begin());
        return result;
    };
    const OnnxNode &node = call.node();
    if (const OnnxAttribute *value = node.attribute("value"); value != nullptr && value->tensor) {
        GraphTensor result = call.make(value->tensor->dtype, value->tensor->shape);
        result.values = tensorValues<double>(*value->tensor);
        return {std::move(result)};
    }
    if (const OnnxAttribute *reals = node.attribute("value_floats"))
        return {list(DType::F32, reals->reals)};
    if (const OnnxAttribute *integers = node.attribute("value_ints"))
        return {list(DType::I64, integers->integers)};
    const bool real = node.attribute("value_float") != nullptr;
    if (!real && node.attribute("value_int") == nullptr)
        call.fail("it carries no numbers that are read");
    GraphTensor single = call.make(real ? DType::F32 : DType::I64, {});
    single.values.front() = real ? call.real("value_float", 0.0) : static_cast<double>(call.integer("value_int", 0));
    return {std::move(single)};
}

NodeResults evaluateConstantOfShape(const NodeCall &call)
{
    const OnnxAttribute *value = call.node().attribute("value");
    if (value != nullptr && (!value->tensor || value->tensor->count() != 1))
        call.fail("its value is not one number");
    GraphTensor result = call.make(value == nullptr ? DType::F32 : value->tensor->dtype, call.numbersOf(0));
    if (value != nullptr)
        std::ranges::fill(result.values, tensorValues<double>(*value->tensor).front());
    return {std::move(result)};
}

} // namespace gatescope
