// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/memory_curve.h"

#include "core/error.h"
#include "core/inspect/units/set_states.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace gatescope {

namespace {

/// States of one layer and what was 0 … K steps before each.
struct Samples {
    Matrix<double> states; ///< (H × N)
    Matrix<double> past;   ///< (K+1 × N)
};

template <typename Scalar>
Samples samplesOf(Network<Scalar> &network, const SequenceSet<Scalar> &set, Index layer, const Remembered &what,
                  const MemoryProbe &probe, Index lags, const std::stop_token &stop)
{
    const std::vector<std::int64_t> chosen = evenlyChosen(set.size(), probe.maximumSequences);
    const Index steps = set.steps(), first = probe.lastOnly ? steps - 1 : lags,
                columns = (steps - first) * std::ssize(chosen);
    Samples samples{Matrix<double>(network.options().hidden, columns), Matrix<double>(lags + 1, columns)};
    Index column = 0;
    visitSequences<Scalar>(
        network, set, chosen, layer,
        [&](std::int64_t sequence, const LayerGates<Scalar> &gates) {
            for (Index t = first; t < steps; ++t, ++column) {
                samples.states.col(column) = gates.h.col(t).template cast<double>();
                for (Index lag = 0; lag <= lags; ++lag)
                    samples.past(lag, column) = what.values[static_cast<std::size_t>(set.start(sequence) + t - lag)];
            }
        },
        stop);
    samples.states.conservativeResize(Eigen::NoChange, column);
    samples.past.conservativeResize(Eigen::NoChange, column);
    return samples;
}

/// The columns of states whose value at a lag is known, and the values.
struct Known {
    std::vector<Index> columns;
    Vector<double> values;
};

Known knownAt(const Samples &samples, Index lag)
{
    Known known;
    for (Index column = 0; column < samples.past.cols(); ++column) {
        if (std::isfinite(samples.past(lag, column)))
            known.columns.push_back(column);
    }
    known.values = samples.past.row(lag)(known.columns).transpose();
    return known;
}

/// States that readings are fitted on: the same for many things to read.
struct Fitted {
    Fitted(const Matrix<double> &states, double ridge) : mean(states.rowwise().mean()), centred(states.colwise() - mean)
    {
        const auto count = static_cast<double>(states.cols());
        Matrix<double> covariance = centred * centred.transpose() / count;
        covariance.diagonal().array() += ridge * covariance.trace() / static_cast<double>(states.rows()) + 1e-300;
        solver.compute(covariance);
    }

    /// Reads `wanted` (columns × N) from other states, by ridge regression.
    Matrix<double> read(const Matrix<double> &wanted, const Matrix<double> &states) const
    {
        const Vector<double> wantedMean = wanted.rowwise().mean();
        const Matrix<double> weights = solver.solve(centred * (wanted.colwise() - wantedMean).transpose()
                                                    / static_cast<double>(centred.cols())); // (H × columns)
        return (weights.transpose() * (states.colwise() - mean)).colwise() + wantedMean;
    }

    Vector<double> mean;
    Matrix<double> centred;
    Eigen::LDLT<Matrix<double>> solver;
};

double rSquared(const Vector<double> &truth, const Vector<double> &read)
{
    const double total = (truth.array() - truth.mean()).square().sum();
    return total > 0.0 ? 1.0 - (truth - read).squaredNorm() / total : std::numeric_limits<double>::quiet_NaN();
}

Matrix<double> indicators(const Vector<double> &classes, Index count)
{
    Matrix<double> made = Matrix<double>::Zero(count, classes.size());
    for (Index i = 0; i < classes.size(); ++i) {
        const auto each = static_cast<Index>(classes(i));
        if (each >= 0 && each < count)
            made(each, i) = 1.0;
    }
    return made;
}

double accuracyOf(const Vector<double> &truth, const Matrix<double> &read)
{
    Index right = 0;
    for (Index i = 0; i < truth.size(); ++i) {
        Index answer = 0;
        read.col(i).maxCoeff(&answer);
        right += answer == static_cast<Index>(truth(i)) ? 1 : 0;
    }
    return static_cast<double>(right) / static_cast<double>(truth.size());
}

/// (K+1) scores of one layer.
Vector<double> readable(const Samples &training, const Samples &validation, const Remembered &what, double ridge)
{
    const Index lags = training.past.rows(), classes = std::ssize(what.classNames);
    Vector<double> result(lags);
    std::optional<Fitted> whole; // of all states, where the value is known at each
    for (Index lag = 0; lag < lags; ++lag) {
        const Known fit = knownAt(training, lag), score = knownAt(validation, lag);
        result(lag) = std::numeric_limits<double>::quiet_NaN();
        if (fit.columns.empty() || score.columns.empty())
            continue;
        const Matrix<double> wanted =
            what.isClass() ? indicators(fit.values, classes) : Matrix<double>(fit.values.transpose());
        const bool all = std::ssize(fit.columns) == training.states.cols();
        if (all && !whole)
            whole.emplace(training.states, ridge);
        const Matrix<double> asked = validation.states(Eigen::all, score.columns);
        const Matrix<double> read = all ? whole->read(wanted, asked)
                                        : Fitted(training.states(Eigen::all, fit.columns), ridge).read(wanted, asked);
        result(lag) = what.isClass() ? accuracyOf(score.values, read)
                                     : rSquared(score.values, Vector<double>(read.row(0).transpose()));
    }
    return result;
}

/// The share of the most frequent class among the values that are scored at lag 0.
double majority(const Samples &samples, Index classes)
{
    const Known known = knownAt(samples, 0);
    if (known.columns.empty())
        return 0.0;
    return indicators(known.values, classes).rowwise().sum().maxCoeff() / static_cast<double>(known.columns.size());
}

} // namespace

MemoryProbe probeFor(bool everyStep, Index steps)
{
    constexpr Index kLastStates = 3000; // one a sequence, so more of these
    MemoryProbe probe;
    probe.lastOnly = !everyStep;
    probe.maximumSequences = everyStep ? probe.maximumSequences : kLastStates;
    probe.lags = std::min<Index>(probe.lags, everyStep ? std::max<Index>(1, steps * 3 / 4) : steps - 1);
    return probe;
}

Index MemoryCurve::reach(Index layer) const
{
    Index lag = 0;
    while (lag < score.cols() && isHalf(layer, lag))
        ++lag;
    return lag - 1;
}

Index MemoryCurve::furthest(Index layer) const
{
    Index lag = score.cols() - 1;
    while (lag >= 0 && !isHalf(layer, lag))
        --lag;
    return lag;
}

Index MemoryCurve::best(Index layer) const
{
    Index best = -1;
    for (Index lag = 0; lag < score.cols(); ++lag) {
        if (std::isfinite(score(layer, lag)) && (best < 0 || score(layer, lag) > score(layer, best)))
            best = lag;
    }
    return best;
}

template <typename Scalar>
MemoryCurve memoryCurve(Network<Scalar> &network, const SequenceSet<Scalar> &training,
                        const SequenceSet<Scalar> &validation, const Remembered &what, const MemoryProbe &probe,
                        const std::stop_token &stop)
{
    if (training.size() == 0 || validation.size() == 0)
        throw DataError("what is remembered is fitted on training sequences and scored on validation sequences; there "
                        "are none of one kind: choose another split");
    if (std::ssize(what.values) < training.store().inputs.cols())
        throw ShapeError("what is remembered has " + std::to_string(what.values.size()) + " values, the series has "
                         + std::to_string(training.store().inputs.cols()) + " rows");
    const NetworkOptions &options = network.options();
    const Index lags = std::clamp<Index>(probe.lags, 0, training.steps() - 1);
    MemoryCurve curve;
    curve.accuracy = what.isClass();
    curve.score = Matrix<double>::Constant(options.layers, lags + 1, std::numeric_limits<double>::quiet_NaN());
    for (Index layer = 0; layer < options.layers && !stop.stop_requested(); ++layer) {
        const Samples fit = samplesOf(network, training, layer, what, probe, lags, stop);
        const Samples score = samplesOf(network, validation, layer, what, probe, lags, stop);
        if (stop.stop_requested() || fit.states.cols() == 0 || score.states.cols() == 0)
            break;
        curve.score.row(layer) = readable(fit, score, what, probe.ridge).transpose();
        curve.chance = what.isClass() ? majority(score, std::ssize(what.classNames)) : 0.0;
        curve.fitted = fit.states.cols();
        curve.scored = score.states.cols();
    }
    return curve;
}

template MemoryCurve memoryCurve(Network<float> &, const SequenceSet<float> &, const SequenceSet<float> &,
                                 const Remembered &, const MemoryProbe &, const std::stop_token &);
template MemoryCurve memoryCurve(Network<double> &, const SequenceSet<double> &, const SequenceSet<double> &,
                                 const Remembered &, const MemoryProbe &, const std::stop_token &);

} // namespace gatescope
