// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/question/edit_target.h"

#include <QObject>

#include <algorithm>

namespace gatescope {

namespace {

/// Puts an entry in place of the one it agrees with, or at the end.
template <typename Entry, typename Same>
void put(std::vector<Entry> &entries, Entry entry, Same same)
{
    const auto found = std::find_if(entries.begin(), entries.end(), same);
    if (found == entries.end())
        entries.push_back(std::move(entry));
    else
        *found = std::move(entry);
}

GateClamp clampOf(const EditTarget &target, std::optional<double> value)
{
    GateClamp clamp;
    clamp.gate = target.kind == EditKind::Reset ? Gate::Reset : Gate::Update;
    if (target.scope != EditScope::Network)
        clamp.layer = target.layer;
    if (target.scope == EditScope::Unit)
        clamp.unit = target.unit;
    clamp.value = value;
    return clamp;
}

} // namespace

WhatIf withEdit(WhatIf edits, const EditTarget &target, std::optional<double> value)
{
    switch (target.kind) {
    case EditKind::Reset:
    case EditKind::Update: {
        const GateClamp clamp = clampOf(target, value);
        put(edits.gates, clamp, [&](const GateClamp &other) {
            return other.gate == clamp.gate && other.layer == clamp.layer && other.unit == clamp.unit;
        });
        break;
    }
    case EditKind::Silence:
        put(edits.silenced, {target.layer, target.unit}, [&](const SilencedUnit &other) {
            return other == SilencedUnit{target.layer, target.unit};
        });
        break;
    case EditKind::Input:
        put(edits.inputs, {target.step, target.feature, value.value_or(0.0)},
            [&](const InputEdit &other) { return other.step == target.step && other.feature == target.feature; });
        break;
    case EditKind::State:
        put(edits.states, {target.layer, target.step, target.unit, value.value_or(0.0)}, [&](const StateEdit &other) {
            return other.layer == target.layer && other.step == target.step && other.unit == target.unit;
        });
        break;
    }
    return edits;
}

WhatIf withoutEdit(WhatIf edits, std::size_t index)
{
    const auto take = [&](auto &entries) {
        if (index < entries.size()) {
            entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(index));
            return true;
        }
        index -= entries.size();
        return false;
    };
    if (!take(edits.gates) && !take(edits.silenced) && !take(edits.inputs))
        take(edits.states);
    return edits;
}

QString editText(const EditTarget &target)
{
    const QString gate = QString::fromLatin1(letterOf(target.kind == EditKind::Reset ? Gate::Reset : Gate::Update));
    switch (target.kind) {
    case EditKind::Reset:
    case EditKind::Update:
        if (target.scope == EditScope::Network)
            return QObject::tr("hold %1 everywhere").arg(gate);
        if (target.scope == EditScope::Layer)
            return QObject::tr("hold %1 of layer %2").arg(gate).arg(target.layer + 1);
        return QObject::tr("hold %1 of unit %2 in layer %3").arg(gate).arg(target.unit).arg(target.layer + 1);
    case EditKind::Silence:
        return QObject::tr("silence unit %1 in layer %2").arg(target.unit).arg(target.layer + 1);
    case EditKind::Input:
        return QObject::tr("set input %1 at step %2").arg(target.feature).arg(target.step);
    case EditKind::State:
        break;
    }
    return QObject::tr("set the state of unit %1 in layer %2 at step %3")
        .arg(target.unit)
        .arg(target.layer + 1)
        .arg(target.step);
}

} // namespace gatescope
