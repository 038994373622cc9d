// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/units/gate_health.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/widgets/drawn/chart_axes.h"

namespace gatescope {

/// Every unit's gates by how often they are shut and how often open over the sequence, with dead units and twins named:
/// twins over many sequences, for in one smooth window any two units look alike.
class HealthView final : public InspectView {
    Q_OBJECT

public:
    explicit HealthView(Inspection &inspection, QWidget *parent = nullptr);

    QString csv() const override;
    QSize sizeHint() const override { return {360, 280}; }
    QSize minimumSizeHint() const override { return {180, 190}; }

protected:
    void draw(QPainter &painter, const QSizeF &size, Spots &spots) const override;
    QString tipAt(const QPointF &place) const override;
    void runChanged() override { m_layer = -1; }
    void mousePressEvent(QMouseEvent *event) override;

private:
    const GateHealth &health() const;
    ChartAxes axes(const QSizeF &size) const;
    QPointF place(const ChartAxes &axes, const UnitHealth &unit, bool reset) const;
    std::optional<double> updateRatio(Index unit) const;
    std::optional<Index> unitAt(const QPointF &place) const;
    void drawUnits(QPainter &painter, const ChartAxes &axes) const;
    void drawLegend(QPainter &painter, const ChartAxes &axes, Spots &spots) const;
    QStringList findings() const;
    double findingsHeight(double width) const;

    void findTwins(Index layer) const;

    mutable GateHealth m_health;   ///< of m_layer; −1: none
    mutable Index m_twinsOver = 0; ///< sequences that its twins were found over
    mutable Index m_layer = -1;
};

} // namespace gatescope
