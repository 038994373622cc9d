// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/formats.h"

#include "core/error.h"
#include "core/io/export/exporters.h"
#include "core/io/import/import_weights.h"
#include "core/io/tensors/npz.h"
#include "core/model/held_gates.h"

#include <algorithm>

namespace gatescope {

namespace {

WrittenPaths writeModel(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &)
{
    ModelFile weights = model;
    weights.training.clear(); // an export is to be used; the model file itself goes on training
    saveModel(path, weights);
    return {path};
}

WrittenPaths writeArrays(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &)
{
    const ParameterLayout layout(model.settings.network);
    TensorFile file;
    for (const TensorSlot &slot : layout.slots()) {
        std::vector<std::int64_t> shape = {slot.rows};
        if (slot.rank == 2)
            shape.push_back(slot.columns);
        file.tensors.push_back(weightTensor(model, slot.name, std::move(shape), slotValues(model, slot)));
    }
    file.metadata = publicMetadata(model);
    writeNpz(path, file);
    return {path};
}

ModelFile readTensors(const std::filesystem::path &path, const ModelFile &)
{
    return importWeights(path);
}

constexpr ExportFormat kFormats[] = {
    {"safetensors", "Safetensors", "GateScope's own model file; torch.nn.GRU loads its tensors as they are.",
     ".safetensors", writeModel, readTensors, true},
    {"pt", "PyTorch weights", "A state_dict for torch.load(weights_only=True) and load_state_dict().", ".pt",
     writeTorch, readTorch},
    {"onnx", "ONNX", "GRU nodes and a linear layer in float32, for ONNX Runtime and everything that reads ONNX.",
     ".onnx", writeOnnx, readOnnx},
    {"npz", "NumPy arrays", "PyTorch's names and layout, for numpy.load().", ".npz", writeArrays, readTensors},
    {"keras", "Keras arrays", "An NPZ in Keras' layout and order, with the set_weights lines in a file beside it.",
     ".npz", writeKeras, readKeras},
    {"json", "JSON", "Every number as text, with the equations: to read, or for other languages.", ".json", writeJson,
     readJson},
    {"header", "C++ header", "Weights and a plain inference function without dependencies.", ".h", writeHeader,
     readHeader},
    {"pytorch", "PyTorch project",
     "A folder with weights, data preparation and a training script that goes on training.", "", writeProject,
     readProject, true},
};

} // namespace

ModelFile fullModel(const ModelFile &model)
{
    ModelFile full = model;
    NetworkOptions &network = full.settings.network;
    full.heldInFull = network.held;
    full.parameters = fullParameters<double>(network, model.parameters);
    network = fullOptions(network);
    return full;
}

std::span<const ExportFormat> exportFormats()
{
    return kFormats;
}

const ExportFormat &exportFormat(std::string_view id)
{
    const auto format = std::ranges::find(kFormats, id, &ExportFormat::id);
    if (format != std::end(kFormats))
        return *format;
    std::string choices;
    for (const ExportFormat &entry : kFormats)
        choices += (choices.empty() ? "" : ", ") + std::string(entry.id);
    throw OptionError(
        {{"format", quoted(std::string(id)), "must be one of " + choices, "onnx is the most widely read"}});
}

std::vector<std::filesystem::path> exportModel(const ModelFile &model, std::string_view formatId,
                                               const std::filesystem::path &path, const ExportOptions &options)
{
    const ExportFormat &format = exportFormat(formatId);
    if (options.scaler == ScalerPlace::Graph && format.id != "onnx")
        throw OptionError({{"scaler in the graph", "on", "is there for onnx only", "leave the option out"}});
    return format.write(format.knowsHeldGates ? model : fullModel(model), path, options);
}

} // namespace gatescope
