// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

#include <span>
#include <vector>

namespace gatescope {

/// A bias on the input side for which σ is exactly 1 in float32, and exactly 0 with a minus: so a held gate is written
/// where every gate needs weights.
inline constexpr double kHeldBias = 200.0;

/// The network of all three gates that computes the same: none held, and with biases where a held one needs them.
NetworkOptions fullOptions(const NetworkOptions &options);

/// Parameters of the full network: a held gate has zero weights and a bias of ±kHeldBias on the input side. Every
/// reader of a GRU computes the same with them. @throws ShapeError if they do not fit the options
template <typename Scalar>
std::vector<Scalar> fullParameters(const NetworkOptions &options, std::span<const Scalar> parameters);

/// A gradient (or anything else in the parameters' layout) of the full network: zero for what is held.
template <typename Scalar>
std::vector<Scalar> fullGradient(const NetworkOptions &options, std::span<const Scalar> gradient);

/// Back again, or what a full network's parameters are without the held gates' rows.
/// @param full in the layout of fullOptions(), or of the same options with nothing held
template <typename Scalar>
std::vector<Scalar> ownParameters(const NetworkOptions &options, std::span<const Scalar> full);

} // namespace gatescope
