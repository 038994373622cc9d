// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/presenting.h"

#include "ui/document/shared/actions.h"
#include "ui/document/shared/workspace.h"
#include "ui/look/theme.h"
#include "ui/shell/bars/rail.h"
#include "ui/shell/bars/status_line.h"
#include "ui/shell/window/main_window.h"
#include "ui/shell/window/spotlight.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace gatescope {

namespace {

/// Larger type as far as a projector has room for it: at 1024 × 768 a third would cut what it enlarges.
double presentingScale(int width)
{
    return width < 1200 ? 1.15 : width < 1600 ? 1.3 : 1.5;
}

/// Those of a menu, and of the menus in it, that have a key.
QList<QAction *> actionsWithKeys(const QWidget &menu)
{
    QList<QAction *> found;
    for (QAction *action : menu.actions()) {
        if (action->menu())
            found << actionsWithKeys(*action->menu());
        else if (!action->shortcut().isEmpty())
            found << action;
    }
    return found;
}

} // namespace

Presenting::Presenting(MainWindow &window)
    : QObject(&window), m_window(window), m_action(new QAction(tr("&Present"), this)), m_leave(new QAction(this)),
      m_spotlight(new QAction(tr("Sp&otlight"), this)), m_light(new Spotlight(window))
{
    window.actions().add(QStringLiteral("view.present"), m_action);
    m_action->setCheckable(true);
    m_action->setShortcut(Qt::Key_F5);
    m_action->setToolTip(tr("Shows everything larger, with menus and forms folded away; F5 or Esc ends it."));
    m_leave->setShortcut(Qt::Key_Escape);
    m_leave->setEnabled(false);
    window.actions().add(QStringLiteral("view.spotlight"), m_spotlight);
    m_spotlight->setCheckable(true);
    m_spotlight->setShortcut(Qt::Key_Period); // what a clicker's button "blank the screen" sends
    m_spotlight->setToolTip(tr("While presenting: dims everything but what lies around the pointer."));
    m_spotlight->setEnabled(false);
    window.addActions({m_action, m_leave, m_spotlight});
    connect(m_spotlight, &QAction::toggled, m_light, &Spotlight::setOn);
    connect(m_action, &QAction::toggled, this, &Presenting::set);
    connect(m_leave, &QAction::triggered, m_action, [this] { m_action->setChecked(false); });
}

void Presenting::set(bool on)
{
    Theme &theme = m_window.m_theme;
    if (on)
        m_textScale = theme.textScale();
    theme.setTextScale(on ? std::max(m_textScale, presentingScale(m_window.width())) : m_textScale);
    m_leave->setEnabled(on);
    m_spotlight->setChecked(false);
    m_spotlight->setEnabled(on);
    m_window.addActions(actionsWithKeys(*m_window.menuBar())); // keys work without their menu
    m_window.menuBar()->setVisible(!on);
    m_window.m_status->setVisible(!on);
    m_window.m_presenting = on;
    m_window.arrangeRail();
    for (Workspace *workspace : m_window.workspaces())
        workspace->setPresenting(on);
}

} // namespace gatescope
