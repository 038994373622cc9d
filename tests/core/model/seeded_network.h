// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"

namespace gatescope {

/// A network whose initial weights are always the same.
template <typename Scalar>
Network<Scalar> seededNetwork(const NetworkOptions &options, int threads = 1)
{
    Network<Scalar> network(options, threads);
    Random random(5);
    network.initialize(random);
    return network;
}

} // namespace gatescope
