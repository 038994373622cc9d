// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/state_map.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

Vector<double> sigmoidOf(const Vector<double> &sums)
{
    return sums.unaryExpr([](double x) { return 1.0 / (1.0 + std::exp(-x)); });
}

} // namespace

/// ∂h'/∂h and ∂h'/∂x of one layer.
struct StateMap::Slopes {
    Matrix<double> state, input;
};

StateMap::StateMap(const NetworkOptions &options, std::span<const double> parameters, Vector<double> input)
    : m_options(options), m_parameters(parameters.begin(), parameters.end())
{
    for (Index layer = 0; layer < options.layers; ++layer)
        m_layers.emplace_back(options, m_parameters, layer);
    setInput(std::move(input));
}

void StateMap::setInput(Vector<double> input)
{
    if (input.size() != m_options.inputs)
        throw ShapeError("the constant input has " + std::to_string(input.size()) + " numbers, the network reads "
                         + std::to_string(m_options.inputs));
    m_input = std::move(input);
}

bool StateMap::isFinite() const
{
    return m_input.allFinite() && std::ranges::all_of(m_parameters, [](double each) { return std::isfinite(each); });
}

void StateMap::check(const Vector<double> &state) const
{
    if (state.size() != size())
        throw ShapeError("the state has " + std::to_string(state.size()) + " numbers, the network's has "
                         + std::to_string(size()));
}

Vector<double> StateMap::step(const LayerWeights<double> &w, const Vector<double> &x, const Vector<double> &h,
                              Slopes *slopes) const
{
    const Vector<double> r =
        sigmoidOf(w.W(Gate::Reset) * x + w.b(Gate::Reset) + w.U(Gate::Reset) * h + w.d(Gate::Reset));
    const Vector<double> z =
        sigmoidOf(w.W(Gate::Update) * x + w.b(Gate::Update) + w.U(Gate::Update) * h + w.d(Gate::Update));
    const bool after = w.formulation() == Formulation::ResetAfter;
    const Vector<double> gated = after ? Vector<double>() : Vector<double>(r.cwiseProduct(h));
    const Vector<double> u = after ? Vector<double>(w.U(Gate::Candidate) * h + w.d(Gate::Candidate))
                                   : Vector<double>(w.U(Gate::Candidate) * gated);
    const Vector<double> sums = w.W(Gate::Candidate) * x + w.b(Gate::Candidate);
    const Vector<double> n =
        (after ? Vector<double>(sums + r.cwiseProduct(u)) : Vector<double>(sums + u)).array().tanh();
    // What z keeps, and how the new state turns with z.
    const Vector<double> keep = after ? z : Vector<double>((1.0 - z.array()).matrix());
    const Vector<double> next = keep.cwiseProduct(h) + (1.0 - keep.array()).matrix().cwiseProduct(n);
    if (slopes == nullptr)
        return next;
    const Vector<double> bySum = ((1.0 - keep.array()) * (1.0 - n.array().square())).matrix(); // through the candidate
    const double sign = after ? 1.0 : -1.0;
    const Vector<double> byUpdate = (sign * (h - n).array() * z.array() * (1.0 - z.array())).matrix();
    const Vector<double> byReset = ((after ? u : h).array() * r.array() * (1.0 - r.array())).matrix();
    slopes->state = byUpdate.asDiagonal() * w.U(Gate::Update);
    slopes->input = byUpdate.asDiagonal() * w.W(Gate::Update);
    slopes->state.diagonal() += keep;
    Matrix<double> inner = byReset.asDiagonal() * w.U(Gate::Reset);
    Matrix<double> innerInput = byReset.asDiagonal() * w.W(Gate::Reset);
    if (after) {
        inner += r.asDiagonal() * w.U(Gate::Candidate);
    } else {
        inner.diagonal() += r;
        inner = (w.U(Gate::Candidate) * inner).eval();
        innerInput = (w.U(Gate::Candidate) * innerInput).eval();
    }
    slopes->state += bySum.asDiagonal() * inner;
    slopes->input += bySum.asDiagonal() * (w.W(Gate::Candidate) + innerInput);
    return next;
}

Vector<double> StateMap::next(const Vector<double> &state) const
{
    check(state);
    const Index hidden = m_options.hidden;
    Vector<double> result(size()), x = m_input;
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        x = step(m_layers[static_cast<std::size_t>(layer)], x, state.segment(layer * hidden, hidden), nullptr);
        result.segment(layer * hidden, hidden) = x;
    }
    return result;
}

Vector<double> StateMap::next(const Vector<double> &state, Matrix<double> &jacobian) const
{
    check(state);
    const Index hidden = m_options.hidden;
    jacobian = Matrix<double>::Zero(size(), size());
    Vector<double> result(size()), x = m_input;
    Slopes slopes;
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        const Index at = layer * hidden;
        x = step(m_layers[static_cast<std::size_t>(layer)], x, state.segment(at, hidden), &slopes);
        result.segment(at, hidden) = x;
        if (layer > 0)
            jacobian.block(at, 0, hidden, at).noalias() =
                slopes.input * jacobian.block(at - hidden, 0, hidden, at).eval();
        jacobian.block(at, at, hidden, hidden) = slopes.state;
    }
    return result;
}

Matrix<double> StateMap::nextAll(const Matrix<double> &states) const
{
    if (states.rows() != size())
        throw ShapeError("the states have " + std::to_string(states.rows()) + " numbers each, the network's have "
                         + std::to_string(size()));
    const Index hidden = m_options.hidden;
    const auto sigmoid = [](const Matrix<double> &sums) { return (1.0 + (-sums.array()).exp()).inverse().matrix(); };
    Matrix<double> result(size(), states.cols()), x = m_input.replicate(1, states.cols());
    for (Index layer = 0; layer < m_options.layers; ++layer) {
        const LayerWeights<double> &w = m_layers[static_cast<std::size_t>(layer)];
        const Matrix<double> h = states.middleRows(layer * hidden, hidden);
        const auto sums = [&](Gate gate) -> Matrix<double> {
            return (w.W(gate) * x + w.U(gate) * h).colwise() + Vector<double>(w.b(gate) + w.d(gate));
        };
        const Matrix<double> r = sigmoid(sums(Gate::Reset)), z = sigmoid(sums(Gate::Update));
        const bool after = w.formulation() == Formulation::ResetAfter;
        const Matrix<double> recurrent = after ? Matrix<double>(r.cwiseProduct((w.U(Gate::Candidate) * h).colwise()
                                                                               + Vector<double>(w.d(Gate::Candidate))))
                                               : Matrix<double>(w.U(Gate::Candidate) * r.cwiseProduct(h));
        const Matrix<double> n =
            (((w.W(Gate::Candidate) * x).colwise() + Vector<double>(w.b(Gate::Candidate))) + recurrent).array().tanh();
        const Matrix<double> keep = after ? z : Matrix<double>((1.0 - z.array()).matrix());
        x = keep.cwiseProduct(h) + (1.0 - keep.array()).matrix().cwiseProduct(n);
        result.middleRows(layer * hidden, hidden) = x;
    }
    return result;
}

Vector<double> StateMap::answer(const Vector<double> &state) const
{
    check(state);
    const Index hidden = m_options.hidden, outputs = m_options.outputs;
    // The head's weights and biases are the last in the layout.
    const double *bias = m_parameters.data() + m_parameters.size() - static_cast<std::size_t>(outputs);
    const Eigen::Map<const RowMajorMatrix<double>> weights(bias - outputs * hidden, outputs, hidden);
    return weights * state.tail(hidden) + Eigen::Map<const Vector<double>>(bias, outputs);
}

double largestLyapunov(const StateMap &map, const Matrix<double> &input)
{
    if (input.cols() < 1)
        throw ShapeError("a sequence of no steps has no Lyapunov exponent");
    StateMap moving = map;
    Vector<double> state = Vector<double>::Zero(map.size());
    Vector<double> direction = Vector<double>::Constant(map.size(), 1.0 / std::sqrt(static_cast<double>(map.size())));
    Matrix<double> jacobian;
    double sum = 0.0;
    for (Index step = 0; step < input.cols(); ++step) {
        moving.setInput(input.col(step));
        state = moving.next(state, jacobian);
        direction = jacobian * direction;
        const double length = direction.norm();
        sum += std::log(length);
        if (!(length > 0.0))
            break;
        direction /= length;
    }
    return sum / static_cast<double>(input.cols());
}

} // namespace gatescope
