// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/flow_field.h"

#include "core/error.h"

#include <algorithm>
#include <limits>

namespace gatescope {

namespace {

constexpr int kLook = 20; ///< steps between two looks whether all have come to rest

void placeCells(FlowField &field, Index components)
{
    const FlowGrid &grid = field.grid;
    for (Index cell = 0; cell < field.cells(); ++cell) {
        const auto column = static_cast<double>(cell % grid.columns), row = static_cast<double>(cell / grid.columns);
        field.places(0, cell) =
            grid.left + (grid.right - grid.left) * (column + 0.5) / static_cast<double>(grid.columns);
        field.places(1, cell) =
            components > 1 ? grid.bottom + (grid.top - grid.bottom) * (row + 0.5) / static_cast<double>(grid.rows)
                           : 0.0;
    }
}

/// The stable point that a state lies at; −1: at none.
Index pointAt(const FixedPoints &points, const Vector<double> &state)
{
    Index nearest = -1;
    double distance = kRestDistance;
    for (Index i = 0; i < std::ssize(points.points); ++i) {
        const FixedPoint &point = points.points[static_cast<std::size_t>(i)];
        const double off = (point.state - state).norm();
        if (point.kind == PointKind::Stable && off < distance) {
            nearest = i;
            distance = off;
        }
    }
    return nearest;
}

/// Runs states on until nearly nothing moves.
Matrix<double> settled(const StateMap &map, Matrix<double> states, int steps,
                       const std::function<void(double)> &progress, const std::stop_token &stop)
{
    constexpr double kStill = 1e-7;
    for (int step = 0; step < steps && !stop.stop_requested(); ++step) {
        Matrix<double> next = map.nextAll(states);
        const bool look = step % kLook == 0;
        const bool still = look && (next - states).cwiseAbs().maxCoeff() < kStill;
        states = std::move(next);
        if (still)
            break;
        if (look && progress)
            progress(static_cast<double>(step) / steps);
    }
    return states;
}

} // namespace

double FlowField::share(Index point) const
{
    Index states = 0;
    for (Index cell = 0; cell < cells(); ++cell)
        states += isState(cell) ? 1 : 0;
    return states == 0 ? 0.0 : static_cast<double>(std::ranges::count(ends, point)) / static_cast<double>(states);
}

FlowField flowField(const StateMap &map, const PhasePortrait &plane, const FlowGrid &grid, const FixedPoints *points,
                    const std::function<void(double)> &progress, const std::stop_token &stop)
{
    const Index hidden = map.options().hidden, at = grid.layer * hidden, components = plane.axes.cols();
    if (grid.rest.size() != map.size() || plane.axes.rows() != hidden || grid.layer < 0
        || grid.layer >= map.options().layers)
        throw ShapeError("the plane is of " + std::to_string(plane.axes.rows())
                         + " units and does not fit a network of " + std::to_string(hidden) + " a layer");
    FlowField field;
    field.grid = grid;
    if (components < 2)
        field.grid.rows = 1;
    const Index cells = field.grid.columns * field.grid.rows;
    field.places.resize(2, cells);
    placeCells(field, components);
    field.whole = map.size() == components;
    const Matrix<double> inPlane =
        (plane.axes * field.places.topRows(components)).colwise() + plane.mean; // (H × cells)
    Matrix<double> states = grid.rest.replicate(1, cells);
    states.middleRows(at, hidden) = inPlane;
    const Matrix<double> next = map.nextAll(states);
    field.moves = Matrix<double>::Zero(2, cells);
    field.moves.topRows(components) = plane.axes.transpose() * (next.middleRows(at, hidden) - inPlane);
    std::vector<Index> inside;
    for (Index cell = 0; cell < cells; ++cell) {
        if (inPlane.col(cell).cwiseAbs().maxCoeff() <= 1.0)
            inside.push_back(cell);
        else
            field.moves.col(cell).setConstant(std::numeric_limits<double>::quiet_NaN());
    }
    if (points == nullptr || inside.empty())
        return field;
    const Matrix<double> ends = settled(map, states(Eigen::all, inside), grid.settling, progress, stop);
    field.ends.assign(static_cast<std::size_t>(cells), -1);
    for (std::size_t i = 0; i < inside.size(); ++i)
        field.ends[static_cast<std::size_t>(inside[i])] = pointAt(*points, ends.col(static_cast<Index>(i)));
    return field;
}

} // namespace gatescope
