// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/evaluate/graph_evaluator.h"
#include "core/io/import/network/imported_network.h"

#include <vector>

namespace gatescope {

/// A GRU node of a graph and what it holds.
struct OnnxLayer {
    const OnnxNode *node = nullptr;
    ImportedLayer weights; ///< in our order
    bool batchFirst = false;

    const std::string &input() const { return node->inputs.front(); }
    std::string everyStep() const { return output(0); } ///< name of Y, empty when nobody asks for it
    std::string lastStep() const { return output(1); }  ///< name of Y_h
    Index hidden() const { return weights.recurrentWeight.columns; }

private:
    std::string output(std::size_t index) const
    {
        return index < node->outputs.size() ? node->outputs[index] : std::string();
    }
};

/// The layers behind GRU nodes that were evaluated. The network takes formulation, precision and notes from them.
/// @param windowSource bit of the graph's input that carries the windows
/// @throws DataError naming the node whose weights are computed from an input, whose initial state is not zero, or
///         which has another formulation than the layer below
std::vector<OnnxLayer> onnxLayers(const GraphEvaluator &evaluator, const std::vector<const OnnxNode *> &nodes,
                                  const GraphValues &values, std::uint64_t windowSource, ImportedNetwork &network);

} // namespace gatescope
