// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls/turning_splitter.h"

#include <QEvent>
#include <QLayoutItem>

#include <algorithm>

namespace gatescope {

namespace {

struct LeastWidths {
    int beside = 0; ///< of all parts and the handles between them
    int widest = 0;
};

LeastWidths leastWidths(const QSplitter &splitter, int letters = 0)
{
    LeastWidths widths;
    const int least = letters * splitter.fontMetrics().averageCharWidth();
    for (int i = 0; i < splitter.count(); ++i) {
        QWidget *part = splitter.widget(i);
        if (part->isHidden())
            continue;
        const int width = QWidgetItem(part).minimumSize().width();
        widths.beside += std::max(width, least) + (widths.widest > 0 ? splitter.handleWidth() : 0);
        widths.widest = std::max(widths.widest, width);
    }
    return widths;
}

} // namespace

TurningSplitter::TurningSplitter(QWidget *parent) : QSplitter(Qt::Horizontal, parent) {}

void TurningSplitter::setMayTurn(bool may, int letters)
{
    m_mayTurn = may;
    m_letters = letters;
    arrange();
    updateGeometry();
}

void TurningSplitter::arrange()
{
    const Qt::Orientation wanted =
        m_mayTurn && leastWidths(*this, m_letters).beside > width() ? Qt::Vertical : Qt::Horizontal;
    if (wanted == orientation())
        return;
    setOrientation(wanted);
    updateGeometry();
}

QSize TurningSplitter::minimumSizeHint() const
{
    const QSize least = QSplitter::minimumSizeHint();
    return {m_mayTurn ? leastWidths(*this).widest : least.width(), least.height()};
}

bool TurningSplitter::event(QEvent *event)
{
    const bool handled = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return handled;
}

void TurningSplitter::resizeEvent(QResizeEvent *event)
{
    arrange();
    QSplitter::resizeEvent(event);
}

} // namespace gatescope
