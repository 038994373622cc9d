// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common/model_json.h"

#include "core/train/settings/settings_table.h"

namespace gatescope::cli {

namespace {

Json scalerJson(const Scaler &scaler, const std::vector<std::string> &names)
{
    Json columns = Json::array();
    const bool minMax = scaler.kind() == ScaleKind::MinMax;
    for (std::size_t i = 0; i < scaler.columns().size(); ++i) {
        const ColumnScale &column = scaler.columns()[i];
        Json json = Json::object();
        if (i < names.size())
            json["name"] = names[i];
        json[minMax ? "min" : "mean"] = column.offset;
        json[minMax ? "max" : "std"] = !minMax           ? column.scale
                                       : column.constant ? column.offset
                                                         : column.offset + column.scale;
        json["constant"] = column.constant;
        columns.push_back(std::move(json));
    }
    return columns;
}

} // namespace

Json optionalJson(const std::optional<double> &value)
{
    return value ? Json(*value) : Json();
}

Json settingsJson(const Settings &settings)
{
    Json json = Json::object();
    for (const SettingInfo &setting : settingsTable()) {
        const std::string id(setting.id);
        if (setting.type == SettingType::Choice)
            json[id] = settingText(setting, settings);
        else if (setting.type == SettingType::Switch)
            json[id] = setting.get(settings) != 0.0;
        else if (setting.type == SettingType::Integer)
            json[id] = static_cast<std::int64_t>(setting.get(settings));
        else
            json[id] = setting.get(settings);
    }
    return json;
}

Json historyJson(const std::vector<EpochRecord> &epochs)
{
    Json history = Json::array();
    for (const EpochRecord &epoch : epochs)
        history.push_back({{"epoch", epoch.epoch},
                           {"loss", epoch.trainingLoss},
                           {"validation_loss", optionalJson(epoch.validationLoss)},
                           {"learning_rate", epoch.learningRate}});
    return history;
}

Json preparationJson(const Preparation &preparation)
{
    const DataOptions &options = preparation.options;
    return {{"task", taskKindName(options.task)},
            {"features", preparation.featureNames},
            {"targets", preparation.targetNames},
            {"classes", preparation.classNames},
            {"time", options.time},
            {"sequence_id", options.sequenceId},
            {"window", options.window},
            {"horizon", options.horizons},
            {"stride", options.stride},
            {"split", options.split},
            {"missing", missingPolicyName(options.missing)},
            {"scaler",
             {{"kind", scaleKindName(preparation.inputScaler.kind())},
              {"features", scalerJson(preparation.inputScaler, preparation.featureNames)},
              {"targets", scalerJson(preparation.targetScaler, preparation.targetNames)}}}};
}

} // namespace gatescope::cli
