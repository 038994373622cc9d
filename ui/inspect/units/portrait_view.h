// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/dynamics/flow_field.h"
#include "core/inspect/units/phase_portrait.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/inspect/units/portrait_colors.h"
#include "ui/widgets/drawn/chart_axes.h"

#include <array>

namespace gatescope {

/// The hidden states of one layer along their two principal components, step by step; pointing moves the step.
class PortraitView final : public InspectView {
    Q_OBJECT

public:
    explicit PortraitView(Inspection &inspection, QWidget *parent = nullptr);

    void setColoring(PortraitColoring coloring);
    PortraitColoring coloring() const { return m_coloring; }
    /// Keeps the plane and its scale while other runs are shown, so that in a film states are seen to move.
    void hold(bool held);
    bool isHeld() const { return m_held; }
    /// Marks fixed points among the states; none to take the marks away.
    void setFixedPoints(FixedPoints points);
    const FixedPoints &fixedPoints() const { return m_fixedPoints; }
    /// Rings one of them; −1: none.
    void choosePoint(int point);
    int chosenPoint() const { return m_chosenPoint; }
    /// Draws what a step does to the states of the plane, and which point each comes to rest in; one of no cells: not.
    void setFlow(FlowField flow, bool arrows = true);
    const FlowField &flow() const { return m_flow; }
    /// The plane that is drawn and the part of it on screen, for a flow to be computed on. @pre the inspection has a
    /// run
    const PhasePortrait &plane() const { return portrait(); }
    FlowGrid grid() const;

    QString csv() const override;
    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {160, 140}; }

    /// Where a step's state lies on the screen, and where a fixed point.
    QPointF stepPlace(Index step) const;
    QPointF pointPlace(Index point) const;

Q_SIGNALS:
    void pointChosen(int point);

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    void runChanged() override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const PhasePortrait &portrait() const;
    /// (2 × T) the states of the run that is shown, projected; (1 × T) for a layer of one unit.
    Matrix<double> path() const;
    ChartAxes axes(const QSizeF &size) const;
    std::optional<Index> nearestStep(const QPointF &place) const;
    /// (2 × N) the fixed points' states of the layer that is shown, projected.
    Matrix<double> pointPlaces() const;
    void drawFixedPoints(QPainter &painter, const ChartAxes &axes) const;
    void drawUnstable(QPainter &painter, const ChartAxes &axes, const FixedPoint &point, const QPointF &place) const;
    void drawFlow(QPainter &painter, const ChartAxes &axes) const;
    QColor basinColor(Index point) const;
    std::optional<Index> nearestPoint(const ChartAxes &axes, const QPointF &place) const;
    QString fixedPointTip(const ChartAxes &axes, const QPointF &place) const;
    void drawPath(QPainter &painter, const ChartAxes &axes, const PortraitColors &colors) const;

    PortraitColoring m_coloring = PortraitColoring::Time;
    FixedPoints m_fixedPoints;
    int m_chosenPoint = -1;
    FlowField m_flow;
    bool m_drawArrows = true;
    struct Range {
        double low = 0.0, high = 1.0;
    };

    Range rangeOf(Index component) const;
    void holdRanges() const;
    Matrix<double> projected(const Trace<float> &run) const;

    bool m_held = false;
    mutable std::array<Range, 2> m_heldRanges;
    mutable PhasePortrait m_portrait; ///< of m_layer; −1: none
    mutable Index m_layer = -1;
};

} // namespace gatescope
