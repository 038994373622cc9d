// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/evaluate/graph_tensor.h"
#include "core/io/onnx/onnx_graph.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatescope {

using SharedTensor = std::shared_ptr<const GraphTensor>;

/// What an evaluation may still take, so that a small file cannot ask for hours or for all memory.
struct EvaluationBudget {
    std::int64_t numbers = 0;  ///< that may still be held
    std::int64_t products = 0; ///< that may still be computed
};

/// One node while it is evaluated: its inputs and attributes, read with every check, and room for its outputs.
class NodeCall {
public:
    NodeCall(const OnnxNode &node, std::int64_t opset, std::vector<SharedTensor> inputs, EvaluationBudget &budget,
             const std::string &file);

    const OnnxNode &node() const { return m_node; }
    std::int64_t opset() const { return m_opset; }
    std::size_t inputCount() const { return m_inputs.size(); }
    /// @throws DataError if the node has no such input
    const GraphTensor &input(std::size_t index) const;
    const GraphTensor *optionalInput(std::size_t index) const; ///< nullptr when it is left out
    /// An input of whole numbers. @throws DataError if it is missing or of another kind
    std::vector<std::int64_t> numbersOf(std::size_t index) const;

    std::int64_t integer(const char *name, std::int64_t otherwise) const;
    double real(const char *name, double otherwise) const;
    std::optional<std::vector<std::int64_t>> integers(const char *name) const;

    /// An axis from −rank to rank − 1, counted from the front.
    std::int64_t axis(std::int64_t given, std::int64_t rank) const;
    /// Zeros of a shape, taken from the budget. @throws DataError if it is negative; ResourceError if it is too large
    GraphTensor make(DType dtype, std::vector<std::int64_t> shape) const;
    /// The same numbers in another shape. @pre the count is the same
    GraphTensor reshaped(const GraphTensor &tensor, std::vector<std::int64_t> shape) const;
    /// Takes products from the budget. @throws ResourceError when it is used up
    void work(std::int64_t products) const;
    /// @throws DataError naming file, node, operator and the reason
    [[noreturn]] void fail(const std::string &reason) const;

private:
    const OnnxNode &m_node;
    std::int64_t m_opset;
    std::vector<SharedTensor> m_inputs;
    EvaluationBudget &m_budget;
    const std::string &m_file;
};

/// "m.onnx", node "gather_1" (operator "Gather"): the beginning of every message about a node.
std::string nodeText(const OnnxNode &node, const std::string &file);

} // namespace gatescope
