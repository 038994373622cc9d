// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/verify.h"

#include "core/error.h"
#include "core/input_file.h"
#include "core/io/tensors/npz.h"
#include "core/io/tensors/safetensors.h"
#include "core/io/tensors/zip_reader.h"
#include "core/math/random.h"
#include "core/model/network.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr Index kTestSequences = 4;
constexpr Index kTestSteps = 12;
constexpr std::uint64_t kProbeSeed = 20260101;
constexpr double kRelativeTolerance = 1e-6;
constexpr std::size_t kHeadBytes = 512;

/// An archive by its members: pickled tensors, Keras' kernels, or plain arrays.
std::string_view recogniseArchive(const std::filesystem::path &path)
{
    const ZipReader archive(path, kMaxNpzBytes);
    const auto has = [&](std::string_view ending) {
        return std::ranges::any_of(archive.entries(),
                                   [&](const ZipEntry &entry) { return entry.name.ends_with(ending); });
    };
    if (has("data.pkl"))
        return "pt";
    return has("recurrent_kernel.npy") ? "keras" : "npz";
}

double largestDifference(const std::vector<double> &a, const std::vector<double> &b)
{
    double largest = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

} // namespace

Matrix<double> testWindow(Index inputs, Index steps, Index sequences)
{
    Random random(kProbeSeed);
    Matrix<double> window(inputs, steps * sequences);
    for (Index column = 0; column < window.cols(); ++column)
        for (Index row = 0; row < inputs; ++row)
            window(row, column) = static_cast<float>(random.normal()); // exact in either precision
    return window;
}

Matrix<double> windowOutputs(const ModelFile &model, const Matrix<double> &window, Index sequences)
{
    Network<double> network(model.settings.network);
    std::ranges::copy(model.parameters, network.parameters().begin());
    return network.forward(window, sequences);
}

std::string_view recogniseExport(const std::filesystem::path &path)
{
    if (std::filesystem::is_directory(path))
        return "pytorch";
    if (looksLikeNpz(path))
        return recogniseArchive(path);
    if (looksLikeSafetensors(path))
        return "safetensors";
    const InputFile input(path);
    std::string head(std::min<std::uint64_t>(kHeadBytes, input.size()), '\0');
    input.readAt(0, std::as_writable_bytes(std::span(head)));
    if (head.starts_with("{"))
        return "json";
    if (head.find("gatescope_model") != std::string::npos)
        return "header";
    if (path.extension() == ".onnx" || head.starts_with("\x08"))
        return "onnx";
    throw DataError(input.name() + " is in none of the formats that are exported");
}

VerifyReport verifyExport(const ModelFile &model, const std::filesystem::path &path)
{
    const ExportFormat &format = exportFormat(recogniseExport(path));
    const ModelFile expectedModel = format.knowsHeldGates ? model : fullModel(model);
    const ModelFile read = format.read(path, expectedModel);
    const NetworkOptions &expected = expectedModel.settings.network;
    NetworkOptions found = read.settings.network;
    found.dropout = expected.dropout; // acts in training only, and few formats carry it
    if (found != expected || read.parameters.size() != expectedModel.parameters.size())
        throw DataError(quoted(path.string()) + " holds another network than the model: " + std::to_string(found.layers)
                        + " layers of " + std::to_string(found.hidden) + " units, "
                        + std::string(formulationName(found.formulation)) + ", expected "
                        + std::to_string(expected.layers) + " of " + std::to_string(expected.hidden) + ", "
                        + std::string(formulationName(expected.formulation)));
    VerifyReport report;
    report.format = format.id;
    report.sequences = kTestSequences;
    report.steps = kTestSteps;
    report.parameters = static_cast<Index>(expectedModel.parameters.size());
    const Matrix<double> window = testWindow(expected.inputs, kTestSteps, kTestSequences);
    const Matrix<double> ours = windowOutputs(model, window, kTestSequences);
    const Matrix<double> theirs = windowOutputs(read, window, kTestSequences);
    report.largestOutput = ours.cwiseAbs().maxCoeff();
    report.outputDifference = (ours - theirs).cwiseAbs().maxCoeff();
    report.weightDifference = largestDifference(expectedModel.parameters, read.parameters);
    report.tolerance = kRelativeTolerance * std::max(1.0, report.largestOutput);
    report.equal = report.outputDifference <= report.tolerance;
    report.notes = read.notes;
    return report;
}

} // namespace gatescope
