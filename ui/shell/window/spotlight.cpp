// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/spotlight.h"

#include <QCursor>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace gatescope {

Spotlight::Spotlight(QWidget &window) : QWidget(&window)
{
    setObjectName(QStringLiteral("spotlight"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Spotlight at the pointer"));
    hide();
    constexpr int kFollowMilliseconds = 25;
    m_follow.setInterval(kFollowMilliseconds);
    connect(&m_follow, &QTimer::timeout, this, &Spotlight::follow);
    window.installEventFilter(this);
}

void Spotlight::setOn(bool on)
{
    if (!on) {
        m_follow.stop();
        hide();
        return;
    }
    resize(parentWidget()->size());
    m_centre = mapFromGlobal(QCursor::pos());
    raise();
    show();
    m_follow.start();
}

int Spotlight::radius() const
{
    return std::max(80, std::min(width(), height()) / 5);
}

QRect Spotlight::lit() const
{
    const QPoint corner(radius() + 2, radius() + 2);
    return {m_centre - corner, m_centre + corner};
}

void Spotlight::follow()
{
    const QPoint now = mapFromGlobal(QCursor::pos());
    if (now == m_centre)
        return;
    const QRect before = lit();
    m_centre = now;
    update(QRegion(before) + lit());
}

void Spotlight::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath dimmed;
    dimmed.addRect(rect());
    dimmed.addEllipse(m_centre, radius(), radius()); // odd-even: left out
    painter.fillPath(dimmed, QColor(0, 0, 0, 140));
}

bool Spotlight::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        resize(parentWidget()->size());
    return QWidget::eventFilter(watched, event);
}

} // namespace gatescope
