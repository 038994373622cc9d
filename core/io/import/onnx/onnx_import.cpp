// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx/onnx_import.h"

#include "core/error.h"
#include "core/io/import/onnx/onnx_data.h"
#include "core/io/import/onnx/onnx_network.h"
#include "core/io/import/onnx/onnx_proof.h"
#include "core/math/random.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <optional>

namespace gatescope {

namespace {

/// What came of one output of the graph.
struct OutputReading {
    std::string output;
    bool hasHead = false;
    std::optional<ModelFile> model;
    std::exception_ptr reason; ///< why there is none
};

OutputReading readOutput(const GraphEvaluator &evaluator, const std::string &output)
{
    OutputReading reading{output, false, {}, {}};
    try {
        const OnnxNetworkReader reader(evaluator, output);
        reading.hasHead = reader.hasHead();
        reading.model = reader.read();
    } catch (const DataError &) {
        reading.reason = std::current_exception();
    }
    return reading;
}

bool sameNetwork(const ModelFile &a, const ModelFile &b)
{
    return a.settings.network == b.settings.network && a.parameters == b.parameters;
}

/// Of several outputs the head's; two heads that differ are two networks.
ModelFile chosenOutput(std::vector<OutputReading> readings, const std::string &file)
{
    OutputReading *chosen = nullptr;
    for (OutputReading &reading : readings) {
        if (!reading.model)
            continue;
        if (chosen == nullptr || (reading.hasHead && !chosen->hasHead))
            chosen = &reading;
        else if (reading.hasHead && !sameNetwork(*reading.model, *chosen->model))
            throw DataError(file + ": its outputs " + gatescope::quoted(chosen->output) + " and "
                            + gatescope::quoted(reading.output)
                            + " are two different networks; save it with the one to import");
    }
    // A state beside a head that cannot be read is no substitute for it.
    for (const OutputReading &reading : readings) {
        if (reading.reason && (chosen == nullptr || (reading.hasHead && !chosen->hasHead)))
            std::rethrow_exception(reading.reason);
    }
    std::string others;
    for (const OutputReading &reading : readings) {
        if (!reading.model || !sameNetwork(*reading.model, *chosen->model))
            others += (others.empty() ? "" : ", ") + gatescope::quoted(reading.output);
    }
    if (!others.empty()) {
        chosen->model->notes.emplace_back("of the graph's outputs " + gatescope::quoted(chosen->output)
                                          + " was taken; left aside: " + others);
    }
    return std::move(*chosen->model);
}

/// Of a graph of ours that adds the targets' last values to a predicted change, takes the part before that.
/// @return whether it is one; then what was left out is to be proved (proveLastTargets)
bool leaveOutLastTargets(OnnxGraph &graph)
{
    const auto givesChange = [](const OnnxNode &node) { return node.outputs == std::vector<std::string>{"y_change"}; };
    const auto change = std::ranges::find_if(graph.nodes, givesChange);
    if (graph.producer != "GateScope" || change == graph.nodes.end())
        return false;
    std::erase_if(graph.nodes, [](const OnnxNode &node) {
        const std::string &output = node.outputs.front();
        return output == "x_last_step" || output == "x_last" || output == "y_last" || output == "y";
    });
    std::ranges::find_if(graph.nodes, givesChange)->outputs = {"y"};
    return true;
}

/// The features that the outputs are the change of. @throws DataError when the model predicts no change
std::vector<std::int64_t> changedFeatures(const ModelFile &model, const std::string &file)
{
    const std::optional<Preparation> &preparation = model.preparation;
    std::vector<std::int64_t> features;
    for (Index o = 0; preparation && preparation->options.predict == TargetForm::Change
                      && !preparation->targetNames.empty() && o < model.settings.network.outputs;
         ++o) {
        const std::string &name =
            preparation->targetNames[static_cast<std::size_t>(o) % preparation->targetNames.size()];
        const auto found = std::ranges::find(preparation->featureNames, name);
        if (found != preparation->featureNames.end())
            features.push_back(found - preparation->featureNames.begin());
    }
    if (std::ssize(features) != model.settings.network.outputs)
        throw DataError(file + ": its graph gives a change, its metadata do not say of what; export it anew");
    return features;
}

/// Runs the whole graph on random windows of two lengths and batch sizes.
/// @throws DataError where y is anything but y_change plus the targets at the window's last step
void proveLastTargets(const OnnxGraph &graph, const ModelFile &model, const std::string &file)
{
    const std::vector<std::int64_t> features = changedFeatures(model, file);
    const GraphEvaluator evaluator(graph, file);
    const Index inputs = model.settings.network.inputs, outputs = model.settings.network.outputs;
    Random random(20261126);
    for (const WindowSizes sizes : {WindowSizes{2, 5}, WindowSizes{3, 8}}) {
        auto x = std::make_shared<GraphTensor>(
            GraphTensor{DType::F32, {sizes.batch, sizes.steps, inputs}, {}, std::uint64_t{1}});
        for (Index i = 0; i < sizes.batch * sizes.steps * inputs; ++i)
            x->values.push_back(10.0 * random.normal());
        const GraphValues values = evaluator.evaluate({"y", "y_change"}, {{"x", x}});
        const GraphTensor &y = *values.at("y"), &change = *values.at("y_change");
        if (y.shape != change.shape || y.count() != sizes.batch * outputs)
            throw DataError(file + ": its outputs \"y\" and \"y_change\" have other shapes than a change has");
        for (Index i = 0; i < sizes.batch * outputs; ++i) {
            const Index at =
                ((i / outputs + 1) * sizes.steps - 1) * inputs + features[static_cast<std::size_t>(i % outputs)];
            const auto number = static_cast<std::size_t>(i);
            const double expected = change.values[number] + x->values[static_cast<std::size_t>(at)];
            if (!(std::abs(y.values[number] - expected) <= kImportTolerance * std::max(1.0, std::abs(expected))))
                throw DataError(
                    file
                    + ": its output \"y\" is not \"y_change\" plus the last value of the target; it computes "
                      "something that cannot be represented");
        }
    }
}

} // namespace

ModelFile importOnnx(const std::filesystem::path &path, const ImportOptions &options)
{
    const std::string name = gatescope::quoted(path.string());
    const OnnxGraph whole = readOnnxGraph(path);
    OnnxGraph graph = whole;
    const bool givesChange = leaveOutLastTargets(graph);
    if (graph.outputs.empty())
        throw DataError(name + ": the graph has no output");
    const GraphEvaluator evaluator(graph, name);
    std::vector<OutputReading> readings;
    for (const OnnxValue &output : graph.outputs)
        readings.push_back(readOutput(evaluator, output.name));
    ModelFile model = chosenOutput(std::move(readings), name);
    if (givesChange)
        proveLastTargets(whole, model, name);
    const NetworkOptions &network = model.settings.network;
    if (options.formulation && *options.formulation != network.formulation)
        throw OptionError({{"formulation", std::string(formulationName(*options.formulation)),
                            "contradicts " + name + ", which is " + std::string(formulationName(network.formulation)),
                            "leave the option out; ONNX says it itself"}});
    if (options.bias == false && network.bias)
        throw OptionError(
            {{"biases", "off", "contradicts " + name + ", whose GRU has biases", "leave the option out"}});
    return model;
}

} // namespace gatescope
