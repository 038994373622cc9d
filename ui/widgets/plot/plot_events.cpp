// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot makes of the mouse and the keys.
#include "ui/look/theme.h"
#include "ui/widgets/plot/log_ticker.h"
#include "ui/widgets/plot/plot.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

void Plot::hover(const QPoint &place, const QPoint &globalPlace)
{
    QString text;
    const QRect inside = m_canvas->axisRect()->rect();
    if (inside.contains(place) && m_hoverText && !isEmpty())
        text = m_hoverText(m_canvas->xAxis->pixelToCoord(place.x()));
    else if (place.y() > inside.bottom())
        text = m_horizontalTip;
    else if (place.x() < inside.left())
        text = m_verticalTip;
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(globalPlace + QPoint(8, 8), text, m_canvas);
}

void Plot::pointAt(const QPoint &place)
{
    if (m_pointing && !isEmpty() && m_canvas->axisRect()->rect().contains(place))
        Q_EMIT pointed(m_canvas->xAxis->pixelToCoord(place.x()));
}

bool Plot::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->buttons() & Qt::LeftButton)
            pointAt(mouse->position().toPoint());
        if (event->type() == QEvent::MouseMove)
            hover(mouse->position().toPoint(), mouse->globalPosition().toPoint());
        else
            setFocus(Qt::MouseFocusReason);
    } else if (event->type() == QEvent::Leave) {
        QToolTip::hideText();
    }
    return QWidget::eventFilter(watched, event);
}

QString Plot::spokenValue() const
{
    const QString words = m_cursor && m_hoverText && !isEmpty() ? m_hoverText(*m_cursor) : QString();
    return QString(words).replace(QLatin1Char('\n'), QLatin1String("; "));
}

QString Plot::spokenSummary() const
{
    if (isEmpty())
        return m_emptyLabel->text();
    QStringList parts;
    for (int i = 0; i < m_canvas->graphCount(); ++i) {
        const QCPGraph &curve = *m_canvas->graph(i);
        double lowest = std::numeric_limits<double>::infinity(), highest = -lowest, last = 0.0;
        for (const QCPGraphData &point : *curve.data()) {
            if (!std::isfinite(point.value))
                continue;
            lowest = std::min(lowest, point.value);
            highest = std::max(highest, point.value);
            last = point.value;
        }
        if (lowest <= highest && curve.visible() && !curve.name().isEmpty())
            parts << tr("%1: last %2, lowest %3, highest %4.")
                         .arg(curve.name(), shortNumber(last), shortNumber(lowest), shortNumber(highest));
    }
    return parts.join(QLatin1Char('\n'));
}

void Plot::keyPressEvent(QKeyEvent *event)
{
    if (speakSummaryOn(*event, *this))
        return;
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (direction != 0 && m_pointing && m_cursor)
        Q_EMIT pointed(*m_cursor + direction);
    else if (event->key() == Qt::Key_0) {
        m_followsData = true;
        Q_EMIT rangeReset();
        replotSoon();
    } else
        QWidget::keyPressEvent(event);
}

void Plot::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeColors(palette()).accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void Plot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Plot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace gatescope
