// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;
class QPalette;

namespace gatescope {

struct Spot;

enum class AxisScale { Linear, Logarithmic };

/// One axis of a hand-drawn chart.
struct ChartAxis {
    QString label; ///< name and unit
    QString tip;   ///< one plain sentence
    double low = 0.0, high = 1.0;
    AxisScale scale = AxisScale::Linear;

    /// Takes a range with a little room; any range, also an empty or broken one, gives a usable axis.
    void setRange(double lowest, double highest);
    /// Share of the axis' length, 0 at low; outside values lie outside.
    double share(double value) const;
    double valueAt(double share) const;
    std::vector<double> ticks(int count) const;
    std::vector<QString> texts(const std::vector<double> &ticks) const;
};

/// The frame of a hand-drawn chart: where values lie, grid, numbers and names.
class ChartAxes {
public:
    /// Finds room for numbers and names inside an area.
    ChartAxes(const QRectF &area, ChartAxis horizontal, ChartAxis vertical);

    const QRectF &field() const { return m_field; }
    QPointF place(double x, double y) const;
    double x(double value) const { return m_field.left() + m_horizontal.share(value) * m_field.width(); }
    double y(double value) const { return m_field.bottom() - m_vertical.share(value) * m_field.height(); }
    /// The horizontal value under a place.
    double valueAt(double x) const;
    /// Draws grid, numbers and names, and adds a spot for each axis.
    void draw(QPainter &painter, const QPalette &palette, std::vector<Spot> &spots) const;

private:
    QRectF m_area, m_field;
    ChartAxis m_horizontal, m_vertical;
    std::vector<double> m_xTicks, m_yTicks;
};

} // namespace gatescope
