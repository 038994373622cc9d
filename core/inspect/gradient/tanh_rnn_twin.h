// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"
#include "core/train/optimisation/optimizer.h"

#include <span>
#include <vector>

namespace gatescope {

class Random;

/// A plain recurrent network of the same size as a GRU: its twin without gates, to see a gradient vanish beside one
/// that does not. L stacked layers and a linear head on the last layer's last state:
///
///   h' = tanh(W x + b + U h + d)        y = V h_T + c
///
/// Equals torch.nn.RNN with nonlinearity "tanh" and torch.nn.Linear. Trained as its GRU is: same loss, optimizer,
/// clipping and batches. Written for comparison, not for speed: one thread.
template <typename Scalar>
class TanhRnnTwin {
public:
    /// @param network its inputs, hidden, layers, outputs and bias are taken; the formulation means nothing here
    /// @throws OptionError with everything network.validate() finds
    TanhRnnTwin(const NetworkOptions &network, const TrainingOptions &training);

    /// PyTorch's initialisation: every weight and bias uniform in ±1/√H, in the order of slots().
    void initialize(Random &random);

    /// PyTorch's names: rnn.weight_ih_l0, rnn.weight_hh_l0, rnn.bias_ih_l0, rnn.bias_hh_l0, …, fc.weight, fc.bias.
    const std::vector<TensorSlot> &slots() const { return m_slots; }
    std::span<Scalar> parameters() { return m_parameters; }
    std::span<const Scalar> parameters() const { return m_parameters; }
    std::span<const Scalar> gradient() const { return m_gradient; }

    /// @param input (I × T·B), column t·B + b holds sequence b at step t @return (O × B), valid until the next call
    /// @throws ShapeError if the shape does not fit
    const Matrix<Scalar> &forward(const Matrix<Scalar> &input, Index batch);
    /// Back-propagates ∂loss/∂y (O × B) through the last forward(); gradient() is overwritten.
    void backward(const Matrix<Scalar> &outputGradient);

    /// Forward, loss and backward, without an update. @return the loss
    double measure(const Matrix<Scalar> &input, const Matrix<Scalar> &target);
    /// measure(), clipping and one step of the optimizer. @return the loss before the update
    double trainBatch(const Matrix<Scalar> &input, const Matrix<Scalar> &target, double learningRate);

    /// (L × T) Frobenius norm of ∂loss/∂h_t over the batch of the last backward(), as Network::gradientNorms().
    const Matrix<Scalar> &gradientNorms() const { return m_gradientNorms; }
    /// (H × T·B) states of a layer after the last forward().
    const Matrix<Scalar> &states(Index layer) const { return m_states[static_cast<std::size_t>(layer)]; }

private:
    using View = Eigen::Map<const RowMajorMatrix<Scalar>>;

    void addSlot(std::string name, Index rows, Index columns, int rank);
    const TensorSlot &slot(Index layer, Index which) const;
    View tensor(Index layer, Index which) const;
    Eigen::Map<RowMajorMatrix<Scalar>> gradientOf(const TensorSlot &slot);
    Matrix<Scalar> backwardLayer(Index layer, Matrix<Scalar> delta);

    NetworkOptions m_network;
    TrainingOptions m_training;
    std::vector<TensorSlot> m_slots;
    Index m_size = 0;
    std::vector<Scalar> m_parameters, m_gradient;
    Optimizer<Scalar> m_optimizer;
    Matrix<Scalar> m_input, m_output, m_outputGradient, m_gradientNorms;
    std::vector<Matrix<Scalar>> m_states; ///< per layer (H × T·B)
    Index m_batch = 0;
};

extern template class TanhRnnTwin<float>;
extern template class TanhRnnTwin<double>;

} // namespace gatescope
