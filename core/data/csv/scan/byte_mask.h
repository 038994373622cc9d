// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace gatescope {

/// 64 bytes at a time: bit i of a mask says whether byte i is the one looked for.
class ByteBlock {
public:
    static constexpr std::size_t kSize = 64;

    /// @param bytes  at least `available` readable bytes; what lies behind them counts as blank
    ByteBlock(const char *bytes, std::size_t available)
    {
        if (available < kSize) {
            std::memset(m_tail, ' ', kSize);
            std::memcpy(m_tail, bytes, available);
            bytes = m_tail;
        }
#ifdef __SSE2__
        for (int i = 0; i < 4; ++i)
            m_quarters[i] = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes) + i);
#else
        if (bytes != m_tail)
            std::memcpy(m_tail, bytes, kSize);
#endif
    }

    std::uint64_t equalTo(char wanted) const
    {
        std::uint64_t mask = 0;
#ifdef __SSE2__
        const __m128i pattern = _mm_set1_epi8(wanted);
        for (int i = 3; i >= 0; --i) {
            const int quarter = _mm_movemask_epi8(_mm_cmpeq_epi8(m_quarters[i], pattern));
            mask = (mask << 16) | static_cast<std::uint32_t>(quarter);
        }
#else
        for (std::size_t i = 0; i < kSize; ++i)
            mask |= static_cast<std::uint64_t>(m_tail[i] == wanted) << i;
#endif
        return mask;
    }

private:
#ifdef __SSE2__
    __m128i m_quarters[4];
#endif
    char m_tail[kSize];
};

} // namespace gatescope
