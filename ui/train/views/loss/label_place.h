// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

namespace gatescope {

/// Whether a polyline runs through a rectangle, its corners' own points included.
bool runsThrough(const QPolygonF &curve, const QRectF &area);

/// Where the words of a mark can stand in a plot, all in pixels: below it, above it, then to its sides.
/// @param room    the words stay within
/// @param curves  polylines, none of which may run through the words
/// @param taken   where other words stand
/// @return the words' top left corner; none where every place is taken
std::optional<QPointF> placeBeside(const QPointF &mark, const QSizeF &words, const QRectF &room,
                                   const std::vector<QPolygonF> &curves, const std::vector<QRectF> &taken);

} // namespace gatescope
