// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/shown/held_places.h"

#include "ui/document/shared/actions.h"
#include "ui/inspect/shown/inspection.h"

#include <algorithm>

namespace gatescope {

namespace {

/// A clamp of one gate on the whole network, which is what a link can hold.
bool isWhole(const GateClamp &clamp, Gate gate)
{
    return clamp.gate == gate && !clamp.layer && !clamp.unit && clamp.value;
}

QString heldValue(const Inspection &inspection, Gate gate)
{
    for (const GateClamp &clamp : inspection.edits().gates) {
        if (isWhole(clamp, gate))
            return QString::number(*clamp.value);
    }
    return {};
}

void hold(Inspection &inspection, Gate gate, double value)
{
    WhatIf edits = inspection.edits();
    std::erase_if(edits.gates, [gate](const GateClamp &clamp) { return isWhole(clamp, gate); });
    edits.gates.push_back({gate, {}, {}, value});
    inspection.applyEdits(edits);
}

/// The kept moment at the end of an epoch, or the one before it; now where the epoch is the last.
void showEpoch(ShownMoment &moment, std::int64_t epoch)
{
    std::optional<std::int64_t> step;
    for (const TrainingMoment &kept : moment.moments()) {
        if (kept.epoch <= epoch)
            step = kept.step;
    }
    moment.show(step);
}

} // namespace

void bindHeldGates(Actions &actions, Inspection &inspection)
{
    const auto keep = [&inspection]() -> std::function<void()> {
        return [&inspection, edits = inspection.edits()] {
            if (!(edits == inspection.edits()))
                inspection.applyEdits(edits);
        };
    };
    for (const Gate gate : {Gate::Reset, Gate::Update}) {
        actions.bind(QStringLiteral("hold.") + QLatin1String(letterOf(gate)),
                     {[&inspection, gate](const QString &value) { hold(inspection, gate, value.toDouble()); },
                      [&inspection, gate] { return heldValue(inspection, gate); }, keep});
    }
    actions.bind(QStringLiteral("hold.clear"), {[&inspection](const QString &) {
                                                    if (!inspection.edits().empty())
                                                        inspection.applyEdits({});
                                                },
                                                {},
                                                keep});
    ShownMoment &moment = inspection.moment();
    actions.bind(QStringLiteral("moment"), {[&moment](const QString &epoch) { showEpoch(moment, epoch.toLongLong()); },
                                            [&moment] {
                                                const TrainingMoment *earlier = moment.earlier();
                                                return earlier ? QString::number(earlier->epoch) : QString();
                                            },
                                            [&moment]() -> std::function<void()> {
                                                const TrainingMoment *earlier = moment.earlier();
                                                const auto step = earlier ? std::optional(earlier->step) : std::nullopt;
                                                return [&moment, step] { moment.show(step); };
                                            }});
}

} // namespace gatescope
