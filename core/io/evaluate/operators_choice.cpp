// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/operators.h"

#include <algorithm>

namespace gatescope {

namespace {

/// One axis of a slice, settled: where it begins, how it goes on, how many it takes.
struct SliceAxis {
    std::int64_t begin = 0;
    std::int64_t step = 1;
    std::int64_t count = 0;
};

/// As NumPy: what lies outside is cut; a negative place counts from the end.
SliceAxis sliceAxis(std::int64_t begin, std::int64_t end, std::int64_t step, std::int64_t size)
{
    const auto place = [&](std::int64_t given, std::int64_t least, std::int64_t most) {
        return std::clamp(given < 0 ? given + size : given, least, most);
    };
    if (step > 0) {
        const std::int64_t from = place(begin, 0, size), to = place(end, 0, size);
        return {from, step, to > from ? (to - from - 1) / step + 1 : 0};
    }
    const std::int64_t from = place(begin, -1, size - 1), to = place(end, -1, size - 1);
    return {from, step, from > to ? (from - to - 1) / -step + 1 : 0};
}

std::vector<std::int64_t> sliceList(const NodeCall &call, std::size_t index, const char *attribute,
                                    const std::vector<std::int64_t> &otherwise)
{
    if (call.opset() < 10)
        return call.integers(attribute).value_or(otherwise);
    return call.optionalInput(index) == nullptr ? otherwise : call.numbersOf(index);
}

/// The slice of every axis of a node's input.
std::vector<SliceAxis> sliceAxes(const NodeCall &call, const GraphTensor &input)
{
    if (call.opset() >= 10 && !call.node().attributes.empty())
        call.fail("its borders are attributes, which version " + std::to_string(call.opset())
                  + " of the operators does not know");
    const std::vector<std::int64_t> begins = sliceList(call, 1, "starts", {});
    const std::vector<std::int64_t> ends = sliceList(call, 2, "ends", {});
    std::vector<std::int64_t> counting(begins.size());
    for (std::size_t i = 0; i < counting.size(); ++i)
        counting[i] = static_cast<std::int64_t>(i);
    const std::vector<std::int64_t> axes = sliceList(call, 3, "axes", counting);
    const std::vector<std::int64_t> steps = call.opset() < 10
                                                ? std::vector<std::int64_t>(begins.size(), 1)
                                                : sliceList(call, 4, "", std::vector<std::int64_t>(begins.size(), 1));
    if (begins.empty() || ends.size() != begins.size() || axes.size() != begins.size() || steps.size() != begins.size())
        call.fail("starts, ends, axes and steps are not of one length");
    std::vector<SliceAxis> result;
    for (const std::int64_t size : input.shape)
        result.push_back({0, 1, size});
    std::vector<bool> seen(result.size());
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const auto axis = static_cast<std::size_t>(call.axis(axes[i], input.rank()));
        if (steps[i] == 0 || seen[axis])
            call.fail(seen[axis] ? "an axis stands twice" : "a step is 0");
        seen[axis] = true;
        result[axis] = sliceAxis(begins[i], ends[i], steps[i], input.shape[axis]);
    }
    return result;
}

} // namespace

NodeResults evaluateSlice(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    const std::vector<SliceAxis> axes = sliceAxes(call, input);
    std::vector<std::int64_t> shape;
    for (const SliceAxis &axis : axes)
        shape.push_back(axis.count);
    GraphTensor result = call.make(input.dtype, shape);
    std::vector<std::int64_t> index(shape.size());
    for (double &value : result.values) {
        std::int64_t source = 0;
        for (std::size_t axis = 0; axis < axes.size(); ++axis)
            source = source * input.shape[axis] + axes[axis].begin + index[axis] * axes[axis].step;
        value = input.values[static_cast<std::size_t>(source)];
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            if (++index[axis] < shape[axis])
                break;
            index[axis] = 0;
        }
    }
    return {std::move(result)};
}

NodeResults evaluateGather(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    const GraphTensor &picks = call.input(1);
    if (isFloating(picks.dtype))
        call.fail("its indices are no whole numbers");
    const std::int64_t axis = call.axis(call.integer("axis", 0), input.rank());
    std::vector<std::int64_t> places;
    for (const std::int64_t given : wholeNumbers(picks)) {
        if (given < -input.size(axis) || given >= input.size(axis))
            call.fail("index " + std::to_string(given) + " is outside of " + std::to_string(input.size(axis)));
        places.push_back(given < 0 ? given + input.size(axis) : given);
    }
    std::vector<std::int64_t> shape(input.shape.begin(), input.shape.begin() + axis);
    shape.insert(shape.end(), picks.shape.begin(), picks.shape.end());
    shape.insert(shape.end(), input.shape.begin() + axis + 1, input.shape.end());
    GraphTensor result = call.make(input.dtype, shape);
    const std::int64_t inner = input.product(axis + 1, input.rank());
    auto target = result.values.begin();
    for (std::int64_t outer = 0; outer < input.product(0, axis); ++outer) {
        for (const std::int64_t place : places)
            target = std::copy_n(input.values.begin() + (outer * input.size(axis) + place) * inner, inner, target);
    }
    return {std::move(result)};
}

NodeResults evaluateConcat(const NodeCall &call)
{
    const GraphTensor &first = call.input(0);
    const std::int64_t axis = call.axis(call.integer("axis", 0), first.rank());
    std::vector<std::int64_t> shape = first.shape;
    auto &total = shape[static_cast<std::size_t>(axis)];
    total = 0;
    for (std::size_t i = 0; i < call.inputCount(); ++i) {
        std::vector<std::int64_t> expected = call.input(i).shape;
        if (call.input(i).rank() != first.rank())
            call.fail("it joins values of different dimensions");
        total += call.input(i).size(axis);
        expected[static_cast<std::size_t>(axis)] = first.size(axis);
        if (expected != first.shape)
            call.fail("it joins " + first.shapeText() + " and " + call.input(i).shapeText());
    }
    GraphTensor result = call.make(first.dtype, shape);
    auto target = result.values.begin();
    for (std::int64_t outer = 0; outer < first.product(0, axis); ++outer) {
        for (std::size_t i = 0; i < call.inputCount(); ++i) {
            const std::int64_t block = call.input(i).product(axis, first.rank());
            target = std::copy_n(call.input(i).values.begin() + outer * block, block, target);
        }
    }
    return {std::move(result)};
}

NodeResults evaluateExpand(const NodeCall &call)
{
    const GraphTensor &input = call.input(0);
    GraphTensor result = call.make(input.dtype, broadcastShape(call, input.shape, call.numbersOf(1)));
    const std::vector<std::int64_t> places = broadcastPlaces(result.shape, input.shape);
    for (std::size_t i = 0; i < places.size(); ++i)
        result.values[i] = input.values[static_cast<std::size_t>(places[i])];
    return {std::move(result)};
}

} // namespace gatescope
