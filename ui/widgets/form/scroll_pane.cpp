// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form/scroll_pane.h"

#include <QScrollBar>

namespace gatescope {

ScrollPane::ScrollPane(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    setWidget(content);
    content->setAutoFillBackground(false);
}

QSize ScrollPane::sizeHint() const
{
    return {widget()->sizeHint().width() + verticalScrollBar()->sizeHint().width(), widget()->sizeHint().height()};
}

QSize ScrollPane::minimumSizeHint() const
{
    return {120, 60};
}

void ScrollPane::resizeEvent(QResizeEvent *event)
{
    // Before the content is fitted: it must never be wider than what is seen.
    widget()->setMaximumWidth(viewport()->width());
    QScrollArea::resizeEvent(event);
}

} // namespace gatescope
