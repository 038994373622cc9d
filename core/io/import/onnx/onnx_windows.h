// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/evaluate/graph_tensor.h"
#include "core/io/onnx/onnx_graph.h"
#include "core/math/tensor.h"

#include <string_view>
#include <vector>

namespace gatescope {

// Windows, and what networks make of them, lie here as (values × T·N): column t·N + n holds step t of sequence n.

struct WindowSizes {
    Index batch = 1;
    Index steps = 1;
};

/// The orders in which a graph's input of this rank may hold batch (N), steps (T) and features (I); the usual first.
std::vector<std::string_view> inputOrders(std::size_t rank);

/// The sizes to try a graph with: two lengths and two batch sizes, unless its input declares them.
/// @param dimensions as the graph declares them, empty when it does not @param trial 0 or 1
WindowSizes trialSizes(std::string_view order, const std::vector<std::string> &dimensions, int trial);

/// The number that the input declares for an axis of this letter; 0 when it leaves it open.
Index declaredSize(std::string_view order, const std::vector<std::string> &dimensions, char letter);

/// A window (I × T·N) in the order of a graph's input.
GraphTensor inputTensor(std::string_view order, const Matrix<double> &window, WindowSizes sizes, DType dtype);

/// X of a GRU node, (I × T·N); or Y, (H × T·N).
Matrix<double> stepMatrix(const GraphTensor &tensor, bool batchFirst);

/// Where the batch and the steps lie in a value after the GRU; −1 where there is no such axis.
struct OutputOrder {
    std::int64_t batchAxis = -1;
    std::int64_t stepAxis = -1;
};

/// The ways to understand a value whose shapes two trials showed; the likeliest first, none if it follows no batch.
std::vector<OutputOrder> outputOrders(const GraphTensor &first, WindowSizes firstSizes, const GraphTensor &second,
                                      WindowSizes secondSizes);

/// What a value says of the last step, (outputs × N).
Matrix<double> lastOutputs(const GraphTensor &tensor, OutputOrder order, WindowSizes sizes);

} // namespace gatescope
