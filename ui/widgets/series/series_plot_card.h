// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/exported_card.h"

namespace gatescope {

class SeriesPlot;

/// A card over one series plot, which is what it exports. Classes drawn from it say what is exported as text.
class SeriesPlotCard : public ExportedCard {
    Q_OBJECT

public:
    /// @param name  the exported file's, without its ending
    /// @param plot  the card takes it over; setContent() puts it in its place
    SeriesPlotCard(const QString &title, const QString &name, SeriesPlot *plot, QWidget *parent);

    SeriesPlot &plot() { return *m_plot; }

    void paintContent(QCPPainter &painter, const QSize &size) override;

private:
    SeriesPlot *m_plot;
};

} // namespace gatescope
