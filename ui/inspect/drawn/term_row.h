// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/drawn/painted_view.h"

#include <QColor>

namespace gatescope {

/// One summand of an equation with its number in it.
struct TermBox {
    QString before; ///< "+", "=", "σ →": what stands between it and the one before
    QString symbol;
    QString value;
    QString tip;
    bool result = false; ///< framed in the row's colour
};

/// Draws boxes side by side, as wide as there is room for.
void drawTermRow(QPainter &painter, const QRectF &row, const std::vector<TermBox> &boxes, const QColor &color,
                 const QPalette &palette, std::vector<Spot> &spots);
double termRowHeight();

} // namespace gatescope
