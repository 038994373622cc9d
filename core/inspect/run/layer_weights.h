// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/gate.h"
#include "core/model/parameters.h"

#include <memory>
#include <span>

namespace gatescope {

/// One layer's weights under their letters of GRU.md, as views into the flat parameter vector.
///
///   W_g (H × in)   U_g (H × H)   b_g (H)   d_g (H)      g = r, z, n
///
/// A held gate is shown as one that cannot move: zero weights, and a bias at which σ is 1 or 0 (held_gates.h); so the
/// equations that read this need not know of it. Nothing is copied but the biases, and the weights where a gate is
/// held; the parameters must outlive this object.
template <typename Scalar>
class LayerWeights {
public:
    using View = Eigen::Map<const RowMajorMatrix<Scalar>>;

    /// @param parameters flat, in ParameterLayout(options)
    /// @throws ShapeError if their number differs from the layout's, or there is no such layer
    LayerWeights(const NetworkOptions &options, std::span<const Scalar> parameters, Index layer);

    Formulation formulation() const { return m_formulation; }
    Index hidden() const { return m_hidden; }
    Index inputs() const { return m_input.cols(); }
    bool hasInputBias() const { return m_hasInputBias; }
    bool hasRecurrentBias() const { return m_hasRecurrentBias; }

    View W(Gate gate) const { return part(m_input, gate); }
    View U(Gate gate) const { return part(m_recurrent, gate); }
    auto b(Gate gate) const { return m_inputBias.segment(offset(gate), m_hidden); } ///< zeros where there are none
    auto d(Gate gate) const { return m_recurrentBias.segment(offset(gate), m_hidden); }

    const View &stackedW() const { return m_input; }                   ///< (3H × in), gates r, z, n
    const View &stackedU() const { return m_recurrent; }               ///< (3H × H)
    const Vector<Scalar> &stackedB() const { return m_inputBias; }     ///< (3H)
    const Vector<Scalar> &stackedD() const { return m_recurrentBias; } ///< (3H)

private:
    Index offset(Gate gate) const { return static_cast<Index>(gate) * m_hidden; }
    View part(const View &stacked, Gate gate) const
    {
        return View(stacked.data() + offset(gate) * stacked.cols(), m_hidden, stacked.cols());
    }

    Formulation m_formulation;
    Index m_hidden;
    std::shared_ptr<const std::vector<Scalar>> m_full; ///< where a gate is held
    View m_input, m_recurrent;
    bool m_hasInputBias, m_hasRecurrentBias;
    Vector<Scalar> m_inputBias, m_recurrentBias;
};

extern template class LayerWeights<float>;
extern template class LayerWeights<double>;

} // namespace gatescope
