// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/names/gate_order.h"
#include "core/io/import/names/head_names.h"
#include "core/io/import/names/state_dict.h"

#include "core/error.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace gatescope {

namespace {

/// A name such as "W", "R_l1" or "gru.B.0": which of W, R, B, and of which layer.
struct OnnxName {
    char part = 'W';
    Index layer = 0;
};

std::optional<OnnxName> onnxName(std::string_view name)
{
    const std::size_t digits = name.find_last_not_of("0123456789") + 1;
    OnnxName result;
    if (digits < name.size()) {
        const auto [end, error] = std::from_chars(name.data() + digits, name.data() + name.size(), result.layer);
        if (error != std::errc())
            return std::nullopt;
        name = name.substr(0, digits);
        for (const std::string_view separator : {"_l", ".", "_"}) {
            if (name.ends_with(separator)) {
                name.remove_suffix(separator.size());
                break;
            }
        }
    }
    const std::size_t dot = name.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? name : name.substr(dot + 1);
    if (last != "W" && last != "R" && last != "B")
        return std::nullopt;
    result.part = last.front();
    return result;
}

[[noreturn]] void refuseShape(const NamedTensor &tensor, const std::string &expected, const std::string &name)
{
    throw DataError(name + ": tensor " + quoted(tensor.name) + " is " + tensor.shapeText() + ", expected " + expected);
}

std::vector<double> part(const std::vector<double> &values, Index begin, Index size)
{
    return {values.begin() + begin, values.begin() + begin + size};
}

} // namespace

bool hasOnnxNames(const TensorFile &file)
{
    return std::ranges::any_of(file.tensors, [](const NamedTensor &tensor) {
        const std::optional<OnnxName> name = onnxName(tensor.name);
        return name && name->part == 'R';
    });
}

ImportedLayer layerFromOnnx(const NamedTensor &inputWeight, const NamedTensor &recurrentWeight, const NamedTensor *bias,
                            Formulation formulation, const std::string &name)
{
    for (const NamedTensor *tensor : {&inputWeight, &recurrentWeight}) {
        if (tensor->shape.size() == 3 && tensor->shape[0] == 2)
            throw DataError(name + ": tensor " + quoted(tensor->name)
                            + " holds two directions; a bidirectional network reads the future and cannot be "
                              "represented");
    }
    ImportedLayer layer;
    layer.inputWeight = importedMatrix(inputWeight, name);
    layer.recurrentWeight = importedMatrix(recurrentWeight, name);
    const Index hidden = layer.recurrentWeight.columns;
    if (hidden < 1 || layer.recurrentWeight.rows != 3 * hidden)
        refuseShape(recurrentWeight, "1 × 3H × H for a GRU", name);
    if (layer.inputWeight.rows != 3 * hidden)
        refuseShape(inputWeight, "1 × " + std::to_string(3 * hidden) + " × inputs", name);
    const UpdateSign sign = foreignUpdateSign(formulation);
    layer.inputWeight.values = fromUpdateFirst(layer.inputWeight.values, hidden, layer.inputWeight.columns, sign);
    layer.recurrentWeight.values = fromUpdateFirst(layer.recurrentWeight.values, hidden, hidden, sign);
    if (bias == nullptr)
        return layer;
    const std::vector<double> both = importedVector(*bias, name);
    if (static_cast<Index>(both.size()) != 6 * hidden)
        refuseShape(*bias, "1 × " + std::to_string(6 * hidden), name);
    layer.inputBias = fromUpdateFirst(part(both, 0, 3 * hidden), hidden, 1, sign);
    layer.recurrentBias = fromUpdateFirst(part(both, 3 * hidden, 3 * hidden), hidden, 1, sign);
    if (formulation == Formulation::ResetBefore) {
        // Here the two biases of a gate only ever appear as their sum.
        std::ranges::transform(layer.inputBias, layer.recurrentBias, layer.inputBias.begin(), std::plus<>());
        layer.recurrentBias.clear();
    }
    return layer;
}

ImportedNetwork networkFromOnnxNames(const TensorFile &file, const std::string &name, const ImportOptions &options)
{
    std::map<Index, std::map<char, const NamedTensor *>> layers;
    std::vector<const NamedTensor *> others;
    std::vector<const NamedTensor *> used;
    for (const NamedTensor &tensor : file.tensors) {
        const std::optional<OnnxName> parsed = onnxName(tensor.name);
        if (!parsed) {
            others.push_back(&tensor);
            continue;
        }
        if (!layers[parsed->layer].emplace(parsed->part, &tensor).second)
            throw DataError(name + ": tensor " + quoted(tensor.name) + " stands twice for layer "
                            + std::to_string(parsed->layer));
        used.push_back(&tensor);
    }
    ImportedNetwork network;
    network.formulation = options.formulation.value_or(Formulation::ResetAfter);
    for (const auto &[index, parts] : layers) {
        if (!parts.contains('W') || !parts.contains('R'))
            throw DataError(name + ": layer " + std::to_string(index) + " lacks W or R");
        const auto bias = parts.find('B');
        const NamedTensor *tensor = bias == parts.end() ? nullptr : bias->second;
        network.layers.push_back(layerFromOnnx(*parts.at('W'), *parts.at('R'), tensor, network.formulation, name));
    }
    network.head = findHead(
        others, {"", network.layers.front().inputWeight.columns, network.layers.front().recurrentWeight.columns}, name,
        network.notes);
    notePrecision(used, network);
    return network;
}

} // namespace gatescope
