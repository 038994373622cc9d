// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/dynamics/fixed_points.h"
#include "core/inspect/units/phase_portrait.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace gatescope {

/// Which states of a portrait's plane are asked: the middles of a grid's cells.
struct FlowGrid {
    Index layer = 0;                                           ///< whose states the plane holds
    Vector<double> rest;                                       ///< (L·H) where the other layers begin
    double left = -1.0, right = 1.0, bottom = -1.0, top = 1.0; ///< of the plane, in its own coordinates
    Index columns = 24, rows = 16;
    int settling = 400; ///< steps after which a state has come to rest, or has not
};

/// What one step does to the states of a plane, and where they come to rest in the end.
struct FlowField {
    FlowGrid grid;
    Matrix<double> places; ///< (2 × columns·rows) the grid's cells, row by row from the bottom
    Matrix<double> moves; ///< (2 × columns·rows) F(h) − h seen in the plane; NaN where no state of the network lies
    std::vector<Index> ends; ///< the stable point each comes to rest in, −1: in none; empty when not asked
    bool whole = false;      ///< the plane holds the network's whole state: nothing is hidden

    Index cells() const { return places.cols(); }
    bool isState(Index cell) const { return moves(0, cell) == moves(0, cell); }
    /// What part of the states comes to rest in a stable point; 0 without ends.
    double share(Index point) const;
};

/// Starts from every cell's own state in the plane (mean + axes · place; the other layers from `rest`), steps once for
/// the flow and, where the ends are asked, runs the whole network on until it rests: nothing is read off the picture.
/// States with a unit outside (−1, 1) are none that the network can be in, and left out. Of a layer with one unit the
/// plane is a line: one row is asked.
/// @param points nullptr: the ends are not asked
/// @throws ShapeError where plane, rest and network do not fit
/// Cost O(cells · steps · L·H²).
FlowField flowField(const StateMap &map, const PhasePortrait &plane, const FlowGrid &grid, const FixedPoints *points,
                    const std::function<void(double)> &progress = {}, const std::stop_token &stop = {});

} // namespace gatescope
