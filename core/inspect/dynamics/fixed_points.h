// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/dynamics/state_map.h"

#include <complex>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace gatescope {

inline constexpr double kRestDistance = 0.1; ///< how near to a stable point a state has to be that ends there

/// What a fixed point does to the states near it, by its eigenvalues λ: all |λ| ≤ 1, some, or none. A size above 1 by
/// less than 1e-6 counts as 1: a push along it lasts a million steps either way.
enum class PointKind { Stable, Saddle, Repeller };
std::string_view pointKindName(PointKind kind); ///< "stable", "saddle", "repeller"

/// A state that the network stays in under a constant input: F(h) = h.
struct FixedPoint {
    Vector<double> state;  ///< (L·H)
    double residual = 0.0; ///< ‖F(h) − h‖
    PointKind kind = PointKind::Stable;
    std::vector<std::complex<double>> eigenvalues; ///< of ∂F/∂h, the largest magnitude first
    Matrix<double> unstable;                       ///< (L·H × U) unit vectors along which states leave it
    Vector<double> answer;                         ///< (O) ŷ that the head gives there, as the network puts it out
    Index arrivals = 0;                            ///< starts that end here when the network runs on; stable ones only

    /// Whether the largest eigenvalue is one of a complex pair: states go round it.
    bool turns() const { return !eigenvalues.empty() && std::abs(eigenvalues.front().imag()) > 1e-9; }
    /// −1 / ln|λ| of the largest eigenvalue: steps in which a small distance shrinks (stable) or grows (else) e-fold;
    /// infinity at |λ| = 1.
    double steps() const;
    /// Whether an eigenvalue is 1 within 1e-4: along its direction a state stays where it is put, as on a line of fixed
    /// points.
    bool isMarginal() const;
};

/// A state that is left only slowly, though it is no fixed point: q = ½‖F(h) − h‖² is small and no smaller nearby.
struct SlowPoint {
    Vector<double> state; ///< (L·H)
    double speed = 0.0;   ///< q
};

struct FixedPoints {
    std::vector<FixedPoint> points; ///< stable ones first, then saddles, then repellers; the slowest first among equals
    std::vector<SlowPoint> slow;
    std::vector<Index> basin; ///< for each start the stable point it ends in; −1 where it ends in none
    Index starts = 0;
    bool cut = false;    ///< stopped, or more points were found than are kept: there are others
    bool broken = false; ///< weights or input are not all numbers: nothing was looked for

    Index count(PointKind kind) const;
    /// How many of the points are marginal: where these are many, they are samples of a line or a surface of points.
    Index marginal() const;
    /// Plain sentences that are true of these numbers: how many points of which kind, and how slowly states come back.
    std::string sentence() const;
};

struct FixedPointSearch {
    double tolerance = 1e-10; ///< on ‖F(h) − h‖ at a fixed point
    double slow = 1e-6;       ///< q below which a state that is no fixed point is a slow one
    double apart = 1e-3;      ///< points nearer than this times √(L·H) are one
    int iterations = 60;      ///< of Newton's method, a start
    int settling = 400;       ///< steps the network runs on from each start
    std::size_t most = 200;   ///< points kept
};

/// Finds fixed points by damped Newton on F(h) − h = 0: from starts; from where the network leads them after some
/// steps, and in the end, for the attractors; and from the middle between every two stable points, for what parts them.
/// Points outside (−1, 1) cannot be reached by the network and are left out.
/// @param starts   (L·H × S) states to start from, such as visited ones
/// @param progress told the fraction done after each start, on the calling thread; may be empty
/// Nothing is thrown where nothing converges, or the weights are no numbers: then there are no points, and sentence()
/// says why.
/// @throws ShapeError. Cost a start O(iterations · (L·H)³).
FixedPoints findFixedPoints(const StateMap &map, const Matrix<double> &starts, const FixedPointSearch &search = {},
                            const std::function<void(double)> &progress = {}, const std::stop_token &stop = {});

} // namespace gatescope
