// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/series/series_plot_card.h"

#include "ui/widgets/series/series_plot.h"

namespace gatescope {

SeriesPlotCard::SeriesPlotCard(const QString &title, const QString &name, SeriesPlot *plot, QWidget *parent)
    : ExportedCard(title, name, parent), m_plot(plot)
{
    setExported(*plot);
}

void SeriesPlotCard::paintContent(QCPPainter &painter, const QSize &size)
{
    m_plot->refit();
    m_plot->paintInto(painter, size);
}

} // namespace gatescope
