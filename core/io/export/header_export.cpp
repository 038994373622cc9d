// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/input_file.h"
#include "core/io/export/exporters.h"
#include "core/io/files/atomic_file.h"
#include "core/io/model/data_json.h"
#include "core/printable.h"

#include <charconv>

namespace gatescope {

namespace {

/// "gru.weight_ih_l0" to "gru_weight_ih_l0".
std::string identifier(std::string name)
{
    for (char &character : name) {
        if (character == '.')
            character = '_';
    }
    return name;
}

std::string arrayText(const ModelFile &model, const std::string &type, const std::string &name,
                      std::span<const double> values)
{
    return "static const " + type + " " + name + "[" + std::to_string(values.size()) + "] = {\n"
           + numberList(model, values, "    ") + "};\n";
}

/// Offsets and divisors are kept in double, whatever the weights are.
std::string scaleArray(const char *name, const std::vector<double> &values)
{
    ModelFile exact;
    exact.precision = Precision::Float64;
    return arrayText(exact, "double", name, values);
}

std::string scalerText(const ModelFile &model)
{
    const Preparation &preparation = *model.preparation;
    std::string text = "// Features, in order: " + namesText(preparation.featureNames) + "\n";
    text += "// Targets: " + namesText(preparation.targetNames) + "\n";
    if (!preparation.classNames.empty())
        text += "// Classes, in the order of the outputs: " + namesText(preparation.classNames) + "\n";
    if (preparation.inputScaler.size() == model.settings.network.inputs) {
        text += scaleArray("input_offset", preparation.inputScaler.offsets());
        text += scaleArray("input_divisor", preparation.inputScaler.scales());
        text += "\n/// One step's features from their own units to what the network reads.\n"
                "static inline void scale_input(const double *values, Scalar *input)\n{\n"
                "    for (int i = 0; i < inputs; ++i)\n"
                "        input[i] = static_cast<Scalar>((values[i] - input_offset[i]) / input_divisor[i]);\n}\n\n";
    }
    if (const Index targets = preparation.targetScaler.size(); targets > 0) {
        text += scaleArray("target_offset", preparation.targetScaler.offsets());
        text += scaleArray("target_factor", preparation.targetScaler.scales());
        if (preparation.options.predict == TargetForm::Change)
            text += "// What comes out is the change since the window's last step: add the target's value there.\n";
        text += "\n/// The network's outputs back to the targets' own units.\n"
                "static inline void unscale_output(const Scalar *output, double *values)\n{\n"
                "    for (int o = 0; o < outputs; ++o)\n"
                "        values[o] = output[o] * target_factor[o % "
                + std::to_string(targets) + "] + target_offset[o % " + std::to_string(targets) + "];\n}\n\n";
    }
    return text;
}

std::string layerTable(const ModelFile &model, const ParameterLayout &layout)
{
    const NetworkOptions &network = model.settings.network;
    std::string text = "/// One layer's tensors; a bias that the network has not is null.\n"
                       "struct Layer {\n    int inputs;\n    const Scalar *W; // 3H x inputs: r, z, n\n"
                       "    const Scalar *U; // 3H x H\n    const Scalar *b; // 3H\n    const Scalar *d; // 3H\n};\n\n"
                       "static const Layer layer_table["
                       + std::to_string(network.layers) + "] = {\n";
    for (Index layer = 0; layer < network.layers; ++layer) {
        const TensorSlot &input = layout.inputWeight(layer);
        const auto pointer = [](const TensorSlot *slot) {
            return slot == nullptr ? std::string("nullptr") : identifier(slot->name);
        };
        text += "    {" + std::to_string(input.columns) + ", " + pointer(&input) + ", "
                + pointer(&layout.recurrentWeight(layer)) + ", " + pointer(layout.inputBias(layer)) + ", "
                + pointer(layout.recurrentBias(layer)) + "},\n";
    }
    return text + "};\n\n";
}

constexpr const char *kHelpers =
    R"(static inline Scalar sigmoid(Scalar value) { return Scalar(1) / (Scalar(1) + std::exp(-value)); }

/// Row `row` of a matrix of `columns` columns times a vector, plus the bias where there is one.
static inline Scalar affine(const Scalar *matrix, const Scalar *bias, int row, int columns, const Scalar *vector)
{
    Scalar sum = bias == nullptr ? Scalar(0) : bias[row];
    for (int column = 0; column < columns; ++column)
        sum += matrix[row * columns + column] * vector[column];
    return sum;
}

)";

constexpr const char *kResetAfterStep = R"(/// One step of one layer (reset-after, as torch.nn.GRU):
///   r = s(W_r x + b_r + U_r h + d_r)    z = s(W_z x + b_z + U_z h + d_z)
///   n = tanh(W_n x + b_n + r (U_n h + d_n))    h' = (1 - z) n + z h
static inline void layer_step(const Layer &layer, const Scalar *x, const Scalar *h, Scalar *next)
{
    for (int i = 0; i < hidden; ++i) {
        const Scalar r = sigmoid(affine(layer.W, layer.b, i, layer.inputs, x) + affine(layer.U, layer.d, i, hidden, h));
        const Scalar z = sigmoid(affine(layer.W, layer.b, hidden + i, layer.inputs, x)
                                 + affine(layer.U, layer.d, hidden + i, hidden, h));
        const Scalar n = std::tanh(affine(layer.W, layer.b, 2 * hidden + i, layer.inputs, x)
                                   + r * affine(layer.U, layer.d, 2 * hidden + i, hidden, h));
        next[i] = (Scalar(1) - z) * n + z * h[i];
    }
}

)";

constexpr const char *kResetBeforeStep = R"(/// One step of one layer (reset-before, the textbook's form):
///   r = s(W_r x + b_r + U_r h)    z = s(W_z x + b_z + U_z h)
///   n = tanh(W_n x + b_n + U_n (r h))    h' = (1 - z) h + z n
static inline void layer_step(const Layer &layer, const Scalar *x, const Scalar *h, Scalar *next)
{
    Scalar reset[hidden];
    for (int i = 0; i < hidden; ++i)
        reset[i] = h[i] * sigmoid(affine(layer.W, layer.b, i, layer.inputs, x) + affine(layer.U, layer.d, i, hidden, h));
    for (int i = 0; i < hidden; ++i) {
        const Scalar z = sigmoid(affine(layer.W, layer.b, hidden + i, layer.inputs, x)
                                 + affine(layer.U, layer.d, hidden + i, hidden, h));
        const Scalar n = std::tanh(affine(layer.W, layer.b, 2 * hidden + i, layer.inputs, x)
                                   + affine(layer.U, layer.d, 2 * hidden + i, hidden, reset));
        next[i] = (Scalar(1) - z) * h[i] + z * n;
    }
}

)";

constexpr const char *kPredict =
    R"(/// Feeds one step. `state` holds layers x hidden numbers, all zero before the first step of a sequence.
static inline void step(const Scalar *input, Scalar *state)
{
    Scalar next[hidden];
    for (int layer = 0; layer < layers; ++layer) {
        Scalar *h = state + layer * hidden;
        layer_step(layer_table[layer], input, h, next);
        for (int i = 0; i < hidden; ++i)
            h[i] = next[i];
        input = h;
    }
}

/// The outputs for the steps fed so far.
static inline void read_output(const Scalar *state, Scalar *output)
{
    for (int o = 0; o < outputs; ++o)
        output[o] = affine(fc_weight, fc_bias, o, hidden, state + (layers - 1) * hidden);
}

/// A whole sequence: `steps` rows of `inputs` scaled numbers; `output` takes `outputs` numbers.
static inline void predict(const Scalar *sequence, int steps, Scalar *output)
{
    Scalar state[layers * hidden] = {};
    for (int t = 0; t < steps; ++t)
        step(sequence + t * inputs, state);
    read_output(state, output);
}

} // namespace gatescope_model
)";

/// The numbers between the braces of `name[…] = {…}` in a header that writeHeader() made.
std::vector<double> arrayIn(const std::string &text, const std::string &name, const ModelFile &model,
                            const std::string &where)
{
    const std::size_t at = text.find(" " + name + "[");
    const std::size_t open = at == std::string::npos ? at : text.find('{', at);
    const std::size_t close = open == std::string::npos ? open : text.find('}', open);
    if (close == std::string::npos)
        throw DataError(where + ": array " + gatescope::quoted(name) + " is missing");
    std::vector<double> values;
    const char *position = text.data() + open + 1;
    const char *const end = text.data() + close;
    while (position < end) {
        if (*position == ' ' || *position == '\n' || *position == ',') {
            ++position;
            continue;
        }
        double value = 0.0;
        float single = 0.0F;
        const auto result = model.precision == Precision::Float64 ? std::from_chars(position, end, value)
                                                                  : std::from_chars(position, end, single);
        if (result.ec != std::errc())
            throw DataError(where + ": array " + gatescope::quoted(name) + " holds something that is no number");
        values.push_back(model.precision == Precision::Float64 ? value : single);
        position = result.ptr;
    }
    return values;
}

} // namespace

WrittenPaths writeHeader(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &)
{
    const NetworkOptions &network = model.settings.network;
    const ParameterLayout layout(network);
    std::string text = "// A GRU network exported from GateScope: weights and a plain inference function, C++11.\n"
                       "// gatescope_model::predict(sequence, steps, output) is the whole of it.\n"
                       "#pragma once\n\n#include <cmath>\n\nnamespace gatescope_model {\n\n";
    text += std::string("typedef ") + (model.precision == Precision::Float64 ? "double" : "float") + " Scalar;\n\n";
    text += "enum { inputs = " + std::to_string(network.inputs) + ", hidden = " + std::to_string(network.hidden)
            + ", layers = " + std::to_string(network.layers) + ", outputs = " + std::to_string(network.outputs)
            + " };\n\n";
    for (const TensorSlot &slot : layout.slots())
        text += arrayText(model, "Scalar", identifier(slot.name), slotValues(model, slot));
    text += "\n";
    if (model.preparation)
        text += scalerText(model);
    text += layerTable(model, layout) + kHelpers;
    text += network.formulation == Formulation::ResetAfter ? kResetAfterStep : kResetBeforeStep;
    writeFileAtomically(path, printableLines(text + kPredict));
    return {path};
}

ModelFile readHeader(const std::filesystem::path &path, const ModelFile &model)
{
    const std::vector<std::byte> bytes = readWholeFile(path, model.parameters.size() * 64 + (16U << 20));
    const std::string text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    const std::string where = quoted(path.string());
    ModelFile read;
    read.settings = model.settings;
    read.precision = model.precision;
    const bool resetBefore = text.find("(reset-before") != std::string::npos;
    read.settings.network.formulation = resetBefore ? Formulation::ResetBefore : Formulation::ResetAfter;
    const ParameterLayout layout(read.settings.network);
    for (const TensorSlot &slot : layout.slots()) {
        const std::vector<double> values = arrayIn(text, identifier(slot.name), model, where);
        if (static_cast<Index>(values.size()) != slot.size())
            throw DataError(where + ": array " + quoted(slot.name) + " has " + std::to_string(values.size())
                            + " values, expected " + std::to_string(slot.size()));
        read.parameters.insert(read.parameters.end(), values.begin(), values.end());
    }
    return read;
}

} // namespace gatescope
