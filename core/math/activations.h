// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/simd.h"

#include <bit>
#include <cmath>

namespace gatescope {

/// e^x for |x| ≤ 87, within 2 units in the last place: 2^k · p(f) with x = k ln 2 + f, |f| ≤ ½ ln 2.
inline Simd<float>::Register exponential(Simd<float>::Register x)
{
    using Register = Simd<float>::Register;
    using Integer = Simd<float>::Integer;
    constexpr float kRound = 12582912.0f; // 1.5 · 2²³: adding it rounds to the nearest integer
    const Register shifted = x * 1.44269504088896341f + kRound;
    const Register k = shifted - kRound;
    Register f = x - k * 0.693359375f;
    f = f + k * 2.12194440e-4f;
    Register p = f * 1.9875691500e-4f + 1.3981999507e-3f;
    p = p * f + 8.3334519073e-3f;
    p = p * f + 4.1665795894e-2f;
    p = p * f + 1.6666665459e-1f;
    p = p * f + 5.0000001201e-1f;
    p = p * (f * f) + f + 1.0f;
    const Integer exponent = std::bit_cast<Integer>(shifted) << 23;
    return std::bit_cast<Register>(std::bit_cast<Integer>(p) + exponent);
}

/// σ(x) = 1 / (1 + e^−x); exactly 0 and 1 far out.
inline Simd<float>::Register sigmoid(Simd<float>::Register x)
{
    using Register = Simd<float>::Register;
    const Register bounded = x < -87.0f ? Register{} - 87.0f : x > 87.0f ? Register{} + 87.0f : x;
    const Register value = 1.0f / (1.0f + exponential(-bounded));
    return x < -87.0f ? Register{} : value;
}

/// tanh(x) = (e^{2x} − 1) / (e^{2x} + 1); an odd polynomial nearZero 0, where that would cancel; exactly ±1 farOut out.
inline Simd<float>::Register hyperbolicTangent(Simd<float>::Register x)
{
    using Register = Simd<float>::Register;
    const Register bounded = x < -10.0f ? Register{} - 10.0f : x > 10.0f ? Register{} + 10.0f : x;
    const Register e = exponential(bounded + bounded);
    const Register farOut = 1.0f - 2.0f / (e + 1.0f);
    const Register s = x * x;
    Register p = s * -5.70498872745e-3f + 2.06390887954e-2f;
    p = p * s - 5.37397155531e-2f;
    p = p * s + 1.33314422036e-1f;
    p = p * s - 3.33332819422e-1f;
    const Register nearZero = p * s * x + x;
    const Register magnitude = x < 0.0f ? -x : x;
    return magnitude < 0.625f ? nearZero : farOut;
}

inline Simd<double>::Register sigmoid(Simd<double>::Register x)
{
    for (Index i = 0; i < Simd<double>::kWidth; ++i)
        x[i] = 1.0 / (1.0 + std::exp(-x[i]));
    return x;
}

inline Simd<double>::Register hyperbolicTangent(Simd<double>::Register x)
{
    for (Index i = 0; i < Simd<double>::kWidth; ++i)
        x[i] = std::tanh(x[i]);
    return x;
}

} // namespace gatescope
