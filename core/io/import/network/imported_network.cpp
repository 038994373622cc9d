// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/network/imported_network.h"

#include "core/error.h"

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

std::string shapeText(Index rows, Index columns)
{
    return std::to_string(rows) + " × " + std::to_string(columns);
}

void checkMatrix(const ImportedMatrix &matrix, Index rows, Index columns, const std::string &what)
{
    if (matrix.rows != rows || matrix.columns != columns)
        throw DataError(what + " is " + shapeText(matrix.rows, matrix.columns) + ", expected "
                        + shapeText(rows, columns));
}

void checkVector(const std::vector<double> &vector, Index size, const std::string &what)
{
    if (!vector.empty() && static_cast<Index>(vector.size()) != size)
        throw DataError(what + " has " + std::to_string(vector.size()) + " values, expected " + std::to_string(size));
}

void checkLayer(const ImportedLayer &layer, Index inputs, Index hidden, const std::string &where)
{
    checkMatrix(layer.recurrentWeight, 3 * hidden, hidden, where + ": the recurrent weight");
    checkMatrix(layer.inputWeight, 3 * hidden, inputs, where + ": the input weight");
    checkVector(layer.inputBias, 3 * hidden, where + ": the input bias");
    checkVector(layer.recurrentBias, 3 * hidden, where + ": the recurrent bias");
}

NetworkOptions networkOptions(const ImportedNetwork &network, const std::string &name)
{
    if (network.layers.empty())
        throw DataError(name + ": there is no GRU in it");
    NetworkOptions options;
    options.formulation = network.formulation;
    options.layers = static_cast<Index>(network.layers.size());
    options.hidden = network.layers.front().recurrentWeight.columns;
    options.inputs = network.layers.front().inputWeight.columns;
    options.outputs = network.head ? network.head->weight.rows : options.hidden;
    options.bias = std::ranges::any_of(network.layers, [](const ImportedLayer &layer) {
        return !layer.inputBias.empty() || !layer.recurrentBias.empty();
    });
    if (const std::vector<Problem> problems = options.validate(); !problems.empty())
        throw DataError(name + ": " + problems.front().message());
    return options;
}

/// Appends a part of the flat vector; an empty one stands for zeros.
void append(std::vector<double> &parameters, const std::vector<double> &values, Index size)
{
    if (values.empty())
        parameters.resize(parameters.size() + static_cast<std::size_t>(size));
    else
        parameters.insert(parameters.end(), values.begin(), values.end());
}

ImportedHead identityHead(Index hidden)
{
    ImportedHead head{{hidden, hidden, std::vector<double>(static_cast<std::size_t>(hidden * hidden))}, {}};
    for (Index i = 0; i < hidden; ++i)
        head.weight.values[static_cast<std::size_t>(i * hidden + i)] = 1.0;
    return head;
}

} // namespace

ModelFile assembleModel(ImportedNetwork network, const std::string &name)
{
    const NetworkOptions options = networkOptions(network, name);
    const bool recurrentBias = options.bias && options.formulation == Formulation::ResetAfter;
    ModelFile model;
    model.settings.network = options;
    model.precision = network.precision;
    for (std::size_t k = 0; k < network.layers.size(); ++k) {
        const ImportedLayer &layer = network.layers[k];
        checkLayer(layer, k == 0 ? options.inputs : options.hidden, options.hidden,
                   name + ", layer " + std::to_string(k));
        append(model.parameters, layer.inputWeight.values, 0);
        append(model.parameters, layer.recurrentWeight.values, 0);
        if (options.bias)
            append(model.parameters, layer.inputBias, 3 * options.hidden);
        if (recurrentBias)
            append(model.parameters, layer.recurrentBias, 3 * options.hidden);
    }
    if (!network.head) {
        network.head = identityHead(options.hidden);
        network.notes.emplace_back("the file has no linear head: the outputs are the last hidden state itself");
    }
    checkMatrix(network.head->weight, options.outputs, options.hidden, name + ": the head's weight");
    checkVector(network.head->bias, options.outputs, name + ": the head's bias");
    append(model.parameters, network.head->weight.values, 0);
    append(model.parameters, network.head->bias, options.outputs);
    checkFinite(ParameterLayout(options), model.parameters, name);
    model.notes = std::move(network.notes);
    return model;
}

void roundWeights(ImportedNetwork &network)
{
    if (network.precision == Precision::Float64)
        return;
    const auto round = [](std::vector<double> &values) {
        std::ranges::transform(values, values.begin(), [](double value) { return static_cast<float>(value); });
    };
    for (ImportedLayer &layer : network.layers) {
        round(layer.inputWeight.values);
        round(layer.recurrentWeight.values);
        round(layer.inputBias);
        round(layer.recurrentBias);
    }
    if (network.head) {
        round(network.head->weight.values);
        round(network.head->bias);
    }
}

ImportedMatrix importedMatrix(const NamedTensor &tensor, const std::string &name)
{
    const std::size_t leading = tensor.shape.size() == 3 && tensor.shape[0] == 1 ? 1 : 0;
    if (!isFloating(tensor.dtype) || tensor.shape.size() != 2 + leading)
        throw DataError(name + ": tensor " + quoted(tensor.name) + " is " + std::string(dtypeName(tensor.dtype)) + " "
                        + tensor.shapeText() + ", a floating-point matrix was expected");
    return {tensor.shape[leading], tensor.shape[leading + 1], tensorValues<double>(tensor)};
}

std::vector<double> importedVector(const NamedTensor &tensor, const std::string &name)
{
    const std::size_t leading = tensor.shape.size() == 2 && tensor.shape[0] == 1 ? 1 : 0;
    if (!isFloating(tensor.dtype) || tensor.shape.size() != 1 + leading)
        throw DataError(name + ": tensor " + quoted(tensor.name) + " is " + std::string(dtypeName(tensor.dtype)) + " "
                        + tensor.shapeText() + ", a floating-point vector was expected");
    return tensorValues<double>(tensor);
}

void notePrecision(const std::vector<const NamedTensor *> &tensors, ImportedNetwork &network)
{
    std::set<DType> kinds;
    for (const NamedTensor *tensor : tensors)
        kinds.insert(tensor->dtype);
    if (kinds.contains(DType::F64)) {
        network.precision = Precision::Float64;
        network.notes.emplace_back("the file holds float64 weights; they are kept as such");
    }
    for (const DType half : {DType::F16, DType::BF16}) {
        if (kinds.contains(half))
            network.notes.emplace_back("the file holds " + std::string(dtypeName(half))
                                       + " weights; they were converted without loss");
    }
}

} // namespace gatescope
