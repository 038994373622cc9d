// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/bundled_datasets.h"

#include "core/data/sources/text_corpus.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace gatescope {

namespace {

using Json = nlohmann::json;

DataOptions readOptions(const Json &json)
{
    DataOptions options;
    options.targets = json.at("target").get<std::vector<std::string>>();
    options.features = json.at("features").get<std::vector<std::string>>();
    options.sequenceId = json.value("sequence-id", "");
    options.time = json.value("time", "");
    options.task = taskKindFromName(json.at("task").get<std::string>());
    options.window = json.at("window").get<Index>();
    options.horizons = json.at("horizon").get<std::vector<Index>>();
    options.stride = json.at("stride").get<Index>();
    options.split = json.at("split").get<std::array<double, 3>>();
    options.scale = scaleKindFromName(json.at("scale").get<std::string>());
    options.missing = missingPolicyFromName(json.at("missing").get<std::string>());
    if (std::vector<Problem> problems = options.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    return options;
}

BundledDataset readEntry(const Json &json, const std::filesystem::path &folder)
{
    BundledDataset dataset;
    dataset.id = json.at("id").get<std::string>();
    dataset.file = folder / std::filesystem::path(json.at("file").get<std::string>()).filename();
    dataset.title = json.at("title").get<std::string>();
    dataset.summary = json.at("summary").get<std::string>();
    dataset.source = json.at("source").get<std::string>();
    dataset.licence = json.at("licence").get<std::string>();
    dataset.options = readOptions(json.at("options"));
    dataset.training = json.at("training").get<std::map<std::string, std::string>>();
    return dataset;
}

} // namespace

bool BundledDataset::isText() const
{
    return namesTextFile(file);
}

std::vector<BundledDataset> bundledDatasets(const std::filesystem::path &resources)
{
    const std::filesystem::path folder = resources / "datasets";
    const std::filesystem::path manifest = folder / "manifest.json";
    std::ifstream stream(manifest);
    if (!stream)
        throw IoError("the list of bundled data " + gatescope::quoted(manifest.string(), 200)
                      + " cannot be read; reinstall the program, or open a file of your own");
    std::size_t entry = 0;
    try {
        std::vector<BundledDataset> datasets;
        const Json json = Json::parse(stream);
        for (const Json &item : json.at("datasets")) {
            ++entry;
            datasets.push_back(readEntry(item, folder));
        }
        return datasets;
    } catch (const Json::exception &error) {
        throw DataError(manifest.string() + ", entry " + std::to_string(entry) + ": " + error.what());
    } catch (const OptionError &error) {
        throw DataError(manifest.string() + ", entry " + std::to_string(entry) + ": " + error.what());
    }
}

} // namespace gatescope
