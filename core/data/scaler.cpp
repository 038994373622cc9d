// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/scaler.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr std::array<std::string_view, 3> kNames{"standard", "minmax", "none"};

constexpr double kSquareOverflows = 1e140; ///< differences beyond are squared in units of the largest

ColumnScale fitStandard(std::span<const double> values)
{
    std::size_t count = 0;
    double first = 0.0;
    double sum = 0.0; // of the differences to the first value, so that a large common offset cancels exactly
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        if (count++ == 0)
            first = value;
        sum += value - first;
    }
    if (count == 0)
        return {};
    const double shift = sum / static_cast<double>(count);
    double largest = 0.0;
    for (const double value : values)
        largest = std::max(largest, std::abs((value - first) - shift)); // NaN is no larger
    const double unit = largest > kSquareOverflows ? largest : 1.0;
    double squares = 0.0;
    double rest = 0.0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        const double difference = ((value - first) - shift) / unit;
        squares += difference * difference;
        rest += difference;
    }
    const double n = static_cast<double>(count);
    const double deviation = unit * std::sqrt(std::max(0.0, (squares - rest * rest / n) / n));
    const bool constant = !(deviation > 0.0);
    return {first + shift, constant ? 1.0 : deviation, constant};
}

ColumnScale fitMinMax(std::span<const double> values)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low > high)
        return {};
    const bool constant = !(high > low);
    return {low, constant ? 1.0 : high - low, constant};
}

} // namespace

std::string_view scaleKindName(ScaleKind kind)
{
    return kNames[static_cast<std::size_t>(kind)];
}

ScaleKind scaleKindFromName(std::string_view name)
{
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        throw OptionError({{"scale", quoted(std::string(name)), "must be standard, minmax or none", ""}});
    return static_cast<ScaleKind>(found - kNames.begin());
}

ColumnScale fitColumnScale(ScaleKind kind, std::span<const double> values)
{
    switch (kind) {
    case ScaleKind::Standard:
        return fitStandard(values);
    case ScaleKind::MinMax:
        return fitMinMax(values);
    case ScaleKind::None:
        break;
    }
    return {};
}

std::vector<double> Scaler::offsets() const
{
    std::vector<double> result;
    for (const ColumnScale &column : m_columns)
        result.push_back(column.offset);
    return result;
}

std::vector<double> Scaler::scales() const
{
    std::vector<double> result;
    for (const ColumnScale &column : m_columns)
        result.push_back(column.scale);
    return result;
}

} // namespace gatescope
