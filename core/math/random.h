// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>

namespace gatescope {

/// The generator of every random number here: xoshiro256++ (Blackman and Vigna, 2019), seeded through SplitMix64.
/// Its draws are the same with every compiler and standard library, and its state can be saved and restored.
class Random {
public:
    using State = std::array<std::uint64_t, 4>;

    explicit Random(std::uint64_t seed = 0);
    explicit Random(const State &state) : m_state(state) {}

    std::uint64_t next();
    /// A double in [0, 1) with 53 random bits.
    double uniform();
    /// A double in [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Standard normal, by the Box-Muller transform; two draws of next() each.
    double normal();
    /// An integer in [0, bound), without bias. @pre bound > 0
    std::uint64_t below(std::uint64_t bound);

    /// Fisher-Yates; the same permutation for the same state everywhere.
    template <typename T>
    void shuffle(std::span<T> items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[static_cast<std::size_t>(below(i))]);
    }

    const State &state() const { return m_state; }
    bool operator==(const Random &) const = default;

private:
    State m_state;
};

} // namespace gatescope
