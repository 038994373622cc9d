// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/evaluate/node_call.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace gatescope {

using GraphValues = std::unordered_map<std::string, SharedTensor>;

/// Computes what an ONNX graph computes, operator by operator, in double: small, slow and independent of our network,
/// so that an import can be proved by it.
///
/// Understood are the operators of graphOperators(), versions 7 to 22. Kinds of float all count as double: a graph in
/// half precision is computed as its weights mean it, without the rounding of each step.
class GraphEvaluator {
public:
    /// Checks what does not depend on numbers: the version, and that no name stands for two values.
    /// @param graph must outlive this object @param file its name, for messages
    /// @throws DataError naming what is wrong; ResourceError if memory does not suffice for the constants
    GraphEvaluator(const OnnxGraph &graph, std::string file);

    const OnnxGraph &graph() const { return m_graph; }
    const std::string &file() const { return m_file; }

    /// The nodes that values are made of, in the graph's order. What stands in `given` is not followed further.
    /// @throws DataError naming the node whose operator or attribute is not understood
    std::vector<const OnnxNode *> nodesFor(const std::vector<std::string> &targets,
                                           const GraphValues &given = {}) const;

    /// All values on the way to the targets, the given ones among them.
    /// @param given  the graph's inputs, and values to be used in place of what the nodes would compute
    /// @throws DataError naming node, operator and reason; ResourceError if it would take too much
    GraphValues evaluate(const std::vector<std::string> &targets, GraphValues given) const;

    /// Whether a name is a constant of the file.
    bool isConstant(const std::string &value) const { return m_constants.contains(value); }

private:
    void evaluateNode(const OnnxNode &node, GraphValues &values, EvaluationBudget &budget) const;

    const OnnxGraph &m_graph;
    std::string m_file;
    GraphValues m_constants;
    std::unordered_map<std::string, std::size_t> m_producers; ///< index of the node that makes a value
    std::int64_t m_constantNumbers = 0;
};

} // namespace gatescope
