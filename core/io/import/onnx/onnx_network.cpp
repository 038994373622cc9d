// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_network.h"

#include "core/error.h"
#include "core/io/evaluate/operators.h"
#include "core/io/import/onnx/onnx_attempt.h"

#include <algorithm>
#include <exception>

namespace gatescope {

OnnxNetworkReader::OnnxNetworkReader(const GraphEvaluator &evaluator, std::string output)
    : m_evaluator(evaluator), m_output(std::move(output)), m_target(m_output)
{
    const std::vector<const OnnxNode *> nodes = evaluator.nodesFor({m_output});
    std::ranges::copy_if(nodes, std::back_inserter(m_grus),
                         [](const OnnxNode *node) { return node->operation == "GRU"; });
    if (m_grus.empty() || m_grus.front()->inputs.empty())
        throw DataError(evaluator.file() + ": its output " + gatescope::quoted(m_output)
                        + " does not come from a GRU node");
    findSoftmax();
    findWindowInput();
    // Everything after the highest GRU that multiplies by a matrix is a linear layer.
    const auto last = std::ranges::find(nodes, m_grus.back());
    m_hasHead = std::any_of(last, nodes.end(), [](const OnnxNode *node) {
        return node->operation == "Gemm" || node->operation == "MatMul";
    });
}

/// A softmax at the end, but for what merely moves numbers, is set aside: our outputs are the values before it.
void OnnxNetworkReader::findSoftmax()
{
    std::string value = m_output;
    const std::vector<const OnnxNode *> nodes = m_evaluator.nodesFor({m_output});
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
        if (std::ranges::find((*node)->outputs, value) == (*node)->outputs.end() || (*node)->inputs.empty())
            continue;
        const std::string &operation = (*node)->operation;
        if (operation == "Softmax" || operation == "LogSoftmax") {
            m_softmax = *node;
            m_target = (*node)->inputs.front();
            return;
        }
        if (findGraphOperator(**node)->effect != OperatorEffect::Moves || operation == "Concat")
            return;
        value = (*node)->inputs.front();
    }
}

void OnnxNetworkReader::findWindowInput()
{
    const std::string &value = m_grus.front()->inputs.front();
    std::vector<std::string> reached = {value};
    for (const OnnxNode *node : m_evaluator.nodesFor({value}))
        reached.insert(reached.end(), node->inputs.begin(), node->inputs.end());
    const std::vector<OnnxValue> &inputs = m_evaluator.graph().inputs;
    const auto found = std::ranges::find_if(inputs, [&](const OnnxValue &input) {
        return !m_evaluator.isConstant(input.name) && std::ranges::find(reached, input.name) != reached.end();
    });
    if (found == inputs.end())
        throw DataError(
            nodeText(*m_grus.front(), m_evaluator.file())
            + ": the lowest GRU does not read an input of the graph: a part is missing, or the graph runs in a "
              "circle");
    m_windowInput = static_cast<std::size_t>(found - inputs.begin());
}

/// How many values the lowest GRU reads at a step: what the input holds where it does not say.
Index OnnxNetworkReader::lowestInputs() const
{
    if (m_grus.front()->inputs.size() < 3)
        throw DataError(nodeText(*m_grus.front(), m_evaluator.file()) + ": W or R is missing");
    const std::string &weight = m_grus.front()->inputs[1];
    for (const OnnxNode *node : m_evaluator.nodesFor({weight})) {
        for (const std::string &input : node->inputs) {
            if (std::ranges::find(m_evaluator.graph().inputs, input, &OnnxValue::name)
                    != m_evaluator.graph().inputs.end()
                && !m_evaluator.isConstant(input))
                throw DataError(nodeText(*m_grus.front(), m_evaluator.file()) + ": its weight "
                                + gatescope::quoted(weight) + " is computed from an input of the graph");
        }
    }
    const SharedTensor tensor = m_evaluator.evaluate({weight}, {}).at(weight);
    if (tensor->rank() != 3 || tensor->size(2) < 1)
        throw DataError(nodeText(*m_grus.front(), m_evaluator.file()) + ": W is " + tensor->shapeText()
                        + ", expected 1 × 3H × inputs");
    return tensor->size(2);
}

ModelFile OnnxNetworkReader::read() const
{
    const OnnxValue &input = m_evaluator.graph().inputs[m_windowInput];
    const std::vector<std::string_view> orders = inputOrders(input.dimensions.size());
    if (orders.empty())
        throw DataError(m_evaluator.file() + ": its input " + gatescope::quoted(input.name) + " has "
                        + std::to_string(input.dimensions.size())
                        + " dimensions; batch × steps × features was expected");
    const Index features = lowestInputs();
    // The reason told is that of the attempt which came furthest, the usual order first.
    std::exception_ptr reason;
    int furthest = -1;
    for (const std::string_view order : orders) {
        OnnxAttempt attempt(m_evaluator, {m_output, m_target, m_softmax, m_grus, m_hasHead},
                            OnnxInputs(m_evaluator, m_windowInput, order, features));
        try {
            ModelFile model = attempt.read();
            if (order != orders.front())
                model.notes.emplace_back("the graph's input " + gatescope::quoted(input.name) + " is "
                                         + (order == "TNI"  ? "steps × batch × features"
                                            : order == "NT" ? "batch × steps of one feature"
                                                            : "steps × batch of one feature")
                                         + "; here windows are batch × steps × features");
            return model;
        } catch (const DataError &) {
            if (attempt.stage() > furthest) {
                furthest = attempt.stage();
                reason = std::current_exception();
            }
        }
    }
    std::rethrow_exception(reason);
}

} // namespace gatescope
