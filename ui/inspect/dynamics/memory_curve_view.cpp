// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/dynamics/memory_curve_view.h"

#include "ui/look/quantity.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kRestOfTraining = 1000; ///< milliseconds

} // namespace

/// One line of the chart.
struct MemoryCurveView::Curve {
    QString name, tip;
    Vector<double> values; ///< by lag
    QPen pen;
};

MemoryCurveView::MemoryCurveView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("What is remembered"), QStringLiteral("memory-curve"), parent)
{
    setAccessibleDescription(
        tr("By lag: what can be read from the state, what the gates carry, and what is left of the "
           "gradient."));
    connect(&m_job, &MemoryJob::ended, this, &MemoryCurveView::take);
    connect(&inspection, &Inspection::cursorMoved, this, &MemoryCurveView::changed);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestOfTraining);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_waiting && isVisible() && this->inspection().hasRun())
            measure();
    });
}

void MemoryCurveView::setChoice(Index choice)
{
    m_choice = choice;
    m_job.stop();
    m_waiting = false;
    m_shown.reset();
    if (isVisible() && inspection().hasRun())
        measure();
}

void MemoryCurveView::hideEvent(QHideEvent *event)
{
    m_job.stop();
    m_waiting = false;
    InspectView::hideEvent(event);
}

void MemoryCurveView::showWhy(const QString &why)
{
    m_missing = why;
    setEmptyText(why);
    Q_EMIT changed();
}

void MemoryCurveView::measure()
{
    const auto windows = inspection().sharedData();
    const std::vector<std::string> names = windows ? rememberedNames(*windows) : std::vector<std::string>();
    if (names.empty())
        return;
    m_choice = std::clamp<Index>(m_choice, 0, std::ssize(names) - 1);
    m_name = shown(names[static_cast<std::size_t>(m_choice)]);
    const std::span<const float> parameters = inspection().parameters();
    const double which[] = {static_cast<double>(m_choice), static_cast<double>(inspection().generation())};
    const ResultKey key = ResultKey().with(parameters).with(std::span<const double>(which));
    if (const MemoryFound *known = m_kept.find(key)) {
        m_job.stop();
        m_waiting = false;
        m_shown = *known;
        showWhy({});
        return;
    }
    const bool runs = inspection().document().training().isTraining() && !inspection().moment().earlier();
    if (runs && (m_job.isRunning() || m_rest.isActive())) {
        m_waiting = true;
        return;
    }
    m_key = key;
    m_waiting = false;
    if (!runs) {
        m_shown.reset();
        showWhy(tr("Measuring what is remembered …"));
    }
    m_job.start(inspection().settings().network, {parameters.begin(), parameters.end()}, windows, m_choice,
                inspection().settings().training.lossAt == LossAt::Every);
}

void MemoryCurveView::take(const MemoryFound &found, const QString &problem)
{
    if (!problem.isEmpty()) {
        m_shown.reset();
        showWhy(problem);
        return;
    }
    m_kept.keep(m_key, found);
    m_shown = found;
    showWhy({});
    update();
    if (m_waiting)
        m_rest.start();
}

std::array<MemoryCurveView::Curve, 3> MemoryCurveView::curves() const
{
    const Index layer = std::min<Index>(inspection().cursor().layer, m_shown->curve.score.rows() - 1);
    const bool accuracy = m_shown->curve.accuracy;
    return {
        Curve{accuracy ? tr("read from h: %1 (accuracy)").arg(m_name) : tr("read from h: %1 (R²)").arg(m_name),
              tr("How well a linear reading of the layer's state, fitted on training sequences, gives what was so "
                 "many steps ago, on validation sequences: what is really there."),
              m_shown->curve.score.row(layer).transpose(), QPen(quantityColor(Quantity::HiddenState, palette()), 2.5)},
        Curve{tr("carried by z"),
              tr("The share that the unit which keeps most carries along unchanged over so many steps: what the "
                 "gates alone would keep."),
              m_shown->reach.carried.row(layer).transpose(),
              QPen(quantityColor(Quantity::UpdateGate, palette()), 1.8, Qt::DashLine)},
        Curve{tr("‖∂h_T/∂h_t‖"),
              tr("By how much the last state moves at most for a small move of the state so many steps before: what "
                 "gradients see."),
              m_shown->reach.gradient.row(layer).transpose(),
              QPen(quantityColor(Quantity::Gradient, palette()), 1.8, Qt::DotLine)}};
}

ChartAxes MemoryCurveView::axes(const QSizeF &size) const
{
    const Index lags = m_shown->curve.score.cols();
    ChartAxis lag{tr("steps ago"), tr("k: how long ago it was, counted from the state's own step.")};
    lag.low = 0.0;
    lag.high = std::max(1.0, static_cast<double>(lags - 1));
    ChartAxis share{tr("share (0 … 1)"), tr("1 is all of it: everything can be read, carried, or comes back.")};
    double high = 1.0;
    for (const Curve &curve : curves()) {
        for (const double value : curve.values)
            high = std::isfinite(value) ? std::max(high, value) : high;
    }
    constexpr double kHighest = 1.2; // an exploding gradient runs along the edge instead of flattening the others
    share.low = 0.0;
    share.high = std::min(high, kHighest) * 1.03;
    const double legend = 3.0 * (QFontMetricsF(themeFont(TextRole::Caption)).height() + 1);
    return {QRectF(8, 4 + legend, size.width() - 16, size.height() - 8 - legend), lag, share};
}

void MemoryCurveView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    if (!m_shown)
        return;
    const ChartAxes chart = axes(size);
    chart.draw(painter, palette(), spots);
    painter.save();
    painter.setClipRect(chart.field().adjusted(0, -2, 0, 2));
    if (m_shown->curve.chance > 0.0) {
        painter.setPen(QPen(themeColors(palette()).muted, 1, Qt::DashDotLine));
        painter.drawLine(QPointF(chart.field().left(), chart.y(m_shown->curve.chance)),
                         QPointF(chart.field().right(), chart.y(m_shown->curve.chance)));
    }
    for (const Curve &curve : curves()) {
        painter.setPen(curve.pen);
        painter.setBrush(Qt::NoBrush);
        QPolygonF line;
        for (Index lag = 0; lag < curve.values.size(); ++lag) {
            if (std::isfinite(curve.values(lag)))
                line << QPointF(chart.x(static_cast<double>(lag)),
                                std::max(chart.y(std::max(curve.values(lag), -0.1)), chart.field().top()));
        }
        painter.drawPolyline(line);
    }
    painter.restore();
    drawHalfLife(painter, chart, spots);
    drawLegend(painter, chart, spots);
}

void MemoryCurveView::drawHalfLife(QPainter &painter, const ChartAxes &chart, Spots &spots) const
{
    const Index layer = std::min<Index>(inspection().cursor().layer, m_shown->reach.halfLife.size() - 1);
    const double life = m_shown->reach.halfLife(layer);
    const double x = std::isfinite(life) ? chart.x(life) : chart.field().right() + 1;
    if (x > chart.field().right() || x < chart.field().left())
        return;
    painter.setPen(QPen(quantityColor(Quantity::UpdateGate, palette()), 1, Qt::DotLine));
    painter.drawLine(QPointF(x, chart.field().top()), QPointF(x, chart.field().bottom()));
    const QString text = tr("longest half-life");
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    painter.setFont(themeFont(TextRole::Caption));
    painter.setPen(themeColors(palette()).muted);
    const double wide = metrics.horizontalAdvance(text) + 4;
    const bool left = x + wide + 4 > chart.field().right();
    const QRectF area(left ? x - wide - 3 : x + 3, chart.field().bottom() - metrics.height() - 2, wide,
                      metrics.height());
    painter.drawText(area, Qt::AlignLeft, text);
    spots.push_back({area, text, fixedText(life, 1),
                     tr("Half of what a unit carries unchanged is left after so many steps, in the unit that keeps "
                        "longest: %1.")
                         .arg(fixedText(life, 1))});
}

void MemoryCurveView::drawLegend(QPainter &painter, const ChartAxes &chart, Spots &spots) const
{
    const QFontMetricsF metrics(themeFont(TextRole::Caption));
    painter.setFont(themeFont(TextRole::Caption));
    double y = 2.0;
    for (const Curve &curve : curves()) {
        const QRectF area(chart.field().left(), y, chart.field().width(), metrics.height());
        painter.setPen(curve.pen);
        painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.left() + 26, area.center().y()));
        painter.setPen(themeColors(palette()).muted);
        painter.drawText(area.adjusted(34, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(curve.name, Qt::ElideRight, area.width() - 34));
        spots.push_back({area, curve.name, {}, curve.tip});
        y += metrics.height() + 1;
    }
}

QString MemoryCurveView::tipAt(const QPointF &place) const
{
    if (!m_shown || !inspection().hasRun() || !m_missing.isEmpty())
        return InspectView::tipAt(place);
    const ChartAxes chart = axes(size());
    if (!chart.field().contains(place))
        return InspectView::tipAt(place);
    const auto lag = std::clamp<Index>(static_cast<Index>(std::lround(chart.valueAt(place.x()))), 0,
                                       m_shown->curve.score.cols() - 1);
    QStringList lines{tr("%1 steps ago").arg(lag)};
    for (const Curve &curve : curves())
        lines << QStringLiteral("%1: %2").arg(curve.name, shortNumber(curve.values(lag)));
    if (m_shown->curve.accuracy)
        lines << tr("always the most frequent: %1").arg(shortNumber(m_shown->curve.chance));
    return lines.join(QLatin1Char('\n'));
}

QString MemoryCurveView::sentence() const
{
    if (!m_shown || !inspection().hasRun() || !m_missing.isEmpty())
        return {};
    const Index layer = std::min<Index>(inspection().cursor().layer, m_shown->curve.score.rows() - 1);
    const MemoryCurve &curve = m_shown->curve;
    const Index reach = curve.reach(layer), furthest = curve.furthest(layer), best = curve.best(layer);
    const QString half =
        curve.accuracy ? tr("more than half of what guessing leaves open") : tr("at least half of the variance");
    QString read;
    if (furthest < 0)
        read = tr("Of “%1” less than half can be read from this layer's state, at any lag.").arg(m_name);
    else if (furthest == reach)
        read = tr("“%1” can be read from this layer's state %2 steps back%3 (%4 at every lag up to there).")
                   .arg(m_name)
                   .arg(reach)
                   .arg(reach == curve.score.cols() - 1 ? tr(", and maybe further") : QString(), half);
    else
        read =
            tr("“%1” can be read best from %2 steps ago (%3), from no more than %4 steps ago at all (%5), and not at "
               "every lag up to there.")
                .arg(m_name)
                .arg(best)
                .arg(curve.accuracy ? tr("accuracy %1").arg(fixedText(curve.score(layer, best), 2))
                                    : tr("R² %1").arg(fixedText(curve.score(layer, best), 2)))
                .arg(furthest)
                .arg(half);
    const double life = m_shown->reach.halfLife(layer);
    const QString carried =
        std::isfinite(life)
            ? tr("By z alone, no unit keeps half of anything for longer than %1 steps.").arg(fixedText(life, 1))
            : tr("A unit's z keeps what it holds without end.");
    return read + QLatin1Char(' ') + carried;
}

QString MemoryCurveView::csv() const
{
    QString text = QStringLiteral("layer,lag,read,carried,gradient\n");
    if (!m_shown)
        return text;
    for (Index layer = 0; layer < m_shown->curve.score.rows(); ++layer) {
        for (Index lag = 0; lag < m_shown->curve.score.cols(); ++lag)
            text += QStringLiteral("%1,%2,%3,%4,%5\n")
                        .arg(layer + 1)
                        .arg(lag)
                        .arg(csvNumber(m_shown->curve.score(layer, lag)), csvNumber(m_shown->reach.carried(layer, lag)),
                             csvNumber(m_shown->reach.gradient(layer, lag)));
    }
    return text;
}

} // namespace gatescope
