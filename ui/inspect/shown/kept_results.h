// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <deque>
#include <optional>
#include <span>
#include <utility>

namespace gatescope {

/// Which weights, and what else, a result is of: 128 bits of their bytes. What depends on data too is of a generation:
/// the same weights may be drawn for others.
class ResultKey {
public:
    template <typename Number>
    ResultKey &with(std::span<const Number> numbers)
    {
        for (const Number number : numbers) {
            std::uint64_t bits = 0;
            std::memcpy(&bits, &number, sizeof(number));
            for (std::size_t i = 0; i < m_hash.size(); ++i)
                m_hash[i] = (m_hash[i] ^ (bits + i)) * kPrimes[i];
        }
        return *this;
    }
    bool operator==(const ResultKey &) const = default;

private:
    static constexpr std::array<std::uint64_t, 2> kPrimes = {0x100000001b3ULL, 0x9e3779b97f4a7c15ULL};
    std::array<std::uint64_t, 2> m_hash = {0xcbf29ce484222325ULL, 0x2545f4914f6cdd1dULL};
};

/// What was computed of networks and takes a while, kept by their weights: the newest so many.
template <typename Result>
class KeptResults {
public:
    explicit KeptResults(std::size_t most = 200) : m_most(most) {}

    const Result *find(const ResultKey &key) const
    {
        for (const auto &[of, result] : m_kept) {
            if (of == key)
                return &result;
        }
        return nullptr;
    }
    void keep(const ResultKey &key, Result result)
    {
        if (find(key))
            return;
        if (m_kept.size() >= m_most)
            m_kept.pop_front();
        m_kept.emplace_back(key, std::move(result));
    }
    void clear() { m_kept.clear(); }

private:
    std::size_t m_most;
    std::deque<std::pair<ResultKey, Result>> m_kept;
};

} // namespace gatescope
