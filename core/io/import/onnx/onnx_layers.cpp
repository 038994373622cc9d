// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_layers.h"

#include "core/error.h"
#include "core/io/import/names/state_dict.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kLengthsInput = 4;
constexpr std::size_t kStateInput = 5;

const GraphTensor *inputOf(const OnnxNode &node, std::size_t index, const GraphValues &values)
{
    return index < node.inputs.size() && !node.inputs[index].empty() ? values.at(node.inputs[index]).get() : nullptr;
}

NamedTensor weight(const OnnxNode &node, std::size_t index, const GraphValues &values, const std::string &where)
{
    const GraphTensor &tensor = *inputOf(node, index, values);
    if (tensor.sources != 0)
        throw DataError(where + ": its weight " + quoted(node.inputs[index])
                        + " is computed from an input of the graph; only a model that carries its weights can be "
                          "imported");
    return makeTensor<double>(node.inputs[index], tensor.shape, tensor.values);
}

/// Our networks begin at zero and run every sequence to its end.
void checkRunTimeInputs(const OnnxNode &node, const GraphValues &values, std::uint64_t windowSource,
                        const std::string &where, std::vector<std::string> &notes)
{
    if (const GraphTensor *state = inputOf(node, kStateInput, values)) {
        const bool zero = std::ranges::all_of(state->values, [](double value) { return value == 0.0; });
        if (!zero || (state->sources & windowSource) != 0)
            throw DataError(where + ": the initial state " + quoted(node.inputs[kStateInput])
                            + " is not zero, which cannot be represented");
        if (state->sources != 0)
            notes.emplace_back(where + ": the initial state is given at run time; here it is zero");
    }
    if (const GraphTensor *lengths = inputOf(node, kLengthsInput, values); lengths != nullptr && lengths->sources != 0)
        notes.emplace_back(where + ": sequence_lens is given at run time; here every sequence is run to its end");
}

Formulation formulationOf(const OnnxNode &node)
{
    const OnnxAttribute *attribute = node.attribute("linear_before_reset");
    const bool resetAfter = attribute != nullptr && attribute->integer.value_or(0) != 0;
    return resetAfter ? Formulation::ResetAfter : Formulation::ResetBefore;
}

} // namespace

std::vector<OnnxLayer> onnxLayers(const GraphEvaluator &evaluator, const std::vector<const OnnxNode *> &nodes,
                                  const GraphValues &values, std::uint64_t windowSource, ImportedNetwork &network)
{
    std::vector<OnnxLayer> layers;
    for (const OnnxNode *node : nodes) {
        const std::string where = nodeText(*node, evaluator.file());
        const Formulation formulation = formulationOf(*node);
        if (!layers.empty() && formulation != network.formulation)
            throw DataError(where
                            + ": its linear_before_reset differs from the layer below; one network has one "
                              "formulation");
        network.formulation = formulation;
        checkRunTimeInputs(*node, values, windowSource, where, network.notes);
        const NamedTensor inputWeight = weight(*node, 1, values, where);
        const NamedTensor recurrentWeight = weight(*node, 2, values, where);
        std::optional<NamedTensor> bias;
        if (inputOf(*node, 3, values) != nullptr)
            bias = weight(*node, 3, values, where);
        OnnxLayer layer;
        layer.node = node;
        layer.weights = layerFromOnnx(inputWeight, recurrentWeight, bias ? &*bias : nullptr, formulation, where);
        const OnnxAttribute *layout = node->attribute("layout");
        layer.batchFirst = layout != nullptr && layout->integer.value_or(0) != 0;
        if (values.at(node->inputs[2])->dtype == DType::F64)
            network.precision = Precision::Float64;
        layers.push_back(std::move(layer));
    }
    return layers;
}

} // namespace gatescope
