// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/random.h"

#include <cstdint>
#include <numeric>
#include <span>

namespace gatescope {

/// The stream that shuffles a training's sequences: of its own, apart from the one that draws the weights.
inline Random shuffleStream(std::uint64_t seed)
{
    return Random(seed ^ 0xD1B54A32D192ED03ULL);
}

/// The order of an epoch's sequences: 0 … N−1, shuffled if asked for. Batches are cut from it in turn.
inline void drawEpochOrder(Random &random, bool shuffle, std::span<std::int64_t> order)
{
    std::iota(order.begin(), order.end(), std::int64_t{0});
    if (shuffle)
        random.shuffle(order);
}

} // namespace gatescope
