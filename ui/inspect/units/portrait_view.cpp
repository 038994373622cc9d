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
        if (m_held)
            holdRanges();
    }
    return m_portrait;
}

void PortraitView::runChanged()
{
    // Another network has other planes.
    if (!m_held || m_portrait.axes.rows() != inspection().run().network.hidden)
        m_layer = -1;
}

void PortraitView::hold(bool held)
{
    if (held && inspection().hasRun())
        holdRanges();
    m_held = held;
    m_layer = held ? m_layer : -1;
    update();
}

void PortraitView::holdRanges() const
{
    const Index components = portrait().points.rows();
    for (Index component = 0; component < components; ++component)
        m_heldRanges[static_cast<std::size_t>(component)] = rangeOf(component);
}

PortraitView::Range PortraitView::rangeOf(Index component) const
{
    const Matrix<double> marks = pointPlaces();
    Range range{portrait().points.row(component).minCoeff(), portrait().points.row(component).maxCoeff()};
    if (marks.cols() > 0) {
        range.low = std::min(range.low, marks.row(component).minCoeff());
        range.high = std::max(range.high, marks.row(component).maxCoeff());
    }
    return range;
}

ChartAxes PortraitView::axes(const QSizeF &size) const
{
    const PhasePortrait &portrait = this->portrait();
    const auto axis = [&](Index component) {
        const double explained = component < portrait.explainedShare.size() ? portrait.explainedShare(component) : 0.0;
        ChartAxis made{m_held
                           ? tr("component %1, held").arg(component + 1)
                           : tr("component %1 (%2 of the variance)").arg(component + 1).arg(shown(percent(explained))),
                       tr("The direction in which the states vary %1: a weighted sum of all units.")
                           .arg(component == 0 ? tr("most") : tr("most after the first"))};
        if (component < portrait.points.rows()) {
            const Range range = m_held ? m_heldRanges[static_cast<std::size_t>(component)] : rangeOf(component);
            made.setRange(range.low, range.high);
        }
        return made;
    };
    const double legend = QFontMetricsF(themeFont(TextRole::Caption)).height();
    return {QRectF(8, 4 + legend, size.width() - 16, size.height() - 8 - legend), axis(0), axis(1)};
}

Matrix<double> PortraitView::projected(const Trace<float> &run) const
{
    return portrait().project(run.layers[static_cast<std::size_t>(inspection().cursor().layer)].h);
}

Matrix<double> PortraitView::path() const
{
    return inspection().ghost() || m_held ? projected(inspection().run()) : portrait().points;
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
    const PortraitColors colors(inspection(), m_coloring, palette());
    drawFlow(painter, chart);
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
    const Trace<float> *ghost = inspection().ghost();
    const Matrix<double> points = ghost && m_held ? projected(*ghost) : portrait().points;
    const bool flat = points.rows() < 2;
    const auto placeOf = [&](const Matrix<double> &of, Index step) {
        return chart.place(of(0, step), flat ? 0.0 : of(1, step));
    };
    if (ghost) {
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
    if (QString tip = inspection().hasRun() ? fixedPointTip(axes(size()), place) : QString(); !tip.isEmpty())
        return tip;
    const std::optional<Index> step = nearestStep(place);
    if (!step)
        return InspectView::tipAt(place);
    const Matrix<double> points = path();
    QString text =
        tr("step %1: (%2, %3)")
            .arg(*step)
            .arg(signedText(points(0, *step)), points.rows() > 1 ? signedText(points(1, *step)) : QStringLiteral("0"));
    const PortraitColors colors(inspection(), m_coloring, palette());
    if (m_coloring == PortraitColoring::Target)
        text +=
            QStringLiteral("\n%1 = %2").arg(colors.title(), shortNumber(colors.value(static_cast<std::size_t>(*step))));
    return text;
}

void PortraitView::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const std::optional<Index> point =
        inspection().hasRun() ? nearestPoint(axes(size()), event->position()) : std::nullopt;
    if (event->button() == Qt::LeftButton && point) {
        choosePoint(static_cast<int>(*point));
        Q_EMIT pointChosen(m_chosenPoint);
        return;
    }
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
    const PortraitColors targets(inspection(), PortraitColoring::Target, palette());
    for (Index step = 0; step < points.cols(); ++step)
        text += QStringLiteral("%1,%2,%3,%4,%5\n")
                    .arg(inspection().cursor().layer + 1)
                    .arg(step)
                    .arg(csvNumber(points(0, step)), points.rows() > 1 ? csvNumber(points(1, step)) : QString(),
                         csvNumber(targets.value(static_cast<std::size_t>(step))));
    return text;
}

} // namespace gatescope
