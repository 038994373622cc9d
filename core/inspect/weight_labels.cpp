// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the weights of gate_weights.h are called, in the words that every place is called by.
#include "core/inspect/labels.h"
#include "core/inspect/units/gate_weights.h"

namespace gatescope {

std::string columnLabel(const NetworkOptions &options, Index layer, Index column, std::span<const std::string> features)
{
    const Index inputs = layer == 0 ? options.inputs : options.hidden;
    if (column < inputs)
        return layer == 0 ? featureLabel(features, column)
                          : std::string("h").append(std::to_string(column)) + " of " + layerLabel(layer - 1);
    if (column < inputs + options.hidden)
        return std::string("h").append(std::to_string(column - inputs));
    return column == inputs + options.hidden ? "bias b" : "bias d";
}

std::string weightLabel(const NetworkOptions &options, const WeightPlace &place, std::span<const std::string> features)
{
    const std::string source = columnLabel(options, place.layer, place.column, features);
    return std::string(letterOf(place.gate)) + " · " + layerLabel(place.layer) + " · " + unitLabel(place.unit) + " · "
           + (source.starts_with("bias ") ? source : "from " + source);
}

} // namespace gatescope
