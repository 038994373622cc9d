// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/names/state_dict.h"

#include "core/error.h"
#include "core/io/import/names/head_names.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace gatescope {

namespace {

constexpr std::string_view kStatePrefix = "training.";
constexpr std::string_view kParts[] = {"weight_ih", "weight_hh", "bias_ih", "bias_hh"};
constexpr Index kMaxLayers = 32;

/// A name such as "encoder.gru.weight_ih_l0", or of a cell "cells.1.weight_ih", taken apart.
struct RecurrentName {
    std::string prefix;   ///< "encoder.gru.", "cells."
    std::size_t part = 0; ///< index into kParts
    Index layer = 0;
    bool reverse = false; ///< of a bidirectional layer
    bool cell = false;    ///< of torch.nn.GRUCell, whose names have no layer
};

/// Cells are stacked as modules of their own: the number at the end of their name is the layer's.
void settleCell(RecurrentName &name)
{
    name.cell = true;
    const std::string_view module =
        std::string_view(name.prefix).substr(0, name.prefix.empty() ? 0 : name.prefix.size() - 1);
    const std::size_t digits = module.find_last_not_of("0123456789") + 1;
    const auto [end, error] = std::from_chars(module.data() + digits, module.data() + module.size(), name.layer);
    if (error == std::errc() && digits < module.size())
        name.prefix = std::string(module.substr(0, digits));
}

std::optional<RecurrentName> recurrentName(const std::string &name)
{
    const std::size_t dot = name.rfind('.');
    const std::size_t begin = dot == std::string::npos ? 0 : dot + 1;
    std::string_view last = std::string_view(name).substr(begin);
    RecurrentName result;
    result.prefix = name.substr(0, begin);
    const auto part = std::ranges::find_if(kParts, [&](std::string_view text) { return last.starts_with(text); });
    if (part == std::end(kParts))
        return std::nullopt;
    result.part = static_cast<std::size_t>(part - std::begin(kParts));
    last.remove_prefix(part->size());
    if (last.empty()) {
        settleCell(result);
        return result;
    }
    if (!last.starts_with("_l"))
        return std::nullopt;
    last.remove_prefix(2);
    const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), result.layer);
    const std::string_view rest(end, static_cast<std::size_t>(last.data() + last.size() - end));
    result.reverse = rest == "_reverse";
    if (error != std::errc() || result.layer < 0 || (!rest.empty() && !result.reverse))
        return std::nullopt;
    return result;
}

/// The tensors of one recurrent module: by layer, by part.
struct RecurrentModule {
    std::string prefix;
    bool cell = false;
    std::map<Index, std::array<const NamedTensor *, 4>> layers;
};

RecurrentModule collectModule(const TensorFile &file, const std::string &name, std::vector<const NamedTensor *> &others)
{
    RecurrentModule module;
    bool found = false;
    for (const NamedTensor &tensor : file.tensors) {
        const std::optional<RecurrentName> parsed = recurrentName(tensor.name);
        if (!parsed) {
            if (!tensor.name.starts_with(kStatePrefix))
                others.push_back(&tensor);
            continue;
        }
        if (parsed->reverse)
            throw DataError(name + ": tensor " + quoted(tensor.name)
                            + " belongs to a bidirectional network, which reads the future; only the forward direction "
                              "can be represented");
        if (found && parsed->prefix != module.prefix)
            throw DataError(name + ": there are two recurrent networks, " + gatescope::quoted(module.prefix) + " and "
                            + quoted(parsed->prefix) + "; save the one to import by itself");
        if (found && parsed->cell != module.cell)
            throw DataError(name
                            + ": there are two recurrent networks, a GRU and a GRUCell; save the one to import by "
                              "itself");
        if (!parsed->cell && parsed->layer >= kMaxLayers)
            throw DataError(name + ": tensor " + quoted(tensor.name) + " is of layer " + std::to_string(parsed->layer)
                            + ", at most " + std::to_string(kMaxLayers) + " layers can be represented");
        found = true;
        module.prefix = parsed->prefix;
        module.cell = parsed->cell;
        module.layers[parsed->layer][parsed->part] = &tensor;
    }
    return module;
}

/// A GRU stacks three gates, an LSTM four, a plain RNN has one.
void checkGateCount(const ImportedMatrix &recurrent, const std::string &tensor, const std::string &name)
{
    const Index hidden = recurrent.columns;
    if (hidden > 0 && recurrent.rows == 3 * hidden)
        return;
    const char *kind = recurrent.rows == 4 * hidden ? " (it looks like an LSTM)"
                       : recurrent.rows == hidden   ? " (it looks like a plain RNN)"
                                                    : "";
    throw DataError(name + ": tensor " + quoted(tensor) + " is " + std::to_string(recurrent.rows) + " × "
                    + std::to_string(hidden) + ", expected " + std::to_string(3 * hidden) + " × "
                    + std::to_string(hidden) + " for a GRU" + kind);
}

bool allZero(const std::vector<double> &values)
{
    return std::ranges::all_of(values, [](double value) { return value == 0.0; });
}

/// Reset-before has one bias a gate: the recurrent one must be absent or zero.
void settleBiases(ImportedLayer &layer, const std::array<const NamedTensor *, 4> &tensors, const std::string &name,
                  const ImportOptions &options, Formulation formulation)
{
    if (options.bias == false) {
        for (const std::size_t part : {std::size_t{2}, std::size_t{3}}) {
            if (tensors[part] != nullptr && !allZero(importedVector(*tensors[part], name)))
                throw DataError(name + ": tensor " + quoted(tensors[part]->name)
                                + " is not zero, but a network without biases was asked for");
        }
        return;
    }
    if (tensors[2] != nullptr)
        layer.inputBias = importedVector(*tensors[2], name);
    if (tensors[3] == nullptr) {
        if (formulation == Formulation::ResetAfter && tensors[2] != nullptr)
            throw DataError(name + ": tensor " + quoted(tensors[2]->name)
                            + " has no bias_hh beside it, which reset-after needs; for the textbook's form say so with "
                              "--formulation reset-before");
        return;
    }
    layer.recurrentBias = importedVector(*tensors[3], name);
    if (formulation == Formulation::ResetAfter) {
        if (tensors[2] == nullptr)
            throw DataError(name + ": tensor " + quoted(tensors[3]->name) + " has no bias_ih beside it");
        return;
    }
    if (!allZero(layer.recurrentBias))
        throw DataError(name + ": tensor " + quoted(tensors[3]->name)
                        + " is not zero, but reset-before has no bias_hh; is the network reset-after?");
    layer.recurrentBias.clear();
}

} // namespace

bool hasPyTorchNames(const TensorFile &file)
{
    return std::ranges::any_of(file.tensors,
                               [](const NamedTensor &tensor) { return recurrentName(tensor.name).has_value(); });
}

ImportedNetwork networkFromStateDict(const TensorFile &file, const std::string &name, const ImportOptions &options)
{
    std::vector<const NamedTensor *> others;
    const RecurrentModule module = collectModule(file, name, others);
    ImportedNetwork network;
    network.formulation = options.formulation.value_or(Formulation::ResetAfter);
    Index expected = 0;
    std::vector<const NamedTensor *> used;
    if (module.cell) {
        expected = module.layers.begin()->first; // a cell's number is its place among all modules
        network.notes.emplace_back("these are the weights of torch.nn.GRUCell; each cell is a layer");
    }
    for (const auto &[layer, tensors] : module.layers) {
        if (layer != expected++)
            throw DataError(name + ": layer " + std::to_string(expected - 1) + " is missing below layer "
                            + std::to_string(layer));
        for (const std::size_t part : {std::size_t{0}, std::size_t{1}}) {
            if (tensors[part] == nullptr)
                throw DataError(name + ": tensor "
                                + quoted(module.cell
                                             ? module.prefix + " … " + std::string(kParts[part])
                                             : module.prefix + std::string(kParts[part]) + "_l" + std::to_string(layer))
                                + " is missing");
        }
        ImportedLayer imported;
        imported.recurrentWeight = importedMatrix(*tensors[1], name);
        checkGateCount(imported.recurrentWeight, tensors[1]->name, name);
        imported.inputWeight = importedMatrix(*tensors[0], name);
        settleBiases(imported, tensors, name, options, network.formulation);
        network.layers.push_back(std::move(imported));
        std::ranges::copy_if(tensors, std::back_inserter(used),
                             [](const NamedTensor *tensor) { return tensor != nullptr; });
    }
    network.head = findHead(
        others,
        {module.prefix, network.layers.front().inputWeight.columns, network.layers.front().recurrentWeight.columns},
        name, network.notes);
    notePrecision(used, network);
    return network;
}

} // namespace gatescope
