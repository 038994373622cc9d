// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"

#include <cstdint>
#include <cstring>

namespace gatescope {

/// Bytes of one vector register of the instruction set this file is compiled for.
#if defined(__AVX512F__)
inline constexpr int kVectorBytes = 64;
#elif defined(__AVX__)
inline constexpr int kVectorBytes = 32;
#else
inline constexpr int kVectorBytes = 16;
#endif

/// The compiler's own vectors: the same source for SSE2, AVX2 and AVX-512.
template <typename Scalar>
struct Simd;

template <>
struct Simd<float> {
    using Type = float __attribute__((vector_size(kVectorBytes), aligned(4), may_alias));
    using Register = float __attribute__((vector_size(kVectorBytes)));
    using Integer = std::int32_t __attribute__((vector_size(kVectorBytes)));
    static constexpr Index kWidth = kVectorBytes / 4;
};

template <>
struct Simd<double> {
    using Type = double __attribute__((vector_size(kVectorBytes), aligned(8), may_alias));
    using Register = double __attribute__((vector_size(kVectorBytes)));
    using Integer = std::int64_t __attribute__((vector_size(kVectorBytes)));
    static constexpr Index kWidth = kVectorBytes / 8;
};

template <typename Scalar>
inline typename Simd<Scalar>::Register loadVector(const Scalar *from)
{
    return *reinterpret_cast<const typename Simd<Scalar>::Type *>(from);
}

template <typename Scalar>
inline void storeVector(Scalar *to, typename Simd<Scalar>::Register value)
{
    *reinterpret_cast<typename Simd<Scalar>::Type *>(to) = value;
}

/// The next multiple of the vector width: rows are padded to it, so that no loop has a tail.
template <typename Scalar>
constexpr Index paddedRows(Index rows)
{
    constexpr Index kWidth = Simd<Scalar>::kWidth;
    return (rows + kWidth - 1) / kWidth * kWidth;
}

} // namespace gatescope
