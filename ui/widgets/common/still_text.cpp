// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/common/still_text.h"

#include "ui/look/fitting_text.h"

#include <QFontMetrics>
#include <QPainter>

namespace gatescope {

StillText::StillText(QWidget *parent, TextRole role) : QWidget(parent), m_role(role) {}

void StillText::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    update();
}

QFontMetrics StillText::metrics() const
{
    return QFontMetrics(themeFont(m_role));
}

QSize StillText::sizeHint() const
{
    return {minimumWidth(), metrics().height()};
}

void StillText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(themeFont(m_role));
    painter.setPen(m_role == TextRole::Caption ? themeColors(palette()).muted : themeColors(palette()).text);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, fittingParts(m_text, metrics(), width()));
}

} // namespace gatescope
