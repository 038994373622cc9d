// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/model/network.h"

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace gatescope {

/// Runs sequences of a set through the network, in batches, and shows what one layer computed for each, in turn.
/// @param sequences which ones @param visit gets the sequence and its r, z, n, u, h, each (H × T)
/// @param stop      ends early, between two batches
/// The sequences' targets are not needed. Allocates a batch's gates.
template <typename Scalar>
void visitSequences(Network<Scalar> &network, const SequenceSet<Scalar> &set, std::span<const std::int64_t> sequences,
                    Index layer, const std::function<void(std::int64_t, const LayerGates<Scalar> &)> &visit,
                    std::stop_token stop = {});

/// At most so many of 0 … size − 1, evenly spread, first and last among them.
std::vector<std::int64_t> evenlyChosen(Index size, Index maximum);

/// Gates and states of one layer over several sequences: what gate health, unit order and phase portrait look at.
template <typename Scalar>
struct SetStates {
    std::vector<std::int64_t> sequences; ///< S of them, ascending
    Index steps = 0;                     ///< T
    Matrix<Scalar> r, z, h;              ///< (H × S·T): column s·T + t is sequence s at step t
};

/// Collects at most so many sequences, evenly over the set, first and last among them.
/// @throws ShapeError if there is no such layer
template <typename Scalar>
SetStates<Scalar> collectStates(Network<Scalar> &network, const SequenceSet<Scalar> &set, Index layer,
                                Index maximumSequences = 100, std::stop_token stop = {});

} // namespace gatescope
