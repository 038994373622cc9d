// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/clipping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace gatescope {

template <typename Scalar>
double gradientNorm(std::span<const Scalar> gradient)
{
    // A fixed number of partial sums: independent of each other (fast), added in one order (same bits).
    constexpr std::size_t kLanes = 16;
    std::array<double, kLanes> sums{};
    const std::size_t whole = gradient.size() / kLanes * kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const auto value = static_cast<double>(gradient[i + lane]);
            sums[lane] += value * value;
        }
    }
    double total = 0.0;
    for (std::size_t i = whole; i < gradient.size(); ++i)
        total += static_cast<double>(gradient[i]) * static_cast<double>(gradient[i]);
    for (const double sum : sums)
        total += sum;
    return std::sqrt(total);
}

template <typename Scalar>
double clipByNorm(std::span<Scalar> gradient, double norm, double maximumNorm)
{
    const double factor = maximumNorm / (norm + 1e-6);
    if (!(factor < 1.0))
        return norm;
    const auto rounded = static_cast<Scalar>(factor);
    for (Scalar &value : gradient)
        value *= rounded;
    return norm * factor;
}

template <typename Scalar>
void clipByValue(std::span<Scalar> gradient, double maximum)
{
    const auto limit = static_cast<Scalar>(maximum);
    for (Scalar &value : gradient)
        value = std::min(std::max(value, -limit), limit);
}

template <typename Scalar>
ClipResult clipGradient(std::span<Scalar> gradient, double maximumNorm, double maximumValue)
{
    ClipResult result;
    result.before = result.after = gradientNorm(std::span<const Scalar>(gradient));
    if (!std::isfinite(result.before))
        return result;
    if (maximumNorm > 0.0)
        result.after = clipByNorm(gradient, result.before, maximumNorm);
    if (maximumValue > 0.0) {
        clipByValue(gradient, maximumValue);
        result.after = gradientNorm(std::span<const Scalar>(gradient));
    }
    return result;
}

template double gradientNorm(std::span<const float>);
template double gradientNorm(std::span<const double>);
template double clipByNorm(std::span<float>, double, double);
template double clipByNorm(std::span<double>, double, double);
template void clipByValue(std::span<float>, double);
template void clipByValue(std::span<double>, double);
template ClipResult clipGradient(std::span<float>, double, double);
template ClipResult clipGradient(std::span<double>, double, double);

} // namespace gatescope
