// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/cards/forecast_card.h"

#include "ui/look/quantity.h"

#include <QComboBox>
#include <qcustomplot.h>

#include <cmath>

namespace gatescope {

namespace {

/// Says why there are gaps, where there are.
QString captionOf(const PredictView &view)
{
    const bool gaps = view.answer.result->parts.size() > 1 && !view.answer.result->data->tableRows.empty();
    return gaps ? ForecastCard::tr("%1 · gaps: no window crosses a border").arg(view.caption()) : view.caption();
}

} // namespace

ForecastCard::ForecastCard(QWidget *parent)
    : SeriesPlotCard(tr("Forecast"), QStringLiteral("forecast"), new SeriesPlot, parent), m_section(new QComboBox),
      m_plot(&plot())
{
    m_target = m_plot->addSeries(tr("target"));
    m_persistence = m_plot->addSeries(tr("persistence: the last value again"));
    m_forecast = m_plot->addSeries(tr("forecast"));
    m_freeRun = m_plot->addSeries(tr("free run"));
    m_future = m_plot->addSeries(tr("future"));
    m_beyond = m_plot->addSeries(tr("future, running freely"));
    m_interval = m_plot->addBand(tr("interval"));
    m_futureInterval = m_plot->addBand(tr("interval of the future"));
    setBusy(false);
    m_plot->setAccessibleName(tr("Target and forecast over the rows"));
    m_plot->setEmpty(true);
    m_plot->showNames();
    m_plot->setHoverText([this](double row) { return hoverText(row); });
    connect(m_plot, &Plot::themed, this, &ForecastCard::style);
    connect(m_plot, &Plot::pointed, this,
            [this](double row) { Q_EMIT startPointed(static_cast<Index>(std::lround(row))); });
    m_section->setAccessibleName(tr("Rows shown"));
    m_section->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_section->setToolTip(tr("Which rows are seen; the wheel zooms, a double click shows all of them again."));
    connect(m_section, &QComboBox::activated, this, &ForecastCard::showSection);
    m_section->setVisible(false); // until there are rows to choose from
    header().addTool(m_section);
    header().addExport(*this);
    setContent(m_plot);
    style();
}

void ForecastCard::setBusy(bool busy)
{
    m_plot->setEmptyText(busy ? tr("Computing the forecast …") : tr("No forecast yet: open data, and train a model."));
}

void ForecastCard::style()
{
    m_plot->setSeriesPen(m_target, quantityColor(Quantity::Target, palette()), 1);
    m_plot->setSeriesPen(m_persistence, quantityColor(Quantity::NaiveForecast, palette()), 1, Qt::DashLine);
    m_plot->setSeriesPen(m_forecast, quantityColor(Quantity::Forecast, palette()), 1.5);
    m_plot->setSeriesPen(m_freeRun, quantityColor(Quantity::FreeRun, palette()), 2, Qt::DotLine);
    m_plot->setSeriesPen(m_future, quantityColor(Quantity::Future, palette()), 2);
    m_plot->setSeriesPen(m_beyond, quantityColor(Quantity::Future, palette()), 2, Qt::DotLine);
    m_plot->setBandColor(m_interval, quantityColor(Quantity::Forecast, palette()));
    m_plot->setBandColor(m_futureInterval, quantityColor(Quantity::Future, palette()));
}

void ForecastCard::showView(const PredictView &view)
{
    const bool sameData =
        m_view.answer.result && view.answer.result && m_view.answer.result->data == view.answer.result->data;
    m_view = view;
    const bool any = view.hasForecasts();
    m_plot->setEmpty(!any);
    header().setTitle(view.classifies() ? tr("Probability of the right class") : tr("Forecast"));
    header().setCaption(any ? captionOf(view) : QString());
    m_section->setVisible(any);
    if (!any) {
        for (const int series : {m_target, m_persistence, m_forecast, m_freeRun, m_future, m_beyond})
            m_plot->setSeries(series, nullptr);
        for (const int band : {m_interval, m_futureInterval})
            m_plot->setBand(band, nullptr, nullptr);
        m_plot->setParts({});
        return;
    }
    const ForecastResult &result = *view.answer.result;
    const PreparedData<float> &prepared = *result.data;
    const bool tensors = prepared.tableRows.empty();
    showTimes();
    m_plot->setParts(result.parts.front().part == DataPart::All || tensors || prepared.options.shuffleBeforeSplit
                         ? std::array<Index, 4>{}
                         : prepared.partRows);
    m_plot->setHorizontalAxis(tensors   ? tr("sequence")
                              : m_times ? tr("time of the row that is predicted")
                                        : tr("row that is predicted"),
                              tr("Each forecast stands at the row it is for."));
    if (view.classifies())
        showClasses();
    else
        showNumbers();
    showFreeRun();
    showInterval();
    showFuture();
    if (!sameData || m_sectionsFuture != futureRows())
        fillSections();
}

void ForecastCard::showNumbers()
{
    const ForecastResult &result = *m_view.answer.result;
    m_plot->setVerticalAxis(m_view.outputTextWithUnit(), tr("In the target's original unit."));
    m_plot->setSeriesName(m_forecast, tr("forecast"));
    // Whole, also where no window ends: it is known there.
    const auto targets = std::max<Index>(static_cast<Index>(result.data->targetNames.size()), 1);
    const Index target = m_view.output % targets;
    const bool isKnown = !result.data->tableRows.empty() && target < result.data->targetValues.rows();
    const Vector<double> known = isKnown ? Vector<double>(result.data->targetValues.row(target)) : Vector<double>();
    m_plot->setSeries(m_target, isKnown ? SeriesPlot::kept({known.begin(), known.end()})
                                        : SeriesPlot::kept(result.overRows(m_view.output, &Forecast::target)));
    m_plot->setSeries(m_persistence, result.data->hasPersistence()
                                         ? SeriesPlot::kept(result.overRows(m_view.output, &Forecast::persistence))
                                         : nullptr);
    m_plot->setSeries(m_forecast, SeriesPlot::kept(result.overRows(m_view.output, &Forecast::prediction)));
}

void ForecastCard::showClasses()
{
    // Each part's row of probabilities takes the place of the outputs, so that it is spread over the rows like them.
    ForecastResult result = *m_view.answer.result;
    for (PartForecast &part : result.parts) {
        Matrix<double> &outputs = part.forecast.prediction;
        softmaxColumns(outputs);
        Matrix<double> right(1, part.forecast.target.cols());
        for (Index window = 0; window < right.cols(); ++window)
            right(0, window) = outputs(static_cast<Index>(part.forecast.target(0, window)), window);
        outputs = std::move(right);
    }
    m_plot->setVerticalAxis(tr("probability"),
                            tr("What the network gave to the class that was right: 1 is certain, 0 is surely wrong."));
    m_plot->setSeriesName(m_forecast, tr("probability of the right class"));
    m_plot->setSeries(m_target, nullptr);
    m_plot->setSeries(m_persistence, nullptr);
    m_plot->setSeries(m_forecast, SeriesPlot::kept(result.overRows(0, &Forecast::prediction)));
}

void ForecastCard::showFreeRun()
{
    const auto &run = m_view.answer.freeRun;
    const auto targets = static_cast<Index>(m_view.answer.result->data->targetNames.size());
    if (!run || run->prediction.size() == 0 || targets == 0) {
        m_plot->setSeries(m_freeRun, nullptr);
        return;
    }
    const Vector<double> row = run->prediction.row(m_view.output % targets);
    m_plot->setSeries(m_freeRun, SeriesPlot::kept({row.data(), row.data() + row.size()}),
                      static_cast<double>(run->start));
}

void ForecastCard::setFreeStart(std::optional<Index> row)
{
    m_plot->setPointing(row.has_value());
    m_plot->setCursor(row ? std::optional<double>(static_cast<double>(*row)) : std::nullopt);
}

void ForecastCard::fillSections()
{
    const PreparedData<float> &prepared = *m_view.answer.result->data;
    const auto &parts = m_plot->parts();
    m_sectionsFuture = futureRows();
    const QString before = m_section->currentText();
    m_section->clear();
    const auto add = [this](const QString &title, Index from, Index to) {
        if (to > from)
            m_section->addItem(title, QPointF(static_cast<double>(from) - 0.5, static_cast<double>(to) - 0.5));
    };
    const Index rows = m_view.answer.result->rows();
    add(tr("all rows"), 0, rows + m_sectionsFuture);
    for (std::size_t part = 0; part < 3; ++part)
        add(partTitle(static_cast<DataPart>(part)), parts[part], parts[part + 1]);
    if (m_sectionsFuture > 0)
        add(tr("the end and the future"), std::max<Index>(0, rows - std::max<Index>(4 * prepared.train.steps(), 8)),
            rows + m_sectionsFuture);
    // A long series is a band at first sight: a dozen windows around the first row that was never learnt from.
    const Index window = std::max<Index>(prepared.train.steps(), 1);
    const Index middle = parts[2] > 0 ? parts[2] : rows / 2;
    if (rows > 800 && rows > 14 * window) {
        add(tr("close-up"), std::max<Index>(0, middle - 6 * window), std::min(rows, middle + 6 * window));
        m_section->setCurrentIndex(m_section->count() - 1);
    }
    if (const int same = m_section->findText(before); same >= 0)
        m_section->setCurrentIndex(same);
    m_section->setEnabled(m_section->count() > 1);
    showSection();
}

void ForecastCard::showSection()
{
    const QPointF rows = m_section->currentData().toPointF();
    m_plot->setRows(rows.x(), rows.y());
    m_plot->showAll();
}

QString ForecastCard::hoverText(double row) const
{
    if (!m_view.hasForecasts() || row < -0.5)
        return {};
    const bool tensors = m_view.answer.result->data->tableRows.empty();
    QString text = tensors ? tr("sequence %1").arg(std::lround(row)) : m_plot->rowText(row);
    for (const int series : {m_target, m_forecast, m_persistence, m_freeRun, m_future, m_beyond}) {
        const double value = m_plot->valueAt(series, row);
        if (!std::isnan(value))
            text += QStringLiteral("\n%1 = %2").arg(m_plot->seriesName(series), scoreText(value));
    }
    return text;
}

QString ForecastCard::exportTitle() const
{
    return tr("%1: %2").arg(header().title(), m_view.outputText());
}

QString ForecastCard::exportCaption() const
{
    return m_view.caption();
}

} // namespace gatescope
