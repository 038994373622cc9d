// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/dynamics/points_list.h"
#include "ui/inspect/units/nearest_place.h"
#include "ui/inspect/units/portrait_view.h"
#include "ui/look/theme.h"
#include "ui/widgets/drawn/arrow.h"
#include "ui/widgets/heatmap/color_map.h"
#include "ui/widgets/plot/log_ticker.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

void PortraitView::setFixedPoints(FixedPoints points)
{
    m_fixedPoints = std::move(points);
    m_chosenPoint = -1;
    m_flow = {};
    update();
}

void PortraitView::choosePoint(int point)
{
    m_chosenPoint = point;
    update();
}

void PortraitView::setFlow(FlowField flow, bool arrows)
{
    m_flow = std::move(flow);
    m_drawArrows = arrows;
    update();
}

FlowGrid PortraitView::grid() const
{
    constexpr double kCell = 18.0; ///< pixels that an arrow takes
    const ChartAxes chart = axes(size());
    const Index hidden = inspection().settings().network.hidden, layers = inspection().settings().network.layers;
    FlowGrid grid;
    grid.layer = inspection().cursor().layer;
    grid.rest.resize(layers * hidden);
    for (Index layer = 0; layer < layers; ++layer)
        grid.rest.segment(layer * hidden, hidden) =
            inspection().run().layers[static_cast<std::size_t>(layer)].h.cast<double>().rowwise().mean();
    const QRectF field = chart.field();
    grid.left = chart.valueAt(field.left());
    grid.right = chart.valueAt(field.right());
    const double unit = chart.y(0.0) - chart.y(1.0); // pixels
    grid.bottom = (chart.y(0.0) - field.bottom()) / unit;
    grid.top = (chart.y(0.0) - field.top()) / unit;
    grid.columns = std::clamp<Index>(static_cast<Index>(field.width() / kCell), 4, 48);
    grid.rows = std::clamp<Index>(static_cast<Index>(field.height() / kCell), 4, 32);
    return grid;
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

QColor PortraitView::basinColor(Index point) const
{
    const Index stable = m_fixedPoints.count(PointKind::Stable);
    static const ColorMap map(ColorMapKind::Viridis);
    QColor color(map.color((static_cast<double>(point) + 0.5) / static_cast<double>(std::max<Index>(stable, 1))));
    color.setAlpha(90);
    return color;
}

/// Cells in the colour of the point that they come to rest in, and arrows of what one step does.
void PortraitView::drawFlow(QPainter &painter, const ChartAxes &chart) const
{
    if (m_flow.cells() == 0)
        return;
    const FlowGrid &grid = m_flow.grid;
    const double wide = (chart.x(grid.right) - chart.x(grid.left)) / static_cast<double>(grid.columns);
    const double high = (chart.y(grid.bottom) - chart.y(grid.top)) / static_cast<double>(grid.rows);
    for (Index cell = 0; cell < m_flow.cells() && !m_flow.ends.empty(); ++cell) {
        const Index end = m_flow.ends[static_cast<std::size_t>(cell)];
        const QPointF middle = chart.place(m_flow.places(0, cell), m_flow.places(1, cell));
        if (end >= 0)
            painter.fillRect(QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide + 0.5, high + 0.5),
                             basinColor(end));
    }
    painter.setPen(QPen(themeColors(palette()).muted, 1));
    painter.setBrush(Qt::NoBrush);
    const double longest = 0.9 * wide;
    for (Index cell = 0; cell < m_flow.cells() && m_drawArrows; ++cell) {
        if (!m_flow.isState(cell))
            continue;
        const QPointF from = chart.place(m_flow.places(0, cell), m_flow.places(1, cell));
        const QPointF to =
            chart.place(m_flow.places(0, cell) + m_flow.moves(0, cell), m_flow.places(1, cell) + m_flow.moves(1, cell));
        const QPointF way = to - from;
        const double length = std::hypot(way.x(), way.y());
        if (length < 1.0)
            painter.drawPoint(from);
        else
            drawArrow(painter, from, from + way * std::min(1.0, longest / length));
    }
}

/// Lines along which states leave, as far as they show in this plane.
void PortraitView::drawUnstable(QPainter &painter, const ChartAxes &chart, const FixedPoint &point,
                                const QPointF &place) const
{
    const Index hidden = inspection().settings().network.hidden, at = inspection().cursor().layer * hidden;
    const double length = 0.06 * (chart.field().width() + chart.field().height());
    painter.setPen(QPen(themeColors(palette()).text, 1.2, Qt::DashLine));
    for (Index u = 0; u < point.unstable.cols(); ++u) {
        const Matrix<double> moved =
            portrait().project(Matrix<double>((point.state + 0.01 * point.unstable.col(u)).segment(at, hidden)));
        const QPointF way = chart.place(moved(0, 0), moved.rows() > 1 ? moved(1, 0) : 0.0) - place;
        const double size = std::hypot(way.x(), way.y());
        if (size > 1e-9)
            painter.drawLine(place - way * (length / size), place + way * (length / size));
    }
}

/// Stable points as full discs, saddles as crosses, repellers as rings; the chosen one in a ring.
void PortraitView::drawFixedPoints(QPainter &painter, const ChartAxes &chart) const
{
    constexpr double kSize = 5.5;
    const Matrix<double> places = pointPlaces();
    const ThemeColors &colors = themeColors(palette());
    for (Index i = 0; i < places.cols(); ++i) {
        const FixedPoint &point = m_fixedPoints.points[static_cast<std::size_t>(i)];
        const QPointF place = chart.place(places(0, i), places.rows() > 1 ? places(1, i) : 0.0);
        drawUnstable(painter, chart, point, place);
        painter.setPen(QPen(colors.text, 2));
        painter.setBrush(point.kind == PointKind::Stable ? QBrush(colors.text) : QBrush(colors.card));
        if (point.kind == PointKind::Saddle) {
            painter.drawLine(place + QPointF(-kSize, -kSize), place + QPointF(kSize, kSize));
            painter.drawLine(place + QPointF(-kSize, kSize), place + QPointF(kSize, -kSize));
        } else {
            painter.drawEllipse(place, kSize, kSize);
        }
        if (i == m_chosenPoint) {
            painter.setPen(QPen(colors.accent, 2.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(place, kSize + 5, kSize + 5);
        }
    }
}

QPointF PortraitView::pointPlace(Index point) const
{
    const Matrix<double> places = pointPlaces();
    return axes(size()).place(places(0, point), places.rows() > 1 ? places(1, point) : 0.0);
}

std::optional<Index> PortraitView::nearestPoint(const ChartAxes &chart, const QPointF &place) const
{
    const Matrix<double> places = pointPlaces();
    NearestPlace nearest(place, 10.0);
    for (Index i = 0; i < places.cols(); ++i)
        nearest.offer(i, chart.place(places(0, i), places.rows() > 1 ? places(1, i) : 0.0));
    return nearest.found();
}

QString PortraitView::fixedPointTip(const ChartAxes &chart, const QPointF &place) const
{
    const std::optional<Index> found = nearestPoint(chart, place);
    if (!found)
        return {};
    const FixedPoint &point = m_fixedPoints.points[static_cast<std::size_t>(*found)];
    const std::complex<double> &largest = point.eigenvalues.front();
    QString text = point.kind == PointKind::Stable   ? tr("stable point %1")
                   : point.kind == PointKind::Saddle ? tr("saddle %1")
                                                     : tr("repeller %1");
    text = text.arg(*found + 1);
    text += QLatin1Char('\n') + tr("answer there: %1").arg(answerText(point.answer, &inspection().data()));
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

} // namespace gatescope
