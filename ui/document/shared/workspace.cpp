// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/workspace.h"

namespace gatescope {

Workspace::Workspace(WorkspaceInfo info, QWidget *parent) : QWidget(parent), m_info(std::move(info))
{
    setObjectName(m_info.id);
    setAccessibleName(m_info.title);
}

void Workspace::saveLayout(QSettings &) const {}

void Workspace::restoreLayout(const QSettings &) {}

} // namespace gatescope
