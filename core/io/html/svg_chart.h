// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace gatescope {

/// One line of a chart.
struct ChartLine {
    std::string name;
    std::string colour; ///< "#334155"
    bool dashed = false;
    std::vector<double> x,
        y; ///< of equal length; points that are not finite, or not above 0 on a log axis, are left out
};

/// A chart as inline SVG: axes with names, ticks, a legend, a sentence for screen readers.
/// @param logarithmic  of y @return markup; the same lines give the same bytes; without a point an empty text
std::string svgChart(const std::string &title, const std::string &xName, const std::string &yName,
                     const std::vector<ChartLine> &lines, bool logarithmic);

} // namespace gatescope
