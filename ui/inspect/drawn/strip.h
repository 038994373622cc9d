// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"
#include "ui/look/quantity.h"

#include <QRectF>

class QPainter;
class QPalette;

namespace gatescope {

/// A vector over the units as a row of coloured cells; more units than pixels are averaged.
struct Strip {
    const Vector<double> &values;
    MapKind map = MapKind::Diverging;
    double minimum = -1.0;
    double maximum = 1.0;

    /// @param marked  unit to outline; −1: none
    void draw(QPainter &painter, const QRectF &area, const QPalette &palette, Index marked) const;
    /// The unit at a horizontal place, held within what there is.
    static Index unitAt(double x, const QRectF &area, Index units);
};

} // namespace gatescope
