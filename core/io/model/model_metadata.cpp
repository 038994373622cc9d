// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/model_metadata.h"

#include "core/data/text/number_text.h"
#include "core/error.h"
#include "core/io/files/json_document.h"
#include "core/io/files/strict_json.h"
#include "core/io/model/data_json.h"
#include "core/train/settings/settings_table.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace gatescope {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxHistory = 1000;

const std::string &entry(const Metadata &metadata, const char *key, const std::string &name)
{
    const auto found = metadata.find(key);
    if (found == metadata.end())
        throw DataError(name + ": its metadata lacks " + quoted(key) + "; the file is damaged or incomplete");
    return found->second;
}

template <typename Number>
Number number(const Metadata &metadata, const char *key, const std::string &name)
{
    const std::string &text = entry(metadata, key, name);
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw DataError(name + ": its metadata " + quoted(key) + " is " + quoted(text) + ", a number was expected");
    return value;
}

std::string settingsText(const Settings &settings)
{
    json document = json::object();
    for (const SettingInfo &setting : settingsTable())
        document[std::string(setting.id)] = settingText(setting, settings);
    return jsonText(document);
}

/// Unknown settings are noted, not refused: a later program of the same format may add one.
void readSettings(const std::string &text, const std::string &where, Settings &settings,
                  std::vector<std::string> &notes)
{
    const JsonDocument document = parseStrictJson(text, where);
    if (!document.is_object())
        throw DataError(where + ": is not an object");
    for (const auto &[id, value] : document.items()) {
        const SettingInfo *setting = findSetting(id);
        if (setting == nullptr) {
            notes.emplace_back("the setting " + quoted(id) + " is not known to this version and was left aside");
            continue;
        }
        if (!value.is_string())
            throw DataError(where + ": " + quoted(id) + " is not text");
        try {
            setSettingText(*setting, settings, value.get<std::string>());
        } catch (const OptionError &error) {
            throw DataError(where + ": " + error.what());
        }
    }
}

/// Which epochs are written: all, or an even choice with the last and the best among them.
std::vector<const EpochRecord *> chosenEpochs(const std::vector<EpochRecord> &history)
{
    const std::size_t every = history.size() / kMaxHistory + 1;
    std::vector<const EpochRecord *> chosen;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (i % every == 0 || i + 1 == history.size() || (history[i].best && history.size() <= 10 * kMaxHistory))
            chosen.push_back(&history[i]);
    }
    return chosen;
}

std::string historyText(const std::vector<EpochRecord> &history)
{
    json document = json::array();
    for (const EpochRecord *record : chosenEpochs(history)) {
        json row = {{"epoch", record->epoch}, {"loss", record->trainingLoss}, {"lr", record->learningRate}};
        if (record->validationLoss)
            row["validation_loss"] = *record->validationLoss;
        if (record->best)
            row["best"] = true;
        document.push_back(row);
    }
    return jsonText(document);
}

std::vector<EpochRecord> historyFromText(const std::string &text, const std::string &where)
{
    std::vector<EpochRecord> history;
    try {
        for (const json &row : parseStrictJson(text, where)) {
            EpochRecord record;
            record.epoch = wholeNumber(row.at("epoch"), where, 0);
            // JSON has no NaN: a loss that was none is written as null.
            record.trainingLoss = row.at("loss").is_null() ? std::nan("") : row.at("loss").get<double>();
            row.at("lr").get_to(record.learningRate);
            if (row.contains("validation_loss"))
                record.validationLoss =
                    row.at("validation_loss").is_null() ? std::nan("") : row.at("validation_loss").get<double>();
            record.best = row.value("best", false);
            history.push_back(record);
        }
    } catch (const json::exception &error) {
        throw DataError(where + ": an entry is missing or of another kind (" + jsonComplaint(error) + ")");
    }
    return history;
}

void addPreparation(const Preparation &preparation, Metadata &metadata)
{
    metadata["data_options"] = dataOptionsText(preparation.options);
    metadata["features"] = namesText(preparation.featureNames);
    metadata["targets"] = namesText(preparation.targetNames);
    metadata["classes"] = namesText(preparation.classNames);
    if (preparation.text)
        metadata["text"] = "true";
    metadata["input_scaler"] = scalerText(preparation.inputScaler);
    metadata["target_scaler"] = scalerText(preparation.targetScaler);
}

Preparation readPreparation(const Metadata &metadata, const std::string &name)
{
    const auto read = [&](const char *key, auto convert) {
        return convert(entry(metadata, key, name), name + ", metadata " + quoted(key));
    };
    Preparation preparation;
    preparation.options = read("data_options", dataOptionsFromText);
    preparation.featureNames = read("features", namesFromText);
    preparation.targetNames = read("targets", namesFromText);
    preparation.classNames = read("classes", namesFromText);
    preparation.text = metadata.contains("text") && metadata.at("text") == "true";
    preparation.inputScaler = read("input_scaler", scalerFromText);
    preparation.targetScaler = read("target_scaler", scalerFromText);
    return preparation;
}

void readNetwork(const Metadata &metadata, const std::string &name, Settings &settings)
{
    NetworkOptions &network = settings.network;
    network.inputs = number<Index>(metadata, "inputs", name);
    network.hidden = number<Index>(metadata, "hidden", name);
    network.layers = number<Index>(metadata, "layers", name);
    network.outputs = number<Index>(metadata, "outputs", name);
    network.bias = entry(metadata, "bias", name) == "true";
    network.dropout = number<double>(metadata, "dropout", name);
    settings.training.seed = number<std::uint64_t>(metadata, "seed", name);
    try {
        network.formulation = formulationFromName(entry(metadata, "formulation", name));
    } catch (const OptionError &error) {
        throw DataError(name + ": " + error.what());
    }
    if (const std::vector<Problem> problems = network.validate(); !problems.empty())
        throw DataError(name + ": " + problems.front().message());
}

/// The table holds all that a person chooses; the rest is as it is in force.
void readWaiting(const std::string &text, const std::string &where, ModelFile &model)
{
    model.waiting = model.settings;
    readSettings(text, where, *model.waiting, model.notes);
    if (const std::vector<Problem> problems = model.waiting->validate(); !problems.empty())
        throw DataError(where + ": " + problems.front().message());
}

} // namespace

Metadata metadataFromModel(const ModelFile &model)
{
    const NetworkOptions &network = model.settings.network;
    Metadata metadata;
    metadata["format"] = "gatescope";
    metadata["format_version"] = std::to_string(kModelFormatVersion);
    metadata["program"] = "GateScope " GATESCOPE_VERSION;
    metadata["formulation"] = formulationName(network.formulation);
    metadata["inputs"] = std::to_string(network.inputs);
    metadata["hidden"] = std::to_string(network.hidden);
    metadata["layers"] = std::to_string(network.layers);
    metadata["outputs"] = std::to_string(network.outputs);
    metadata["bias"] = network.bias ? "true" : "false";
    if (const HeldGates held = model.heldInFull != HeldGates::None ? model.heldInFull : network.held;
        held != HeldGates::None)
        metadata["held"] = heldGatesName(held);
    metadata["dropout"] = formatNumber(network.dropout);
    metadata["scalar"] = model.precision == Precision::Float64 ? "float64" : "float32";
    metadata["settings"] = settingsText(model.settings);
    if (model.waiting)
        metadata["settings_waiting"] = settingsText(*model.waiting);
    metadata["seed"] = std::to_string(model.settings.training.seed);
    metadata["step"] = std::to_string(model.step);
    metadata["epoch"] = std::to_string(model.epoch);
    metadata["history"] = historyText(model.history);
    metadata["csv_options"] = csvOptionsText(model.csv);
    metadata["csv_recognised"] = csvOptionsText(model.csvRecognised);
    if (!model.csvColumns.empty())
        metadata["csv_columns"] = namesText(model.csvColumns);
    metadata["data_source"] = model.dataSource;
    if (model.preparation)
        addPreparation(*model.preparation, metadata);
    if (model.session)
        metadata["session"] = sessionRecordText(*model.session);
    return metadata;
}

ModelFile modelFromMetadata(const Metadata &metadata, const std::string &name)
{
    ModelFile model;
    readSettings(entry(metadata, "settings", name), name + ", metadata \"settings\"", model.settings, model.notes);
    readNetwork(metadata, name, model.settings);
    if (const auto waiting = metadata.find("settings_waiting"); waiting != metadata.end())
        readWaiting(waiting->second, name + ", metadata \"settings_waiting\"", model);
    model.precision = entry(metadata, "scalar", name) == "float64" ? Precision::Float64 : Precision::Float32;
    model.step = number<std::int64_t>(metadata, "step", name);
    model.epoch = number<std::int64_t>(metadata, "epoch", name);
    model.history = historyFromText(entry(metadata, "history", name), name + ", metadata \"history\"");
    model.csv = csvOptionsFromText(entry(metadata, "csv_options", name), name + ", metadata \"csv_options\"");
    if (const auto recognised = metadata.find("csv_recognised"); recognised != metadata.end())
        model.csvRecognised = csvOptionsFromText(recognised->second, name + ", metadata \"csv_recognised\"");
    if (const auto columns = metadata.find("csv_columns"); columns != metadata.end())
        model.csvColumns = namesFromText(columns->second, name + ", metadata \"csv_columns\"");
    model.dataSource = entry(metadata, "data_source", name);
    model.preparation = preparationFromMetadata(metadata, name);
    if (const auto session = metadata.find("session"); session != metadata.end())
        model.session = sessionRecordFromText(session->second, name + ", metadata \"session\"");
    return model;
}

std::optional<Preparation> preparationFromMetadata(const Metadata &metadata, const std::string &name)
{
    if (!metadata.contains("data_options"))
        return std::nullopt;
    return readPreparation(metadata, name);
}

void checkFormatVersion(const Metadata &metadata, const std::string &name)
{
    const int version = number<int>(metadata, "format_version", name);
    const auto program = metadata.find("program");
    if (version > kModelFormatVersion)
        throw DataError(name + " was written by a newer program ("
                        + (program == metadata.end() ? std::string("unknown") : quoted(program->second))
                        + ", format version " + std::to_string(version) + "); this one reads versions up to "
                        + std::to_string(kModelFormatVersion) + ": update GateScope");
    if (version < 1)
        throw DataError(name + ": its format version is " + std::to_string(version) + ", expected 1 or more");
}

} // namespace gatescope
