// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/import/names/gate_order.h"

namespace gatescope {

namespace {

/// The two orders differ by exchanging the first two blocks, which is its own inverse but for where z lies.
std::vector<double> exchanged(std::span<const double> values, Index hidden, Index columns, UpdateSign sign,
                              std::size_t updateBlock)
{
    const auto block = static_cast<std::size_t>(hidden * columns);
    std::vector<double> result;
    result.reserve(values.size());
    for (const std::size_t from : {std::size_t{1}, std::size_t{0}, std::size_t{2}}) {
        for (const double value : values.subspan(from * block, block))
            result.push_back(from == updateBlock && sign == UpdateSign::Negated ? -value : value);
    }
    return result;
}

} // namespace

UpdateSign foreignUpdateSign(Formulation formulation)
{
    return formulation == Formulation::ResetBefore ? UpdateSign::Negated : UpdateSign::Same;
}

std::vector<double> toUpdateFirst(std::span<const double> values, Index hidden, Index columns, UpdateSign sign)
{
    return exchanged(values, hidden, columns, sign, 1);
}

std::vector<double> fromUpdateFirst(std::span<const double> values, Index hidden, Index columns, UpdateSign sign)
{
    return exchanged(values, hidden, columns, sign, 0);
}

} // namespace gatescope
