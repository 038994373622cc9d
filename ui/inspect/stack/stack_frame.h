// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/stack/stack_view.h"

class QFontMetricsF;

namespace gatescope {

/// Which cells of the unrolled network are drawn, and where.
struct StackView::Frame {
    QSizeF box;
    double columnPitch = 1.0, rowPitch = 1.0;
    double left = 0.0;   ///< of the first column's box
    double bottom = 0.0; ///< of the lowest row's box
    double line = 0.0;   ///< height of a line of text
    QSizeF size;
    Index firstStep = 0, steps = 0;   ///< drawn
    Index firstLayer = 0, layers = 0; ///< drawn
    Index allSteps = 0, allLayers = 0;

    Frame(const QSizeF &size, const QFontMetricsF &metrics, const Trace<float> &run, const Cursor &cursor);

    QRectF cell(Index layer, Index step) const;
    bool shows(Index layer, Index step) const;
    bool showsTop() const { return firstLayer + layers == allLayers; }
    bool showsEnd() const { return firstStep + steps == allSteps; }
    /// The band above the top row.
    QRectF band() const;
};

} // namespace gatescope
