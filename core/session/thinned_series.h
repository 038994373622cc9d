// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace gatescope {

/// A curve of any length in bounded memory: neighbours are joined into buckets that keep first, last, lowest and
/// highest.
class ThinnedSeries {
public:
    struct Point {
        double x = 0.0;
        double y = 0.0;
    };
    struct Bucket {
        Point first, last, lowest, highest; ///< of the finite values
        std::int64_t finite = 0;            ///< how many values are finite
        std::int64_t count = 0;
    };

    /// All that it holds: what a session file keeps.
    struct State {
        std::vector<Bucket> buckets;
        std::vector<double> nonFinite;
        std::int64_t valuesPerBucket = 1;
        std::int64_t count = 0;
    };

    /// @param capacity  buckets kept at most; even, at least 2
    explicit ThinnedSeries(std::size_t capacity = 4096) : m_capacity(capacity) {}

    /// x must not fall. A value that is not finite counts, and keeps its place in nonFinite().
    void append(double x, double y);
    void clear();

    bool empty() const { return m_state.buckets.empty(); }
    std::int64_t count() const { return m_state.count; }
    /// Values a full bucket joins: 1 means that nothing is thinned.
    std::int64_t valuesPerBucket() const { return m_state.valuesPerBucket; }
    std::span<const Bucket> buckets() const { return m_state.buckets; }
    /// Places of the first 1,000 values that are no numbers.
    std::span<const double> nonFinite() const { return m_state.nonFinite; }
    /// The curve to draw: up to four points a bucket, in order of x. A bucket without finite values gives a gap (NaN).
    std::vector<Point> points() const;

    std::size_t capacity() const { return m_capacity; }
    const State &state() const { return m_state; }
    /// Goes on from what another series of the same capacity held. @pre at most capacity() buckets, in order of x
    void restore(State state) { m_state = std::move(state); }

private:
    void joinNeighbours();

    std::size_t m_capacity;
    State m_state;
};

} // namespace gatescope
