// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawn/painted_view.h"

#include "ui/look/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <qcustomplot.h>

#include <algorithm>

namespace gatescope {

PaintedView::PaintedView(const QString &title, const QString &name, QWidget *parent)
    : QWidget(parent), m_title(title), m_name(name)
{
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
}

void PaintedView::setEmptyText(const QString &text)
{
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    update();
}

const Spot *PaintedView::spot(const QString &name) const
{
    const auto found =
        std::find_if(m_spots.begin(), m_spots.end(), [&](const Spot &spot) { return spot.name == name; });
    return found == m_spots.end() ? nullptr : &*found;
}

const Spot *PaintedView::markedSpot() const
{
    return m_marked && *m_marked < m_spots.size() ? &m_spots[*m_marked] : nullptr;
}

void PaintedView::markSpot(int direction)
{
    const bool any =
        direction != 0 && std::ranges::any_of(m_spots, [](const Spot &spot) { return !spot.tip.isEmpty(); });
    if (!m_marked && any)
        m_description = accessibleDescription();
    if (any) {
        const std::size_t count = m_spots.size();
        std::size_t next = m_marked.value_or(direction > 0 ? count - 1 : 0);
        do
            next = (next + (direction > 0 ? 1 : count - 1)) % count;
        while (m_spots[next].tip.isEmpty());
        m_marked = next;
        const Spot &spot = m_spots[next];
        setAccessibleDescription(QStringLiteral("%1 %2: %3").arg(spot.name, spot.value, spot.tip));
        QToolTip::showText(mapToGlobal(spot.area.bottomLeft().toPoint()), spot.tip, this);
    } else if (m_marked) {
        m_marked.reset();
        setAccessibleDescription(m_description);
        QToolTip::hideText();
    }
    update();
}

QString PaintedView::spokenValue() const
{
    const Spot *spot = markedSpot();
    QStringList parts;
    if (m_emptyText.isEmpty())
        parts << spokenPlace();
    if (spot)
        parts << QStringLiteral("%1 %2").arg(spot->name, spot->value);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

QString PaintedView::spokenSummary() const
{
    if (!m_emptyText.isEmpty())
        return m_emptyText;
    QStringList parts;
    if (const QString place = spokenPlace(); !place.isEmpty())
        parts << place;
    for (const Spot &spot : m_spots) {
        if (!spot.value.isEmpty())
            parts << QStringLiteral("%1 %2").arg(spot.name, spot.value);
    }
    constexpr qsizetype kMostSaid = 80;
    const qsizetype more = parts.size() - kMostSaid;
    if (more > 0)
        parts = parts.first(kMostSaid) << tr("and %1 more").arg(more);
    return parts.join(QStringLiteral("; "));
}

void PaintedView::keyPressEvent(QKeyEvent *event)
{
    if (speakSummaryOn(*event, *this))
        return;
    if (event->key() == Qt::Key_N && !(event->modifiers() & ~Qt::ShiftModifier))
        markSpot(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (event->key() == Qt::Key_Escape && m_marked)
        markSpot(0);
    else
        QWidget::keyPressEvent(event);
}

void PaintedView::focusOutEvent(QFocusEvent *event)
{
    markSpot(0);
    QWidget::focusOutEvent(event);
}

void PaintedView::paintContent(QCPPainter &painter, const QSize &size)
{
    Spots unused;
    paintAll(painter, size, unused);
}

void PaintedView::paintAll(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_emptyText.isEmpty()) {
        draw(painter, size, spots);
        return;
    }
    painter.setFont(themeFont(TextRole::Body));
    painter.setPen(themeColors(palette()).muted);
    painter.drawText(QRectF(QPointF(12, 0), size - QSizeF(24, 0)), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

QString PaintedView::tipAt(const QPointF &place) const
{
    const auto found = std::find_if(m_spots.rbegin(), m_spots.rend(),
                                    [&](const Spot &spot) { return spot.area.contains(place) && !spot.tip.isEmpty(); });
    return found == m_spots.rend() ? QString() : found->tip;
}

void PaintedView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_spots.clear();
    paintAll(painter, size(), m_spots);
    if (!hasFocus())
        return;
    if (QString now = QAccessible::isActive() ? spokenSummary() : QString(); now != m_said) {
        m_said = std::move(now);
        setAccessibleDescription(m_said); // the cursor went on: a reader is told the numbers of this step
    }
    painter.setPen(QPen(themeColors(palette()).accent, 2));
    painter.setBrush(Qt::NoBrush);
    if (const Spot *marked = markedSpot())
        painter.drawRoundedRect(marked->area.adjusted(-1, -1, 1, 1), 3, 3);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

bool PaintedView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    return QWidget::event(event);
}

void PaintedView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace gatescope
