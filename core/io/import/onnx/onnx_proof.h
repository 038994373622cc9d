// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/onnx/affine_map.h"
#include "core/io/import/onnx/onnx_trial.h"
#include "core/io/model/model_file.h"

namespace gatescope {

/// What is claimed of a graph: that this model computes what the graph computes.
struct OnnxClaim {
    const ModelFile &model;
    const OnnxInputs &inputs;
    const AffineMap &inputMap; ///< from a window's column to what the lowest GRU reads, to try windows of its size
    bool scalesInGraph;        ///< the graph scales as the model's preparation says
    std::string output;
    std::string target;      ///< the output, or what stands before its softmax
    const OnnxNode *softmax; ///< none when the output is the target itself
};

/// Most that an output of the graph and of the network may differ, for outputs up to 10; beyond, a millionth of them.
inline constexpr double kImportTolerance = 1e-5;

/// Runs both on random windows of two lengths and two batch sizes.
/// @throws DataError when an output differs, by how much and where
void proveClaim(const GraphEvaluator &evaluator, const OnnxClaim &claim);

/// The node that is most likely why a value is no affine function of others.
struct OnnxSuspect {
    const OnnxNode *node = nullptr; ///< none if all nodes are beyond suspicion
    const char *reason = "";
};
/// The first node that is no affine function at all, or the first that chooses among numbers or mixes them.
/// @param values of an evaluation
OnnxSuspect suspect(const std::vector<const OnnxNode *> &nodes, const GraphValues &values);

} // namespace gatescope
