// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/network.h"
#include "core/model/network_options.h"
#include "core/model/parameters.h"

#include <span>
#include <vector>

namespace gatescope {

/// Everything one GRU layer computed over one sequence; columns are steps, 0 … T−1.
template <typename Scalar>
struct ReferenceLayer : LayerGates<Scalar> { ///< each (H × T); h_{-1} = 0
    // After backward():
    Matrix<Scalar> delta;                           ///< (H × T) ∂loss/∂h_t, the total derivative
    Matrix<Scalar> carry, candidate, reset, update; ///< (H × T) the four terms that flow from step t to step t−1
    Matrix<Scalar> inputGradient;                   ///< (in × T) ∂loss/∂x_t of this layer's input
};

/// The readable truth: plain loops over one sequence, one line an equation of GRU.md. Slow on purpose.
///
/// The fast Network is tested against it, and both against PyTorch.
template <typename Scalar>
class GruReference {
public:
    /// @param parameters flat vector in ParameterLayout(options); not copied, must outlive this object
    /// @throws OptionError if the options are not valid; ShapeError if the vector's size differs from the layout's
    GruReference(const NetworkOptions &options, std::span<const Scalar> parameters);

    /// @param input (I × T), T at least 1 @return y (O)
    /// @throws ShapeError if the input has another number of rows, or no column
    Vector<Scalar> forward(const Matrix<Scalar> &input);
    /// Back-propagates ∂loss/∂y (O) through the last forward() and adds to the gradient.
    /// @throws ShapeError if there was no forward(), or the vector has another size than O
    void backward(const Vector<Scalar> &outputGradient);

    const ReferenceLayer<Scalar> &layer(Index index) const { return m_layers[static_cast<std::size_t>(index)]; }
    /// Flat, in the layout of the parameters; summed over the backward() calls since clearGradient().
    const std::vector<Scalar> &gradient() const { return m_gradient; }
    void clearGradient();

private:
    void forwardLayer(Index index, const Matrix<Scalar> &input);
    void backwardLayer(Index index, const Matrix<Scalar> &input, const Matrix<Scalar> &fromAbove);

    NetworkOptions m_options;
    ParameterLayout m_layout;
    std::span<const Scalar> m_parameters;
    Matrix<Scalar> m_input;
    std::vector<ReferenceLayer<Scalar>> m_layers;
    std::vector<Scalar> m_gradient;
};

extern template class GruReference<float>;
extern template class GruReference<double>;

} // namespace gatescope
