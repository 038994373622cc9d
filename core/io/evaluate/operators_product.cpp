// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/operators.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// result (rows × columns) += a (rows × inner) b (inner × columns); zeros of `a` cost nothing.
void addProduct(const double *a, const double *b, double *result, std::int64_t rows, std::int64_t inner,
                std::int64_t columns)
{
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t k = 0; k < inner; ++k) {
            const double factor = a[row * inner + k];
            if (factor == 0.0)
                continue;
            for (std::int64_t column = 0; column < columns; ++column)
                result[row * columns + column] += factor * b[k * columns + column];
        }
    }
}

std::int64_t products(const NodeCall &call, std::int64_t rows, std::int64_t inner, std::int64_t columns)
{
    std::int64_t count = 0;
    if (__builtin_mul_overflow(rows, inner, &count) || __builtin_mul_overflow(count, columns, &count))
        call.fail("it is too large");
    return count;
}

GraphTensor transposedMatrix(const NodeCall &call, const GraphTensor &matrix)
{
    GraphTensor result = call.make(matrix.dtype, {matrix.size(1), matrix.size(0)});
    for (std::int64_t row = 0; row < matrix.size(0); ++row) {
        for (std::int64_t column = 0; column < matrix.size(1); ++column)
            result.values[static_cast<std::size_t>(column * matrix.size(0) + row)] =
                matrix.values[static_cast<std::size_t>(row * matrix.size(1) + column)];
    }
    return result;
}

/// Up to version 12 all axes from the given one on are one row; since 13 the axis alone is.
void softmaxRows(const NodeCall &call, GraphTensor &tensor, bool logarithm)
{
    const bool flat = call.opset() < 13;
    const std::int64_t rank = tensor.rank();
    if (rank == 0)
        call.fail("its input is a single number");
    const std::int64_t axis = call.axis(call.integer("axis", flat ? 1 : -1), rank);
    const std::int64_t size = flat ? tensor.product(axis, rank) : tensor.size(axis);
    const std::int64_t inner = flat ? 1 : tensor.product(axis + 1, rank);
    for (std::int64_t row = 0; size > 0 && row < tensor.count() / size; ++row) {
        double *const begin = tensor.values.data() + row / inner * inner * size + row % inner;
        double largest = begin[0], sum = 0.0;
        for (std::int64_t i = 0; i < size; ++i)
            largest = std::max(largest, begin[i * inner]);
        for (std::int64_t i = 0; i < size; ++i)
            sum += std::exp(begin[i * inner] - largest);
        for (std::int64_t i = 0; i < size; ++i) {
            double &value = begin[i * inner];
            value = logarithm ? value - largest - std::log(sum) : std::exp(value - largest) / sum;
        }
    }
}

} // namespace

NodeResults evaluateMatMul(const NodeCall &call)
{
    const GraphTensor &a = call.input(0);
    const GraphTensor &b = call.input(1);
    if (a.rank() == 0 || b.rank() == 0)
        call.fail("it multiplies a single number");
    // A vector is a row on the left and a column on the right, and that dimension is dropped again.
    std::vector<std::int64_t> left = a.shape, right = b.shape;
    if (a.rank() == 1)
        left.insert(left.begin(), 1);
    if (b.rank() == 1)
        right.push_back(1);
    const std::int64_t rows = left[left.size() - 2], inner = left.back();
    const std::int64_t columns = right.back();
    if (right[right.size() - 2] != inner)
        call.fail("it multiplies " + a.shapeText() + " by " + b.shapeText());
    left.resize(left.size() - 2);
    right.resize(right.size() - 2);
    const std::vector<std::int64_t> stack = broadcastShape(call, left, right);
    std::vector<std::int64_t> shape = stack;
    if (a.rank() > 1)
        shape.push_back(rows);
    if (b.rank() > 1)
        shape.push_back(columns);
    GraphTensor result = call.make(a.dtype, shape);
    if (result.values.empty())
        return {std::move(result)};
    const std::vector<std::int64_t> leftPlaces = broadcastPlaces(stack, left);
    const std::vector<std::int64_t> rightPlaces = broadcastPlaces(stack, right);
    call.work(products(call, static_cast<std::int64_t>(result.values.size()), inner, 1));
    for (std::size_t i = 0; i < leftPlaces.size(); ++i)
        addProduct(a.values.data() + leftPlaces[i] * rows * inner, b.values.data() + rightPlaces[i] * inner * columns,
                   result.values.data() + static_cast<std::int64_t>(i) * rows * columns, rows, inner, columns);
    return {std::move(result)};
}

NodeResults evaluateGemm(const NodeCall &call)
{
    if (call.input(0).rank() != 2 || call.input(1).rank() != 2)
        call.fail("its inputs are no matrices");
    const GraphTensor a = call.integer("transA", 0) != 0 ? transposedMatrix(call, call.input(0)) : call.input(0);
    const GraphTensor b = call.integer("transB", 0) != 0 ? transposedMatrix(call, call.input(1)) : call.input(1);
    if (a.size(1) != b.size(0))
        call.fail("it multiplies " + a.shapeText() + " by " + b.shapeText());
    GraphTensor result = call.make(a.dtype, {a.size(0), b.size(1)});
    call.work(products(call, a.size(0), a.size(1), b.size(1)));
    addProduct(a.values.data(), b.values.data(), result.values.data(), a.size(0), a.size(1), b.size(1));
    if (const double alpha = call.real("alpha", 1.0); alpha != 1.0)
        std::ranges::for_each(result.values, [&](double &value) { value *= alpha; });
    const GraphTensor *c = call.optionalInput(2);
    if (c == nullptr)
        return {std::move(result)};
    if (broadcastShape(call, c->shape, result.shape) != result.shape)
        call.fail("its third input of " + c->shapeText() + " does not fit " + result.shapeText());
    const std::vector<std::int64_t> places = broadcastPlaces(result.shape, c->shape);
    const double beta = call.real("beta", 1.0);
    for (std::size_t i = 0; i < places.size(); ++i)
        result.values[i] += beta * c->values[static_cast<std::size_t>(places[i])];
    return {std::move(result)};
}

NodeResults evaluateSoftmax(const NodeCall &call)
{
    GraphTensor result = call.reshaped(call.input(0), call.input(0).shape);
    softmaxRows(call, result, false);
    return {std::move(result)};
}

NodeResults evaluateLogSoftmax(const NodeCall &call)
{
    GraphTensor result = call.reshaped(call.input(0), call.input(0).shape);
    softmaxRows(call, result, true);
    return {std::move(result)};
}

} // namespace gatescope
