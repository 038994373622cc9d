// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawn/arrow.h"

#include <QPainter>

#include <cmath>

namespace gatescope {

void drawArrow(QPainter &painter, const QPointF &from, const QPointF &to)
{
    painter.drawLine(from, to);
    const double angle = std::atan2(to.y() - from.y(), to.x() - from.x());
    for (const double turn : {2.6, -2.6})
        painter.drawLine(to, to + 5.0 * QPointF(std::cos(angle + turn), std::sin(angle + turn)));
}

} // namespace gatescope
