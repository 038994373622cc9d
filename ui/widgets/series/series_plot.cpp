// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/series/series_plot.h"

#include "core/data/text/time_text.h"
#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/legend_line.h"
#include "ui/widgets/series/pixel_thinning.h"
#include "ui/widgets/series/series_ticker.h"

#include <QFontMetrics>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// Room above the curves for the parts' names, as a share of the height.
constexpr double kHeadroom = 0.14;
constexpr double kRoom = 0.05;

QString partName(std::size_t part)
{
    return part == 0 ? SeriesPlot::tr("training") : part == 1 ? SeriesPlot::tr("validation") : SeriesPlot::tr("test");
}

double valueOf(const SeriesPlot::Values &values, double place)
{
    const double index = std::round(place);
    if (!values || !(index >= 0.0) || index >= static_cast<double>(values->size()))
        return std::numeric_limits<double>::quiet_NaN();
    return (*values)[static_cast<std::size_t>(index)];
}

} // namespace

SeriesPlot::SeriesPlot(QWidget *parent) : Plot(parent), m_ticker(new SeriesTicker)
{
    canvas().xAxis->setTicker(m_ticker);
    for (std::size_t part = 0; part < 3; ++part) {
        auto *rect = new QCPItemRect(&canvas());
        rect->setLayer(QStringLiteral("background"));
        rect->setPen(Qt::NoPen);
        rect->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
        rect->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
        auto *name = new QCPItemText(&canvas());
        name->setText(partName(part));
        name->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        name->setPositionAlignment(Qt::AlignHCenter | Qt::AlignTop);
        name->setPadding(QMargins(4, 3, 4, 0));
        m_partRects[part] = rect;
        m_partNames[part] = name;
    }
    styleParts();
    connect(this, &Plot::themed, this, &SeriesPlot::styleParts);
    connect(this, &Plot::rangeReset, this, [this] { showRange(m_firstRow, m_lastRow, NAN, NAN); });
    connect(&canvas(), &QCustomPlot::beforeReplot, this, &SeriesPlot::refit);
}

int SeriesPlot::addSeries(const QString &name)
{
    QCPGraph *curve = addCurve(name);
    curve->setAdaptiveSampling(false);
    QCPGraph *lone = addCurve({});
    lone->removeFromLegend();
    lone->setLineStyle(QCPGraph::lsNone);
    m_series.push_back({curve, lone, nullptr, 0.0});
    return static_cast<int>(m_series.size()) - 1;
}

void SeriesPlot::setSeries(int series, Values values, double firstRow)
{
    Series &s = m_series[static_cast<std::size_t>(series)];
    s.values = std::move(values);
    s.firstRow = firstRow;
    s.curve->setVisible(s.values != nullptr);
    if (s.values)
        s.curve->addToLegend();
    else
        s.curve->removeFromLegend();
    replotSoon();
}

void SeriesPlot::setSeriesPen(int series, const QColor &color, double width, Qt::PenStyle style)
{
    const Series &s = m_series[static_cast<std::size_t>(series)];
    setCurvePen(*s.curve, color, width, style);
    s.lone->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, color, color, 5));
}

void SeriesPlot::setSeriesName(int series, const QString &name)
{
    m_series[static_cast<std::size_t>(series)].curve->setName(name);
}

QString SeriesPlot::seriesName(int series) const
{
    return m_series[static_cast<std::size_t>(series)].curve->name();
}

void SeriesPlot::setSeriesDots(int series, bool dots)
{
    m_series[static_cast<std::size_t>(series)].curve->setScatterStyle(dots ? QCPScatterStyle(QCPScatterStyle::ssDisc, 5)
                                                                           : QCPScatterStyle(QCPScatterStyle::ssNone));
}

int SeriesPlot::addBand(const QString &name)
{
    Band band{addCurve({}), addCurve(name), nullptr, nullptr};
    band.lower->removeFromLegend();
    for (QCPGraph *edge : {band.lower, band.upper}) {
        edge->setAdaptiveSampling(false);
        edge->setPen(Qt::NoPen);
        edge->setLayer(QStringLiteral("grid"));
        edge->setVisible(false);
    }
    band.upper->removeFromLegend();
    band.upper->setChannelFillGraph(band.lower);
    m_bands.push_back(band);
    return static_cast<int>(m_bands.size()) - 1;
}

void SeriesPlot::setBand(int band, Values lower, Values upper, double firstRow)
{
    Band &b = m_bands[static_cast<std::size_t>(band)];
    b.low = std::move(lower);
    b.high = std::move(upper);
    b.firstRow = firstRow;
    const bool shown = b.low && b.high;
    b.lower->setVisible(shown);
    b.upper->setVisible(shown);
    if (shown)
        b.upper->addToLegend();
    else
        b.upper->removeFromLegend();
    replotSoon();
}

void SeriesPlot::setBandColor(int band, const QColor &color)
{
    QColor faint = color;
    faint.setAlphaF(0.18F);
    m_bands[static_cast<std::size_t>(band)].upper->setBrush(faint);
}

void SeriesPlot::setBandName(int band, const QString &name)
{
    m_bands[static_cast<std::size_t>(band)].upper->setName(name);
}

double SeriesPlot::valueAt(int series, double row) const
{
    const Series &s = m_series[static_cast<std::size_t>(series)];
    return valueOf(s.values, row - s.firstRow);
}

std::pair<double, double> SeriesPlot::bandAt(int band, double row) const
{
    const Band &b = m_bands[static_cast<std::size_t>(band)];
    return {valueOf(b.low, row - b.firstRow), valueOf(b.high, row - b.firstRow)};
}

void SeriesPlot::setFirstNumber(int first)
{
    m_ticker->setFirstNumber(first);
}

void SeriesPlot::showNames()
{
    moveLegendAbove(canvas());
}

void SeriesPlot::setTimes(Values times)
{
    m_times = times;
    m_ticker->setTimes(std::move(times));
    replotSoon();
}

void SeriesPlot::setRows(double first, double last)
{
    m_firstRow = first;
    m_lastRow = last;
    showRange(first, last, NAN, NAN);
    replotSoon();
}

void SeriesPlot::showAll()
{
    canvas().xAxis->setRange(m_firstRow, m_lastRow);
    replotSoon();
}

void SeriesPlot::setParts(const std::array<Index, 4> &partRows)
{
    m_parts = partRows;
    replotSoon();
}

QString SeriesPlot::rowText(double x) const
{
    const double row = std::max(0.0, std::round(x));
    QString text = tr("row %1").arg(static_cast<qint64>(row) + 1);
    if (m_times && row < static_cast<double>(m_times->size())) {
        const double time = (*m_times)[static_cast<std::size_t>(row)];
        if (std::isfinite(time))
            text +=
                QStringLiteral(" · ")
                + (m_ticker->showsTimes() ? QString::fromStdString(formatTime(time)) : QString::number(time, 'g', 12));
    }
    return text;
}

std::size_t SeriesPlot::drawnPoints() const
{
    std::size_t points = 0;
    for (const Series &series : m_series)
        points += static_cast<std::size_t>(series.curve->dataCount());
    return points;
}

std::pair<double, double> SeriesPlot::valueRange() const
{
    const QCPRange range = const_cast<SeriesPlot *>(this)->canvas().yAxis->range();
    return {range.lower, range.upper};
}

void SeriesPlot::refit()
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    fitBands(low, high);
    fitCurves(low, high);
    if (high >= low) {
        const double span = high > low ? high - low : std::max(std::abs(high) * 0.1, 0.5);
        const bool named = m_parts[3] > 0;
        const double middle = high > low ? 0.0 : span / 2;
        canvas().yAxis->setRange(low - kRoom * span - middle, high + (named ? kHeadroom : kRoom) * span + middle);
    }
    placeParts();
    placeItems();
}

/// What is seen of a row of numbers, thinned to the pixels; widens the range to it.
QVector<QCPGraphData> SeriesPlot::visiblePoints(const Values &values, double firstRow, double &low, double &high)
{
    QVector<QCPGraphData> points;
    if (!values)
        return points;
    const QCPRange range = canvas().xAxis->range();
    const int pixels = std::max(canvas().axisRect()->width(), 60);
    for (const CurvePoint &point : thinToPixels(*values, firstRow, range.lower, range.upper, pixels)) {
        points.append(QCPGraphData(point.x, point.y));
        if (std::isfinite(point.y)) {
            low = std::min(low, point.y);
            high = std::max(high, point.y);
        }
    }
    return points;
}

void SeriesPlot::fitCurves(double &low, double &high)
{
    for (Series &series : m_series) {
        const QVector<QCPGraphData> points =
            visiblePoints(series.curve->visible() ? series.values : nullptr, series.firstRow, low, high);
        QVector<QCPGraphData> lone;
        const auto isNumber = [&points](qsizetype at) {
            return at >= 0 && at < points.size() && std::isfinite(points[at].value);
        };
        for (qsizetype at = 0; at < points.size(); ++at) {
            if (isNumber(at) && !isNumber(at - 1) && !isNumber(at + 1))
                lone.append(points[at]);
        }
        series.curve->data()->set(points, true);
        series.lone->data()->set(lone, true);
    }
}

void SeriesPlot::fitBands(double &low, double &high)
{
    for (Band &band : m_bands) {
        band.lower->data()->set(visiblePoints(band.low, band.firstRow, low, high), true);
        band.upper->data()->set(visiblePoints(band.high, band.firstRow, low, high), true);
    }
}

void SeriesPlot::placeParts()
{
    const QCPRange range = canvas().xAxis->range();
    const double perPixel = range.size() / std::max(canvas().axisRect()->width(), 1);
    const QFontMetrics metrics(themeFont(TextRole::Caption));
    for (std::size_t part = 0; part < 3; ++part) {
        // Half a row to either side belongs to a row.
        const double from = static_cast<double>(m_parts[part]) - 0.5;
        const double to = static_cast<double>(m_parts[part + 1]) - 0.5;
        const double seenFrom = std::max(from, range.lower);
        const double seenTo = std::min(to, range.upper);
        const bool seen = to > from && seenTo > seenFrom;
        m_partRects[part]->setVisible(seen);
        m_partRects[part]->topLeft->setCoords(from, 0);
        m_partRects[part]->bottomRight->setCoords(to, 1);
        m_partNames[part]->position->setCoords((seenFrom + seenTo) / 2, 0);
        m_partNames[part]->setVisible(
            seen && (seenTo - seenFrom) / perPixel > metrics.horizontalAdvance(partName(part)) + 8);
    }
}

void SeriesPlot::styleParts()
{
    const ThemeColors &colors = themeColors(palette());
    std::array<QColor, 3> tints{quantityColor(Quantity::TrainingLoss, palette()),
                                quantityColor(Quantity::ValidationLoss, palette()), colors.muted};
    constexpr std::array<int, 3> kAlphas{0, 34, 40};
    for (std::size_t part = 0; part < 3; ++part) {
        QColor tint = tints[part];
        tint.setAlpha(kAlphas[part]);
        m_partRects[part]->setBrush(tint);
        m_partNames[part]->setFont(themeFont(TextRole::Caption));
        m_partNames[part]->setColor(colors.muted);
    }
}

} // namespace gatescope
