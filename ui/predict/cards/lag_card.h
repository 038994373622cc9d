// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/predict_view.h"
#include "ui/widgets/exported_card.h"
#include "ui/widgets/plot/plot.h"

class QComboBox;

namespace gatescope {

/// How the error grows with the rows ahead, beside persistence; or how the residuals hang together over rows.
class LagCard final : public ExportedCard {
    Q_OBJECT

public:
    explicit LagCard(QWidget *parent = nullptr);

    void showView(const PredictView &view);
    Plot &plot() { return *m_plot; }

    QString exportTitle() const override;
    QString exportCaption() const override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

private:
    void style();
    void draw();
    void drawErrors();
    void drawCorrelation();
    QString hoverText(double lag) const;

    PredictView m_view;
    QComboBox *m_kind;
    Plot *m_plot;
    QCPGraph *m_error, *m_persistence;
    std::vector<double> m_lags, m_values, m_naive; ///< what is drawn
    bool m_chosen = false;                         ///< the user chose the kind
};

} // namespace gatescope
