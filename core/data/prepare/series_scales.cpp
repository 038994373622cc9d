// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare/series_scales.h"

#include <cmath>

namespace gatescope {

ColumnScale fitValues(const Table &table, const TableSeries &series, const DataOptions &options, const Column &column,
                      std::span<const double> values)
{
    std::vector<double> seen;
    const auto runs = series.trainingRuns();
    if (!options.scaleOnAllRows && runs.size() == 1) {
        values = values.first(static_cast<std::size_t>(runs[0][1]));
    } else if (!options.scaleOnAllRows) {
        for (const auto &[begin, end] : runs)
            seen.insert(seen.end(), values.begin() + begin, values.begin() + end);
        values = seen;
    }
    const ColumnScale scale = fitColumnScale(options.scale, values);
    if (!std::isfinite(scale.offset) || !std::isfinite(scale.scale))
        throw DataError(table.source() + ": column " + quoted(column.name())
                        + " holds numbers too large to be scaled; divide it by a constant or leave it out");
    return scale;
}

std::vector<ColumnScale> fitChanges(const TableSeries &series, const DataOptions &options, const WindowStarts &windows)
{
    std::vector<ColumnScale> scales;
    const std::size_t horizons = options.horizons.size();
    std::vector<double> changes(windows.starts.size());
    for (std::size_t k = 0; k < horizons; ++k) {
        for (std::size_t t = 0; t < series.roles.targets.size(); ++t) {
            const std::span<const double> values = series.target(t);
            for (std::size_t w = 0; w < changes.size(); ++w)
                changes[w] = values[static_cast<std::size_t>(windows.targets[w * horizons + k])]
                             - values[static_cast<std::size_t>(windows.starts[w] + options.window - 1)];
            scales.push_back(fitColumnScale(options.scale, changes));
        }
    }
    return scales;
}

} // namespace gatescope
