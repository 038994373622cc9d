// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace's half that sessions keep: the moment shown, the weight tried, the panels open and what each shows.
#include "core/io/model/session_record.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/train/train_workspace.h"
#include "ui/train/view_area.h"
#include "ui/train/view_dock.h"
#include "ui/train/views/live_view.h"

#include <QJsonArray>

namespace gatescope {

namespace {

QJsonObject trialJson(const WeightTrial &trial)
{
    const WeightPlace &place = trial.place;
    return {{QStringLiteral("gate"), QString::fromLatin1(letterOf(place.gate))},
            {QStringLiteral("layer"), static_cast<qint64>(place.layer)},
            {QStringLiteral("unit"), static_cast<qint64>(place.unit)},
            {QStringLiteral("column"), static_cast<qint64>(place.column)},
            {QStringLiteral("value"), static_cast<double>(trial.value)}};
}

std::optional<WeightTrial> trialOf(const QJsonObject &json)
{
    const auto index = [&json](const char *key) {
        return static_cast<Index>(json.value(QLatin1String(key)).toInteger(-1));
    };
    const std::optional<Gate> gate = gateOfLetter(json.value(QStringLiteral("gate")).toString().toStdString());
    const QJsonValue value = json.value(QStringLiteral("value"));
    if (!gate || !value.isDouble())
        return std::nullopt;
    return WeightTrial{{index("layer"), *gate, index("unit"), index("column")}, static_cast<float>(value.toDouble())};
}

} // namespace

void TrainWorkspace::keepView(SessionView &view) const
{
    if (const TrainingMoment *earlier = m_moment.earlier())
        view.moment = earlier->step;
    QJsonArray panels;
    QJsonObject views;
    for (const ViewDock *dock : docks()) {
        if (m_area->enlarged() ? dock == m_area->enlarged() : !dock->isHidden())
            panels.append(dock->view().id());
        views.insert(dock->view().id(), dock->view().state());
    }
    QJsonObject state{{QStringLiteral("panels"), panels}, {QStringLiteral("views"), views}};
    if (m_moment.trial())
        state.insert(QStringLiteral("trial"), trialJson(*m_moment.trial()));
    keepState(view, state);
}

void TrainWorkspace::showView(const SessionView &view)
{
    m_moment.show(view.moment);
    const QJsonObject state = stateIn(view);
    if (state.isEmpty())
        return;
    m_moment.tryWeight(trialOf(state.value(QStringLiteral("trial")).toObject()));
    if (ViewDock *enlarged = m_area->enlarged())
        m_area->toggleEnlarged(*enlarged);
    const QJsonArray panels = state.value(QStringLiteral("panels")).toArray();
    const QJsonObject views = state.value(QStringLiteral("views")).toObject();
    for (const ViewDock *dock : docks()) {
        LiveView &shown = dock->view();
        shown.showState(views.value(shown.id()).toObject());
    }
    for (ViewDock *dock : docks()) {
        if (!panels.isEmpty())
            dock->setVisible(panels.contains(dock->view().id()));
    }
}

} // namespace gatescope
