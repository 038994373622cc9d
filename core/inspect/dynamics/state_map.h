// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/run/layer_weights.h"
#include "core/math/tensor.h"

#include <span>
#include <vector>

namespace gatescope {

/// The whole stack under a constant input as one map of its states, h ↦ F(h), in double. The state holds the layers
/// one below the other, the lowest first: (L·H).
class StateMap {
public:
    /// @param parameters flat, in ParameterLayout(options) @param input (I) the constant input, as the network reads it
    /// @throws ShapeError if a size does not fit
    StateMap(const NetworkOptions &options, std::span<const double> parameters, Vector<double> input);

    const NetworkOptions &options() const { return m_options; }
    Index size() const { return m_options.layers * m_options.hidden; }
    const Vector<double> &input() const { return m_input; }
    void setInput(Vector<double> input); ///< (I) @throws ShapeError
    bool isFinite() const;               ///< whether weights and input are all numbers

    /// F(h). Cost O(L·6H(I+H)). @throws ShapeError if h is not (L·H)
    Vector<double> next(const Vector<double> &state) const;
    /// The same with J = ∂F/∂h (L·H × L·H), lower block-triangular: a layer reads what those below have just become.
    ///
    ///   reset-after   ∂h'/∂h = diag(z) + diag((1−z)(1−n²)) (diag(r) U_n + diag(u r(1−r)) U_r) + diag((h−n) z(1−z)) U_z
    ///   reset-before  ∂h'/∂h = diag(1−z) + diag(z(1−n²)) U_n (diag(r) + diag(h r(1−r)) U_r) + diag((n−h) z(1−z)) U_z
    ///
    /// and likewise ∂h'/∂x with W. Cost O(L²·H³).
    Vector<double> next(const Vector<double> &state, Matrix<double> &jacobian) const;
    /// F of many states at once. @param states (L·H × N) @return (L·H × N). Cost O(N·L·6H(I+H)).
    Matrix<double> nextAll(const Matrix<double> &states) const;
    /// (O) ŷ = V h + c that the head gives for a state. @throws ShapeError if h is not (L·H)
    Vector<double> answer(const Vector<double> &state) const;

private:
    struct Slopes;
    Vector<double> step(const LayerWeights<double> &weights, const Vector<double> &x, const Vector<double> &h,
                        Slopes *slopes) const;
    void check(const Vector<double> &state) const;

    NetworkOptions m_options;
    std::vector<double> m_parameters;
    std::vector<LayerWeights<double>> m_layers;
    Vector<double> m_input;
};

/// Largest Lyapunov exponent along a sequence: the mean over its steps of ln ‖J_t v‖, v of unit length carried along
/// and made unit again after each step. Above 0 small differences of the state grow, below 0 they are forgotten.
/// @param input (I × T), T at least 1 @param map whose constant input is left as it was
/// @return nats a step; −infinity where a step forgets everything
/// @throws ShapeError. Cost O(T·L²·H³). Started with v = (1, …, 1)/√(L·H) from the state zero.
double largestLyapunov(const StateMap &map, const Matrix<double> &input);

} // namespace gatescope
