// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/question/edits_json.h"

#include <QJsonArray>

#include <cmath>

namespace gatescope {

namespace {

constexpr QLatin1String kGateKey("gate"), kLayerKey("layer"), kStepKey("step"), kUnitKey("unit"),
    kFeatureKey("feature"), kValueKey("value"), kGatesKey("gates"), kSilencedKey("silenced"), kInputsKey("inputs"),
    kStatesKey("states");

QJsonValue indexValue(Index index)
{
    return static_cast<qint64>(index);
}

Index editIndex(const QJsonObject &entry, const QLatin1String key)
{
    return static_cast<Index>(entry.value(key).toInteger(-1));
}

std::optional<Index> someEditIndex(const QJsonObject &entry, const QLatin1String key)
{
    return entry.contains(key) ? std::optional(editIndex(entry, key)) : std::nullopt;
}

double editNumber(const QJsonObject &entry)
{
    return entry.value(kValueKey).toDouble(std::nan(""));
}

/// @param make  an entry of one of the lists
template <typename Edits, typename Make>
void putEdits(QJsonObject &json, const QLatin1String key, const Edits &edits, Make make)
{
    QJsonArray list;
    for (const auto &edit : edits)
        list.append(make(edit));
    if (!list.isEmpty())
        json.insert(key, list);
}

QJsonObject clampJson(const GateClamp &clamp)
{
    QJsonObject entry{{kGateKey, QString::fromLatin1(letterOf(clamp.gate))}};
    if (clamp.layer)
        entry.insert(kLayerKey, indexValue(*clamp.layer));
    if (clamp.unit)
        entry.insert(kUnitKey, indexValue(*clamp.unit));
    if (clamp.value)
        entry.insert(kValueKey, *clamp.value);
    return entry;
}

} // namespace

QJsonObject editsJson(const WhatIf &edits)
{
    QJsonObject json;
    putEdits(json, kGatesKey, edits.gates, clampJson);
    putEdits(json, kSilencedKey, edits.silenced, [](const SilencedUnit &edit) {
        return QJsonObject{{kLayerKey, indexValue(edit.layer)}, {kUnitKey, indexValue(edit.unit)}};
    });
    putEdits(json, kInputsKey, edits.inputs, [](const InputEdit &edit) {
        return QJsonObject{
            {kStepKey, indexValue(edit.step)}, {kFeatureKey, indexValue(edit.feature)}, {kValueKey, edit.value}};
    });
    putEdits(json, kStatesKey, edits.states, [](const StateEdit &edit) {
        return QJsonObject{{kLayerKey, indexValue(edit.layer)},
                           {kStepKey, indexValue(edit.step)},
                           {kUnitKey, indexValue(edit.unit)},
                           {kValueKey, edit.value}};
    });
    return json;
}

WhatIf editsFromJson(const QJsonObject &json)
{
    WhatIf edits;
    for (const QJsonValue value : json.value(kGatesKey).toArray()) {
        const QJsonObject entry = value.toObject();
        GateClamp clamp;
        clamp.gate = gateOfLetter(entry.value(kGateKey).toString().toStdString()).value_or(Gate::Candidate);
        clamp.layer = someEditIndex(entry, kLayerKey);
        clamp.unit = someEditIndex(entry, kUnitKey);
        if (entry.contains(kValueKey))
            clamp.value = editNumber(entry);
        edits.gates.push_back(clamp);
    }
    for (const QJsonValue value : json.value(kSilencedKey).toArray())
        edits.silenced.push_back({editIndex(value.toObject(), kLayerKey), editIndex(value.toObject(), kUnitKey)});
    for (const QJsonValue value : json.value(kInputsKey).toArray()) {
        const QJsonObject entry = value.toObject();
        edits.inputs.push_back({editIndex(entry, kStepKey), editIndex(entry, kFeatureKey), editNumber(entry)});
    }
    for (const QJsonValue value : json.value(kStatesKey).toArray()) {
        const QJsonObject entry = value.toObject();
        edits.states.push_back(
            {editIndex(entry, kLayerKey), editIndex(entry, kStepKey), editIndex(entry, kUnitKey), editNumber(entry)});
    }
    return edits;
}

} // namespace gatescope
