// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/fixed_points.h"

#include "core/error.h"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int kHalvings = 12;
constexpr double kReachable = 1.0 + 1e-9;

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
    Matrix<double> jacobian;
    map.next(end.state, jacobian);
    const Eigen::EigenSolver<Matrix<double>> solver(jacobian, true);
    std::vector<Index> order(static_cast<std::size_t>(map.size()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<Index>(i);
    const auto &values = solver.eigenvalues();
    std::ranges::stable_sort(order, std::greater{}, [&](Index i) { return std::abs(values(i)); });
    std::vector<Vector<double>> directions;
    for (const Index i : order) {
        point.eigenvalues.push_back(values(i));
        // A complex pair spans a plane: its real part and its imaginary part, taken once.
        if (std::abs(values(i)) <= 1.0 || values(i).imag() < 0.0)
            continue;
        directions.emplace_back(solver.eigenvectors().col(i).real().normalized());
        if (values(i).imag() > 0.0)
            directions.emplace_back(solver.eigenvectors().col(i).imag().normalized());
    }
    const auto outside = std::ranges::count_if(point.eigenvalues,
                                               [](const std::complex<double> &value) { return std::abs(value) > 1.0; });
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

std::string counted(Index count, const std::string &one, const std::string &many)
{
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string stepsText(double steps)
{
    return steps < 1.0 ? "less than a step" : counted(std::llround(steps), "step", "steps");
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

Index FixedPoints::count(PointKind kind) const
{
    return std::ranges::count(points, kind, &FixedPoint::kind);
}

std::string FixedPoints::sentence() const
{
    if (points.empty() && slow.empty())
        return "No fixed point was found from " + counted(starts, "state", "states")
               + ": under this input the network settles nowhere that the search could reach.";
    std::string text;
    const Index stable = count(PointKind::Stable);
    if (stable > 0) {
        const double slowest = points.front().steps();
        text = counted(stable, "stable point", "stable points")
               + (stable == 1 ? ": under this input a state near it comes to rest there"
                              : ": under this input the network can rest in each, and so keep which one it is in")
               + (std::isfinite(slowest) ? "; a small push has faded to 37 % after "
                                               + std::string(stable == 1 ? "" : "at most ") + stepsText(slowest) + "."
                                         : "; along one direction a small push does not fade.");
    } else {
        text = "No stable point: under this input the network rests nowhere that the search could reach.";
    }
    const Index saddles = count(PointKind::Saddle), repellers = count(PointKind::Repeller);
    if (saddles > 0)
        text += " " + counted(saddles, "saddle", "saddles")
                + ": states come near along some directions and leave along others.";
    if (repellers > 0)
        text += " " + counted(repellers, "repeller", "repellers") + ", left in every direction.";
    if (!slow.empty())
        text += " " + counted(std::ssize(slow), "slow point", "slow points") + ", left only little by little.";
    if (cut)
        text += " There are more than are shown.";
    return text;
}

FixedPoints findFixedPoints(const StateMap &map, const Matrix<double> &starts, const FixedPointSearch &search,
                            const std::function<void(double)> &progress, const std::stop_token &stop)
{
    if (starts.rows() != map.size())
        throw ShapeError("the starts have " + std::to_string(starts.rows()) + " numbers each, the network's state has "
                         + std::to_string(map.size()));
    FixedPoints found;
    PointCollection collection(map, search);
    for (Index i = 0; i < starts.cols(); ++i) {
        if (stop.stop_requested()) {
            found.cut = true;
            break;
        }
        collection.add(newton(map, starts.col(i), search), found);
        Vector<double> state = starts.col(i);
        for (int step = 0; step < search.settling && state.allFinite(); ++step)
            state = map.next(state);
        const Index end = isReachable(state) ? collection.add(newton(map, state, search), found) : -1;
        const bool rests = end >= 0 && found.points[static_cast<std::size_t>(end)].kind == PointKind::Stable
                           && (found.points[static_cast<std::size_t>(end)].state - state).norm() < 0.1;
        found.basin.push_back(rests ? end : -1);
        if (rests)
            ++found.points[static_cast<std::size_t>(end)].arrivals;
        ++found.starts;
        if (progress)
            progress(static_cast<double>(i + 1) / static_cast<double>(starts.cols()));
    }
    sortPoints(found);
    return found;
}

} // namespace gatescope
