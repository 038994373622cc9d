// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace's half that sessions keep: the what-ifs, the pinned numbers and the views chosen.
#include "core/io/model/session_record.h"
#include "ui/document/shared/actions.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/cell/cell_card.h"
#include "ui/inspect/cell/pin_bar.h"
#include "ui/inspect/inspect_workspace.h"
#include "ui/inspect/question/edits_json.h"
#include "ui/inspect/shown/inspection.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QJsonArray>

namespace gatescope {

namespace {

/// The places of this page that are its own choices: those of the cursor are kept as the cursor.
QStringList chosenPlaces(const Actions &actions)
{
    QStringList ids;
    for (const QString &id : actions.placeIds()) {
        const QString name = id.section(QLatin1Char('.'), 1);
        const bool isCursor = name == QLatin1String("sequence") || name == QLatin1String("layer")
                              || name == QLatin1String("step") || name == QLatin1String("unit");
        if (id.startsWith(QLatin1String("inspect.")) && !isCursor)
            ids << id;
    }
    return ids;
}

QJsonArray pinsJson(const std::vector<Pin> &pins)
{
    QJsonArray list;
    for (const Pin &pin : pins)
        list.append(QJsonObject{{QStringLiteral("layer"), static_cast<qint64>(pin.layer)},
                                {QStringLiteral("unit"), static_cast<qint64>(pin.unit)},
                                {QStringLiteral("stage"), static_cast<int>(pin.stage)},
                                {QStringLiteral("symbol"), pin.symbol}});
    return list;
}

} // namespace

void InspectWorkspace::keepView(SessionView &view) const
{
    QJsonObject state{{QStringLiteral("zone"), m_zones->current()}};
    if (m_places) {
        for (const QString &id : chosenPlaces(*m_places)) {
            if (const QString value = m_places->value(id); !value.isEmpty())
                state.insert(id, value);
        }
    }
    if (const QJsonObject edits = editsJson(m_inspection->edits()); !edits.isEmpty())
        state.insert(QStringLiteral("what-ifs"), edits);
    if (!m_cell->pins().pins().empty())
        state.insert(QStringLiteral("pins"), pinsJson(m_cell->pins().pins()));
    keepState(view, state);
}

void InspectWorkspace::showView(const SessionView &view)
{
    const QJsonObject state = stateIn(view);
    if (state.isEmpty())
        return;
    if (m_places) {
        for (const QString &id : chosenPlaces(*m_places)) {
            if (state.contains(id))
                m_places->set(id, state.value(id).toString());
        }
    }
    m_zones->setCurrent(std::clamp(state.value(QStringLiteral("zone")).toInt(), 0, 2));
    m_inspection->showEdits(editsFromJson(state.value(QStringLiteral("what-ifs")).toObject()));
    m_cell->pins().clear();
    for (const QJsonValue value : state.value(QStringLiteral("pins")).toArray()) {
        const QJsonObject pin = value.toObject();
        const auto stage = pin.value(QStringLiteral("stage")).toInteger(-1);
        const auto layer = pin.value(QStringLiteral("layer")).toInteger(-1);
        const auto unit = pin.value(QStringLiteral("unit")).toInteger(-1);
        if (stage >= 0 && stage < kCellStages && layer >= 0 && unit >= 0)
            m_cell->pins().toggle({static_cast<Index>(layer), static_cast<Index>(unit), static_cast<CellStage>(stage),
                                   pin.value(QStringLiteral("symbol")).toString()});
    }
}

} // namespace gatescope
