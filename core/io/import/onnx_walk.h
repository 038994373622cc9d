// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/imported_network.h"
#include "core/io/onnx/onnx_graph.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gatescope {

/// Follows a graph from its first output back to its input: the head, the GRU nodes one below the other, the scaling.
/// Every operator on that way must be one that is understood, so that nothing the graph computes is lost in silence.
class OnnxWalk {
public:
    /// @param graph must outlive this object @param name of the file, for messages
    /// @throws DataError naming the node that cannot be represented
    OnnxWalk(const OnnxGraph &graph, const std::string &name);

    /// The GRU nodes from the lowest to the highest.
    const std::vector<const OnnxNode *> &layers() const { return m_layers; }
    const std::optional<ImportedHead> &head() const { return m_head; }
    bool scalesInput() const { return m_scalesInput; }
    /// Whether the output is that of every step, where ours is that of the last one only.
    bool givesEveryStep() const { return m_givesEveryStep; }

    /// Name of a node's input, empty where it has none.
    static std::string input(const OnnxNode &node, std::size_t index);
    /// The tensor that a name stands for when it is a constant of the file, else nullptr.
    const NamedTensor *constant(const std::string &value) const;
    /// Whether a value's numbers come from an input of the graph (its shape may).
    bool dependsOnInput(const std::string &value) const;
    /// Whether a value is made of zeros only.
    bool isZero(const std::string &value) const;

private:
    const OnnxNode *producer(const std::string &value) const;
    /// What a value's numbers are at last made of: constants, inputs and operators that are not merely moving.
    std::vector<std::string> origins(const std::string &value) const;
    [[noreturn]] void refuse(const OnnxNode &node, const std::string &why) const;
    void walkHead();
    void walkLayers(std::string value);
    /// One step back through a head's operator; false when the node is none.
    bool takeHead(const OnnxNode &node, std::string &value);
    void checkPicksLast(const OnnxNode &node) const;
    const NamedTensor *constantOperand(const OnnxNode &node, std::string &other) const;

    const OnnxGraph &m_graph;
    std::string m_name;
    std::unordered_map<std::string, const OnnxNode *> m_producers;
    std::unordered_map<std::string, const NamedTensor *> m_constants;
    std::vector<const OnnxNode *> m_layers;
    std::optional<ImportedHead> m_head;
    bool m_scalesInput = false;
    bool m_givesEveryStep = false;
};

} // namespace gatescope
