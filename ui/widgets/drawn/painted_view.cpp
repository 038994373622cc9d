// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawn/painted_view.h"

#include "ui/shell/theme.h"

#include <QEvent>
#include <QHelpEvent>
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
    painter.setPen(QPen(themeColors(palette()).accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
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
