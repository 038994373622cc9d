// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/draft/series_values.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// A feature of a tensor file, one sequence after the other.
std::vector<double> tensorValues(const PreparedData<float> &prepared, const std::string &feature)
{
    const auto found = std::ranges::find(prepared.featureNames, feature);
    if (found == prepared.featureNames.end() || prepared.text)
        return {};
    const Index i = found - prepared.featureNames.begin();
    const Matrix<float> &inputs = prepared.inputsOnly.store().inputs;
    std::vector<double> values(static_cast<std::size_t>(inputs.cols()));
    for (Index column = 0; column < inputs.cols(); ++column)
        values[static_cast<std::size_t>(column)] =
            prepared.inputScaler.inverse(i, static_cast<double>(inputs(i, column)));
    return values;
}

} // namespace

std::vector<double> seriesValues(const Table &table, const PreparedData<float> *prepared, const std::string &column)
{
    const Index index = table.find(column);
    if (index < 0 && prepared && prepared->tableRows.empty())
        return tensorValues(*prepared, column);
    if (index < 0 || table.column(index).kind() == ColumnKind::Text)
        return {};
    const auto cells = table.column(index).values();
    if (!prepared || prepared->tableRows.empty())
        return {cells.begin(), cells.end()};
    std::vector<double> values;
    values.reserve(prepared->tableRows.size());
    for (const std::int64_t row : prepared->tableRows)
        values.push_back(cells[static_cast<std::size_t>(row)]);
    const auto feature = std::ranges::find(prepared->featureNames, column);
    if (feature == prepared->featureNames.end())
        return values;
    // A used feature has no gaps any more: where the table has one, the prepared value stands.
    const Index i = feature - prepared->featureNames.begin();
    const Matrix<float> &inputs = prepared->inputsOnly.store().inputs;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (!std::isfinite(values[row]))
            values[row] = prepared->inputScaler.inverse(i, static_cast<double>(inputs(i, static_cast<Index>(row))));
    }
    return values;
}

std::shared_ptr<const std::vector<double>> seriesTimes(const Table &table, const PreparedData<float> *prepared,
                                                       const std::string &timeColumn)
{
    if (prepared)
        return prepared->times.empty() ? nullptr : std::make_shared<const std::vector<double>>(prepared->times);
    std::vector<double> times = timeColumn.empty() ? std::vector<double>() : seriesValues(table, nullptr, timeColumn);
    return times.empty() ? nullptr : std::make_shared<const std::vector<double>>(std::move(times));
}

} // namespace gatescope
