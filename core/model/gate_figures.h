// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <cstdint>
#include <vector>

namespace gatescope {

inline constexpr double kGateShut = 0.1; ///< a gate below it counts as shut …
inline constexpr double kGateOpen = 0.9; ///< … and above it as open; both are saturated

/// What is recorded of the gates over many sequences: a row each of GateFigures::table().
enum class GateFigure { ResetMean, UpdateMean, ResetSaturated, UpdateSaturated };
inline constexpr Index kGateFigures = 4;

/// Sums over every unit, step and sequence that a network walked through.
class GateFigures {
public:
    explicit GateFigures(Index layers) : m_layers(static_cast<std::size_t>(layers)) {}

    /// Takes a value of r and one of z.
    void take(Index layer, double r, double z)
    {
        Sums &sums = m_layers[static_cast<std::size_t>(layer)];
        sums.r += r;
        sums.z += z;
        sums.rSaturated += r < kGateShut || r > kGateOpen ? 1 : 0;
        sums.zSaturated += z < kGateShut || z > kGateOpen ? 1 : 0;
        ++sums.count;
    }

    /// (4 × L) in the order of GateFigure: means, then shares below 0.1 or above 0.9. Empty where nothing was taken.
    Matrix<float> table() const
    {
        Matrix<float> table(kGateFigures, static_cast<Index>(m_layers.size()));
        for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
            const Sums &sums = m_layers[layer];
            if (sums.count == 0)
                return {};
            const auto count = static_cast<double>(sums.count);
            table.col(static_cast<Index>(layer)) = Vector<double>{
                {sums.r / count, sums.z / count, static_cast<double>(sums.rSaturated) / count,
                 static_cast<double>(sums.zSaturated)
                     / count}}.cast<float>();
        }
        return table;
    }

private:
    struct Sums {
        double r = 0.0, z = 0.0;
        std::int64_t rSaturated = 0, zSaturated = 0, count = 0;
    };

    std::vector<Sums> m_layers;
};

} // namespace gatescope
