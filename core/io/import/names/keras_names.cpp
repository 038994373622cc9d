// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ascii.h"
#include "core/error.h"
#include "core/io/import/names/gate_order.h"
#include "core/io/import/names/head_names.h"
#include "core/io/import/names/state_dict.h"

#include <algorithm>
#include <map>

namespace gatescope {

namespace {

constexpr std::string_view kRecurrent = "recurrent_kernel";
constexpr std::string_view kKernel = "kernel";
constexpr std::string_view kBias = "bias";

/// Keras 2 adds the number of the output to a variable's name: "gru/kernel:0".
std::string_view bareName(std::string_view name)
{
    return name.ends_with(":0") ? name.substr(0, name.size() - 2) : name;
}

/// What stands before a variable's own name, "gru_0." or "gru/gru_cell/"; none if it does not end in it.
std::optional<std::string> moduleOf(const NamedTensor &tensor, std::string_view variable)
{
    const std::string_view name = bareName(tensor.name);
    if (!name.ends_with(variable))
        return std::nullopt;
    return std::string(name.substr(0, name.size() - variable.size()));
}

/// Order of names in which a number counts as one: gru, gru_1, gru_2, gru_10.
std::pair<std::string, std::vector<Index>> naturalOrder(const std::string &name)
{
    std::pair<std::string, std::vector<Index>> order;
    bool digits = false;
    for (const char c : name) {
        const bool digit = isDigit(c);
        if (digit && !digits)
            order.second.push_back(0);
        if (digit)
            order.second.back() = std::min<Index>(order.second.back() * 10 + (c - '0'), 1'000'000);
        else if (c != '_')
            order.first += c;
        digits = digit;
    }
    return order;
}

struct KerasLayer {
    const NamedTensor *kernel = nullptr;
    const NamedTensor *recurrent = nullptr;
    const NamedTensor *bias = nullptr;
};

const NamedTensor *variableOf(const TensorFile &file, const std::string &module, std::string_view variable)
{
    const auto found = std::ranges::find_if(
        file.tensors, [&](const NamedTensor &tensor) { return moduleOf(tensor, variable) == module; });
    return found == file.tensors.end() ? nullptr : &*found;
}

ImportedMatrix transposed(const NamedTensor &tensor, const std::string &name)
{
    const ImportedMatrix matrix = importedMatrix(tensor, name);
    ImportedMatrix result{matrix.columns, matrix.rows, {}};
    for (Index column = 0; column < matrix.columns; ++column)
        for (Index row = 0; row < matrix.rows; ++row)
            result.values.push_back(matrix.values[static_cast<std::size_t>(row * matrix.columns + column)]);
    return result;
}

Formulation settledFormulation(const TensorFile &file, const std::string &name, const ImportOptions &options)
{
    const std::optional<Formulation> found = kerasFormulation(file);
    if (found && options.formulation && *options.formulation != *found)
        throw OptionError(
            {{"formulation", std::string(formulationName(*options.formulation)),
              "contradicts " + name + ", whose biases are those of " + std::string(formulationName(*found)),
              "leave the option out; Keras' biases say it"}});
    return found.value_or(options.formulation.value_or(Formulation::ResetAfter));
}

ImportedLayer importedLayer(const KerasLayer &layer, Formulation formulation, const std::string &name)
{
    const UpdateSign sign = foreignUpdateSign(formulation);
    ImportedLayer imported;
    imported.inputWeight = transposed(*layer.kernel, name);
    imported.recurrentWeight = transposed(*layer.recurrent, name);
    const Index hidden = imported.recurrentWeight.columns;
    for (const auto &[matrix, tensor] :
         {std::pair{&imported.inputWeight, layer.kernel}, std::pair{&imported.recurrentWeight, layer.recurrent}}) {
        if (hidden < 1 || matrix->rows != 3 * hidden)
            throw DataError(name + ": tensor " + quoted(tensor->name) + " is " + tensor->shapeText()
                            + ", expected 3H columns for a GRU of " + std::to_string(hidden) + " units"
                            + (matrix->rows == 4 * hidden ? " (it looks like an LSTM)" : ""));
        matrix->values = fromUpdateFirst(matrix->values, hidden, matrix->columns, sign);
    }
    if (layer.bias == nullptr)
        return imported;
    const auto gates = static_cast<std::size_t>(3 * hidden);
    const std::size_t rows = formulation == Formulation::ResetAfter ? 2 : 1;
    const std::vector<std::int64_t> expected =
        rows == 2 ? std::vector<std::int64_t>{2, 3 * hidden} : std::vector<std::int64_t>{3 * hidden};
    if (layer.bias->shape != expected || !isFloating(layer.bias->dtype))
        throw DataError(name + ": tensor " + quoted(layer.bias->name) + " is " + layer.bias->shapeText() + ", expected "
                        + NamedTensor{"", DType::F32, expected, {}}.shapeText());
    const std::vector<double> values = tensorValues<double>(*layer.bias);
    imported.inputBias = fromUpdateFirst(std::span(values).first(gates), hidden, 1, sign);
    if (rows == 2)
        imported.recurrentBias = fromUpdateFirst(std::span(values).last(gates), hidden, 1, sign);
    return imported;
}

/// Keras' dense layer under PyTorch's names and layout, so that one function finds heads.
std::optional<ImportedHead> denseHead(const std::vector<const NamedTensor *> &others, const HeadPlace &place,
                                      const std::string &name, std::vector<std::string> &notes)
{
    std::vector<NamedTensor> renamed;
    for (const NamedTensor *tensor : others) {
        std::string label(bareName(tensor->name));
        std::ranges::replace(label, '/', '.');
        if (label.ends_with(kKernel) && tensor->shape.size() == 2 && isFloating(tensor->dtype)) {
            const ImportedMatrix matrix = transposed(*tensor, name);
            renamed.push_back(makeTensor<double>(label.substr(0, label.size() - kKernel.size()) + "weight",
                                                 {matrix.rows, matrix.columns}, matrix.values));
        } else {
            renamed.push_back(*tensor);
            renamed.back().name = label;
        }
    }
    std::vector<const NamedTensor *> pointers;
    for (const NamedTensor &tensor : renamed)
        pointers.push_back(&tensor);
    return findHead(pointers, place, name, notes);
}

} // namespace

bool hasKerasNames(const TensorFile &file)
{
    return std::ranges::any_of(file.tensors,
                               [](const NamedTensor &tensor) { return moduleOf(tensor, kRecurrent).has_value(); });
}

std::optional<Formulation> kerasFormulation(const TensorFile &file)
{
    for (const NamedTensor &tensor : file.tensors) {
        const std::optional<std::string> module = moduleOf(tensor, kRecurrent);
        const NamedTensor *bias = module ? variableOf(file, *module, kBias) : nullptr;
        if (bias != nullptr)
            return bias->shape.size() == 2 ? Formulation::ResetAfter : Formulation::ResetBefore;
    }
    return std::nullopt;
}

ImportedNetwork networkFromKeras(const TensorFile &file, const std::string &name, const ImportOptions &options)
{
    std::map<std::pair<std::string, std::vector<Index>>, KerasLayer> layers;
    std::vector<const NamedTensor *> used;
    for (const NamedTensor &tensor : file.tensors) {
        const std::optional<std::string> module = moduleOf(tensor, kRecurrent);
        if (!module)
            continue;
        if (module->find("backward") != std::string::npos)
            throw DataError(name + ": tensor " + quoted(tensor.name)
                            + " belongs to a bidirectional network, which reads the future; only the forward direction "
                              "can be represented");
        KerasLayer layer{variableOf(file, *module, kKernel), &tensor, variableOf(file, *module, kBias)};
        if (layer.kernel == nullptr)
            throw DataError(name + ": beside " + quoted(tensor.name) + " there is no kernel");
        if (!layers.emplace(naturalOrder(*module), layer).second)
            throw DataError(name + ": tensor " + quoted(tensor.name) + " stands twice");
        used.insert(used.end(), {layer.kernel, layer.recurrent, layer.bias});
    }
    std::erase(used, nullptr);
    ImportedNetwork network;
    network.formulation = settledFormulation(file, name, options);
    for (const auto &[order, layer] : layers)
        network.layers.push_back(importedLayer(layer, network.formulation, name));
    std::vector<const NamedTensor *> others;
    for (const NamedTensor &tensor : file.tensors) {
        if (std::ranges::find(used, &tensor) == used.end())
            others.push_back(&tensor);
    }
    network.head = denseHead(
        others, {"", network.layers.front().inputWeight.columns, network.layers.front().recurrentWeight.columns}, name,
        network.notes);
    notePrecision(used, network);
    return network;
}

} // namespace gatescope
