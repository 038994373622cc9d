// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/lag_card.h"

#include "ui/look/quantity.h"
#include "ui/widgets/common/legend_line.h"

#include <QComboBox>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

enum Kind { ErrorAhead, Correlation };
constexpr Index kCorrelationLags = 60;

} // namespace

LagCard::LagCard(QWidget *parent)
    : ExportedCard(tr("Error by lag"), QStringLiteral("error-by-lag"), parent), m_kind(new QComboBox), m_plot(new Plot)
{
    setExported(*m_plot);
    m_kind->addItem(tr("rows ahead"));
    m_kind->addItem(tr("residuals"));
    m_kind->setAccessibleName(tr("What is shown by lag"));
    m_kind->setToolTip(
        tr("The error against the rows ahead, or the correlation of the residuals with themselves some rows later."));
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_chosen = true;
        draw();
    });
    header().addTool(m_kind);
    header().addExport(*this);
    m_error = m_plot->addCurve(tr("model"));
    m_persistence = m_plot->addCurve(tr("persistence"));
    m_plot->setAccessibleName(tr("Error by lag"));
    m_plot->setEmpty(true);
    moveLegendAbove(m_plot->canvas());
    m_plot->setHoverText([this](double lag) { return hoverText(lag); });
    connect(m_plot, &Plot::themed, this, &LagCard::style);
    connect(m_plot, &Plot::rangeReset, this, &LagCard::draw);
    setContent(m_plot);
    style();
    draw();
}

void LagCard::style()
{
    Plot::setCurvePen(*m_error, quantityColor(Quantity::Forecast, palette()), 1.5);
    Plot::setCurvePen(*m_persistence, quantityColor(Quantity::NaiveForecast, palette()), 1, Qt::DashLine);
}

void LagCard::showView(const PredictView &view)
{
    m_view = view;
    const bool errors = view.answer.lags && !view.answer.lags->lags.empty();
    if (!m_chosen)
        m_kind->setCurrentIndex(errors || !view.hasForecasts() ? ErrorAhead : Correlation);
    draw();
}

void LagCard::draw()
{
    m_lags.clear();
    m_values.clear();
    m_naive.clear();
    const bool correlation = m_kind->currentIndex() == Correlation;
    header().setTitle(correlation ? tr("Residuals by lag") : tr("Error by lag"));
    m_plot->setEmptyText(m_view.classifies() ? tr("Classes have no error by lag: see Classes.")
                                             : tr("No errors yet: open data in Data, and the network's forecasts are "
                                                  "measured by how far ahead they are."));
    if (m_view.hasForecasts() && !m_view.classifies()) {
        if (correlation)
            drawCorrelation();
        else
            drawErrors();
    }
    const bool any = !m_values.empty();
    if (!any)
        header().setCaption({});
    m_plot->setEmpty(!any);
    const QVector<double> lags(m_lags.begin(), m_lags.end());
    m_error->setData(lags, QVector<double>(m_values.begin(), m_values.end()), true);
    m_persistence->setData(m_naive.empty() ? QVector<double>() : lags, QVector<double>(m_naive.begin(), m_naive.end()),
                           true);
    const bool few = m_values.size() < 30;
    m_error->setLineStyle(correlation ? QCPGraph::lsImpulse : QCPGraph::lsLine);
    m_error->setScatterStyle(few || correlation ? QCPScatterStyle(QCPScatterStyle::ssDisc, 4)
                                                : QCPScatterStyle(QCPScatterStyle::ssNone));
    m_plot->canvas().legend->setVisible(any && !correlation && !m_naive.empty());
    if (any) {
        double high = *std::ranges::max_element(m_values);
        double low = std::min(0.0, *std::ranges::min_element(m_values));
        if (!m_naive.empty())
            high = std::max(high, *std::ranges::max_element(m_naive));
        m_plot->showRange(0.0, m_lags.back() + 0.5, low, high);
    }
    m_plot->replotSoon();
}

void LagCard::drawErrors()
{
    m_plot->setHorizontalAxis(tr("rows ahead"), tr("How many rows after the last known one the forecast is for."));
    m_plot->setVerticalAxis(m_view.unit.isEmpty() ? tr("RMSE") : tr("RMSE (%1)").arg(m_view.unit),
                            tr("Root mean squared error, in the target's unit."));
    const auto &errors = m_view.answer.lags;
    if (!errors || errors->lags.empty()) {
        const auto &run = m_view.answer.freeRun;
        m_plot->setEmptyText(run && !run->problem.empty()
                                 ? QString::fromStdString(run->problem)
                                 : tr("The network predicts one horizon and cannot run freely: train it for horizon 1, "
                                      "or for several horizons."));
        return;
    }
    for (const LagErrors::Lag &lag : errors->lags) {
        m_lags.push_back(static_cast<double>(lag.ahead));
        m_values.push_back(lag.error);
        if (lag.persistence)
            m_naive.push_back(*lag.persistence);
    }
    if (m_naive.size() != m_values.size())
        m_naive.clear();
    header().setCaption(errors->freeRunning ? tr("free running, over %1 starts").arg(errors->starts)
                                            : tr("by horizon, over %1 windows").arg(errors->starts));
}

void LagCard::drawCorrelation()
{
    m_plot->setHorizontalAxis(tr("rows later"), tr("How many rows lie between the two residuals."));
    m_plot->setVerticalAxis(tr("correlation"),
                            tr("1: residuals repeat themselves; 0: nothing left that could be predicted from them."));
    m_plot->setEmptyText(tr("There is nothing to compare with: these data hold no target."));
    const std::vector<double> residuals = m_view.answer.result->residuals(m_view.output);
    m_values = autocorrelation(residuals, std::min<Index>(kCorrelationLags, static_cast<Index>(residuals.size()) / 4));
    for (std::size_t lag = 1; lag <= m_values.size(); ++lag)
        m_lags.push_back(static_cast<double>(lag));
    header().setCaption(tr("correlation of the residuals with themselves"));
}

QString LagCard::hoverText(double lag) const
{
    const auto found = std::ranges::find(m_lags, std::round(lag));
    if (found == m_lags.end())
        return {};
    const auto at = static_cast<std::size_t>(found - m_lags.begin());
    QString text = tr("%1 rows: %2").arg(*found).arg(scoreText(m_values[at]));
    if (!m_naive.empty())
        text += tr("\npersistence: %1").arg(scoreText(m_naive[at]));
    return text;
}

QString LagCard::exportTitle() const
{
    return tr("%1: %2").arg(header().title(), m_view.outputText());
}

QString LagCard::exportCaption() const
{
    return tr("%1 · %2").arg(header().caption(), m_view.caption());
}

void LagCard::paintContent(QCPPainter &painter, const QSize &size)
{
    m_plot->paintInto(painter, size);
}

QString LagCard::csv() const
{
    if (m_lags.empty())
        return {};
    QString text = m_kind->currentIndex() == Correlation ? QStringLiteral("lag,correlation\r\n")
                                                         : QStringLiteral("rows_ahead,rmse,persistence_rmse\r\n");
    for (std::size_t i = 0; i < m_lags.size(); ++i) {
        text += csvNumber(m_lags[i]) + QLatin1Char(',') + csvNumber(m_values[i]);
        if (m_kind->currentIndex() != Correlation)
            text += QLatin1Char(',') + (m_naive.empty() ? QString() : csvNumber(m_naive[i]));
        text += QStringLiteral("\r\n");
    }
    return text;
}

} // namespace gatescope
