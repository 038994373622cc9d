// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network_options.h"

#include <span>
#include <string>

namespace gatescope {

/// One named tensor inside the flat parameter vector, row-major. A bias has columns == 1 and rank 1.
struct TensorSlot {
    std::string
        name; ///< PyTorch's: gru.weight_ih_l0, gru.weight_hh_l0, gru.bias_ih_l0, gru.bias_hh_l0, fc.weight, fc.bias
    Index rows = 0;
    Index columns = 1;
    int rank = 2;
    Index offset = 0; ///< of its first element in the flat vector

    Index size() const { return rows * columns; }
};

/// Where each tensor of a network lies: PyTorch's names, order, row-major layout and gate order (r, z, n).
///
/// A held gate has no rows in any of them: below, 3H is then 2H or H.
///
/// Per layer k: gru.weight_ih_l{k} (3H × in), gru.weight_hh_l{k} (3H × H), gru.bias_ih_l{k} (3H), gru.bias_hh_l{k}
/// (3H); then fc.weight (O × H) and fc.bias (O). Reset-before has no bias_hh; without biases neither is there. A
/// network's parameters, its gradient and an optimizer's moments are each one flat vector in this layout.
class ParameterLayout {
public:
    explicit ParameterLayout(const NetworkOptions &options);

    Index size() const { return m_size; } ///< number of scalars
    const std::vector<TensorSlot> &slots() const { return m_slots; }
    /// nullptr when there is no tensor of this name
    const TensorSlot *find(std::string_view name) const;

    const TensorSlot &inputWeight(Index layer) const { return m_slots[first(layer)]; }
    const TensorSlot &recurrentWeight(Index layer) const { return m_slots[first(layer) + 1]; }
    const TensorSlot *inputBias(Index layer) const { return m_biases > 0 ? &m_slots[first(layer) + 2] : nullptr; }
    const TensorSlot *recurrentBias(Index layer) const { return m_biases > 1 ? &m_slots[first(layer) + 3] : nullptr; }
    const TensorSlot &headWeight() const { return m_slots[m_slots.size() - 2]; }
    const TensorSlot &headBias() const { return m_slots.back(); }

private:
    std::size_t first(Index layer) const { return static_cast<std::size_t>(layer) * (2 + m_biases); }

    std::vector<TensorSlot> m_slots;
    std::size_t m_biases = 0; ///< bias vectors a layer: 0, 1 or 2
    Index m_size = 0;
};

/// Row-major view of one tensor inside a flat vector.
template <typename Scalar>
Eigen::Map<const RowMajorMatrix<Scalar>> tensorView(std::span<const Scalar> flat, const TensorSlot &slot)
{
    return {flat.data() + slot.offset, slot.rows, slot.columns};
}

template <typename Scalar>
Eigen::Map<RowMajorMatrix<Scalar>> tensorView(std::span<Scalar> flat, const TensorSlot &slot)
{
    return {flat.data() + slot.offset, slot.rows, slot.columns};
}

} // namespace gatescope
