// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/forecast.h"

#include <optional>
#include <vector>

namespace gatescope {

/// What split conformal prediction needs: how far the forecasts of the validation part were off.
struct ConformalResiduals {
    Matrix<double> sorted; ///< (n × O) |target − forecast| of each output in original units, rising; empty: none

    /// Half the width of each output's interval (O): the ⌈level·(n + 1)⌉-th smallest residual.
    /// @param level  share of targets that is to lie inside, in (0, 1); counted in millionths, so that the rank is
    /// exact
    /// @return nothing when that rank is above n: so few residuals bear no such level
    std::optional<Vector<double>> halfWidths(double level) const;
    /// The fewest residuals that bear a level: ⌈level/(1 − level)⌉.
    static Index fewestFor(double level);
    bool operator==(const ConformalResiduals &) const = default;
};

/// Of a forecast of numbers with its targets (validation, which the training must not have seen). Cost O(O·n log n).
ConformalResiduals conformalResiduals(const Forecast &validation);

/// Share of targets inside forecast ± half width, over all windows and outputs; empty without targets.
std::optional<double> intervalCoverage(const Forecast &forecast, const Vector<double> &halfWidths);

} // namespace gatescope
