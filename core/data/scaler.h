// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <span>
#include <string_view>
#include <vector>

namespace gatescope {

/// Standard: (v − mean) ÷ population standard deviation. MinMax: (v − min) ÷ (max − min). None: as it is.
enum class ScaleKind { Standard, MinMax, None };
std::string_view scaleKindName(ScaleKind kind); ///< standard, minmax, none
/// @throws OptionError naming the choices
ScaleKind scaleKindFromName(std::string_view name);

/// Scaled = (v − offset) ÷ scale. Standard: mean and std; MinMax: minimum and range; None: 0 and 1.
struct ColumnScale {
    double offset = 0.0;
    double scale = 1.0; ///< 1 for a constant column, so that it scales to 0
    bool constant = false;
    bool operator==(const ColumnScale &) const = default;

    double transform(double value) const { return (value - offset) / scale; }
    double inverse(double scaled) const { return scaled * scale + offset; }
};

/// Fits one column; missing cells (NaN) are left out. Two passes in double around the first value: right to 1e-6
/// relative for a variation of 1 around 1e9. An empty column gives offset 0, scale 1.
ColumnScale fitColumnScale(ScaleKind kind, std::span<const double> values);

/// Scaling of several columns; made on the training part, applied to all, inverted for display.
class Scaler {
public:
    Scaler() = default;
    Scaler(ScaleKind kind, std::vector<ColumnScale> columns) : m_kind(kind), m_columns(std::move(columns)) {}

    ScaleKind kind() const { return m_kind; }
    Index size() const { return static_cast<Index>(m_columns.size()); }
    const std::vector<ColumnScale> &columns() const { return m_columns; }
    const ColumnScale &column(Index index) const { return m_columns[static_cast<std::size_t>(index)]; }
    double transform(Index column, double value) const { return this->column(column).transform(value); }
    double inverse(Index column, double scaled) const { return this->column(column).inverse(scaled); }
    /// Mean (Standard), minimum (MinMax) or 0 of every column.
    std::vector<double> offsets() const;
    /// Standard deviation (Standard), maximum − minimum (MinMax) or 1 of every column.
    std::vector<double> scales() const;
    bool operator==(const Scaler &) const = default;

private:
    ScaleKind m_kind = ScaleKind::None;
    std::vector<ColumnScale> m_columns;
};

} // namespace gatescope
