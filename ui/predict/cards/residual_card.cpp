// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/residual_card.h"

#include "ui/look/quantity.h"

#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

ResidualCard::ResidualCard(QWidget *parent)
    : SeriesPlotCard(tr("Residuals"), QStringLiteral("residuals"), new SeriesPlot, parent), m_plot(&plot())
{
    m_plot->addSeries(tr("forecast − target"));
    m_plot->setAccessibleName(tr("Residuals over the rows"));
    m_plot->setEmptyText(tr("No residuals yet: open data in Data."));
    m_plot->setEmpty(true);
    m_plot->canvas().yAxis->grid()->setZeroLinePen(QPen(Qt::gray));
    const auto style = [this] { m_plot->setSeriesPen(0, quantityColor(Quantity::Forecast, palette()), 1); };
    connect(m_plot, &Plot::themed, this, style);
    style();
    m_plot->setHoverText([this](double row) {
        const double value = m_plot->valueAt(0, row);
        return std::isnan(value)
                   ? QString()
                   : QStringLiteral("%1\n%2 = %3").arg(m_plot->rowText(row), tr("forecast − target"), scoreText(value));
    });
    header().addExport(*this);
    setContent(m_plot);
}

void ResidualCard::showView(const PredictView &view)
{
    const bool sameData =
        m_view.answer.result && view.answer.result && m_view.answer.result->data == view.answer.result->data;
    m_view = view;
    const bool any =
        view.hasForecasts() && !view.classifies() && view.answer.result->parts.front().forecast.target.size() > 0;
    m_plot->setEmptyText(view.hasForecasts() ? tr("There is nothing to compare with: these data hold no target.")
                                             : tr("No residuals yet: open data in Data."));
    m_plot->setEmpty(!any);
    m_residuals =
        any ? std::make_shared<const std::vector<double>>(view.answer.result->residuals(view.output)) : nullptr;
    m_plot->setSeries(0, m_residuals);
    header().setCaption(any ? tr("forecast − target, one step") : QString());
    if (!any) {
        m_plot->setParts({});
        return;
    }
    const PreparedData<float> &prepared = *view.answer.result->data;
    m_plot->setTimes(prepared.times.empty() ? nullptr : std::make_shared<const std::vector<double>>(prepared.times));
    m_plot->setParts(view.answer.result->parts.front().part == DataPart::All || prepared.tableRows.empty()
                             || prepared.options.shuffleBeforeSplit
                         ? std::array<Index, 4>{}
                         : prepared.partRows);
    m_plot->setVerticalAxis(view.unit.isEmpty() ? tr("residual") : tr("residual (%1)").arg(view.unit),
                            tr("Above 0 the forecast is too high."));
    m_plot->setHorizontalAxis(prepared.tableRows.empty() ? tr("sequence")
                              : prepared.times.empty()   ? tr("row that is predicted")
                                                         : tr("time of the row that is predicted"),
                              tr("Where the residual lies in the series."));
    if (!sameData)
        m_plot->setRows(-0.5, static_cast<double>(view.answer.result->rows()) - 0.5);
}

QString ResidualCard::exportTitle() const
{
    return tr("Residuals: %1").arg(m_view.outputText());
}

QString ResidualCard::exportCaption() const
{
    return m_view.caption();
}

QString ResidualCard::csv() const
{
    if (!m_residuals)
        return {};
    QString text = QStringLiteral("row,residual\r\n");
    for (std::size_t row = 0; row < m_residuals->size(); ++row)
        text += QString::number(row + 1) + QLatin1Char(',') + csvNumber((*m_residuals)[row]) + QStringLiteral("\r\n");
    return text;
}

} // namespace gatescope
