// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/evaluate/graph_evaluator.h"

#include "core/error.h"
#include "core/io/evaluate/operators.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr std::int64_t kOldestOpset = 7;
constexpr std::int64_t kNewestOpset = 22;
/// Numbers and products that any graph may take, and how many of each for every number of its weights.
constexpr std::int64_t kFreeNumbers = 1 << 22;
constexpr std::int64_t kNumbersPerWeight = 16;
constexpr std::int64_t kFreeProducts = 1 << 26;
constexpr std::int64_t kProductsPerWeight = 256;
constexpr std::int64_t kLargestDimension = 1 << 30;

bool listed(std::string_view words, std::string_view word)
{
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
            return true;
    }
    return false;
}

std::string understoodOperators()
{
    std::string text;
    for (const GraphOperator &entry : graphOperators())
        text += (text.empty() ? "" : ", ") + std::string(entry.name);
    return text;
}

void checkUnderstood(const OnnxNode &node, const std::string &file)
{
    const GraphOperator *operation = findGraphOperator(node);
    if (operation == nullptr)
        throw DataError(nodeText(node, file) + ": this operator"
                        + (node.domain.empty() || node.domain == "ai.onnx" ? "" : " of " + quoted(node.domain))
                        + " is not understood, so it cannot be shown that the network computes the same (understood: "
                        + understoodOperators() + ")");
    std::set<std::string> names;
    for (const OnnxAttribute &attribute : node.attributes) {
        if (!listed(operation->attributes, attribute.name))
            throw DataError(nodeText(node, file) + ": its attribute " + quoted(attribute.name) + " is not understood");
        if (!names.insert(attribute.name).second)
            throw DataError(nodeText(node, file) + ": its attribute " + quoted(attribute.name) + " stands twice");
    }
}

/// Of which graph inputs the numbers of a node's results are made.
std::uint64_t sourcesOf(NumbersFrom numbers, const std::vector<SharedTensor> &inputs)
{
    std::uint64_t sources = 0;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (inputs[i] && (numbers == NumbersFrom::All || (numbers == NumbersFrom::First && i == 0)))
            sources |= inputs[i]->sources;
    }
    return sources;
}

} // namespace

GraphEvaluator::GraphEvaluator(const OnnxGraph &graph, std::string file) : m_graph(graph), m_file(std::move(file))
{
    if (graph.opset < kOldestOpset || graph.opset > kNewestOpset)
        throw DataError(m_file + ": it uses version " + std::to_string(graph.opset) + " of ONNX's operators; "
                        + std::to_string(kOldestOpset) + " to " + std::to_string(kNewestOpset) + " are read");
    for (const NamedTensor &tensor : graph.initializers) {
        if (std::ranges::any_of(tensor.shape, [](std::int64_t size) { return size > kLargestDimension; }))
            throw DataError(m_file + ": tensor " + quoted(tensor.name) + " is " + tensor.shapeText()
                            + ", which is no part of a network");
        if (!m_constants.emplace(tensor.name, std::make_shared<GraphTensor>(graphTensor(tensor))).second)
            throw DataError(m_file + ": tensor " + quoted(tensor.name) + " stands twice");
        m_constantNumbers += tensor.count();
    }
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        if (const OnnxAttribute *value = graph.nodes[i].attribute("value"); value != nullptr && value->tensor)
            m_constantNumbers += value->tensor->count();
        for (const std::string &output : graph.nodes[i].outputs) {
            if (!output.empty() && (m_constants.contains(output) || !m_producers.emplace(output, i).second))
                throw DataError(nodeText(graph.nodes[i], m_file) + ": its output " + quoted(output)
                                + " has the name of another value");
        }
    }
}

std::vector<const OnnxNode *> GraphEvaluator::nodesFor(const std::vector<std::string> &targets,
                                                       const GraphValues &given) const
{
    std::vector<bool> needed(m_graph.nodes.size());
    std::vector<std::string> open = targets;
    while (!open.empty()) {
        const std::string value = std::move(open.back());
        open.pop_back();
        const auto producer = m_producers.find(value);
        if (producer == m_producers.end() || given.contains(value) || needed[producer->second])
            continue;
        needed[producer->second] = true;
        const std::vector<std::string> &inputs = m_graph.nodes[producer->second].inputs;
        open.insert(open.end(), inputs.begin(), inputs.end());
    }
    std::vector<const OnnxNode *> nodes;
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (!needed[i])
            continue;
        checkUnderstood(m_graph.nodes[i], m_file);
        nodes.push_back(&m_graph.nodes[i]);
    }
    return nodes;
}

GraphValues GraphEvaluator::evaluate(const std::vector<std::string> &targets, GraphValues given) const
{
    EvaluationBudget budget{kFreeNumbers + kNumbersPerWeight * m_constantNumbers,
                            kFreeProducts + kProductsPerWeight * m_constantNumbers};
    const std::vector<const OnnxNode *> nodes = nodesFor(targets, given);
    GraphValues values = m_constants;
    for (auto &[name, tensor] : given)
        values[name] = std::move(tensor);
    for (const OnnxNode *node : nodes)
        evaluateNode(*node, values, budget);
    for (const std::string &target : targets) {
        if (!values.contains(target))
            throw DataError(m_file + ": " + quoted(target)
                            + " is no constant of the file and computed by no node of the graph");
    }
    return values;
}

void GraphEvaluator::evaluateNode(const OnnxNode &node, GraphValues &values, EvaluationBudget &budget) const
{
    const GraphOperator &operation = *findGraphOperator(node);
    std::vector<SharedTensor> inputs;
    for (const std::string &name : node.inputs) {
        const auto found = values.find(name);
        if (!name.empty() && found == values.end())
            throw DataError(nodeText(node, m_file) + ": its input " + quoted(name)
                            + " is no constant and computed by no node before it: a part is missing, or the graph runs "
                              "in a circle");
        inputs.push_back(name.empty() ? nullptr : found->second);
    }
    const std::uint64_t sources = sourcesOf(operation.numbers, inputs);
    NodeResults results = operation.evaluate(NodeCall(node, m_graph.opset, std::move(inputs), budget, m_file));
    for (std::size_t i = 0; i < node.outputs.size(); ++i) {
        if (node.outputs[i].empty())
            continue;
        if (i >= results.size())
            throw DataError(nodeText(node, m_file) + ": its output " + std::to_string(i + 1) + " is not understood");
        results[i].sources = sources;
        // A value given from outside stays.
        values.try_emplace(node.outputs[i], std::make_shared<GraphTensor>(std::move(results[i])));
    }
}

} // namespace gatescope
