// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/timeline/timeline_view.h"

class QFontMetricsF;

namespace gatescope {

inline constexpr double kLossHeight = 14.0; ///< of the bars of each step's loss, at the foot of the curve

/// Where everything of a TimelineView lies.
struct TimelineView::Frame {
    QRectF curve;          ///< the curve's own rectangle
    QRectF strip;          ///< attribution below it, empty without
    double stripRow = 0.0; ///< height of one feature in the strip
    double axisTop = 0.0;  ///< of the step numbers
    double endX = 0.0;     ///< where target and forecast stand
    double width = 0.0;
    double pitch = 1.0; ///< pixels a step
    double low = 0.0, high = 1.0;
    std::vector<double> ticks;
    Index first = 0, last = 0; ///< features drawn
    Index steps = 0;

    /// The range of the value axis with a little room; any range gives a usable one.
    void setRange(double lowest, double highest);
    /// @param end  width of the words beside target and forecast
    void layOut(const QSizeF &size, const QFontMetricsF &metrics, Index stepCount, Index stripRows, double end);

    double x(Index step) const { return curve.left() + (static_cast<double>(step) + 0.5) * pitch; }
    double y(double value) const { return curve.bottom() - (value - low) / (high - low) * curve.height(); }
    Index stepAt(double place) const;
    QRectF stepBand(Index step) const;
    QRectF stepLabel(Index step, const QFontMetricsF &metrics) const;
    /// Steps between axis numbers that need `spacing` pixels.
    Index labelEvery(double spacing) const;
};

} // namespace gatescope
