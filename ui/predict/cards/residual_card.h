// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/predict_view.h"
#include "ui/widgets/card.h"
#include "ui/widgets/series/series_plot.h"
#include "ui/widgets/view_export.h"

namespace gatescope {

/// Forecast − target over the rows: what the model leaves unexplained, and where.
class ResidualCard : public Card, public ViewExport {
    Q_OBJECT

public:
    explicit ResidualCard(QWidget *parent = nullptr);

    void showView(const PredictView &view);
    SeriesPlot &plot() { return *m_plot; }

    QString exportTitle() const override;
    QString exportCaption() const override;
    QString exportName() const override;
    const QWidget &exportWidget() const override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

private:
    PredictView m_view;
    SeriesPlot *m_plot;
    SeriesPlot::Values m_residuals;
};

} // namespace gatescope
