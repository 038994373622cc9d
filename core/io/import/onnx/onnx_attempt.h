// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/import/onnx/affine_map.h"
#include "core/io/import/onnx/onnx_layers.h"
#include "core/io/import/onnx/onnx_proof.h"
#include "core/io/import/onnx/onnx_trial.h"
#include "core/io/model/model_file.h"

#include <string>
#include <vector>

namespace gatescope {

/// The part of a graph that one of its outputs is made of.
struct OnnxPart {
    std::string output;
    std::string target;                 ///< the output, or what stands before its softmax
    const OnnxNode *softmax = nullptr;  ///< none when the output is the target itself
    std::vector<const OnnxNode *> grus; ///< from the lowest to the highest
    bool hasHead = false;               ///< a linear layer stands between the GRU and the output
};

/// One attempt to read the network behind a part of a graph, its input's axes taken in one order.
class OnnxAttempt {
public:
    OnnxAttempt(const GraphEvaluator &evaluator, OnnxPart part, OnnxInputs inputs);

    /// @throws DataError with the reason when this is not what the graph computes
    ModelFile read();
    /// How far read() came, to choose among the reasons of several attempts.
    int stage() const { return m_stage; }

private:
    void runTrials();
    void readScalers();
    void foldInputs();
    void foldInput(std::size_t layer);
    void checkScaling(const AffineMap &map) const;
    AffineMap probeLayerInput(std::size_t layer) const;
    ModelFile readHead(OutputOrder order) const;
    AffineMap probeHead(OutputOrder order) const;
    /// Inputs of the graph and what the GRUs below `layer` gave, and `state` at every step of that layer.
    GraphValues givenState(std::size_t layer, const Vector<double> &state) const;
    ImportedHead headOf(const AffineMap &map) const;
    void addNotes(OutputOrder order, ImportedNetwork &network) const;
    [[noreturn]] void refuse(const std::string &from, const std::string &value, const std::string &what) const;

    const GraphEvaluator &m_evaluator;
    OnnxPart m_part;
    OnnxInputs m_inputs;
    int m_stage = 0;
    std::array<OnnxTrial, 2> m_trials;
    std::vector<OnnxLayer> m_layers;
    ImportedNetwork m_network;
    std::optional<Preparation> m_preparation;
    bool m_scalesInGraph = false; ///< as the metadata of our own export says
    AffineMap m_inputMap;         ///< from a window's column to what the lowest GRU reads
};

} // namespace gatescope
