// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/export/exporters.h"
#include "core/io/export/project_files.h"
#include "core/io/export/verify.h"
#include "core/io/files/atomic_file.h"
#include "core/io/files/atomic_folder.h"
#include "core/io/model/model_metadata.h"
#include "core/io/tensors/safetensors.h"
#include "core/printable.h"

#include <nlohmann/json.hpp>

namespace gatescope {

namespace {

using nlohmann::json;

constexpr Index kSequences = 3;
constexpr Index kSteps = 8;

json networkJson(const NetworkOptions &network)
{
    return {{"inputs", network.inputs},
            {"hidden", network.hidden},
            {"layers", network.layers},
            {"outputs", network.outputs},
            {"bias", network.bias},
            {"dropout", network.dropout},
            {"held", heldGatesName(network.held)},
            {"formulation", formulationName(network.formulation)}};
}

std::string configText(const ModelFile &model)
{
    const Metadata metadata = metadataFromModel(model);
    json config;
    config["network"] = networkJson(model.settings.network);
    config["scalar"] = metadata.at("scalar");
    config["settings"] = json::parse(metadata.at("settings"));
    config["csv_options"] = json::parse(metadata.at("csv_options"));
    config["csv_options"].update(json::parse(metadata.at("csv_recognised")));
    if (!model.csvColumns.empty())
        config["csv_options"]["columns"] = model.csvColumns;
    config["data_source"] = model.dataSource;
    config["step"] = model.step;
    config["epoch"] = model.epoch;
    config["public_metadata"] = publicMetadata(model);
    config["preparation"] = nullptr;
    if (model.preparation) {
        json preparation = json::object();
        for (const char *key : {"data_options", "features", "targets", "classes", "input_scaler", "target_scaler"})
            preparation[key] = json::parse(metadata.at(key));
        preparation["text"] = model.preparation->text;
        config["preparation"] = std::move(preparation);
    }
    return printableJson(config.dump(2, ' ', false, json::error_handler_t::replace)) + "\n";
}

/// x (N × T × I) and y (N × O), in double.
TensorFile checkWindow(const ModelFile &model)
{
    const NetworkOptions &network = model.settings.network;
    const Matrix<double> window = testWindow(network.inputs, kSteps, kSequences);
    const Matrix<double> outputs = windowOutputs(model, window, kSequences);
    std::vector<double> x;
    for (Index sequence = 0; sequence < kSequences; ++sequence) {
        for (Index step = 0; step < kSteps; ++step) {
            const auto column = window.col(step * kSequences + sequence);
            x.insert(x.end(), column.begin(), column.end());
        }
    }
    const std::vector<double> y(outputs.data(), outputs.data() + outputs.size());
    TensorFile file;
    file.tensors.push_back(makeTensor<double>("x", {kSequences, kSteps, network.inputs}, x));
    file.tensors.push_back(makeTensor<double>("y", {kSequences, network.outputs}, y));
    return file;
}

} // namespace

WrittenPaths writeProject(const ModelFile &model, const std::filesystem::path &path, const ExportOptions &)
{
    AtomicFolder folder(path);
    folder.fill([&] {
        saveModel(folder.path("weights.safetensors"), model); // with the optimizer's state: training goes on
        writeSafetensors(folder.path("check.safetensors"), checkWindow(model));
        writeFileAtomically(folder.path("config.json"), configText(model));
        for (const ProjectFile &file : projectFiles())
            writeFileAtomically(folder.path(file.name), file.content);
    });
    folder.commit();
    return {path};
}

ModelFile readProject(const std::filesystem::path &path, const ModelFile &)
{
    return loadModel(path / "weights.safetensors");
}

} // namespace gatescope
