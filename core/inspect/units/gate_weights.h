// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/layer_weights.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gatescope {

/// One weight of a gate. Its columns are those of gateWeights().
struct WeightPlace {
    Index layer = 0;
    Gate gate = Gate::Update;
    Index unit = 0;
    Index column = 0;

    bool operator==(const WeightPlace &) const = default;
};

/// Whether a gate has weights at all: a held one has none.
bool hasWeights(const NetworkOptions &options, Gate gate);
/// The numbers that one unit of a layer has in each gate: in + H, and a column for each of its biases.
Index gateColumns(const NetworkOptions &options, Index layer);
/// [W_g U_g b_g d_g], (H × gateColumns()): a unit a row; biases only where the network has them. Empty where the gate
/// is held.
/// @param parameters flat, in ParameterLayout(options) @throws ShapeError if their number does not fit
template <typename Scalar>
Matrix<Scalar> gateWeights(const NetworkOptions &options, std::span<const Scalar> parameters, Index layer, Gate gate);
/// Where a weight lies in the flat parameters; nothing where there is no such weight.
std::optional<std::size_t> weightIndex(const NetworkOptions &options, const WeightPlace &place);
/// What a column is of: "temperature" or "h4 of layer 1" for W, "h4" for U, "bias b" and "bias d".
std::string columnLabel(const NetworkOptions &options, Index layer, Index column,
                        std::span<const std::string> features);
/// "z · layer 1 · unit 3 · from temperature"
std::string weightLabel(const NetworkOptions &options, const WeightPlace &place, std::span<const std::string> features);

/// (3 × L) √(‖W_g‖² + ‖U_g‖²) of each gate r, z, n and layer; NaN where the gate is held. In double, in a fixed order.
/// @param flat weights or their gradient, in ParameterLayout(options) @throws ShapeError if their number does not fit
/// Cost O(number of weights).
template <typename Scalar>
Matrix<float> gateNorms(const NetworkOptions &options, std::span<const Scalar> flat);

} // namespace gatescope
