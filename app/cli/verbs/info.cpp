// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/model_json.h"
#include "app/cli/common/model_source.h"
#include "app/cli/common/output.h"
#include "app/cli/verbs/verbs.h"
#include "core/counted.h"
#include "core/printable.h"

namespace gatescope::cli {

namespace {

/// Where the data of a training is and what was looked at, as the file says it; null for bare weights.
Json sessionJson(const ModelFile &model)
{
    return model.session ? Json::parse(sessionRecordText(*model.session)) : Json();
}

Json modelJson(const std::string &path, const ModelFile &model)
{
    const NetworkOptions &network = model.settings.network;
    Json tensors = Json::array();
    const ParameterLayout layout(network);
    for (const TensorSlot &slot : layout.slots()) {
        Json shape = slot.rank == 2 ? Json({slot.rows, slot.columns}) : Json({slot.rows});
        tensors.push_back({{"name", slot.name}, {"shape", std::move(shape)}});
    }
    return {{"file", path},
            {"kind", model.preparation ? "model" : "weights"},
            {"formulation", formulationName(network.formulation)},
            {"inputs", network.inputs},
            {"hidden", network.hidden},
            {"layers", network.layers},
            {"outputs", network.outputs},
            {"bias", network.bias},
            {"dropout", network.dropout},
            {"parameters", network.parameterCount()},
            {"scalar", model.precision == Precision::Float64 ? "float64" : "float32"},
            {"tensors", tensors},
            {"data", model.preparation ? preparationJson(*model.preparation) : Json()},
            {"training",
             {{"source", model.dataSource},
              {"steps", model.step},
              {"epochs", model.epoch},
              {"resumable", !model.training.empty()},
              {"history", historyJson(model.history)}}},
            {"session", sessionJson(model)},
            {"settings", settingsJson(model.settings)},
            {"settings_waiting", model.waiting ? settingsJson(*model.waiting) : Json()},
            {"notes", model.notes}};
}

std::string namesText(const Json &names)
{
    std::string text;
    for (const Json &name : names)
        text += (text.empty() ? "" : ", ") + shown(name.get<std::string>());
    return text;
}

void printPreparation(const Json &data, std::ostream &out)
{
    std::vector<std::vector<std::string>> rows = {{"task", data["task"].get<std::string>()},
                                                  {"features", namesText(data["features"])},
                                                  {"targets", namesText(data["targets"])}};
    if (!data["classes"].empty())
        rows.push_back({"classes", namesText(data["classes"])});
    rows.push_back({"window", data["window"].dump() + " rows, horizon " + data["horizon"].dump() + ", stride "
                                  + data["stride"].dump() + ", split " + data["split"].dump()});
    rows.push_back({"scaler", data["scaler"]["kind"].get<std::string>()});
    printAligned(rows, out);
    rows = {{"column", "offset", "scale"}};
    for (const char *part : {"features", "targets"}) {
        for (const Json &column : data["scaler"][part]) {
            const bool minMax = column.contains("min");
            rows.push_back({shown(column.value("name", "")), column[minMax ? "min" : "mean"].dump(),
                            column[minMax ? "max" : "std"].dump()});
        }
    }
    if (data["scaler"]["kind"] != "none")
        printAligned(rows, out);
}

void printSession(const Json &session, std::ostream &out)
{
    const Json &data = session["data"];
    const bool looked = !session["view"]["workspace"].get<std::string>().empty();
    out << (session["autosave"].get<bool>() ? "an autosave" : looked ? "a session" : "a training") << " on ";
    if (data.contains("id"))
        out << data["origin"].get<std::string>() << " data " << shown(data["id"].get<std::string>());
    else
        out << "a file";
    if (data.contains("bytes"))
        out << " of " << counted(data["bytes"].get<std::int64_t>(), "byte") << " (checksum "
            << data["checksum"].get<std::string>() << ")";
    const Json &view = session["view"];
    if (!looked) {
        out << "\n";
        return;
    }
    out << "; looked at: " << shown(view["workspace"].get<std::string>()) << ", sequence " << view["sequence"]
        << ", layer " << view["layer"].get<std::int64_t>() + 1 << ", step " << view["step"] << ", unit " << view["unit"]
        << "\n";
}

void printModel(const Json &json, std::ostream &out)
{
    out << printable(json["file"].get<std::string>()) << ": GRU, " << json["formulation"].get<std::string>() << ", "
        << counted(json["layers"].get<std::int64_t>(), "layer") << " of "
        << counted(json["hidden"].get<std::int64_t>(), "unit") << ", "
        << counted(json["inputs"].get<std::int64_t>(), "input") << ", "
        << counted(json["outputs"].get<std::int64_t>(), "output") << ", "
        << (json["bias"].get<bool>() ? "with" : "without") << " biases, "
        << counted(json["parameters"].get<std::int64_t>(), "parameter") << ", " << json["scalar"].get<std::string>()
        << "\n";
    if (!json["data"].is_null())
        printPreparation(json["data"], out);
    if (!json["session"].is_null())
        printSession(json["session"], out);
    const Json &training = json["training"];
    if (training["steps"].get<std::int64_t>() == 0)
        return;
    out << "trained on " << shown(training["source"].get<std::string>()) << ": "
        << counted(training["epochs"].get<std::int64_t>(), "epoch") << ", "
        << counted(training["steps"].get<std::int64_t>(), "step")
        << (training["resumable"].get<bool>() ? "; can be trained further with --init" : "") << "\n";
    if (training["history"].empty())
        return;
    const Json &last = training["history"].back();
    out << "last epoch: loss " << fixed(last["loss"].get<double>());
    if (!last["validation_loss"].is_null())
        out << ", validation loss " << fixed(last["validation_loss"].get<double>());
    out << "\n";
}

} // namespace

std::vector<OptionInfo> infoVerbOptions()
{
    return joined({{{"FILE", "FILE", "A model of this program, or a bare weights file", "", true},
                    {"json", "", "Print one JSON object"}},
                   modelOptionInfos()});
}

int runInfo(const Arguments &arguments, Context &context)
{
    const ModelFile model = loadModelArgument(arguments, "FILE", context);
    const Json json = modelJson(arguments.text("FILE"), model);
    if (arguments.has("json"))
        printJson(json, context);
    else
        printModel(json, context.out);
    return 0;
}

} // namespace gatescope::cli
