// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/room_pane.h"

#include "ui/document/shared/workspace.h"

#include <QKeyEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace gatescope {

RoomPane::RoomPane(Workspace &workspace, QWidget *parent) : QScrollArea(parent), m_workspace(workspace)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    setWidget(&workspace);
    workspace.setAutoFillBackground(false); // as it was before it was taken
}

void RoomPane::setGuided(bool guided)
{
    m_guided = guided;
    fit();
}

QSize RoomPane::neededFor(int width) const
{
    const QLayout *layout = m_workspace.layout();
    if (!layout)
        return m_workspace.minimumSizeHint();
    const QSize least = layout->totalMinimumSize();
    const int wide = std::max(width, least.width());
    return {least.width(), layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(wide) : least.height()};
}

void RoomPane::fit()
{
    QSize room = maximumViewportSize();
    QSize needed(0, 0);
    if (m_guided) {
        needed = neededFor(room.width());
        if (needed.height() > room.height()) {
            room.rwidth() -= verticalScrollBar()->sizeHint().width();
            needed = neededFor(room.width());
        }
        if (needed.width() > room.width())
            room.rheight() -= horizontalScrollBar()->sizeHint().height();
    }
    m_workspace.resize(room.expandedTo(needed));
}

void RoomPane::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

bool RoomPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_workspace && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void RoomPane::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
}

} // namespace gatescope
