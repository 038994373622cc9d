// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/views/moment_mark.h"

#include "ui/document/moment/shown_moment.h"
#include "ui/look/theme.h"
#include "ui/widgets/plot/plot.h"

#include <qcustomplot.h>

namespace gatescope {

MomentMark::MomentMark(Plot &plot)
    : m_plot(plot), m_line(new QCPItemLine(&plot.canvas())), m_label(new QCPItemText(&plot.canvas()))
{
    for (QCPItemPosition *position : {m_line->start, m_line->end, m_label->position}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_label->setPadding(QMargins(4, 1, 4, 1));
    m_line->setVisible(false);
    m_label->setVisible(false);
}

void MomentMark::show(const ShownMoment &moment, double perStep)
{
    const TrainingMoment *earlier = moment.earlier();
    m_line->setVisible(earlier != nullptr);
    m_label->setVisible(earlier != nullptr);
    if (!earlier)
        return;
    const double x = static_cast<double>(earlier->step) * perStep;
    m_line->start->setCoords(x, 0);
    m_line->end->setCoords(x, 1);
    m_label->position->setCoords(x, 0);
    m_label->setText(QObject::tr("views: batch %1").arg(groupedNumber(earlier->step)));
    const QCPRange range = m_plot.canvas().xAxis->range();
    m_label->setPositionAlignment((x > range.center() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
}

void MomentMark::colour()
{
    const ThemeColors &colors = themeColors(m_plot.palette());
    m_line->setPen(QPen(colors.cursor, 2));
    m_label->setFont(themeFont(TextRole::Caption));
    m_label->setColor(colors.cursor);
    m_label->setBrush(colors.card);
}

bool MomentMark::isShown() const
{
    return m_line->visible();
}

} // namespace gatescope
