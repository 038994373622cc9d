// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/gate_weights.h"

#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// Which block of H rows is a gate's, held ones left out.
Index blockOf(const NetworkOptions &options, Gate gate)
{
    switch (gate) {
    case Gate::Reset:
        return 0;
    case Gate::Update:
        return holdsReset(options.held) ? 0 : 1;
    case Gate::Candidate:
        break;
    }
    return options.gates() - 1;
}

/// The tensors of a layer that gates have rows in: W, U, and the biases that are there.
std::vector<const TensorSlot *> slotsOf(const ParameterLayout &layout, Index layer)
{
    std::vector<const TensorSlot *> slots = {&layout.inputWeight(layer), &layout.recurrentWeight(layer)};
    for (const TensorSlot *bias : {layout.inputBias(layer), layout.recurrentBias(layer)}) {
        if (bias)
            slots.push_back(bias);
    }
    return slots;
}

void checkSize(const ParameterLayout &layout, std::size_t size)
{
    if (static_cast<Index>(size) != layout.size())
        throw ShapeError("the parameters hold " + std::to_string(size) + " numbers, the network has "
                         + std::to_string(layout.size()));
}

} // namespace

bool hasWeights(const NetworkOptions &options, Gate gate)
{
    return !(gate == Gate::Reset && holdsReset(options.held)) && !(gate == Gate::Update && holdsUpdate(options.held));
}

Index gateColumns(const NetworkOptions &options, Index layer)
{
    const ParameterLayout layout(options);
    Index columns = 0;
    for (const TensorSlot *slot : slotsOf(layout, layer))
        columns += slot->columns;
    return columns;
}

template <typename Scalar>
Matrix<Scalar> gateWeights(const NetworkOptions &options, std::span<const Scalar> parameters, Index layer, Gate gate)
{
    const ParameterLayout layout(options);
    checkSize(layout, parameters.size());
    if (!hasWeights(options, gate))
        return {};
    Matrix<Scalar> weights(options.hidden, gateColumns(options, layer));
    Index column = 0;
    for (const TensorSlot *slot : slotsOf(layout, layer)) {
        weights.middleCols(column, slot->columns) =
            tensorView(parameters, *slot).middleRows(blockOf(options, gate) * options.hidden, options.hidden);
        column += slot->columns;
    }
    return weights;
}

std::optional<std::size_t> weightIndex(const NetworkOptions &options, const WeightPlace &place)
{
    if (place.layer < 0 || place.layer >= options.layers || place.unit < 0 || place.unit >= options.hidden
        || place.column < 0 || !hasWeights(options, place.gate))
        return std::nullopt;
    const ParameterLayout layout(options);
    Index column = place.column;
    for (const TensorSlot *slot : slotsOf(layout, place.layer)) {
        if (column < slot->columns) {
            const Index row = blockOf(options, place.gate) * options.hidden + place.unit;
            return static_cast<std::size_t>(slot->offset + row * slot->columns + column);
        }
        column -= slot->columns;
    }
    return std::nullopt;
}

template <typename Scalar>
Matrix<float> gateNorms(const NetworkOptions &options, std::span<const Scalar> flat)
{
    const ParameterLayout layout(options);
    checkSize(layout, flat.size());
    Matrix<float> norms = Matrix<float>::Constant(3, options.layers, std::numeric_limits<float>::quiet_NaN());
    for (const Gate gate : {Gate::Reset, Gate::Update, Gate::Candidate}) {
        if (!hasWeights(options, gate))
            continue;
        for (Index layer = 0; layer < options.layers; ++layer) {
            double sum = 0.0;
            for (const TensorSlot *slot : {&layout.inputWeight(layer), &layout.recurrentWeight(layer)})
                sum += tensorView(flat, *slot)
                           .middleRows(blockOf(options, gate) * options.hidden, options.hidden)
                           .template cast<double>()
                           .squaredNorm();
            norms(static_cast<Index>(gate), layer) = static_cast<float>(std::sqrt(sum));
        }
    }
    return norms;
}

template Matrix<float> gateWeights(const NetworkOptions &, std::span<const float>, Index, Gate);
template Matrix<double> gateWeights(const NetworkOptions &, std::span<const double>, Index, Gate);
template Matrix<float> gateNorms(const NetworkOptions &, std::span<const float>);
template Matrix<float> gateNorms(const NetworkOptions &, std::span<const double>);

} // namespace gatescope
