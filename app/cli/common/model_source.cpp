// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/model_source.h"

#include "core/io/import/import_weights.h"
#include "core/io/tensors/sequence_tensors.h"
#include "core/train/optimisation/loss.h"
#include "core/train/settings/settings_table.h"

#include <algorithm>
#include <filesystem>

namespace gatescope::cli {

std::vector<OptionInfo> modelOptionInfos()
{
    const std::string group = "Bare weights files";
    return {
        {"formulation", "reset-after|reset-before", "Which equations the weights are for (default reset-after)", group},
        {"hold", "reset,update", "Gates that were held in training: their rows in the file are left out", group},
        {"no-bias", "", "Leave the GRU's biases out; those in the file must be zero", group},
        {"loss-at", "end|every",
         "Where the loss is asked whose gradients are meant (default end; every with y of N × T × O)", group},
        {"burn-in", "K", "With --loss-at every: the first steps that are in no loss (default 0)", group},
        {"loss", "NAME", "The loss whose gradients are meant: mse (default), mae, huber, cross-entropy", group},
        {"huber-delta", "X", "Where the Huber loss turns straight (default 1)", group},
    };
}

ModelFile loadModelArgument(const Arguments &arguments, const std::string &name, Context &context)
{
    ImportOptions options;
    if (const auto formulation = arguments.optional("formulation"))
        options.formulation = formulationFromName(*formulation);
    if (const auto held = arguments.optional("hold"))
        options.held = heldGatesFromName(*held);
    if (arguments.has("no-bias") || arguments.has("bias"))
        options.bias = arguments.has("bias");
    Settings meant;
    for (const char *id : {"loss-at", "burn-in"}) {
        if (const auto text = arguments.optional(id))
            setSettingText(*findSetting(id), meant, *text);
    }
    const bool read = name == "MODEL"; // else it is trained on, with its own settings and those given
    if (read && arguments.has("loss-at"))
        options.lossAt = meant.training.lossAt;
    if (read && arguments.has("burn-in"))
        options.burnIn = meant.training.burnIn;
    ModelFile model = importWeights(arguments.text(name), options);
    if (!model.dataSource.empty()) {
        const std::filesystem::path folder = std::filesystem::path(arguments.text(name)).parent_path();
        arguments.checkOutputsSpare((folder / model.dataSource).string(),
                                    "the data of " + quoted(arguments.text(name)));
    }
    context.warn(model.notes);
    for (const char *id : {"loss", "huber-delta"}) {
        if (const auto text = arguments.optional(id))
            setSettingText(*findSetting(id), model.settings, *text);
    }
    return model;
}

template <typename Scalar>
TrainingOptions trainingFor(const Arguments &arguments, const ModelFile &model, const SequenceSet<Scalar> &sequences)
{
    TrainingOptions training = model.settings.training;
    const bool bare = !model.preparation;
    if (bare && !arguments.has("loss-at") && namesTensorFile(arguments.text("FILE")) && sequences.hasStepTargets())
        training.lossAt = LossAt::Every;
    if (training.lossAt == LossAt::End && training.burnIn > 0)
        throw OptionError({{"burn-in", std::to_string(training.burnIn),
                            "counts only where the loss is asked at every step", "add --loss-at every"}});
    lossStepsOf(training, sequences);
    return training;
}

template <typename Scalar>
Network<Scalar> networkOf(const ModelFile &model, int threads)
{
    Network<Scalar> network(model.settings.network, threads);
    std::ranges::transform(model.parameters, network.parameters().begin(),
                           [](double value) { return static_cast<Scalar>(value); });
    return network;
}

void checkFits(const NetworkOptions &network, Index features, Index outputs, const std::string &file)
{
    if (features != network.inputs)
        throw DataError(quoted(file) + " has " + std::to_string(features) + " features a step, the network reads "
                        + std::to_string(network.inputs));
    if (outputs > 0 && outputs != network.outputs)
        throw DataError(quoted(file) + " has " + std::to_string(outputs)
                        + " target values a sequence, the network gives " + std::to_string(network.outputs));
}

template <typename Scalar>
void checkComparable(const ModelFile &model, const PreparedData<Scalar> &data, const std::string &file)
{
    if (!data.all.hasTargets()) {
        std::string names;
        for (const std::string &target : data.options.targets)
            names += (names.empty() ? "" : ", ") + quoted(target);
        throw DataError(quoted(file) + " has no target to compare with"
                        + (names.empty() ? std::string(": give it y, the targets")
                                         : ": the model predicts " + names + "; without it, use predict"));
    }
    checkFits(model.settings.network, data.all.inputs(), data.outputs(), file);
    if (data.all.size() == 0)
        throw DataError(quoted(file) + " has no window that ends at a target, so there is nothing to compare with");
}

template TrainingOptions trainingFor(const Arguments &, const ModelFile &, const SequenceSet<float> &);
template TrainingOptions trainingFor(const Arguments &, const ModelFile &, const SequenceSet<double> &);
template void checkComparable(const ModelFile &, const PreparedData<float> &, const std::string &);
template void checkComparable(const ModelFile &, const PreparedData<double> &, const std::string &);
template Network<float> networkOf(const ModelFile &, int);
template Network<double> networkOf(const ModelFile &, int);

} // namespace gatescope::cli
