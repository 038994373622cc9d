// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/update_size.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace gatescope {

double UpdateSize::ratio() const
{
    if (update == 0.0)
        return 0.0;
    return weights > 0.0 ? update / weights : std::numeric_limits<double>::infinity();
}

void UpdateSize::include(const UpdateSize &others)
{
    update = std::sqrt(update * update + others.update * others.update);
    weights = std::sqrt(weights * weights + others.weights * others.weights);
}

template <typename Scalar>
UpdateSize updateSize(std::span<const Scalar> before, std::span<const Scalar> after)
{
    // A fixed number of partial sums: independent of each other (fast), added in one order (same bits).
    constexpr std::size_t kLanes = 8;
    std::array<double, kLanes> moved{}, weights{};
    const std::size_t whole = before.size() / kLanes * kLanes;
    const auto add = [&](std::size_t i, std::size_t lane) {
        const auto old = static_cast<double>(before[i]);
        const double difference = static_cast<double>(after[i]) - old;
        moved[lane] += difference * difference;
        weights[lane] += old * old;
    };
    for (std::size_t i = 0; i < whole; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            add(i + lane, lane);
    }
    for (std::size_t i = whole; i < before.size(); ++i)
        add(i, i - whole);
    for (std::size_t lane = 1; lane < kLanes; ++lane) {
        moved[0] += moved[lane];
        weights[0] += weights[lane];
    }
    return {std::sqrt(moved[0]), std::sqrt(weights[0])};
}

template UpdateSize updateSize(std::span<const float>, std::span<const float>);
template UpdateSize updateSize(std::span<const double>, std::span<const double>);

} // namespace gatescope
