// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/conformal.h"
#include "core/evaluation/forecast.h"

#include <vector>

namespace gatescope {

/// How far free runs were off, row after row: what an interval around a free run needs.
struct FreeRunErrors {
    /// Of row k + 1 of a run: (n_k × O₁) sorted |target − forecast|. Later rows have fewer, as fewer runs reach them.
    std::vector<ConformalResiduals> rows;
    Index runs = 0; ///< started
};

/// Lets the network run freely from starts that lie evenly over the validation part, each up to `steps` rows and never
/// beyond that part, which the training must not have seen. Features that are not predicted take their observed values,
/// as they do in a free run into a known future.
/// @return nothing in `rows` where free running is not possible, or there is no validation part of a table
/// Cost: at most 200 runs, fewer where they are long: O(10⁶) steps of the network in all, but at least 20 runs.
template <typename Scalar>
FreeRunErrors freeRunErrors(Network<Scalar> &network, const PreparedData<Scalar> &data, Index steps,
                            const Progress &progress = {});

} // namespace gatescope
