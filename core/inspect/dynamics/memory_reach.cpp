// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/inspect/dynamics/memory_curve.h"
#include "core/inspect/dynamics/state_map.h"
#include "core/inspect/units/half_life.h"
#include "core/inspect/units/set_states.h"
#include "core/math/eigenpairs.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

double largestSingularValue(const Matrix<double> &matrix)
{
    if (!matrix.allFinite())
        return std::numeric_limits<double>::quiet_NaN();
    const Matrix<double> square = matrix.transpose() * matrix;
    return std::sqrt(std::max(0.0, symmetricEigenpairs(square, Wanted::Values).values.tail(1)(0)));
}

/// (L × K+1) of one sequence: each layer's own block of the product of Jacobians, which is the whole derivative, as no
/// layer below hears of one above.
Matrix<double> gradientBack(StateMap map, const Matrix<double> &input, Index lags)
{
    const Index layers = map.options().layers, hidden = map.options().hidden, steps = input.cols();
    std::vector<Matrix<double>> jacobians;
    Vector<double> state = Vector<double>::Zero(map.size());
    for (Index step = 0; step < steps; ++step) {
        map.setInput(input.col(step));
        Matrix<double> jacobian;
        state = map.next(state, jacobian);
        if (step >= steps - lags)
            jacobians.push_back(std::move(jacobian));
    }
    Matrix<double> norms(layers, lags + 1);
    for (Index layer = 0; layer < layers; ++layer) {
        Matrix<double> product = Matrix<double>::Identity(hidden, hidden);
        norms(layer, 0) = 1.0;
        for (Index lag = 1; lag <= lags; ++lag) {
            const Matrix<double> &jacobian = jacobians[jacobians.size() - static_cast<std::size_t>(lag)];
            product = product * jacobian.block(layer * hidden, layer * hidden, hidden, hidden);
            norms(layer, lag) = largestSingularValue(product);
        }
    }
    return norms;
}

/// (K+1) of a layer: the largest of the units' mean shares kept over the last k steps.
Vector<double> carriedBack(const SetStates<float> &states, Formulation formulation, Index lags)
{
    const Index hidden = states.z.rows(), count = std::ssize(states.sequences);
    Matrix<double> share = Matrix<double>::Zero(hidden, lags + 1);
    for (Index sequence = 0; sequence < count; ++sequence) {
        Vector<double> kept = Vector<double>::Ones(hidden);
        share.col(0) += kept;
        for (Index lag = 1; lag <= lags; ++lag) {
            const Index step = (sequence + 1) * states.steps - lag;
            for (Index unit = 0; unit < hidden; ++unit)
                kept(unit) *= keptShare(static_cast<double>(states.z(unit, step)), formulation);
            share.col(lag) += kept;
        }
    }
    return share.colwise().maxCoeff().transpose() / static_cast<double>(count);
}

} // namespace

MemoryReach memoryReach(const NetworkOptions &options, std::span<const float> parameters, const SequenceSet<float> &set,
                        Index lags, Index maximumSequences, const std::stop_token &stop)
{
    if (set.size() == 0)
        throw DataError("what is kept is measured on validation sequences, and there are none: choose another split");
    lags = std::clamp<Index>(lags, 0, set.steps() - 1);
    Network<float> network(options);
    if (std::ssize(parameters) != std::ssize(network.parameters()))
        throw ShapeError("the weights do not fit the network");
    std::ranges::copy(parameters, network.parameters().begin());
    const StateMap map(options, std::vector<double>(parameters.begin(), parameters.end()),
                       Vector<double>::Zero(options.inputs));
    MemoryReach reach;
    reach.carried.resize(options.layers, lags + 1);
    reach.gradient = Matrix<double>::Zero(options.layers, lags + 1);
    reach.halfLife.resize(options.layers);
    std::vector<std::int64_t> chosen;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const SetStates<float> states = collectStates(network, set, layer, maximumSequences, stop);
        if (stop.stop_requested())
            return reach;
        reach.carried.row(layer) = carriedBack(states, options.formulation, lags).transpose();
        reach.halfLife(layer) = unitHalfLives(states.z, options.formulation).maxCoeff();
        chosen = states.sequences;
    }
    for (const std::int64_t sequence : chosen) {
        if (stop.stop_requested())
            return reach;
        reach.gradient += gradientBack(map, set.input(sequence).template cast<double>(), lags);
    }
    reach.gradient /= static_cast<double>(chosen.size());
    return reach;
}

} // namespace gatescope
