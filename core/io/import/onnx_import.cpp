// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx_import.h"

#include "core/error.h"
#include "core/input_file.h"
#include "core/io/import/imported_network.h"
#include "core/io/import/onnx_walk.h"
#include "core/io/import/state_dict.h"
#include "core/io/model/model_metadata.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::uint64_t kMaxModelBytes = 1ULL << 30;

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// Everything of a GRU node but its weights: only what our equations compute is let through.
void checkAttributes(const OnnxNode &node, const std::string &where)
{
    if (const OnnxAttribute *direction = node.attribute("direction");
        direction != nullptr && direction->text.value_or("forward") != "forward")
        throw DataError(where + ": direction " + quoted(*direction->text)
                        + " reads the future and cannot be represented; only forward can");
    if (node.attribute("clip") != nullptr)
        throw DataError(where + ": clip cannot be represented");
    if (const OnnxAttribute *activations = node.attribute("activations"); activations != nullptr) {
        if (activations->texts.size() != 2 || lowered(activations->texts[0]) != "sigmoid"
            || lowered(activations->texts[1]) != "tanh") {
            std::string found;
            for (const std::string &text : activations->texts)
                found += (found.empty() ? "" : ", ") + text;
            throw DataError(where + ": the activations are " + gatescope::quoted(found)
                            + "; only Sigmoid, Tanh can be represented");
        }
    }
}

/// A constant initial state must be zero; one that is given at run time is told.
void checkInitialState(const OnnxWalk &walk, const OnnxNode &node, const std::string &where,
                       std::vector<std::string> &notes)
{
    if (const std::string state = walk.input(node, 5); !state.empty()) {
        if (const NamedTensor *tensor = walk.constant(state)) {
            if (!std::ranges::all_of(tensorValues<double>(*tensor), [](double value) { return value == 0.0; }))
                throw DataError(where + ": the initial state " + quoted(state)
                                + " is not zero, which cannot be represented");
        } else if (walk.dependsOnInput(state)) {
            notes.emplace_back(where + ": the initial state is given at run time; here it is zero");
        } else if (!walk.isZero(state)) {
            throw DataError(where + ": the initial state " + quoted(state)
                            + " cannot be followed; only zero can be represented");
        }
    }
    if (const std::string lengths = walk.input(node, 4); !lengths.empty())
        notes.emplace_back(where + ": sequence_lens is left aside; every sequence is run to its end");
}

Formulation formulationOf(const OnnxNode &node)
{
    const OnnxAttribute *attribute = node.attribute("linear_before_reset");
    const bool resetAfter = attribute != nullptr && attribute->integer.value_or(0) != 0;
    return resetAfter ? Formulation::ResetAfter : Formulation::ResetBefore;
}

const NamedTensor &weight(const OnnxWalk &walk, const OnnxNode &node, std::size_t index, const char *what,
                          const std::string &where)
{
    const std::string name = walk.input(node, index);
    const NamedTensor *tensor = name.empty() ? nullptr : walk.constant(name);
    if (tensor == nullptr)
        throw DataError(
            where + ": its " + what + " "
            + (name.empty()
                   ? std::string("is missing")
                   : quoted(name)
                         + " is no constant of the file; only a model that carries its weights can be imported"));
    return *tensor;
}

/// Adds a node's layer and checks that it reads the layer below.
void addLayer(const OnnxWalk &walk, const OnnxNode &node, const std::string &where, ImportedNetwork &network,
              std::vector<const NamedTensor *> &used)
{
    checkAttributes(node, where);
    const Formulation formulation = formulationOf(node);
    if (!network.layers.empty() && formulation != network.formulation)
        throw DataError(where
                        + ": its linear_before_reset differs from the layer below; one network has one formulation");
    network.formulation = formulation;
    checkInitialState(walk, node, where, network.notes);
    const NamedTensor &inputWeight = weight(walk, node, 1, "W", where);
    const NamedTensor &recurrentWeight = weight(walk, node, 2, "R", where);
    const NamedTensor *bias = walk.input(node, 3).empty() ? nullptr : &weight(walk, node, 3, "B", where);
    network.layers.push_back(layerFromOnnx(inputWeight, recurrentWeight, bias, formulation, where));
    used.insert(used.end(), {&inputWeight, &recurrentWeight});
}

std::optional<Preparation> checkedPreparation(const OnnxGraph &graph, const OnnxWalk &walk, const std::string &name,
                                              const NetworkOptions &network)
{
    std::optional<Preparation> preparation = preparationFromMetadata(graph.metadata, name);
    if (preparation && preparation->inputScaler.size() != 0 && preparation->inputScaler.size() != network.inputs)
        preparation.reset();
    if (walk.scalesInput() && !preparation)
        throw DataError(name + ": the graph scales its inputs, but its metadata does not say how; scale outside");
    return preparation;
}

/// Of a graph of ours that adds the targets' last values to a predicted change, takes the part before that.
void leaveOutLastTargets(OnnxGraph &graph)
{
    const auto givesChange = [](const OnnxNode &node) { return node.outputs == std::vector<std::string>{"y_change"}; };
    const auto change = std::ranges::find_if(graph.nodes, givesChange);
    if (graph.producer != "GateScope" || change == graph.nodes.end())
        return;
    std::erase_if(graph.nodes, [](const OnnxNode &node) {
        const std::string &output = node.outputs.front();
        return output == "x_last_step" || output == "x_last" || output == "y_last" || output == "y";
    });
    std::ranges::find_if(graph.nodes, givesChange)->outputs = {"y"};
}

} // namespace

ModelFile importOnnx(const std::filesystem::path &path, const ImportOptions &options)
{
    const std::string name = quoted(path.string());
    const std::vector<std::byte> bytes = readWholeFile(path, kMaxModelBytes);
    OnnxProblem problem;
    std::optional<OnnxGraph> graph = parseOnnx(bytes, problem);
    if (!graph)
        throw DataError(name + ": " + problem.text);
    leaveOutLastTargets(*graph);
    const OnnxWalk walk(*graph, name);
    ImportedNetwork network;
    std::vector<const NamedTensor *> used;
    for (const OnnxNode *node : walk.layers())
        addLayer(walk, *node, name + ", node " + quoted(node->name.empty() ? node->operation : node->name), network,
                 used);
    network.head = walk.head();
    if (walk.givesEveryStep())
        network.notes.emplace_back("the graph gives an output for every step; here it is that of the last step");
    notePrecision(used, network);
    if (options.formulation && *options.formulation != network.formulation)
        throw OptionError({{"formulation", std::string(formulationName(*options.formulation)),
                            "contradicts " + name + ", which is " + std::string(formulationName(network.formulation)),
                            "leave the option out; ONNX says it itself"}});
    ModelFile model = assembleModel(std::move(network), name);
    model.preparation = checkedPreparation(*graph, walk, name, model.settings.network);
    if (options.bias == false && model.settings.network.bias)
        throw OptionError(
            {{"biases", "off", "contradicts " + name + ", whose GRU has biases", "leave the option out"}});
    return model;
}

} // namespace gatescope
