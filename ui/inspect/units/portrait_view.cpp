// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/units/portrait_view.h"

#include "core/inspect/labels.h"
#include "ui/inspect/units/nearest_place.h"
#include "ui/look/theme.h"
#include "ui/widgets/common/view_export.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

PortraitView::PortraitView(Inspection &inspection, QWidget *parent)
    : InspectView(inspection, tr("Phase portrait"), QStringLiteral("phase-portrait"), parent)
{
    setAccessibleDescription(
        tr("The layer's hidden states over the sequence, seen along the two directions in which they vary most."));
}

const PhasePortrait &PortraitView::portrait() const
{
    const Index layer = inspection().cursor().layer;
    if (m_layer != layer) {
        // With a ghost its states make the frame, so that the edited run can be seen to leave them.
        const Trace<float> &base = inspection().ghost() ? *inspection().ghost() : inspection().run();
        m_portrait = phasePortrait(base.layers[static_cast<std::size_t>(layer)].h, 2);
        m_layer = layer;
    }
    return m_portrait;
}

ChartAxes PortraitView::axes(const QSizeF &size) const
{
    const PhasePortrait &portrait = this->portrait();
    const Matrix<double> marks = pointPlaces();
    const auto axis = [&](Index component) {
        const double explained = component < portrait.explainedShare.size() ? portrait.explainedShare(component) : 0.0;
        ChartAxis made{tr("component %1 (%2 of the variance)").arg(component + 1).arg(shown(percent(explained))),
                       tr("The direction in which the states vary %1: a weighted sum of all units.")
                           .arg(component == 0 ? tr("most") : tr("most after the first"))};
        if (component < portrait.points.rows()) {
            double low = portrait.points.row(component).minCoeff(), high = portrait.points.row(component).maxCoeff();
            if (marks.cols() > 0) {
                low = std::min(low, marks.row(component).minCoeff());
                high = std::max(high, marks.row(component).maxCoeff());
            }
            made.setRange(low, high);
        }
        return made;
    };
    const double legend = QFontMetricsF(themeFont(TextRole::Caption)).height();
    return {QRectF(8, 4 + legend, size.width() - 16, size.height() - 8 - legend), axis(0), axis(1)};
}

Matrix<double> PortraitView::path() const
{
    if (!inspection().ghost())
        return portrait().points;
    return portrait().project(inspection().run().layers[static_cast<std::size_t>(inspection().cursor().layer)].h);
}

QPointF PortraitView::stepPlace(Index step) const
{
    const Matrix<double> points = path();
    return axes(size()).place(points(0, step), points.rows() > 1 ? points(1, step) : 0.0);
}

void PortraitView::draw(QPainter &painter, const QSizeF &size, Spots &spots) const
{
    const ChartAxes chart = axes(size);
    chart.draw(painter, palette(), spots);
    painter.save();
    painter.setClipRect(chart.field().adjusted(-6, -6, 6, 6));
    const PortraitColors colors(inspection(), m_coloring);
    drawPath(painter, chart, colors);
    drawFixedPoints(painter, chart);
    painter.restore();
    const double line = QFontMetricsF(themeFont(TextRole::Caption)).height();
    const QRectF legend = colors.drawLegend(
        painter, QRectF(chart.field().left(), chart.field().top() - line - 2, chart.field().width(), line), palette());
    spots.push_back({legend, tr("colour"), colors.title(), colors.tip()});
}

void PortraitView::drawPath(QPainter &painter, const ChartAxes &chart, const PortraitColors &colors) const
{
    const Matrix<double> &points = portrait().points;
    const bool flat = points.rows() < 2;
    const auto placeOf = [&](const Matrix<double> &of, Index step) {
        return chart.place(of(0, step), flat ? 0.0 : of(1, step));
    };
    if (inspection().ghost()) {
        painter.setPen(QPen(themeColors(palette()).strongBorder, 1));
        for (Index step = 1; step < points.cols(); ++step)
            painter.drawLine(placeOf(points, step - 1), placeOf(points, step));
    }
    const Matrix<double> shownPoints = path();
    const Index steps = shownPoints.cols();
    for (Index step = 0; step < steps; ++step) {
        const QColor color = colors.color(static_cast<std::size_t>(step));
        painter.setPen(QPen(color, 1.5));
        if (step > 0)
            painter.drawLine(placeOf(shownPoints, step - 1), placeOf(shownPoints, step));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(placeOf(shownPoints, step), 2.5, 2.5);
    }
    const Index current = inspection().cursor().step;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(themeColors(palette()).cursorHalo, 4));
    painter.drawEllipse(placeOf(shownPoints, current), 6, 6);
    painter.setPen(QPen(themeColors(palette()).cursor, 2));
    painter.drawEllipse(placeOf(shownPoints, current), 6, 6);
}

void PortraitView::setFixedPoints(FixedPoints points)
{
    m_fixedPoints = std::move(points);
    update();
}

Matrix<double> PortraitView::pointPlaces() const
{
    const Index hidden = inspection().settings().network.hidden, at = inspection().cursor().layer * hidden;
    Matrix<double> states(hidden, std::ssize(m_fixedPoints.points));
    for (Index i = 0; i < states.cols(); ++i) {
        const Vector<double> &state = m_fixedPoints.points[static_cast<std::size_t>(i)].state;
        if (state.size() < at + hidden)
            return {};
        states.col(i) = state.segment(at, hidden);
    }
    return states.cols() > 0 ? portrait().project(states) : Matrix<double>();
}

/// Stable points as full discs, saddles as crosses, repellers as rings; lines along which states leave.
void PortraitView::drawFixedPoints(QPainter &painter, const ChartAxes &chart) const
{
    const Matrix<double> places = pointPlaces();
    const ThemeColors &colors = themeColors(palette());
    const Index hidden = inspection().settings().network.hidden, at = inspection().cursor().layer * hidden;
    const double length = 0.06 * (chart.field().width() + chart.field().height());
    for (Index i = 0; i < places.cols(); ++i) {
        const FixedPoint &point = m_fixedPoints.points[static_cast<std::size_t>(i)];
        const auto placed = [&](const Matrix<double> &of) {
            return chart.place(of(0, 0), of.rows() > 1 ? of(1, 0) : 0.0);
        };
        const QPointF place = placed(places.col(i));
        painter.setPen(QPen(colors.text, 1.2, Qt::DashLine));
        for (Index u = 0; u < point.unstable.cols(); ++u) {
            const Vector<double> moved = (point.state + 0.01 * point.unstable.col(u)).segment(at, hidden);
            const QPointF way = placed(portrait().project(Matrix<double>(moved))) - place;
            const double size = std::hypot(way.x(), way.y());
            if (size > 1e-9)
                painter.drawLine(place - way * (length / size), place + way * (length / size));
        }
        painter.setPen(QPen(colors.text, 2));
        painter.setBrush(point.kind == PointKind::Stable ? QBrush(colors.text) : QBrush(colors.card));
        constexpr double kSize = 5.5;
        if (point.kind == PointKind::Saddle) {
            painter.drawLine(place + QPointF(-kSize, -kSize), place + QPointF(kSize, kSize));
            painter.drawLine(place + QPointF(-kSize, kSize), place + QPointF(kSize, -kSize));
        } else {
            painter.drawEllipse(place, kSize, kSize);
        }
    }
}

QString PortraitView::fixedPointTip(const ChartAxes &chart, const QPointF &place) const
{
    const Matrix<double> places = pointPlaces();
    NearestPlace nearest(place, 10.0);
    for (Index i = 0; i < places.cols(); ++i)
        nearest.offer(i, chart.place(places(0, i), places.rows() > 1 ? places(1, i) : 0.0));
    const std::optional<Index> found = nearest.found();
    if (!found)
        return {};
    const FixedPoint &point = m_fixedPoints.points[static_cast<std::size_t>(*found)];
    const std::complex<double> &largest = point.eigenvalues.front();
    QString text = point.kind == PointKind::Stable   ? tr("stable point %1")
                   : point.kind == PointKind::Saddle ? tr("saddle %1")
                                                     : tr("repeller %1");
    text = text.arg(*found + 1);
    text += QLatin1Char('\n')
            + tr("largest eigenvalue: %1")
                  .arg(shortNumber(std::abs(largest)) + (point.turns() ? tr(", turning") : QString()));
    text += QLatin1Char('\n')
            + (point.kind == PointKind::Stable ? tr("a small push fades to 37 % in %1 steps")
                                               : tr("a small distance grows to 2.7 times in %1 steps"))
                  .arg(shortNumber(point.steps()));
    if (point.kind == PointKind::Stable)
        text += QLatin1Char('\n') + tr("%1 of %2 starts end here").arg(point.arrivals).arg(m_fixedPoints.starts);
    return text;
}

void PortraitView::setColoring(PortraitColoring coloring)
{
    m_coloring = coloring;
    update();
}

std::optional<Index> PortraitView::nearestStep(const QPointF &place) const
{
    if (!inspection().hasRun())
        return std::nullopt;
    const ChartAxes chart = axes(size());
    const Matrix<double> points = path();
    NearestPlace nearest(place, 12.0);
    for (Index step = 0; step < points.cols(); ++step)
        nearest.offer(step, chart.place(points(0, step), points.rows() > 1 ? points(1, step) : 0.0));
    return nearest.found();
}

QString PortraitView::tipAt(const QPointF &place) const
{
    if (const QString tip = inspection().hasRun() ? fixedPointTip(axes(size()), place) : QString(); !tip.isEmpty())
        return tip;
    const std::optional<Index> step = nearestStep(place);
    if (!step)
        return InspectView::tipAt(place);
    const Matrix<double> points = path();
    QString text =
        tr("step %1: (%2, %3)")
            .arg(*step)
            .arg(signedText(points(0, *step)), points.rows() > 1 ? signedText(points(1, *step)) : QStringLiteral("0"));
    const PortraitColors colors(inspection(), m_coloring);
    if (m_coloring == PortraitColoring::Target)
        text +=
            QStringLiteral("\n%1 = %2").arg(colors.title(), shortNumber(colors.value(static_cast<std::size_t>(*step))));
    return text;
}

void PortraitView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const std::optional<Index> step = nearestStep(event->position());
    if (event->button() == Qt::LeftButton && step)
        inspection().moveTo(inspection().cursor().layer, *step, inspection().cursor().unit);
}

QString PortraitView::csv() const
{
    QString text = QStringLiteral("layer,step,component_1,component_2,target\n");
    if (!inspection().hasRun())
        return text;
    const Matrix<double> points = path();
    const PortraitColors targets(inspection(), PortraitColoring::Target);
    for (Index step = 0; step < points.cols(); ++step)
        text += QStringLiteral("%1,%2,%3,%4,%5\n")
                    .arg(inspection().cursor().layer + 1)
                    .arg(step)
                    .arg(csvNumber(points(0, step)), points.rows() > 1 ? csvNumber(points(1, step)) : QString(),
                         csvNumber(targets.value(static_cast<std::size_t>(step))));
    return text;
}

} // namespace gatescope
