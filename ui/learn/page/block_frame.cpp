// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/page/block_frame.h"

#include "ui/look/theme.h"

#include <QBoxLayout>
#include <QPainter>

namespace gatescope {

BlockFrame::BlockFrame(BlockTone tone, QWidget *parent) : QFrame(parent), m_tone(tone), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(14, 10, 10, 10);
    m_rows->setSpacing(8);
}

void BlockFrame::setTone(BlockTone tone)
{
    m_tone = tone;
    update();
}

void BlockFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = themeColors(palette());
    const QRectF face = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_tone == BlockTone::Folded) {
        painter.setPen(QPen(colors.strongBorder, 1, Qt::DashLine));
        painter.drawRoundedRect(face, 6, 6);
        return;
    }
    const bool warm = m_tone == BlockTone::Ask;
    const bool bad = m_tone == BlockTone::Problem;
    painter.setPen(Qt::NoPen);
    painter.setBrush(warm ? colors.warningSoft : bad ? colors.errorSoft : colors.accentSoft);
    if (m_tone == BlockTone::Note)
        painter.setBrush(colors.ground);
    painter.drawRoundedRect(face, 6, 6);
    const QColor edge = warm                        ? colors.warning
                        : bad                       ? colors.error
                        : m_tone == BlockTone::Note ? colors.muted
                                                    : colors.accent;
    painter.fillRect(QRect(0, 0, 4, height()), edge);
}

} // namespace gatescope
