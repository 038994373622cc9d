// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/timeline/timeline_frame.h"

#include "ui/widgets/drawn/axis_ticks.h"
#include "ui/widgets/heatmap/heatmap_painting.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace gatescope {

void TimelineView::Frame::setRange(double lowest, double highest)
{
    if (!(highest >= lowest)) {
        lowest = 0.0;
        highest = 1.0;
    }
    const double room = highest > lowest ? (highest - lowest) * 0.08 : std::max(std::abs(lowest) * 0.1, 0.5);
    low = lowest - room;
    high = highest + room;
}

void TimelineView::Frame::layOut(const QSizeF &size, const QFontMetricsF &metrics, Index stepCount, Index stripRows,
                                 double endWidth)
{
    steps = stepCount;
    width = size.width();
    const double line = metrics.height();
    axisTop = size.height() - line - 2;
    stripRow = stripRows > 0 ? std::clamp(size.height() * 0.3 / static_cast<double>(stripRows), 3.0, line) : 0.0;
    const double stripHeight = stripRow * static_cast<double>(stripRows);
    const double curveBottom = axisTop - (stripRows > 0 ? stripHeight + 6 : 0) - 4;
    ticks = niceTicks(low, high, std::clamp(static_cast<int>((curveBottom - 6) / (line * 1.4)), 1, 4));
    double left = metrics.horizontalAdvance(QStringLiteral("∂ŷ/∂x"));
    for (const QString &text : tickTexts(ticks))
        left = std::max(left, metrics.horizontalAdvance(text));
    const double end = std::max(metrics.horizontalAdvance(QStringLiteral("−00000.0")), endWidth) + 26;
    curve = QRectF(QPointF(left + 20, 6), QPointF(width - end, curveBottom));
    strip = stripRows > 0 ? QRectF(curve.left(), axisTop - stripHeight - 3, curve.width(), stripHeight) : QRectF();
    endX = curve.right() + 14;
    pitch = curve.width() / static_cast<double>(std::max<Index>(steps, 1));
}

Index TimelineView::Frame::stepAt(double place) const
{
    return std::clamp<Index>(static_cast<Index>(std::floor((place - curve.left()) / pitch)), 0,
                             std::max<Index>(steps - 1, 0));
}

QRectF TimelineView::Frame::stepBand(Index step) const
{
    const double wide = std::max(pitch, 4.0);
    const double bottom = strip.isEmpty() ? curve.bottom() : strip.bottom();
    return {QPointF(x(step) - wide / 2, curve.top()), QPointF(x(step) + wide / 2, bottom)};
}

QRectF TimelineView::Frame::stepLabel(Index step, const QFontMetricsF &metrics) const
{
    const double wide = metrics.horizontalAdvance(QStringLiteral("t = 00000")) + 4;
    return {x(step) - wide / 2, axisTop, wide, metrics.height()};
}

Index TimelineView::Frame::labelEvery(double spacing) const
{
    return niceStep(steps, std::max<Index>(static_cast<Index>(curve.width() / spacing), 1));
}

} // namespace gatescope
