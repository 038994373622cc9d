// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The card's half that knows of intervals and of the rows after the end.
#include "core/data/text/time_text.h"
#include "ui/predict/cards/forecast_card.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

/// The times of the rows, and of those ahead.
void ForecastCard::showTimes()
{
    std::vector<double> times = m_view.answer.result->data->times;
    const auto rows = static_cast<Index>(times.size());
    if (!times.empty() && futureRows() > 0) {
        const FutureForecast &future = m_view.answer.future->forecast;
        times.resize(static_cast<std::size_t>(rows + futureRows()), std::nan(""));
        for (const FutureRow &row : future.rows) {
            if (const Index at = future.start + row.ahead - 1; at >= rows && row.time)
                times[static_cast<std::size_t>(at)] = *row.time;
        }
        // Between two horizons no row says when it is: the straight line does for the axis.
        for (Index at = rows, before = rows - 1; at < static_cast<Index>(times.size()); ++at) {
            if (std::isnan(times[static_cast<std::size_t>(at)]))
                continue;
            const double from = times[static_cast<std::size_t>(before)], to = times[static_cast<std::size_t>(at)];
            for (Index gap = before + 1; gap < at; ++gap)
                times[static_cast<std::size_t>(gap)] =
                    from + (to - from) * static_cast<double>(gap - before) / static_cast<double>(at - before);
            before = at;
        }
    }
    m_times = times.empty() ? nullptr : SeriesPlot::kept(std::move(times));
    m_plot->setTimes(m_times);
}

void ForecastCard::showInterval()
{
    const auto &interval = m_view.answer.interval;
    if (!interval || !interval->halfWidths || m_view.output >= interval->halfWidths->size()) {
        m_plot->setBand(m_interval, nullptr, nullptr);
        return;
    }
    const double half = (*interval->halfWidths)(m_view.output);
    std::vector<double> low = m_view.answer.result->overRows(m_view.output, &Forecast::prediction), high = low;
    for (double &value : low)
        value -= half;
    for (double &value : high)
        value += half;
    m_plot->setBandName(m_interval, tr("%1 % interval").arg(interval->level * 100.0, 0, 'g', 4));
    m_plot->setBand(m_interval, SeriesPlot::kept(std::move(low)), SeriesPlot::kept(std::move(high)));
}

Index ForecastCard::futureRows() const
{
    if (!m_isFutureShown || !m_view.hasForecasts() || m_view.classifies() || !m_view.answer.future)
        return 0;
    const FutureForecast &future = m_view.answer.future->forecast;
    Index end = 0;
    for (const FutureRow &row : future.rows)
        end = std::max(end, future.start + row.ahead);
    return std::max<Index>(0, end - m_view.answer.result->rows());
}

void ForecastCard::showFuture()
{
    const bool shown =
        m_isFutureShown && !m_view.classifies() && m_view.answer.future && !m_view.answer.future->forecast.rows.empty();
    for (const int series : {m_future, m_beyond})
        m_plot->setSeries(series, nullptr);
    m_plot->setBand(m_futureInterval, nullptr, nullptr);
    if (!shown)
        return;
    const FutureForecast &future = m_view.answer.future->forecast;
    const Index target = m_view.output % future.rows.front().prediction.size();
    Index last = 0;
    for (const FutureRow &row : future.rows)
        last = std::max(last, row.ahead);
    const std::vector<double> nothing(static_cast<std::size_t>(last), std::nan(""));
    std::vector<double> outputs = nothing, beyond = nothing, low = nothing, high = nothing;
    bool runs = false, bounded = false;
    for (const FutureRow &row : future.rows) {
        const auto at = static_cast<std::size_t>(row.ahead - 1);
        (row.isFreeRun ? beyond : outputs)[at] = row.prediction(target);
        runs = runs || row.isFreeRun;
        if (row.lower && row.upper) {
            low[at] = (*row.lower)(target);
            high[at] = (*row.upper)(target);
            bounded = true;
        }
    }
    const auto first = static_cast<double>(future.start);
    m_plot->setSeries(m_future, SeriesPlot::kept(std::move(outputs)), first);
    m_plot->setSeries(m_beyond, runs ? SeriesPlot::kept(std::move(beyond)) : nullptr, first);
    if (bounded) {
        m_plot->setBandName(m_futureInterval, tr("its interval"));
        m_plot->setBand(m_futureInterval, SeriesPlot::kept(std::move(low)), SeriesPlot::kept(std::move(high)), first);
    }
}

void ForecastCard::setFutureShown(bool shown)
{
    m_isFutureShown = shown;
}

QString ForecastCard::csv() const
{
    if (!m_view.hasForecasts())
        return {};
    const ForecastResult &result = *m_view.answer.result;
    const std::pair<const char *, int> columns[] = {
        {"target", m_target},    {"forecast", m_forecast}, {"persistence", m_persistence},
        {"free_run", m_freeRun}, {"future", m_future},     {"future_free_run", m_beyond},
    };
    QString text = m_times ? QStringLiteral("row,time") : QStringLiteral("row");
    for (const auto &[name, series] : columns)
        text += QLatin1Char(',') + QLatin1String(name);
    text += QStringLiteral(",lower,upper\r\n");
    for (Index row = 0; row < result.rows() + futureRows(); ++row) {
        const auto x = static_cast<double>(row);
        text += QString::number(row + 1);
        if (m_times)
            text += QLatin1Char(',') + timeText(row);
        for (const auto &[name, series] : columns)
            text += QLatin1Char(',') + csvNumber(m_plot->valueAt(series, x));
        const bool ahead = !std::isnan(m_plot->bandAt(m_futureInterval, x).first);
        const auto [low, high] = m_plot->bandAt(ahead ? m_futureInterval : m_interval, x);
        text += QLatin1Char(',') + csvNumber(low) + QLatin1Char(',') + csvNumber(high) + QStringLiteral("\r\n");
    }
    return text;
}

/// As the data writes it: a date, or the time column's number.
QString ForecastCard::timeText(Index row) const
{
    if (row >= static_cast<Index>(m_times->size()) || std::isnan((*m_times)[static_cast<std::size_t>(row)]))
        return {};
    const double time = (*m_times)[static_cast<std::size_t>(row)];
    return m_view.answer.result->data->timesAreDates ? QString::fromStdString(formatTime(time)) : csvNumber(time);
}

} // namespace gatescope
