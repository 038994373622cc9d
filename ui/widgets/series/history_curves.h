// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/history.h"

#include <limits>

class QCPGraph;

namespace gatescope {

/// What is drawn of a series: every value, or only those that have a place on a logarithmic axis.
enum class Drawn { All, AboveZero };

/// Draws a recorded series as a curve. @param xScale  axis units an x of the series
void setSeries(QCPGraph &graph, const ThinnedSeries &series, double xScale, Drawn drawn = Drawn::All);

/// The value of the last bucket that begins at or before x; NaN when there is none.
double valueAt(const ThinnedSeries &series, double x);

/// Lowest and highest of what is drawn.
struct ValueRange {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void take(double value, Drawn drawn);
    void take(const ThinnedSeries &series, Drawn drawn);
};

} // namespace gatescope
