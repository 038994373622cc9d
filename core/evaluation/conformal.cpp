// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/conformal.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::int64_t kParts = 1'000'000;

std::int64_t millionths(double level)
{
    return std::clamp<std::int64_t>(std::llround(level * static_cast<double>(kParts)), 1, kParts - 1);
}

} // namespace

std::optional<Vector<double>> ConformalResiduals::halfWidths(double level) const
{
    const std::int64_t count = sorted.rows();
    const std::int64_t rank = (millionths(level) * (count + 1) + kParts - 1) / kParts;
    if (count == 0 || rank > count)
        return std::nullopt;
    return Vector<double>(sorted.row(rank - 1).transpose());
}

Index ConformalResiduals::fewestFor(double level)
{
    const std::int64_t parts = millionths(level);
    return static_cast<Index>((parts + kParts - parts - 1) / (kParts - parts));
}

ConformalResiduals conformalResiduals(const Forecast &validation)
{
    ConformalResiduals residuals;
    residuals.sorted = (validation.target - validation.prediction).cwiseAbs().transpose();
    for (Index output = 0; output < residuals.sorted.cols(); ++output) {
        auto column = residuals.sorted.col(output);
        std::sort(column.begin(), column.end());
    }
    return residuals;
}

std::optional<double> intervalCoverage(const Forecast &forecast, const Vector<double> &halfWidths)
{
    if (forecast.target.size() == 0)
        return std::nullopt;
    Index inside = 0;
    for (Index window = 0; window < forecast.target.cols(); ++window)
        inside +=
            ((forecast.target.col(window) - forecast.prediction.col(window)).cwiseAbs().array() <= halfWidths.array())
                .count();
    return static_cast<double>(inside) / static_cast<double>(forecast.target.size());
}

} // namespace gatescope
