// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/predict_view.h"
#include "ui/widgets/series/series_plot.h"
#include "ui/widgets/series/series_plot_card.h"

namespace gatescope {

/// Forecast − target over the rows: what the model leaves unexplained, and where.
class ResidualCard : public SeriesPlotCard {
    Q_OBJECT

public:
    explicit ResidualCard(QWidget *parent = nullptr);

    void showView(const PredictView &view);

    QString exportTitle() const override;
    QString exportCaption() const override;
    QString csv() const override;

private:
    PredictView m_view;
    SeriesPlot *m_plot;
    SeriesPlot::Values m_residuals;
};

} // namespace gatescope
