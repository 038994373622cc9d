// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/import_weights.h"

#include "core/error.h"
#include "core/io/import/names/state_dict.h"
#include "core/io/import/onnx/onnx_data.h"
#include "core/io/import/onnx/onnx_import.h"
#include "core/io/model/model_metadata.h"
#include "core/io/tensors/npz.h"
#include "core/model/held_gates.h"

#include <algorithm>

namespace gatescope {

namespace {

void checkAgainst(const ModelFile &model, const ImportOptions &options, const std::string &name)
{
    const NetworkOptions &network = model.settings.network;
    if (options.formulation && *options.formulation != network.formulation)
        throw OptionError({{"formulation", std::string(formulationName(*options.formulation)),
                            "contradicts " + name + ", which is " + std::string(formulationName(network.formulation)),
                            "leave the option out; the two are different functions"}});
    if (options.held && *options.held != network.held)
        throw OptionError(
            {{"hold", std::string(heldGatesName(*options.held)),
              "contradicts " + name + ", which was trained with " + std::string(heldGatesName(network.held)) + " held",
              "leave the option out"}});
    const TrainingOptions &training = model.settings.training;
    const auto lossName = [](LossAt at) { return at == LossAt::Every ? "every" : "end"; };
    if (options.lossAt && *options.lossAt != training.lossAt)
        throw OptionError({{"loss-at", lossName(*options.lossAt),
                            "contradicts " + name + ", whose loss is asked at " + lossName(training.lossAt),
                            "leave the option out"}});
    if (options.burnIn && *options.burnIn != training.burnIn)
        throw OptionError({{"burn-in", std::to_string(*options.burnIn),
                            "contradicts " + name + ", whose burn-in is " + std::to_string(training.burnIn),
                            "leave the option out"}});
    if (options.bias == false && network.bias)
        throw OptionError(
            {{"biases", "off", "contradicts " + name + ", whose GRU has biases", "leave the option out"}});
}

/// What bare weights cannot say of the loss they were trained with.
void settleLoss(ModelFile &model, const ImportOptions &options)
{
    model.settings.training.lossAt = options.lossAt.value_or(model.settings.training.lossAt);
    model.settings.training.burnIn = options.burnIn.value_or(model.settings.training.burnIn);
}

/// Leaves out the rows of gates that are to be held.
void holdGates(ModelFile &model, HeldGates held)
{
    if (held == HeldGates::None)
        return;
    const std::vector<double> all = std::move(model.parameters);
    model.settings.network.held = held;
    model.parameters = ownParameters<double>(model.settings.network, all);
    model.notes.push_back("held: " + std::string(heldGatesName(held))
                          + "; the file's weights of what is held are left out");
}

/// Names and metadata say what a file is, before its numbers are read.
void checkHoldsGru(const TensorFile &heads, const std::string &name)
{
    if (!isModelFile(heads) && !hasPyTorchNames(heads) && !hasKerasNames(heads) && !hasOnnxNames(heads))
        throw DataError(name
                        + ": no GRU was found in it: expected tensors named weight_ih_l0 … (PyTorch), recurrent_kernel "
                          "… (Keras) or W, R, B (ONNX)");
}

/// A file may say its formulation in its metadata; else PyTorch's is assumed, and told.
ImportOptions settledOptions(const TensorFile &file, const std::string &name, ImportOptions options,
                             std::vector<std::string> &notes)
{
    if (options.formulation || (!hasPyTorchNames(file) && kerasFormulation(file)))
        return options;
    const auto said = file.metadata.find("formulation");
    if (said != file.metadata.end() && (said->second == "reset-after" || said->second == "reset-before")) {
        options.formulation = formulationFromName(said->second);
        notes.emplace_back("the formulation is " + said->second + ", as " + name + " says");
    } else {
        options.formulation = Formulation::ResetAfter;
        notes.emplace_back("the file does not say its formulation; it is taken as reset-after, PyTorch's");
    }
    return options;
}

} // namespace

ModelFile importTensors(const TensorFile &file, const std::string &name, const ImportOptions &options)
{
    if (isModelFile(file)) {
        ModelFile model = modelFromTensors(file, name);
        checkAgainst(model, options, name);
        return model;
    }
    checkHoldsGru(file, name);
    std::vector<std::string> notes;
    const ImportOptions settled = settledOptions(file, name, options, notes);
    ImportedNetwork network;
    if (hasPyTorchNames(file))
        network = networkFromStateDict(file, name, settled);
    else if (hasKerasNames(file))
        network = networkFromKeras(file, name, settled);
    else
        network = networkFromOnnxNames(file, name, settled);
    network.notes.insert(network.notes.begin(), notes.begin(), notes.end());
    ModelFile model = assembleModel(std::move(network), name);
    model.preparation = preparationFromMetadata(file.metadata, name);
    holdGates(model, options.held.value_or(HeldGates::None));
    settleLoss(model, options);
    return model;
}

ModelFile importWeights(const std::filesystem::path &path, const ImportOptions &options)
{
    const std::string name = quoted(path.string());
    if (looksLikeOnnx(path)) {
        ModelFile model = importOnnx(path, options);
        holdGates(model, options.held.value_or(HeldGates::None));
        settleLoss(model, options);
        return model;
    }
    const TensorFile file = readTensorFile(path, [&](const TensorFile &heads) { checkHoldsGru(heads, name); });
    return importTensors(file, name, options);
}

} // namespace gatescope
