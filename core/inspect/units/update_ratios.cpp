// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/update_ratios.h"

#include "core/inspect/units/gate_weights.h"

#include <limits>

namespace gatescope {

template <typename Scalar>
UpdateRatios updateRatios(const NetworkOptions &options, std::span<const Scalar> before, std::span<const Scalar> after)
{
    const ParameterLayout layout(options);
    if (static_cast<Index>(before.size()) != layout.size() || before.size() != after.size())
        throw ShapeError("the parameters hold " + std::to_string(before.size()) + " and " + std::to_string(after.size())
                         + " numbers, the network has " + std::to_string(layout.size()));
    const auto sizeOf = [&](Index offset, Index count) {
        const auto first = static_cast<std::size_t>(offset), number = static_cast<std::size_t>(count);
        return updateSize(before.subspan(first, number), after.subspan(first, number));
    };
    UpdateRatios ratios{{},
                        Matrix<float>(options.hidden, options.layers),
                        Matrix<float>::Constant(3, options.layers, std::numeric_limits<float>::quiet_NaN())};
    for (const TensorSlot &slot : layout.slots())
        ratios.tensors.push_back(sizeOf(slot.offset, slot.size()));
    for (Index layer = 0; layer < options.layers; ++layer) {
        std::vector<UpdateSize> gates(static_cast<std::size_t>(options.gates()));
        for (Index unit = 0; unit < options.hidden; ++unit) {
            UpdateSize own;
            for (const TensorSlot *slot : {&layout.inputWeight(layer), &layout.recurrentWeight(layer)}) {
                for (Index row = unit; row < slot->rows; row += options.hidden) {
                    const UpdateSize size = sizeOf(slot->offset + row * slot->columns, slot->columns);
                    own.include(size);
                    gates[static_cast<std::size_t>(row / options.hidden)].include(size);
                }
            }
            ratios.units(unit, layer) = static_cast<float>(own.ratio());
        }
        auto next = gates.begin();
        for (const Gate gate : {Gate::Reset, Gate::Update, Gate::Candidate}) {
            if (hasWeights(options, gate))
                ratios.gates(static_cast<Index>(gate), layer) = static_cast<float>((next++)->ratio());
        }
    }
    return ratios;
}

template UpdateRatios updateRatios(const NetworkOptions &, std::span<const float>, std::span<const float>);
template UpdateRatios updateRatios(const NetworkOptions &, std::span<const double>, std::span<const double>);

} // namespace gatescope
