// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "core/session/snapshot.h"

#include <cstdint>

namespace gatescope {

/// The number of the epoch that a network is in, as everything on screen counts them, from 1: that under way, or
/// between two the one completed last. 0: before the first batch.
inline std::int64_t epochReached(const Snapshot &snapshot)
{
    return snapshot.epoch + (snapshot.batchInEpoch > 0 ? 1 : 0);
}

/// Likewise of a moment of the training that now is at a snapshot.
inline std::int64_t epochReached(const TrainingMoment &moment, const Snapshot &now)
{
    return moment.epoch + (moment.step > moment.epoch * now.batchesPerEpoch ? 1 : 0);
}

} // namespace gatescope
