// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/part_shift.h"

#include <cmath>

namespace gatescope {

namespace {

/// Without the missing ones.
Vector<double> knownOf(const Vector<double> &values)
{
    Vector<double> known(values.size());
    Index count = 0;
    for (const double value : values) {
        if (!std::isnan(value))
            known(count++) = value;
    }
    return known.head(count);
}

} // namespace

std::optional<PartShift> partShift(const Vector<double> &training, const Vector<double> &validation)
{
    if (training.size() < 2 || validation.size() == 0)
        return std::nullopt;
    const auto seen = training.array(), next = validation.array();
    const double low = seen.minCoeff(), high = seen.maxCoeff(), mean = seen.mean();
    const double deviation = std::sqrt((seen - mean).square().mean());
    return PartShift{static_cast<double>((next < low || next > high).count()) / static_cast<double>(next.size()),
                     deviation > 0.0 ? (next.mean() - mean) / deviation : 0.0};
}

template <typename Scalar>
std::optional<PartShift> partShift(const PreparedData<Scalar> &data)
{
    const auto &rows = data.partRows;
    if (data.tableRows.empty() || data.options.task != TaskKind::Regression || data.targetValues.cols() < rows[2])
        return std::nullopt;
    const auto part = [&](std::size_t from) {
        return knownOf(data.targetValues.row(0).segment(rows[from], rows[from + 1] - rows[from]).transpose());
    };
    return partShift(part(0), part(1));
}

template std::optional<PartShift> partShift(const PreparedData<float> &);
template std::optional<PartShift> partShift(const PreparedData<double> &);

} // namespace gatescope
