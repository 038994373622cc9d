// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bars/metric.h"

#include "ui/look/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace gatescope {

Metric::Metric(const QString &caption, const QString &widest, const QString &tip, QWidget *parent)
    : QWidget(parent), m_caption(caption), m_widestCaption(caption), m_widest(widest), m_value(QStringLiteral("–"))
{
    setToolTip(tip);
    setAccessibleName(caption);
    setAccessibleDescription(m_value);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Metric::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    setAccessibleDescription(value);
    keepRoomFor(m_widest, TextRole::Figure, value);
    update();
}

void Metric::setCaption(const QString &caption)
{
    if (caption == m_caption)
        return;
    m_caption = caption;
    setAccessibleName(caption);
    keepRoomFor(m_widestCaption, TextRole::Caption, caption);
    update();
}

/// Nothing is ever cut: the field grows for a text that is longer than any before, and stays so.
void Metric::keepRoomFor(QString &widest, TextRole role, const QString &text)
{
    const QFontMetrics font(themeFont(role));
    if (font.horizontalAdvance(text) <= font.horizontalAdvance(widest))
        return;
    widest = text;
    updateGeometry();
    Q_EMIT grew();
}

void Metric::setTone(Tone tone)
{
    if (std::exchange(m_tone, tone) != tone)
        update();
}

QSize Metric::sizeHint() const
{
    const QFontMetrics caption(themeFont(TextRole::Caption));
    const QFontMetrics figure(themeFont(TextRole::Figure));
    return {std::max(caption.horizontalAdvance(m_widestCaption), figure.horizontalAdvance(m_widest)) + 4,
            caption.height() + figure.height() + 2};
}

void Metric::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        Q_EMIT grew();
    }
}

void Metric::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(colors.muted);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignTop, m_caption);
    painter.setFont(themeFont(TextRole::Figure));
    painter.setPen(m_tone == Tone::Bad ? colors.error : colors.text);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignBottom, m_value);
}

} // namespace gatescope
