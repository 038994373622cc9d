// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/workspace.h"

#include "core/io/model/session_record.h"

#include <QJsonDocument>

namespace gatescope {

Workspace::Workspace(WorkspaceInfo info, QWidget *parent) : QWidget(parent), m_info(std::move(info))
{
    setObjectName(m_info.id);
    setAccessibleName(m_info.title);
}

void Workspace::saveLayout(QSettings &) const {}

void Workspace::restoreLayout(const QSettings &) {}

QJsonObject Workspace::stateIn(const SessionView &view) const
{
    const auto state = view.states.find(m_info.id.toStdString());
    return state == view.states.end() ? QJsonObject()
                                      : QJsonDocument::fromJson(QByteArray::fromStdString(state->second)).object();
}

void Workspace::keepState(SessionView &view, const QJsonObject &state) const
{
    if (!state.isEmpty())
        view.states[m_info.id.toStdString()] = QJsonDocument(state).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace gatescope
