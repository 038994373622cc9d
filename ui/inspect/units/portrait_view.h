// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/dynamics/fixed_points.h"
#include "core/inspect/units/phase_portrait.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/inspect/units/portrait_colors.h"
#include "ui/widgets/drawn/chart_axes.h"

namespace gatescope {

/// The hidden states of one layer along their two principal components, step by step; pointing moves the step.
class PortraitView : public InspectView {
    Q_OBJECT

public:
    explicit PortraitView(Inspection &inspection, QWidget *parent = nullptr);

    void setColoring(PortraitColoring coloring);
    PortraitColoring coloring() const { return m_coloring; }
    /// Marks fixed points among the states; none to take the marks away.
    void setFixedPoints(FixedPoints points);
    const FixedPoints &fixedPoints() const { return m_fixedPoints; }

    QString csv() const override;
    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {160, 140}; }

    /// Where a step's state lies on the screen.
    QPointF stepPlace(Index step) const;

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    void runChanged() override { m_layer = -1; }
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
    QString fixedPointTip(const ChartAxes &axes, const QPointF &place) const;
    void drawPath(QPainter &painter, const ChartAxes &axes, const PortraitColors &colors) const;

    PortraitColoring m_coloring = PortraitColoring::Time;
    FixedPoints m_fixedPoints;
    mutable PhasePortrait m_portrait; ///< of m_layer; −1: none
    mutable Index m_layer = -1;
};

} // namespace gatescope
