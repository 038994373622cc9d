// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window can be told to show, by id.
#include "ui/document/shared/actions.h"
#include "ui/document/shared/selection.h"
#include "ui/document/shared/workspace.h"
#include "ui/shell/bars/rail.h"
#include "ui/shell/bars/transport_bar.h"
#include "ui/shell/window/main_window.h"
#include "ui/shell/window/pointer.h"

#include <QBoxLayout>

namespace gatescope {

void MainWindow::bindPlaces()
{
    m_registry->bind(QStringLiteral("workspace"), {[this](const QString &id) { showWorkspace(id); },
                                                   [this] {
                                                       const Workspace *shown = currentWorkspace();
                                                       return shown ? shown->info().id : QString();
                                                   }});
    m_registry->bind(QStringLiteral("speed"),
                     {[this](const QString &value) { m_transport->setBatchesPerSecond(value.toDouble()); },
                      [this] { return QString::number(m_transport->batchesPerSecond()); }});
    m_registry->bind(QStringLiteral("point"), {[this](const QString &id) { pointAt(*this, id); }});
    Selection *place = &m_selection;
    const auto number = [this, place](const QString &id, std::int64_t (Selection::*get)() const,
                                      void (Selection::*set)(std::int64_t), std::int64_t from) {
        m_registry->bind(id, {[place, set, from](const QString &value) { (place->*set)(value.toLongLong() - from); },
                              [place, get, from] { return QString::number((place->*get)() + from); }});
    };
    number(QStringLiteral("inspect.sequence"), &Selection::sequence, &Selection::setSequence, 0);
    number(QStringLiteral("inspect.layer"), &Selection::layer, &Selection::setLayer, 1);
    number(QStringLiteral("inspect.step"), &Selection::step, &Selection::setStep, 0);
    number(QStringLiteral("inspect.unit"), &Selection::unit, &Selection::setUnit, 0);
    for (Workspace *workspace : m_workspaces)
        workspace->bindActions(*m_registry);
    for (Workspace *workspace : m_workspaces) {
        for (QWidget *side : workspace->sidePages()) {
            m_sides.append(side);
            m_beside->insertWidget(0, side);
        }
    }
}

void MainWindow::setShownWorkspaces(const std::vector<bool> &shown)
{
    m_shown = shown;
    m_rail->setShown(shown);
}

} // namespace gatescope
