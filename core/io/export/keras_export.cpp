// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/exporters.h"
#include "core/io/files/atomic_file.h"
#include "core/io/files/strict_json.h"
#include "core/io/import/import_weights.h"
#include "core/io/import/names/gate_order.h"
#include "core/io/tensors/npz.h"
#include "core/printable.h"

namespace gatescope {

namespace {

/// Row-major rows × columns to columns × rows.
std::vector<double> transposed(std::span<const double> values, Index rows, Index columns)
{
    std::vector<double> result;
    result.reserve(values.size());
    for (Index column = 0; column < columns; ++column)
        for (Index row = 0; row < rows; ++row)
            result.push_back(values[static_cast<std::size_t>(row * columns + column)]);
    return result;
}

std::string layerName(Index layer, const char *part)
{
    return "gru_" + std::to_string(layer) + "." + part;
}

std::filesystem::path scriptPath(const std::filesystem::path &path)
{
    return path.parent_path() / (path.stem().string() + "_set_weights.py");
}

/// The Python file beside the archive: the layers as Keras builds them, and the set_weights lines.
std::string scriptText(const ModelFile &model, const std::filesystem::path &path)
{
    const NetworkOptions &network = model.settings.network;
    const bool resetAfter = network.formulation == Formulation::ResetAfter;
    std::string text =
        "\"\"\"Builds the network in Keras and sets its weights.\n\n"
        "Inputs are (batch, step, feature), scaled as the archive's comment says (input_scaler).\n\"\"\"\n"
        "import pathlib\n\nimport keras\nimport numpy as np\n\n";
    text += "weights = np.load(pathlib.Path(__file__).with_name(" + jsonString(path.filename().string()) + "))\n";
    text += "inputs = keras.Input((None, " + std::to_string(network.inputs) + "))\n";
    text += "grus = [keras.layers.GRU(" + std::to_string(network.hidden) + ", return_sequences=layer < "
            + std::to_string(network.layers - 1) + ", reset_after=" + (resetAfter ? "True" : "False")
            + ", use_bias=" + (network.bias ? "True" : "False") + ")\n        for layer in range("
            + std::to_string(network.layers) + ")]\n";
    text += "dense = keras.layers.Dense(" + std::to_string(network.outputs) + ")\n";
    text += "value = inputs\nfor gru in grus:\n    value = gru(value)\nmodel = keras.Model(inputs, dense(value))\n\n";
    for (Index layer = 0; layer < network.layers; ++layer) {
        text += "grus[" + std::to_string(layer) + "].set_weights([weights[\"" + layerName(layer, "kernel")
                + "\"], weights[\"" + layerName(layer, "recurrent_kernel") + "\"]";
        if (network.bias)
            text += ", weights[\"" + layerName(layer, "bias") + "\"]";
        text += "])\n";
    }
    return text + "dense.set_weights([weights[\"dense.kernel\"], weights[\"dense.bias\"]])\n";
}

} // namespace

WrittenPaths writeKeras(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &)
{
    const NetworkOptions &network = model.settings.network;
    const ParameterLayout layout(network);
    const UpdateSign sign = foreignUpdateSign(network.formulation);
    const Index gates = 3 * network.hidden;
    TensorFile file;
    file.metadata = publicMetadata(model);
    const auto add = [&](std::string name, std::vector<std::int64_t> shape, std::span<const double> values) {
        file.tensors.push_back(weightTensor(model, std::move(name), std::move(shape), values));
    };
    const auto ordered = [&](const TensorSlot &slot) {
        return toUpdateFirst(slotValues(model, slot), network.hidden, slot.columns, sign);
    };
    for (Index layer = 0; layer < network.layers; ++layer) {
        const TensorSlot &input = layout.inputWeight(layer);
        add(layerName(layer, "kernel"), {input.columns, gates}, transposed(ordered(input), gates, input.columns));
        add(layerName(layer, "recurrent_kernel"), {network.hidden, gates},
            transposed(ordered(layout.recurrentWeight(layer)), gates, network.hidden));
        if (layout.inputBias(layer) == nullptr)
            continue;
        std::vector<double> bias = ordered(*layout.inputBias(layer));
        if (const TensorSlot *recurrent = layout.recurrentBias(layer)) {
            const std::vector<double> second = ordered(*recurrent);
            bias.insert(bias.end(), second.begin(), second.end());
            add(layerName(layer, "bias"), {2, gates}, bias);
        } else {
            add(layerName(layer, "bias"), {gates}, bias);
        }
    }
    add("dense.kernel", {network.hidden, network.outputs},
        transposed(slotValues(model, layout.headWeight()), network.outputs, network.hidden));
    add("dense.bias", {network.outputs}, slotValues(model, layout.headBias()));
    const std::filesystem::path script = scriptPath(path);
    writeNpz(path, file);
    writeFileAtomically(script, printableJson(scriptText(model, path)));
    return {path, script};
}

ModelFile readKeras(const std::filesystem::path &path, const ModelFile &)
{
    return importWeights(path);
}

} // namespace gatescope
