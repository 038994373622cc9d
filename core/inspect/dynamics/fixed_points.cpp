// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/fixed_points.h"

#include "core/error.h"
#include "core/math/eigenpairs.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kHalvings = 12;
constexpr double kReachable = 1.0 + 1e-9;
constexpr double kUnit = 1.0 + 1e-6; ///< eigenvalues up to here are of size 1
constexpr double kMarginal = 1e-4;   ///< how near to 1 an eigenvalue is that neither fades nor grows

/// Newton's method on G(h) = F(h) − h with steps halved until ‖G‖ falls.
struct NewtonEnd {
    Vector<double> state;
    double residual;
};

NewtonEnd newton(const StateMap &map, Vector<double> state, const FixedPointSearch &search)
{
    Matrix<double> jacobian;
    Vector<double> gap = map.next(state, jacobian) - state;
    double residual = gap.norm();
    for (int i = 0; i < search.iterations && residual > search.tolerance; ++i) {
        jacobian.diagonal().array() -= 1.0;
        const Vector<double> step = jacobian.partialPivLu().solve(-gap);
        if (!step.allFinite())
            break;
        double share = 1.0;
        bool better = false;
        for (int halving = 0; halving < kHalvings && !better; ++halving, share /= 2.0) {
            const Vector<double> tried = state + share * step;
            const Vector<double> there = map.next(tried) - tried;
            if (there.norm() < residual) {
                state = tried;
                better = true;
            }
        }
        if (!better)
            break;
        gap = map.next(state, jacobian) - state;
        residual = gap.norm();
    }
    return {std::move(state), residual};
}

bool isReachable(const Vector<double> &state)
{
    return state.allFinite() && state.cwiseAbs().maxCoeff() <= kReachable;
}

FixedPoint described(const StateMap &map, const NewtonEnd &end)
{
    FixedPoint point;
    point.state = end.state;
    point.residual = end.residual;
    point.answer = map.answer(end.state);
    Matrix<double> jacobian;
    map.next(end.state, jacobian);
    const Eigenpairs<std::complex<double>> pairs = eigenpairs(jacobian, Wanted::ValuesAndVectors);
    const auto &values = pairs.values;
    std::vector<Index> order(static_cast<std::size_t>(map.size()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<Index>(i);
    std::ranges::stable_sort(order, std::greater{}, [&](Index i) { return std::abs(values(i)); });
    std::vector<Vector<double>> directions;
    for (const Index i : order) {
        point.eigenvalues.push_back(values(i));
        // A complex pair spans a plane: its real part and its imaginary part, taken once.
        if (std::abs(values(i)) <= kUnit || values(i).imag() < 0.0)
            continue;
        directions.emplace_back(pairs.vectors.col(i).real().normalized());
        if (values(i).imag() > 0.0)
            directions.emplace_back(pairs.vectors.col(i).imag().normalized());
    }
    const auto outside = std::ranges::count_if(
        point.eigenvalues, [](const std::complex<double> &value) { return std::abs(value) > kUnit; });
    point.kind = outside == 0                               ? PointKind::Stable
                 : outside == std::ssize(point.eigenvalues) ? PointKind::Repeller
                                                            : PointKind::Saddle;
    point.unstable.resize(map.size(), static_cast<Index>(directions.size()));
    for (std::size_t i = 0; i < directions.size(); ++i)
        point.unstable.col(static_cast<Index>(i)) = directions[i];
    return point;
}

/// Collects points, each once.
class PointCollection {
public:
    PointCollection(const StateMap &map, const FixedPointSearch &search)
        : m_map(map), m_search(search), m_apart(search.apart * std::sqrt(static_cast<double>(map.size())))
    {
    }

    /// @return the point's index, −1 where the end is none
    Index add(const NewtonEnd &end, FixedPoints &found)
    {
        if (!isReachable(end.state))
            return -1;
        if (!(end.residual <= m_search.tolerance)) {
            addSlow(end, found);
            return -1;
        }
        for (std::size_t i = 0; i < found.points.size(); ++i) {
            if ((found.points[i].state - end.state).norm() < m_apart)
                return static_cast<Index>(i);
        }
        if (found.points.size() >= m_search.most) {
            found.cut = true;
            return -1;
        }
        found.points.push_back(described(m_map, end));
        return std::ssize(found.points) - 1;
    }

private:
    void addSlow(const NewtonEnd &end, FixedPoints &found) const
    {
        const double speed = 0.5 * end.residual * end.residual;
        if (!(speed < m_search.slow) || found.slow.size() >= m_search.most)
            return;
        const bool known = std::ranges::any_of(
            found.slow, [&](const SlowPoint &point) { return (point.state - end.state).norm() < m_apart; });
        if (!known)
            found.slow.push_back({end.state, speed});
    }

    const StateMap &m_map;
    const FixedPointSearch &m_search;
    double m_apart;
};

/// Stable points first, the slowest first among equals; the basin follows.
void sortPoints(FixedPoints &found)
{
    std::vector<std::size_t> order(found.points.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const FixedPoint &left = found.points[a], &right = found.points[b];
        return left.kind != right.kind ? left.kind < right.kind : left.steps() > right.steps();
    });
    std::vector<FixedPoint> sorted;
    std::vector<Index> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.push_back(std::move(found.points[order[i]]));
        place[order[i]] = static_cast<Index>(i);
    }
    found.points = std::move(sorted);
    for (Index &start : found.basin)
        start = start < 0 ? start : place[static_cast<std::size_t>(start)];
}

/// Where the network leads states by itself.
struct Settled {
    std::vector<Matrix<double>> onTheWay; ///< after a few steps and after more
    Matrix<double> ends;
};

constexpr double kSettlingShare = 0.3; ///< of the search's progress

Settled settle(const StateMap &map, const Matrix<double> &starts, const FixedPointSearch &search,
               const std::function<void(double)> &progress, const std::stop_token &stop)
{
    constexpr int kLooks[] = {15, 80};
    Settled settled;
    settled.ends = starts;
    for (int step = 0; step < search.settling && !stop.stop_requested(); ++step) {
        settled.ends = map.nextAll(settled.ends);
        if (std::ranges::find(kLooks, step) != std::end(kLooks))
            settled.onTheWay.push_back(settled.ends);
        if (progress && step % 50 == 0)
            progress(kSettlingShare * step / search.settling);
    }
    return settled;
}

/// Between two stable points there is one that parts them: looked for from the middle of every pair.
void searchBetween(const StateMap &map, const FixedPointSearch &search, PointCollection &collection, FixedPoints &found,
                   const std::stop_token &stop)
{
    constexpr std::size_t kMostPaired = 8;
    std::vector<Vector<double>> stable;
    for (const FixedPoint &point : found.points) {
        if (point.kind == PointKind::Stable && stable.size() < kMostPaired)
            stable.push_back(point.state);
    }
    for (std::size_t a = 0; a < stable.size(); ++a) {
        for (std::size_t b = a + 1; b < stable.size() && !stop.stop_requested(); ++b)
            collection.add(newton(map, 0.5 * (stable[a] + stable[b]), search), found);
    }
}

} // namespace

std::string_view pointKindName(PointKind kind)
{
    constexpr std::string_view kNames[] = {"stable", "saddle", "repeller"};
    return kNames[static_cast<std::size_t>(kind)];
}

double FixedPoint::steps() const
{
    return eigenvalues.empty() ? 0.0 : 1.0 / std::abs(std::log(std::abs(eigenvalues.front())));
}

bool FixedPoint::isMarginal() const
{
    return std::ranges::any_of(eigenvalues,
                               [](const std::complex<double> &value) { return std::abs(value - 1.0) < kMarginal; });
}

Index FixedPoints::marginal() const
{
    return std::ranges::count_if(points, &FixedPoint::isMarginal);
}

Index FixedPoints::count(PointKind kind) const
{
    return std::ranges::count(points, kind, &FixedPoint::kind);
}

FixedPoints findFixedPoints(const StateMap &map, const Matrix<double> &starts, const FixedPointSearch &search,
                            const std::function<void(double)> &progress, const std::stop_token &stop)
{
    if (starts.rows() != map.size())
        throw ShapeError("the starts have " + std::to_string(starts.rows()) + " numbers each, the network's state has "
                         + std::to_string(map.size()));
    FixedPoints found;
    if (!map.isFinite()) {
        found.broken = true;
        return found;
    }
    const Settled settled = settle(map, starts, search, progress, stop);
    PointCollection collection(map, search);
    for (Index i = 0; i < starts.cols(); ++i) {
        if (stop.stop_requested()) {
            found.cut = true;
            break;
        }
        collection.add(newton(map, starts.col(i), search), found);
        for (const Matrix<double> &onTheWay : settled.onTheWay)
            collection.add(newton(map, onTheWay.col(i), search), found);
        const Vector<double> state = settled.ends.col(i);
        const Index end = isReachable(state) ? collection.add(newton(map, state, search), found) : -1;
        const bool rests = end >= 0 && found.points[static_cast<std::size_t>(end)].kind == PointKind::Stable
                           && (found.points[static_cast<std::size_t>(end)].state - state).norm() < kRestDistance;
        found.basin.push_back(rests ? end : -1);
        if (rests)
            ++found.points[static_cast<std::size_t>(end)].arrivals;
        ++found.starts;
        if (progress)
            progress(kSettlingShare
                     + (1.0 - kSettlingShare) * static_cast<double>(i + 1) / static_cast<double>(starts.cols()));
    }
    searchBetween(map, search, collection, found, stop);
    sortPoints(found);
    return found;
}

} // namespace gatescope
