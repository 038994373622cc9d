// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes, for every shape of network, each export and a test window with the outputs core computes, for the scripts in
// tests/reference to check with other programs. Usage: gatescope_export_samples FOLDER
#include "core/error.h"
#include "core/io/export/verify.h"
#include "core/io/tensors/npz.h"
#include "tests/core/io/model_fixture.h"

#include <cstdio>
#include <iostream>

namespace gatescope {

namespace {

constexpr Index kSequences = 3;
constexpr Index kSteps = 9;

Scaler scalerOf(Index columns)
{
    std::vector<ColumnScale> scales;
    for (Index i = 0; i < columns; ++i)
        scales.push_back({10.0 + static_cast<double>(i), 2.0 + 0.5 * static_cast<double>(i), false});
    return Scaler(ScaleKind::Standard, std::move(scales));
}

ModelFile scaledModel(const NetworkOptions &network)
{
    ModelFile model = sampleModel(network);
    Preparation preparation;
    for (Index i = 0; i < network.inputs; ++i)
        preparation.featureNames.push_back("feature " + std::to_string(i));
    for (Index o = 0; o < network.outputs; ++o)
        preparation.targetNames.push_back("target " + std::to_string(o));
    preparation.options.features = preparation.featureNames;
    preparation.options.targets = preparation.targetNames;
    preparation.inputScaler = scalerOf(network.inputs);
    preparation.targetScaler = scalerOf(network.outputs);
    model.preparation = preparation;
    return model;
}

/// Column t·B + b of (rows × T·B) to an N × T × rows array.
NamedTensor sequenceTensor(const char *name, const Matrix<double> &columns)
{
    std::vector<double> values;
    for (Index b = 0; b < kSequences; ++b)
        for (Index t = 0; t < kSteps; ++t)
            for (Index row = 0; row < columns.rows(); ++row)
                values.push_back(columns(row, t * kSequences + b));
    return makeTensor<double>(name, {kSequences, kSteps, columns.rows()}, values);
}

NamedTensor outputTensor(const char *name, const Matrix<double> &outputs)
{
    const std::vector<double> values(outputs.data(), outputs.data() + outputs.size()); // O × N, column-major
    return makeTensor<double>(name, {outputs.cols(), outputs.rows()}, values);
}

/// x and y as the network sees them, and x_raw and y_raw in original units.
TensorFile windowOf(const ModelFile &model)
{
    const Matrix<double> x = testWindow(model.settings.network.inputs, kSteps, kSequences);
    const Matrix<double> y = windowOutputs(model, x, kSequences);
    Matrix<double> rawX = x, rawY = y;
    for (Index row = 0; row < x.rows(); ++row)
        for (double &value : rawX.row(row))
            value = model.preparation->inputScaler.inverse(row, value);
    for (Index row = 0; row < y.rows(); ++row)
        for (double &value : rawY.row(row))
            value = model.preparation->targetScaler.inverse(row, value);
    TensorFile file;
    file.tensors = {sequenceTensor("x", x), outputTensor("y", y), sequenceTensor("x_raw", rawX),
                    outputTensor("y_raw", rawY)};
    return file;
}

void writeSample(const std::filesystem::path &folder, const NetworkOptions &network, Precision precision)
{
    ModelFile model = scaledModel(network);
    model.precision = precision;
    const std::string name = std::string(formulationName(network.formulation)) + "-" + std::to_string(network.layers)
                             + (network.bias ? "-bias" : "-nobias")
                             + (precision == Precision::Float64 ? "-double" : "");
    const std::filesystem::path own = folder / name;
    std::filesystem::create_directories(own);
    for (const ExportFormat &format : exportFormats()) {
        const std::string stem(format.id);
        exportModel(model, format.id, own / (stem + std::string(format.extension)));
    }
    exportModel(model, "onnx", own / "scaled.onnx", {ScalerPlace::Graph});
    writeNpz(own / "window.npz", windowOf(model));
}

} // namespace

} // namespace gatescope

int main(int argc, char **argv)
{
    using namespace gatescope;
    if (argc != 2) {
        std::cerr << "usage: gatescope_export_samples FOLDER\n";
        return 2;
    }
    try {
        std::filesystem::remove_all(argv[1]);
        for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore})
            for (const bool bias : {true, false})
                for (const Index layers : {1, 2, 3})
                    writeSample(argv[1], {3, 8, layers, 2, formulation, bias, 0.0}, Precision::Float32);
        writeSample(argv[1], {3, 8, 2, 2, Formulation::ResetAfter, true, 0.0}, Precision::Float64);
        writeSample(argv[1], {3, 8, 2, 2, Formulation::ResetBefore, true, 0.0}, Precision::Float64);
    } catch (const Error &error) {
        std::cerr << "error: " << error.what() << '\n';
        return error.exitCode();
    }
    return 0;
}
