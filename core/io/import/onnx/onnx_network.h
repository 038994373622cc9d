// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/evaluate/graph_evaluator.h"
#include "core/io/model/model_file.h"

namespace gatescope {

/// Reads the network behind one output of a graph: by what the graph computes, not by how it is drawn.
///
/// Weights come from the GRU nodes. What lies between the input and the lowest GRU, between two GRUs, and between the
/// last state and the output is taken for an affine map (scaling, a linear layer, a choice of outputs …) and found by
/// probing; maps before a GRU go into its input weights, the one after the last into the head. Then the graph and the
/// network are run on random windows of two lengths and batch sizes (where the graph leaves them open), and must agree.
class OnnxNetworkReader {
public:
    /// @throws DataError if the output does not come from a GRU, or by way of operators that are not understood
    OnnxNetworkReader(const GraphEvaluator &evaluator, std::string output);

    /// Whether a linear layer stands between the GRU and this output.
    bool hasHead() const { return m_hasHead; }

    /// @throws DataError naming node, operator and reason for what a network of ours does not compute
    ModelFile read() const;

private:
    void findSoftmax();
    void findWindowInput();
    Index lowestInputs() const;

    const GraphEvaluator &m_evaluator;
    std::string m_output;
    std::string m_target; ///< the output, or what stands before its softmax
    const OnnxNode *m_softmax = nullptr;
    std::vector<const OnnxNode *> m_grus; ///< from the lowest to the highest
    std::size_t m_windowInput = 0;        ///< index of the graph's input that carries the windows
    bool m_hasHead = false;
};

} // namespace gatescope
