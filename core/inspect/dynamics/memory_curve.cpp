// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/memory_curve.h"

#include "core/error.h"
#include "core/inspect/units/set_states.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// States of one layer and what the input was 0 … K steps before each.
struct Samples {
    Matrix<double> states; ///< (H × N)
    Matrix<double> past;   ///< (K+1 × N)
};

template <typename Scalar>
Samples samplesOf(Network<Scalar> &network, const SequenceSet<Scalar> &set, Index layer, const MemoryProbe &probe,
                  Index lags, const std::stop_token &stop)
{
    const SetStates<Scalar> run = collectStates(network, set, layer, probe.maximumSequences, stop);
    const Index steps = run.steps, each = steps - lags, count = std::ssize(run.sequences);
    Samples samples{Matrix<double>(run.h.rows(), each * count), Matrix<double>(lags + 1, each * count)};
    Matrix<Scalar> x, y;
    for (Index s = 0; s < count; ++s) {
        set.gather(std::span(run.sequences).subspan(static_cast<std::size_t>(s), 1), x, y);
        for (Index t = lags; t < steps; ++t) {
            const Index column = s * each + t - lags;
            samples.states.col(column) = run.h.col(s * steps + t).template cast<double>();
            for (Index lag = 0; lag <= lags; ++lag)
                samples.past(lag, column) = static_cast<double>(x(probe.feature, t - lag));
        }
    }
    return samples;
}

/// (K+1) R² of one layer.
Vector<double> readable(const Samples &training, const Samples &validation, double ridge)
{
    const Index hidden = training.states.rows(), lags = training.past.rows();
    const Vector<double> mean = training.states.rowwise().mean(), pastMean = training.past.rowwise().mean();
    const Matrix<double> centred = training.states.colwise() - mean;
    const auto count = static_cast<double>(training.states.cols());
    Matrix<double> covariance = centred * centred.transpose() / count;
    covariance.diagonal().array() += ridge * covariance.trace() / static_cast<double>(hidden) + 1e-300;
    const Matrix<double> products = centred * (training.past.colwise() - pastMean).transpose() / count; // (H × K+1)
    const Matrix<double> weights = covariance.ldlt().solve(products);
    const Matrix<double> read = (weights.transpose() * (validation.states.colwise() - mean)).colwise() + pastMean;
    Vector<double> result(lags);
    for (Index lag = 0; lag < lags; ++lag) {
        const auto truth = validation.past.row(lag).array();
        const double total = (truth - truth.mean()).square().sum();
        const double left = (truth - read.row(lag).array()).square().sum();
        result(lag) = total > 0.0 ? 1.0 - left / total : std::numeric_limits<double>::quiet_NaN();
    }
    return result;
}

} // namespace

Index MemoryCurve::reach(Index layer) const
{
    Index lag = 0;
    while (lag < rSquared.cols() && rSquared(layer, lag) >= 0.5)
        ++lag;
    return lag - 1;
}

template <typename Scalar>
MemoryCurve memoryCurve(Network<Scalar> &network, const SequenceSet<Scalar> &training,
                        const SequenceSet<Scalar> &validation, const MemoryProbe &probe, const std::stop_token &stop)
{
    const NetworkOptions &options = network.options();
    if (probe.feature < 0 || probe.feature >= options.inputs)
        throw ShapeError("feature " + std::to_string(probe.feature) + " was asked for, the network reads "
                         + std::to_string(options.inputs));
    if (training.size() == 0 || validation.size() == 0)
        throw DataError("what is remembered is fitted on training sequences and scored on validation sequences; there "
                        "are none of one kind: choose another split");
    const Index lags = std::clamp<Index>(probe.lags, 0, training.steps() - 1);
    MemoryCurve curve;
    curve.rSquared = Matrix<double>::Constant(options.layers, lags + 1, std::numeric_limits<double>::quiet_NaN());
    for (Index layer = 0; layer < options.layers && !stop.stop_requested(); ++layer) {
        const Samples fit = samplesOf(network, training, layer, probe, lags, stop);
        const Samples score = samplesOf(network, validation, layer, probe, lags, stop);
        if (stop.stop_requested() || fit.states.cols() == 0 || score.states.cols() == 0)
            break;
        curve.rSquared.row(layer) = readable(fit, score, probe.ridge).transpose();
        curve.fitted = fit.states.cols();
        curve.scored = score.states.cols();
    }
    return curve;
}

template MemoryCurve memoryCurve(Network<float> &, const SequenceSet<float> &, const SequenceSet<float> &,
                                 const MemoryProbe &, const std::stop_token &);
template MemoryCurve memoryCurve(Network<double> &, const SequenceSet<double> &, const SequenceSet<double> &,
                                 const MemoryProbe &, const std::stop_token &);

} // namespace gatescope
