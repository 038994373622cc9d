// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/unit_order.h"

#include "core/inspect/units/correlation.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace gatescope {

namespace {

/// Joins clusters, nearest first, until one is left. Distances are those of average linkage (UPGMA), kept up to date by
/// d(a ∪ b, c) = (|a| d(a, c) + |b| d(b, c)) / (|a| + |b|).
class Clustering {
public:
    explicit Clustering(const Matrix<double> &correlations)
        : m_correlations(correlations), m_distances(1.0 - correlations.array()),
          m_members(static_cast<std::size_t>(correlations.rows()))
    {
        for (std::size_t unit = 0; unit < m_members.size(); ++unit) {
            m_members[unit] = {static_cast<Index>(unit)};
            m_alive.push_back(static_cast<Index>(unit));
        }
        m_distances.diagonal().setConstant(std::numeric_limits<double>::infinity());
        for (const Index cluster : m_alive)
            m_nearest.push_back(nearestOf(cluster));
    }

    std::vector<Index> run()
    {
        while (m_alive.size() > 1) {
            const Index first = *std::ranges::min_element(m_alive, {}, [&](Index cluster) {
                return m_distances(cluster, m_nearest[static_cast<std::size_t>(cluster)]);
            });
            join(first, m_nearest[static_cast<std::size_t>(first)]);
        }
        return m_alive.empty() ? std::vector<Index>{} : members(m_alive.front());
    }

private:
    std::vector<Index> &members(Index cluster) { return m_members[static_cast<std::size_t>(cluster)]; }

    Index nearestOf(Index cluster) const
    {
        Index nearest = cluster;
        double best = std::numeric_limits<double>::infinity();
        for (const Index other : m_alive) {
            if (other != cluster && m_distances(other, cluster) < best) {
                best = m_distances(other, cluster);
                nearest = other;
            }
        }
        return nearest;
    }

    /// Puts the second's units behind the first's, each turned so that the most alike ends meet.
    void joinMembers(std::vector<Index> &first, std::vector<Index> second)
    {
        const auto alike = [&](Index left, Index right) { return m_correlations(left, right); };
        const double endings[] = {alike(first.back(), second.front()), alike(first.back(), second.back()),
                                  alike(first.front(), second.front()), alike(first.front(), second.back())};
        const auto best = std::ranges::max_element(endings) - std::begin(endings);
        if (best >= 2)
            std::ranges::reverse(first);
        if (best % 2 == 1)
            std::ranges::reverse(second);
        first.insert(first.end(), second.begin(), second.end());
    }

    void join(Index first, Index second)
    {
        const auto sizeOfFirst = static_cast<double>(members(first).size());
        const auto sizeOfSecond = static_cast<double>(members(second).size());
        joinMembers(members(first), std::move(members(second)));
        std::erase(m_alive, second);
        for (const Index other : m_alive) {
            if (other == first)
                continue;
            const double distance =
                (sizeOfFirst * m_distances(other, first) + sizeOfSecond * m_distances(other, second))
                / (sizeOfFirst + sizeOfSecond);
            m_distances(other, first) = m_distances(first, other) = distance;
        }
        for (const Index other : m_alive) {
            Index &nearest = m_nearest[static_cast<std::size_t>(other)];
            if (other == first || nearest == first || nearest == second)
                nearest = nearestOf(other);
        }
    }

    const Matrix<double> &m_correlations;
    Matrix<double> m_distances;
    std::vector<std::vector<Index>> m_members;
    std::vector<Index> m_alive;
    std::vector<Index> m_nearest;
};

} // namespace

std::vector<Index> orderByHalfLife(const Vector<double> &halfLives)
{
    std::vector<Index> order(static_cast<std::size_t>(halfLives.size()));
    std::iota(order.begin(), order.end(), Index{0});
    std::ranges::stable_sort(order, [&](Index left, Index right) { return halfLives(left) > halfLives(right); });
    return order;
}

template <typename Scalar>
std::vector<Index> orderBySimilarity(const Matrix<Scalar> &states)
{
    const Matrix<double> correlations = unitCorrelations(states);
    return Clustering(correlations).run();
}

template std::vector<Index> orderBySimilarity(const Matrix<float> &);
template std::vector<Index> orderBySimilarity(const Matrix<double> &);

} // namespace gatescope
