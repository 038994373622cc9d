// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/future/free_run_errors.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr Index kMostRuns = 200, kFewestRuns = 20;
constexpr Index kNetworkSteps = 1'000'000;

/// Where runs start, evenly over rows first … end − 1.
std::vector<Index> startsOver(Index first, Index end, Index stepsARun)
{
    const Index wanted = std::clamp(kNetworkSteps / std::max<Index>(stepsARun, 1), kFewestRuns, kMostRuns);
    const Index count = std::min(wanted, end - first);
    std::vector<Index> starts;
    for (Index i = 0; i < count; ++i)
        starts.push_back(first + i * (end - first) / count);
    return starts;
}

ConformalResiduals residualsOf(const std::vector<Vector<double>> &errors, Index targets)
{
    ConformalResiduals residuals;
    residuals.sorted.resize(static_cast<Index>(errors.size()), targets);
    for (std::size_t i = 0; i < errors.size(); ++i)
        residuals.sorted.row(static_cast<Index>(i)) = errors[i].transpose();
    for (Index target = 0; target < targets; ++target) {
        auto column = residuals.sorted.col(target);
        std::sort(column.begin(), column.end());
    }
    return residuals;
}

} // namespace

template <typename Scalar>
FreeRunErrors freeRunErrors(Network<Scalar> &network, const PreparedData<Scalar> &data, Index steps,
                            const Progress &progress)
{
    FreeRunErrors result;
    const Index first = std::max(data.partRows[1], data.options.window), end = data.partRows[2];
    if (steps < 1 || first >= end || data.tableRows.empty() || data.targetValues.cols() < end)
        return result;
    const auto targets = static_cast<Index>(data.targetNames.size());
    std::vector<std::vector<Vector<double>>> errors(static_cast<std::size_t>(std::min(steps, end - first)));
    const std::vector<Index> starts = startsOver(first, end, steps * data.options.window);
    try {
        for (const Index start : starts) {
            const Matrix<double> run = freeRun(network, data, start, std::min(steps, end - start));
            for (Index step = 0; step < run.cols(); ++step) {
                const Vector<double> error = (run.col(step) - data.targetValues.col(start + step)).cwiseAbs();
                if (error.allFinite())
                    errors[static_cast<std::size_t>(step)].push_back(error);
            }
            ++result.runs;
            if (progress && !progress(static_cast<double>(result.runs) / static_cast<double>(starts.size())))
                return {};
        }
    } catch (const OptionError &) {
        return {}; // such a network does not run freely
    }
    for (const auto &row : errors)
        result.rows.push_back(residualsOf(row, targets));
    return result;
}

template FreeRunErrors freeRunErrors(Network<float> &, const PreparedData<float> &, Index, const Progress &);
template FreeRunErrors freeRunErrors(Network<double> &, const PreparedData<double> &, Index, const Progress &);

} // namespace gatescope
