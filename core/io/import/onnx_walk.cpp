// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx_walk.h"

#include "core/error.h"

#include <algorithm>
#include <unordered_set>

namespace gatescope {

namespace {

/// Operators that move numbers about without changing them.
constexpr std::string_view kMoving[] = {"Squeeze", "Unsqueeze", "Transpose", "Reshape", "Flatten", "Identity",
                                        "Cast",    "Dropout",   "Gather",    "Slice",   "Concat",  "Expand"};
/// Those that choose among steps: only where the last one is chosen.
constexpr std::string_view kChoosing[] = {"Gather", "Slice", "Concat", "Expand"};

bool isOneOf(std::span<const std::string_view> operations, const OnnxNode &node)
{
    return std::ranges::find(operations, node.operation) != operations.end();
}

/// Where a moving operator's numbers come from; Concat's last part is the top layer or the last step.
std::string movedInput(const OnnxNode &node)
{
    return OnnxWalk::input(node, node.operation == "Concat" && !node.inputs.empty() ? node.inputs.size() - 1 : 0);
}

bool isConstantOfZeros(const OnnxNode &node)
{
    if (node.operation != "ConstantOfShape")
        return false;
    const OnnxAttribute *value = node.attribute("value");
    if (value == nullptr || !value->tensor)
        return true;
    return std::ranges::all_of(tensorValues<double>(*value->tensor), [](double number) { return number == 0.0; });
}

ImportedMatrix transposed(const ImportedMatrix &matrix)
{
    ImportedMatrix result{matrix.columns, matrix.rows, std::vector<double>(matrix.values.size())};
    for (Index row = 0; row < matrix.rows; ++row)
        for (Index column = 0; column < matrix.columns; ++column)
            result.values[static_cast<std::size_t>(column * matrix.rows + row)] =
                matrix.values[static_cast<std::size_t>(row * matrix.columns + column)];
    return result;
}

double factor(const OnnxNode &node, const char *name)
{
    const OnnxAttribute *attribute = node.attribute(name);
    return attribute == nullptr ? 1.0 : static_cast<double>(attribute->real.value_or(1.0F));
}

} // namespace

OnnxWalk::OnnxWalk(const OnnxGraph &graph, const std::string &name) : m_graph(graph), m_name(name)
{
    for (const NamedTensor &tensor : graph.initializers)
        m_constants[tensor.name] = &tensor;
    for (const OnnxNode &node : graph.nodes) {
        for (const std::string &output : node.outputs)
            m_producers[output] = &node;
        const OnnxAttribute *value = node.operation == "Constant" ? node.attribute("value") : nullptr;
        if (value != nullptr && value->tensor && !node.outputs.empty())
            m_constants[node.outputs.front()] = &*value->tensor;
    }
    walkHead();
}

std::string OnnxWalk::input(const OnnxNode &node, std::size_t index)
{
    return index < node.inputs.size() ? node.inputs[index] : std::string();
}

const OnnxNode *OnnxWalk::producer(const std::string &value) const
{
    const auto found = m_producers.find(value);
    return found == m_producers.end() ? nullptr : found->second;
}

const NamedTensor *OnnxWalk::constant(const std::string &value) const
{
    const auto found = m_constants.find(value);
    if (found != m_constants.end())
        return found->second;
    const OnnxNode *node = producer(value);
    const bool renamed = node != nullptr && node->operation == "Identity" && input(*node, 0) != value;
    const auto original = renamed ? m_constants.find(input(*node, 0)) : m_constants.end();
    return original == m_constants.end() ? nullptr : original->second;
}

std::vector<std::string> OnnxWalk::origins(const std::string &value) const
{
    std::vector<std::string> open = {value};
    std::vector<std::string> result;
    std::unordered_set<std::string> seen;
    while (!open.empty()) {
        const std::string current = std::move(open.back());
        open.pop_back();
        if (!seen.insert(current).second)
            continue;
        const OnnxNode *node = m_constants.contains(current) ? nullptr : producer(current);
        if (node == nullptr || !isOneOf(kMoving, *node))
            result.push_back(current);
        else if (node->operation == "Concat")
            open.insert(open.end(), node->inputs.begin(), node->inputs.end());
        else
            open.push_back(input(*node, 0));
    }
    return result;
}

bool OnnxWalk::dependsOnInput(const std::string &value) const
{
    const std::vector<std::string> all = origins(value);
    return std::ranges::any_of(all, [this](const std::string &origin) {
        return std::ranges::find(m_graph.inputs, origin, &OnnxValue::name) != m_graph.inputs.end()
               && !m_constants.contains(origin);
    });
}

bool OnnxWalk::isZero(const std::string &value) const
{
    const std::vector<std::string> all = origins(value);
    return std::ranges::all_of(all, [this](const std::string &origin) {
        if (const NamedTensor *tensor = constant(origin))
            return std::ranges::all_of(tensorValues<double>(*tensor), [](double number) { return number == 0.0; });
        const OnnxNode *node = producer(origin);
        return node != nullptr && isConstantOfZeros(*node);
    });
}

void OnnxWalk::refuse(const OnnxNode &node, const std::string &why) const
{
    throw DataError(m_name + ", node " + quoted(node.name.empty() ? node.operation : node.name) + ": " + why);
}

/// Of a node's two inputs the constant one; `other` becomes the one that is computed.
const NamedTensor *OnnxWalk::constantOperand(const OnnxNode &node, std::string &other) const
{
    for (const std::size_t index : {std::size_t{1}, std::size_t{0}}) {
        if (const NamedTensor *tensor = constant(input(node, index))) {
            other = input(node, 1 - index);
            return tensor;
        }
    }
    return nullptr;
}

/// Gather with index −1, or Slice from −1 on: the last step or the last layer.
void OnnxWalk::checkPicksLast(const OnnxNode &node) const
{
    if (node.operation != "Gather" && node.operation != "Slice")
        return;
    const NamedTensor *index = constant(input(node, 1));
    const std::vector<std::int64_t> picked = index != nullptr && !isFloating(index->dtype)
                                                 ? tensorValues<std::int64_t>(*index)
                                                 : std::vector<std::int64_t>();
    if (picked.size() != 1 || picked.front() != -1)
        refuse(node, node.operation + " picks other steps than the last, which cannot be represented");
}

bool OnnxWalk::takeHead(const OnnxNode &node, std::string &value)
{
    if (node.operation == "Softmax" && !m_head) {
        value = input(node, 0); // the classes' order stays; our outputs are the values before it
        return true;
    }
    std::string computed;
    const NamedTensor *tensor = constantOperand(node, computed);
    if (node.operation == "Gemm") {
        if (m_head && !m_head->weight.values.empty())
            refuse(node, "it is a second linear layer; only one can be represented");
        const OnnxAttribute *transB = node.attribute("transB");
        const OnnxAttribute *transA = node.attribute("transA");
        if (constant(input(node, 1)) == nullptr || factor(node, "alpha") != 1.0 || factor(node, "beta") != 1.0
            || (transA != nullptr && transA->integer.value_or(0) != 0))
            refuse(node, "this form of Gemm cannot be represented");
        const ImportedMatrix matrix = importedMatrix(*constant(input(node, 1)), m_name);
        m_head = ImportedHead{transB != nullptr && transB->integer.value_or(0) != 0 ? matrix : transposed(matrix), {}};
        if (const std::string bias = input(node, 2); !bias.empty()) {
            if (constant(bias) == nullptr)
                refuse(node, "its bias is no constant");
            m_head->bias = importedVector(*constant(bias), m_name);
        }
        value = input(node, 0);
        return true;
    }
    if (node.operation == "Add" && tensor != nullptr) {
        const OnnxNode *below = producer(computed);
        if (below != nullptr && below->operation == "MatMul" && !m_head)
            m_head = ImportedHead{{}, importedVector(*tensor, m_name)};
        else if (below == nullptr || below->operation != "Mul" || m_head)
            refuse(node, "Add cannot be represented here");
        value = computed;
        return true;
    }
    if (node.operation == "Mul" && tensor != nullptr && !m_head) {
        value = computed; // scaling back to original units, as the metadata's target scaler says
        return true;
    }
    if (node.operation == "MatMul" && constant(input(node, 1)) != nullptr) {
        if (m_head && !m_head->weight.values.empty())
            refuse(node, "it is a second linear layer; only one can be represented");
        if (!m_head)
            m_head.emplace();
        m_head->weight = transposed(importedMatrix(*constant(input(node, 1)), m_name));
        value = input(node, 0);
        return true;
    }
    return false;
}

void OnnxWalk::walkHead()
{
    if (m_graph.outputs.empty())
        throw DataError(m_name + ": the graph has no output");
    std::string value = m_graph.outputs.front().name;
    bool picksLast = false;
    for (std::size_t step = 0; step <= m_graph.nodes.size(); ++step) {
        const OnnxNode *node = producer(value);
        if (node == nullptr)
            throw DataError(m_name + ": its output " + quoted(m_graph.outputs.front().name)
                            + " does not come from a GRU node");
        if (!node->domain.empty() && node->domain != "ai.onnx")
            refuse(*node, "operator " + quoted(node->operation) + " of " + quoted(node->domain) + " is not known");
        if (node->operation == "GRU") {
            m_givesEveryStep = !picksLast && !node->outputs.empty() && node->outputs.front() == value;
            walkLayers(value);
            return;
        }
        if (isOneOf(kMoving, *node)) {
            checkPicksLast(*node);
            picksLast = picksLast || node->operation == "Gather" || node->operation == "Slice";
            if (node->operation == "Concat" && !picksLast)
                refuse(*node, "it joins several values into the output, which cannot be represented");
            value = movedInput(*node);
        } else if (!takeHead(*node, value)) {
            refuse(*node, "operator " + quoted(node->operation) + " after the GRU cannot be represented");
        }
    }
    throw DataError(m_name + ": the graph runs in a circle");
}

/// From the highest GRU's value down to the graph's input.
void OnnxWalk::walkLayers(std::string value)
{
    for (std::size_t step = 0; step <= m_graph.nodes.size(); ++step) {
        const OnnxNode *node = producer(value);
        if (node == nullptr || m_constants.contains(value)) {
            if (std::ranges::find(m_graph.inputs, value, &OnnxValue::name) == m_graph.inputs.end())
                throw DataError(m_name + ": the lowest GRU does not read an input of the graph");
            std::ranges::reverse(m_layers);
            return;
        }
        if (node->operation == "GRU") {
            if (!m_layers.empty() && (node->outputs.empty() || node->outputs.front() != value))
                refuse(*node,
                       "the layer above reads its last state instead of every step, which cannot be represented");
            m_layers.push_back(node);
            value = input(*node, 0);
        } else if ((node->operation == "Sub" || node->operation == "Div") && constant(input(*node, 1)) != nullptr) {
            m_scalesInput = true;
            value = input(*node, 0);
        } else if (isOneOf(kMoving, *node) && !isOneOf(kChoosing, *node)) {
            value = input(*node, 0);
        } else {
            refuse(*node, "operator " + quoted(node->operation) + " below a GRU cannot be represented");
        }
    }
    throw DataError(m_name + ": the graph runs in a circle");
}

} // namespace gatescope
