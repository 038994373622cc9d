// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/predict/forecast/predict_view.h"
#include "ui/widgets/series/series_plot.h"
#include "ui/widgets/series/series_plot_card.h"

class QComboBox;

namespace gatescope {

/// Target, forecast and the last value again over the rows, with their interval, a free run from a start that can be
/// dragged, and the future after the last row. For classes: the probability the network gave to the class that was
/// right.
class ForecastCard : public SeriesPlotCard {
    Q_OBJECT

public:
    explicit ForecastCard(QWidget *parent = nullptr);

    void showView(const PredictView &view);
    /// Says in place of a forecast that one is being computed.
    void setBusy(bool busy);
    /// Where a free run starts; unset: none is shown.
    void setFreeStart(std::optional<Index> row);
    /// Whether the rows after the end are drawn, as far as they are known.
    void setFutureShown(bool shown);

    QString exportTitle() const override;
    QString exportCaption() const override;
    QString csv() const override;

Q_SIGNALS:
    /// The user points at the row a free run is to start from.
    void startPointed(Index row);

private:
    void style();
    void showNumbers();
    void showClasses();
    void showFreeRun();
    void showInterval();
    void showFuture();
    void showTimes();
    Index futureRows() const;
    QString timeText(Index row) const;
    void fillSections();
    void showSection();
    QString hoverText(double row) const;

    PredictView m_view;
    QComboBox *m_section; ///< which rows are seen
    SeriesPlot *m_plot;
    int m_target, m_persistence, m_forecast, m_freeRun, m_future, m_beyond;
    int m_interval, m_futureInterval; ///< bands
    bool m_isFutureShown = true;
    Index m_sectionsFuture = 0; ///< rows ahead that the sections reckon with
    SeriesPlot::Values m_times;
};

} // namespace gatescope
