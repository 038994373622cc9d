// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/heatmap/color_map.h"

#include <QString>

#include <vector>

class QFont;
class QPainter;
class QPalette;
class QRectF;

namespace gatescope {

class Inspection;

/// What the points of the phase portrait are coloured by.
enum class PortraitColoring { Time, Target };

/// The colour of every step of the inspected sequence, and the legend that explains it.
class PortraitColors {
public:
    /// By target: the target column's value at each step, in original units, or the sequence's class.
    /// @pre inspection.hasRun()
    PortraitColors(const Inspection &inspection, PortraitColoring coloring, const QPalette &palette);

    QColor color(std::size_t step) const;
    /// The value a step is coloured by; NaN where it is not known.
    double value(std::size_t step) const { return m_values[step]; }
    /// "temperature at each step", "step"
    const QString &title() const { return m_title; }
    const QString &tip() const { return m_tip; }
    /// Draws title, range and colour bar at the right of a line. @return what it takes of it
    QRectF drawLegend(QPainter &painter, const QRectF &line, const QPalette &palette) const;

private:
    void takeTarget(const Inspection &inspection);
    QRgb colorAt(double share) const;

    std::vector<double> m_values;
    double m_low = 0.0, m_high = 1.0;
    QString m_title, m_lowText, m_highText, m_tip;
    ColorMap m_map;
    std::pair<double, double> m_part; ///< of the map, which stands out from the ground
};

} // namespace gatescope
