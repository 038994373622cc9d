// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/gradient/tanh_rnn_twin.h"

#include "core/math/random.h"
#include "core/train/optimisation/clipping.h"
#include "core/train/optimisation/loss.h"

#include <cmath>

namespace gatescope {

namespace {

// The tensors of a layer, in the order of its slots.
constexpr Index kInputWeight = 0, kRecurrentWeight = 1, kInputBias = 2, kRecurrentBias = 3;

const NetworkOptions &validated(const NetworkOptions &options)
{
    if (auto problems = options.validate(); !problems.empty())
        throw OptionError(std::move(problems));
    return options;
}

Index parameterCount(const NetworkOptions &network)
{
    const Index h = network.hidden, biases = network.bias ? 2 * h : 0;
    return h * network.inputs + (network.layers - 1) * h * h + network.layers * (h * h + biases)
           + network.outputs * (h + 1);
}

} // namespace

template <typename Scalar>
TanhRnnTwin<Scalar>::TanhRnnTwin(const NetworkOptions &network, const TrainingOptions &training)
    : m_network(validated(network)), m_training(training), m_optimizer(training, parameterCount(network)),
      m_states(static_cast<std::size_t>(network.layers))
{
    for (Index layer = 0; layer < network.layers; ++layer) {
        const std::string suffix = std::string("_l").append(std::to_string(layer));
        addSlot("rnn.weight_ih" + suffix, network.hidden, layer == 0 ? network.inputs : network.hidden, 2);
        addSlot("rnn.weight_hh" + suffix, network.hidden, network.hidden, 2);
        if (network.bias) {
            addSlot("rnn.bias_ih" + suffix, network.hidden, 1, 1);
            addSlot("rnn.bias_hh" + suffix, network.hidden, 1, 1);
        }
    }
    addSlot("fc.weight", network.outputs, network.hidden, 2);
    addSlot("fc.bias", network.outputs, 1, 1);
    m_parameters.resize(static_cast<std::size_t>(m_size));
    m_gradient.resize(static_cast<std::size_t>(m_size));
}

template <typename Scalar>
void TanhRnnTwin<Scalar>::addSlot(std::string name, Index rows, Index columns, int rank)
{
    m_slots.push_back({std::move(name), rows, columns, rank, m_size});
    m_size += rows * columns;
}

template <typename Scalar>
const TensorSlot &TanhRnnTwin<Scalar>::slot(Index layer, Index which) const
{
    return m_slots[static_cast<std::size_t>(layer * (m_network.bias ? 4 : 2) + which)];
}

template <typename Scalar>
auto TanhRnnTwin<Scalar>::tensor(Index layer, Index which) const -> View
{
    return tensorView(parameters(), slot(layer, which));
}

template <typename Scalar>
Eigen::Map<RowMajorMatrix<Scalar>> TanhRnnTwin<Scalar>::gradientOf(const TensorSlot &slot)
{
    return tensorView(std::span<Scalar>(m_gradient), slot);
}

template <typename Scalar>
void TanhRnnTwin<Scalar>::initialize(Random &random)
{
    const double bound = 1.0 / std::sqrt(static_cast<double>(m_network.hidden));
    for (Scalar &value : m_parameters)
        value = static_cast<Scalar>(random.uniform(-bound, bound));
}

template <typename Scalar>
const Matrix<Scalar> &TanhRnnTwin<Scalar>::forward(const Matrix<Scalar> &input, Index batch)
{
    if (batch < 1 || input.rows() != m_network.inputs || input.cols() < batch || input.cols() % batch != 0)
        throw ShapeError("the input is " + std::to_string(input.rows()) + " × " + std::to_string(input.cols())
                         + ", it must have " + std::to_string(m_network.inputs) + " rows and a multiple of "
                         + std::to_string(batch) + " columns");
    m_input = input;
    m_batch = batch;
    for (Index layer = 0; layer < m_network.layers; ++layer) {
        const Matrix<Scalar> &below = layer == 0 ? m_input : states(layer - 1);
        Matrix<Scalar> &h = m_states[static_cast<std::size_t>(layer)];
        h.noalias() = tensor(layer, kInputWeight) * below;
        if (m_network.bias)
            h.colwise() += Vector<Scalar>(tensor(layer, kInputBias) + tensor(layer, kRecurrentBias));
        for (Index column = 0; column < h.cols(); column += batch) {
            if (column > 0)
                h.middleCols(column, batch).noalias() +=
                    tensor(layer, kRecurrentWeight) * h.middleCols(column - batch, batch);
            h.middleCols(column, batch) = h.middleCols(column, batch).array().tanh();
        }
    }
    const TensorSlot &weight = m_slots[m_slots.size() - 2], &bias = m_slots.back();
    m_output.noalias() = tensorView(parameters(), weight) * m_states.back().rightCols(batch);
    m_output.colwise() += Vector<Scalar>(tensorView(parameters(), bias));
    return m_output;
}

template <typename Scalar>
void TanhRnnTwin<Scalar>::backward(const Matrix<Scalar> &outputGradient)
{
    if (outputGradient.rows() != m_network.outputs || outputGradient.cols() != m_batch)
        throw ShapeError("the output gradient is " + std::to_string(outputGradient.rows()) + " × "
                         + std::to_string(outputGradient.cols()) + ", it must be " + std::to_string(m_network.outputs)
                         + " × " + std::to_string(m_batch));
    const TensorSlot &weight = m_slots[m_slots.size() - 2];
    gradientOf(weight).noalias() = outputGradient * m_states.back().rightCols(m_batch).transpose();
    gradientOf(m_slots.back()) = outputGradient.rowwise().sum();
    m_gradientNorms.resize(m_network.layers, m_input.cols() / m_batch);
    Matrix<Scalar> delta = Matrix<Scalar>::Zero(m_network.hidden, m_input.cols());
    delta.rightCols(m_batch).noalias() = tensorView(parameters(), weight).transpose() * outputGradient;
    for (Index layer = m_network.layers - 1; layer >= 0; --layer)
        delta = backwardLayer(layer, std::move(delta));
}

/// @param delta what arrives from above and from the head @return ∂loss/∂x of the layer
template <typename Scalar>
Matrix<Scalar> TanhRnnTwin<Scalar>::backwardLayer(Index layer, Matrix<Scalar> delta)
{
    const Matrix<Scalar> &h = states(layer), &below = layer == 0 ? m_input : states(layer - 1);
    const Index batch = m_batch, columns = h.cols();
    Matrix<Scalar> a(h.rows(), columns); // ∂loss/∂ the sum under tanh
    for (Index column = columns - batch; column >= 0; column -= batch) {
        m_gradientNorms(layer, column / batch) = delta.middleCols(column, batch).norm();
        a.middleCols(column, batch) =
            delta.middleCols(column, batch).array() * (Scalar(1) - h.middleCols(column, batch).array().square());
        if (column > 0)
            delta.middleCols(column - batch, batch).noalias() +=
                tensor(layer, kRecurrentWeight).transpose() * a.middleCols(column, batch);
    }
    gradientOf(slot(layer, kInputWeight)).noalias() = a * below.transpose();
    gradientOf(slot(layer, kRecurrentWeight)).noalias() =
        a.rightCols(columns - batch) * h.leftCols(columns - batch).transpose();
    if (m_network.bias) {
        gradientOf(slot(layer, kInputBias)) = a.rowwise().sum();
        gradientOf(slot(layer, kRecurrentBias)) = a.rowwise().sum();
    }
    return tensor(layer, kInputWeight).transpose() * a;
}

template <typename Scalar>
double TanhRnnTwin<Scalar>::measure(const Matrix<Scalar> &input, const Matrix<Scalar> &target)
{
    forward(input, target.cols());
    const double loss = lossValue(m_training.loss, m_output, target);
    lossGradient(m_training.loss, m_output, target, m_outputGradient);
    backward(m_outputGradient);
    return loss;
}

template <typename Scalar>
double TanhRnnTwin<Scalar>::trainBatch(const Matrix<Scalar> &input, const Matrix<Scalar> &target, double learningRate)
{
    const double loss = measure(input, target);
    clipGradient<Scalar>(m_gradient, m_training.clipNorm, m_training.clipValue);
    m_optimizer.update(m_parameters, m_gradient, learningRate);
    return loss;
}

template class TanhRnnTwin<float>;
template class TanhRnnTwin<double>;

} // namespace gatescope
