// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QPointF;

namespace gatescope {

/// A line with an open head at its end, in the painter's pen.
void drawArrow(QPainter &painter, const QPointF &from, const QPointF &to);

} // namespace gatescope
