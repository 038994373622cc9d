// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/heatmap/heatmap.h"

class QFontMetrics;

namespace gatescope {

/// Where everything of a Heatmap lies inside a rectangle.
struct Heatmap::Geometry {
    std::vector<QRect> titles;   ///< a line above each panel
    std::vector<QRect> cells;    ///< the picture itself
    std::vector<QRect> captions; ///< a line below it
    QRect stepAxis;              ///< tick numbers and name, over the whole width
    QRect colorBar;              ///< the bar without its numbers
    int firstOfLastRow = 0;
};

/// The unit that a row shows, and the row that shows a unit.
Index unitOfRow(const HeatmapPanel &panel, Index row);
Index rowOfUnit(const HeatmapPanel &panel, Index unit);

/// Values as they are drawn: rows in display order, averaged into at most `pixels` columns and rows.
/// Each value is a share 0 … 1 of its range (NaN stays NaN; where a range is empty: 0.5).
Matrix<float> displayShares(const HeatmapPanel &panel, const QSize &pixels);

/// A whole step between axis numbers, so that about `count` of them fit: 1, 2, 5, 10, 20, …
Index niceStep(Index length, Index count);

} // namespace gatescope
