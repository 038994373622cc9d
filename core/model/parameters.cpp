// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameters.h"

#include <algorithm>

namespace gatescope {

ParameterLayout::ParameterLayout(const NetworkOptions &options)
    : m_biases(!options.bias                                    ? 0
               : options.formulation == Formulation::ResetAfter ? 2
                                                                : 1)
{
    const auto add = [this](std::string name, Index rows, Index columns, int rank) {
        m_slots.push_back({std::move(name), rows, columns, rank, m_size});
        m_size += rows * columns;
    };
    const Index gates = options.gates() * options.hidden;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const std::string suffix = "_l" + std::to_string(layer);
        add("gru.weight_ih" + suffix, gates, layer == 0 ? options.inputs : options.hidden, 2);
        add("gru.weight_hh" + suffix, gates, options.hidden, 2);
        if (m_biases > 0)
            add("gru.bias_ih" + suffix, gates, 1, 1);
        if (m_biases > 1)
            add("gru.bias_hh" + suffix, gates, 1, 1);
    }
    add("fc.weight", options.outputs, options.hidden, 2);
    add("fc.bias", options.outputs, 1, 1);
}

const TensorSlot *ParameterLayout::find(std::string_view name) const
{
    const auto slot = std::ranges::find(m_slots, name, &TensorSlot::name);
    return slot == m_slots.end() ? nullptr : &*slot;
}

} // namespace gatescope
