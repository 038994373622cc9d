// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/drawn/view_pane.h"

#include <QShowEvent>

namespace gatescope {

ViewPane::ViewPane(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turns it on
    viewport()->setAutoFillBackground(false);
}

void ViewPane::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    widget()->updateGeometry(); // Qt tells nobody of it while it is hidden
}

} // namespace gatescope
