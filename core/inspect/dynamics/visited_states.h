// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/sequence_set.h"
#include "core/model/network.h"

#include <stop_token>

namespace gatescope {

/// (L·H × S) states of all layers that sequences pass through, at most 48, evenly over the steps of the first 20
/// sequences: where a search for fixed points starts.
/// Cost: a forward pass of those sequences a layer.
Matrix<double> visitedStates(Network<float> &network, const SequenceSet<float> &set, const std::stop_token &stop = {});

} // namespace gatescope
