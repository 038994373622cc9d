// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/gradient/truncation_band.h"

#include "ui/look/theme.h"
#include "ui/widgets/plot/plot.h"

#include <qcustomplot.h>

namespace gatescope {

TruncationBand::TruncationBand(Plot &plot)
    : m_band(new QCPItemRect(&plot.canvas())), m_label(new QCPItemText(&plot.canvas()))
{
    m_band->topLeft->setType(QCPItemPosition::ptAxisRectRatio);
    m_band->topLeft->setCoords(0.0, 0.0);
    m_band->bottomRight->setTypeX(QCPItemPosition::ptPlotCoords);
    m_band->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_band->setPen(Qt::NoPen);
    m_label->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_label->position->setCoords(0.0, 0.0);
    m_label->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_label->setTextAlignment(Qt::AlignLeft);
    m_label->setPadding(QMargins(6, 4, 0, 0));
    m_label->setText(QObject::tr("truncated:\nno gradient goes\nback to here"));
    show(0);
}

void TruncationBand::show(Index firstStep)
{
    m_firstStep = firstStep;
    m_band->setVisible(firstStep > 0);
    m_label->setVisible(firstStep > 0);
    m_band->bottomRight->setCoords(static_cast<double>(firstStep) - 0.5, 1.0);
}

void TruncationBand::colour(const QPalette &palette)
{
    const ThemeColors &colors = themeColors(palette);
    QColor shade = colors.muted;
    shade.setAlphaF(0.12F);
    m_band->setBrush(shade);
    m_label->setColor(colors.muted);
    m_label->setFont(themeFont(TextRole::Caption));
}

} // namespace gatescope
