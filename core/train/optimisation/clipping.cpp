// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimisation/clipping.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace gatescope {

namespace {

/// A fixed number of partial sums: independent of each other (fast), added in one order (same bits).
constexpr std::size_t kLanes = 16;

/// Degrees between two vectors. @param both their inner product @param first, second those with themselves
double degreesBetween(double both, double first, double second)
{
    if ((both == first && both == second) || first == 0.0 || second == 0.0) // the same: exactly 0
        return 0.0;
    const double cosine = both / (std::sqrt(first) * std::sqrt(second));
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180.0 / std::numbers::pi;
}

} // namespace

template <typename Scalar>
double gradientNorm(std::span<const Scalar> gradient)
{
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
ClipResult clipByValue(std::span<Scalar> gradient, double maximum)
{
    const auto limit = static_cast<Scalar>(maximum);
    std::array<double, kLanes> before{}, after{}, both{};
    const auto clip = [&](std::size_t i, double &squares, double &clippedSquares, double &products) {
        const auto whole = static_cast<double>(gradient[i]);
        gradient[i] = std::min(std::max(gradient[i], -limit), limit);
        const auto clipped = static_cast<double>(gradient[i]);
        squares += whole * whole;
        clippedSquares += clipped * clipped;
        products += whole * clipped;
    };
    const std::size_t whole = gradient.size() / kLanes * kLanes;
    for (std::size_t i = 0; i < whole; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            clip(i + lane, before[lane], after[lane], both[lane]);
    }
    double squares = 0.0, clippedSquares = 0.0, products = 0.0;
    for (std::size_t i = whole; i < gradient.size(); ++i)
        clip(i, squares, clippedSquares, products);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        squares += before[lane];
        clippedSquares += after[lane];
        products += both[lane];
    }
    return {std::sqrt(squares), std::sqrt(clippedSquares), degreesBetween(products, squares, clippedSquares)};
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
        const ClipResult limited = clipByValue(gradient, maximumValue);
        result.after = limited.after;
        result.angle = limited.angle;
    }
    return result;
}

template double gradientNorm(std::span<const float>);
template double gradientNorm(std::span<const double>);
template double clipByNorm(std::span<float>, double, double);
template double clipByNorm(std::span<double>, double, double);
template ClipResult clipByValue(std::span<float>, double);
template ClipResult clipByValue(std::span<double>, double);
template ClipResult clipGradient(std::span<float>, double, double);
template ClipResult clipGradient(std::span<double>, double, double);

} // namespace gatescope
