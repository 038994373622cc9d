// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/trace.h"
#include "core/model/gate_figures.h"

#include <span>
#include <vector>

namespace gatescope {

/// Borders of this view, with kGateShut and kGateOpen; one place for the plots and their captions.
inline constexpr double kDeadRange = 1e-3;       ///< a unit whose state moves less than this in all is dead
inline constexpr double kTwinCorrelation = 0.99; ///< two units correlated above this are twins

/// One unit over every step (and sequence) looked at.
struct UnitHealth {
    double resetShut = 0.0, resetOpen = 0.0;   ///< shares of steps with r below 0.1, above 0.9
    double updateShut = 0.0, updateOpen = 0.0; ///< the same of z
    double stateRange = 0.0;                   ///< largest − smallest h
    bool dead = false;                         ///< stateRange below kDeadRange
};

/// Two units of a layer that tell the same.
struct TwinUnits {
    Index first = 0, second = 0; ///< first < second
    double correlation = 0.0;    ///< Pearson's, of h over all steps; above kTwinCorrelation
};

struct GateHealth {
    std::vector<UnitHealth> units; ///< one a unit
    std::vector<TwinUnits> twins;  ///< the most alike first; dead units are nobody's twin
};

/// Judges the units of one layer by their gates and states; each matrix (H × N), N steps of one or more sequences.
/// @throws ShapeError if the shapes differ or N is 0
/// Cost O(H²·N).
template <typename Scalar>
GateHealth gateHealth(const Matrix<Scalar> &r, const Matrix<Scalar> &z, const Matrix<Scalar> &h);

/// One gate at each step over a layer's units and a batch's sequences: the curve, its band and its saturated shares.
struct GateSpread {
    Vector<double> mean, deviation;      ///< (T) mean and population standard deviation
    Vector<double> shutShare, openShare; ///< (T) shares below 0.1 and above 0.9
};

/// @param gate (H × T·B), column t·B + b holds sequence b at step t @param batch B
/// @throws ShapeError if the columns are no multiple of batch
template <typename Scalar>
GateSpread gateSpread(const Matrix<Scalar> &gate, Index batch);

} // namespace gatescope
