// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_windows.h"

#include <charconv>

namespace gatescope {

namespace {

constexpr Index kBatches[] = {2, 3};
constexpr Index kSteps[] = {5, 8};

Index numberOf(const std::string &text)
{
    Index value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 ? value : 0;
}

/// Axes of two shapes that follow a size which differs, or is the same, in both.
std::vector<std::int64_t> axesOfSize(const GraphTensor &first, Index firstSize, const GraphTensor &second,
                                     Index secondSize)
{
    std::vector<std::int64_t> axes;
    for (std::int64_t axis = 0; axis < first.rank(); ++axis) {
        if (first.size(axis) == firstSize && second.size(axis) == secondSize)
            axes.push_back(axis);
    }
    return axes;
}

} // namespace

std::vector<std::string_view> inputOrders(std::size_t rank)
{
    if (rank == 0 || rank == 3) // an input that declares no dimensions is taken for one of three
        return {"NTI", "TNI"};
    if (rank == 2)
        return {"TI", "NT", "TN"};
    return rank == 1 ? std::vector<std::string_view>{"T"} : std::vector<std::string_view>{};
}

Index declaredSize(std::string_view order, const std::vector<std::string> &dimensions, char letter)
{
    const std::size_t axis = order.find(letter);
    if (axis == std::string_view::npos)
        return 1;
    return axis < dimensions.size() ? numberOf(dimensions[axis]) : 0;
}

WindowSizes trialSizes(std::string_view order, const std::vector<std::string> &dimensions, int trial)
{
    const Index batch = declaredSize(order, dimensions, 'N');
    const Index steps = declaredSize(order, dimensions, 'T');
    return {batch > 0 ? batch : kBatches[trial], steps > 0 ? steps : kSteps[trial]};
}

GraphTensor inputTensor(std::string_view order, const Matrix<double> &window, WindowSizes sizes, DType dtype)
{
    GraphTensor tensor{dtype, {}, {}, 1};
    std::int64_t strideOf[3] = {0, 0, 0}; // of N, T, I
    std::int64_t stride = 1;
    tensor.shape.resize(order.size());
    for (std::size_t axis = order.size(); axis-- > 0;) {
        const std::size_t letter = std::string_view("NTI").find(order[axis]);
        const Index size[] = {sizes.batch, sizes.steps, window.rows()};
        tensor.shape[axis] = size[letter];
        strideOf[letter] = stride;
        stride *= size[letter];
    }
    tensor.values.resize(static_cast<std::size_t>(window.size()));
    for (Index step = 0; step < sizes.steps; ++step)
        for (Index sequence = 0; sequence < sizes.batch; ++sequence)
            for (Index feature = 0; feature < window.rows(); ++feature)
                tensor.values[static_cast<std::size_t>(sequence * strideOf[0] + step * strideOf[1]
                                                       + feature * strideOf[2])] =
                    window(feature, step * sizes.batch + sequence);
    return tensor;
}

Matrix<double> stepMatrix(const GraphTensor &tensor, bool batchFirst)
{
    const Index first = tensor.size(0), rows = tensor.size(tensor.rank() - 1);
    const Index second = tensor.product(1, tensor.rank() - 1); // beside a direction's axis of 1
    const Index batch = batchFirst ? first : second, steps = batchFirst ? second : first;
    Matrix<double> matrix(rows, batch * steps);
    for (Index step = 0; step < steps; ++step)
        for (Index sequence = 0; sequence < batch; ++sequence)
            for (Index row = 0; row < rows; ++row)
                matrix(row, step * batch + sequence) = tensor.values[static_cast<std::size_t>(
                    (batchFirst ? sequence * steps + step : step * batch + sequence) * rows + row)];
    return matrix;
}

std::vector<OutputOrder> outputOrders(const GraphTensor &first, WindowSizes firstSizes, const GraphTensor &second,
                                      WindowSizes secondSizes)
{
    if (first.rank() != second.rank())
        return {};
    std::vector<std::int64_t> batches = axesOfSize(first, firstSizes.batch, second, secondSizes.batch);
    if (firstSizes.batch == 1 && secondSizes.batch == 1)
        batches = {-1};
    const bool fixedSteps = firstSizes.steps == secondSizes.steps;
    std::vector<OutputOrder> orders;
    for (const std::int64_t batch : batches) {
        if (fixedSteps)
            orders.push_back({batch, -1});
        if (firstSizes.steps > 1) {
            for (const std::int64_t steps : axesOfSize(first, firstSizes.steps, second, secondSizes.steps)) {
                if (steps != batch)
                    orders.push_back({batch, steps});
            }
        }
        if (!fixedSteps)
            orders.push_back({batch, -1});
    }
    return orders;
}

Matrix<double> lastOutputs(const GraphTensor &tensor, OutputOrder order, WindowSizes sizes)
{
    // The outputs of each sequence, in row-major order of the other axes.
    std::vector<std::vector<double>> columns(static_cast<std::size_t>(sizes.batch));
    std::vector<std::int64_t> index(tensor.shape.size());
    for (const double value : tensor.values) {
        const bool last =
            order.stepAxis < 0 || index[static_cast<std::size_t>(order.stepAxis)] + 1 == tensor.size(order.stepAxis);
        const std::int64_t sequence = order.batchAxis < 0 ? 0 : index[static_cast<std::size_t>(order.batchAxis)];
        if (last)
            columns[static_cast<std::size_t>(sequence)].push_back(value);
        for (std::size_t axis = index.size(); axis-- > 0;) {
            if (++index[axis] < tensor.shape[axis])
                break;
            index[axis] = 0;
        }
    }
    Matrix<double> outputs(static_cast<Index>(columns.front().size()), sizes.batch);
    for (Index sequence = 0; sequence < sizes.batch; ++sequence)
        outputs.col(sequence) =
            Eigen::Map<const Vector<double>>(columns[static_cast<std::size_t>(sequence)].data(), outputs.rows());
    return outputs;
}

} // namespace gatescope
