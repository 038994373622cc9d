// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/node_call.h"

#include "core/error.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kMaxRank = 16;

} // namespace

std::string nodeText(const OnnxNode &node, const std::string &file)
{
    const std::string name = !node.name.empty()                                       ? node.name
                             : !node.outputs.empty() && !node.outputs.front().empty() ? node.outputs.front()
                                                                                      : node.operation;
    return file + ", node " + quoted(name) + " (operator " + quoted(node.operation) + ")";
}

NodeCall::NodeCall(const OnnxNode &node, std::int64_t opset, std::vector<SharedTensor> inputs, EvaluationBudget &budget,
                   const std::string &file)
    : m_node(node), m_opset(opset), m_inputs(std::move(inputs)), m_budget(budget), m_file(file)
{
}

const GraphTensor *NodeCall::optionalInput(std::size_t index) const
{
    return index < m_inputs.size() ? m_inputs[index].get() : nullptr;
}

const GraphTensor &NodeCall::input(std::size_t index) const
{
    const GraphTensor *tensor = optionalInput(index);
    if (tensor == nullptr)
        fail("its input " + std::to_string(index + 1) + " is missing");
    return *tensor;
}

std::vector<std::int64_t> NodeCall::numbersOf(std::size_t index) const
{
    const GraphTensor &tensor = input(index);
    if (isFloating(tensor.dtype) || tensor.rank() > 1)
        fail("its input " + std::to_string(index + 1) + " is no list of whole numbers");
    return wholeNumbers(tensor);
}

std::int64_t NodeCall::integer(const char *name, std::int64_t otherwise) const
{
    const OnnxAttribute *attribute = m_node.attribute(name);
    if (attribute == nullptr)
        return otherwise;
    if (!attribute->integer)
        fail(std::string("its attribute ") + name + " is no whole number");
    return *attribute->integer;
}

double NodeCall::real(const char *name, double otherwise) const
{
    const OnnxAttribute *attribute = m_node.attribute(name);
    if (attribute == nullptr)
        return otherwise;
    if (!attribute->real)
        fail(std::string("its attribute ") + name + " is no number");
    return static_cast<double>(*attribute->real);
}

std::optional<std::vector<std::int64_t>> NodeCall::integers(const char *name) const
{
    const OnnxAttribute *attribute = m_node.attribute(name);
    if (attribute == nullptr)
        return std::nullopt;
    return attribute->integers;
}

std::int64_t NodeCall::axis(std::int64_t given, std::int64_t rank) const
{
    if (given < -rank || given >= rank)
        fail("axis " + std::to_string(given) + " is not there in " + std::to_string(rank) + " dimensions");
    return given < 0 ? given + rank : given;
}

GraphTensor NodeCall::make(DType dtype, std::vector<std::int64_t> shape) const
{
    if (shape.size() > kMaxRank)
        fail("its result would have " + std::to_string(shape.size()) + " dimensions");
    std::int64_t reach = 1; // as if no dimension were 0, so that no loop runs for ever over nothing
    bool empty = false;
    for (const std::int64_t dimension : shape) {
        if (dimension < 0)
            fail("a dimension of its result would be " + std::to_string(dimension));
        empty = empty || dimension == 0;
        if (__builtin_mul_overflow(reach, std::max<std::int64_t>(dimension, 1), &reach) || reach > m_budget.numbers)
            throw ResourceError(nodeText(m_node, m_file)
                                + ": its result would hold more numbers than a graph around these weights needs");
    }
    const std::int64_t count = empty ? 0 : reach;
    m_budget.numbers -= count;
    return {dtype, std::move(shape), std::vector<double>(static_cast<std::size_t>(count)), 0};
}

GraphTensor NodeCall::reshaped(const GraphTensor &tensor, std::vector<std::int64_t> shape) const
{
    GraphTensor result = make(tensor.dtype, std::move(shape));
    if (result.values.size() != tensor.values.size())
        fail("its input of " + tensor.shapeText() + " does not fill " + result.shapeText());
    result.values = tensor.values;
    return result;
}

void NodeCall::work(std::int64_t products) const
{
    if (products > m_budget.products)
        throw ResourceError(nodeText(m_node, m_file) + ": the graph computes more than one around these weights needs");
    m_budget.products -= products;
}

void NodeCall::fail(const std::string &reason) const
{
    throw DataError(nodeText(m_node, m_file) + ": " + reason);
}

} // namespace gatescope
