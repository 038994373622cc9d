// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/onnx_import.h"

#include "core/error.h"
#include "core/io/import/onnx_data.h"
#include "core/io/import/onnx_network.h"

#include <algorithm>
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
    const std::string name = gatescope::quoted(path.string());
    OnnxGraph graph = readOnnxGraph(path);
    leaveOutLastTargets(graph);
    if (graph.outputs.empty())
        throw DataError(name + ": the graph has no output");
    const GraphEvaluator evaluator(graph, name);
    std::vector<OutputReading> readings;
    for (const OnnxValue &output : graph.outputs)
        readings.push_back(readOutput(evaluator, output.name));
    ModelFile model = chosenOutput(std::move(readings), name);
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
