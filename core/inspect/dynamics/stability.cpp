// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/dynamics/stability.h"

#include "core/error.h"
#include "core/inspect/dynamics/state_map.h"
#include "core/math/eigenpairs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace gatescope {

namespace {

constexpr Index kRadii = 4; ///< steps of a sequence at which the spectral radius is taken

double spectralRadius(const Matrix<double> &jacobian)
{
    return eigenpairs(jacobian, Wanted::Values).values.cwiseAbs().maxCoeff();
}

/// The spectral radii at some steps of one sequence.
std::vector<double> radiiAlong(StateMap map, const Matrix<double> &input)
{
    std::vector<double> radii;
    const Index count = std::min(kRadii, input.cols());
    Vector<double> state = Vector<double>::Zero(map.size());
    Matrix<double> jacobian;
    Index taken = 0;
    for (Index step = 0; step < input.cols() && taken < count; ++step) {
        map.setInput(input.col(step));
        if (step == (taken + 1) * input.cols() / count - 1) {
            state = map.next(state, jacobian);
            radii.push_back(spectralRadius(jacobian));
            ++taken;
        } else {
            state = map.next(state);
        }
    }
    return radii;
}

} // namespace

Stability measureStability(const NetworkOptions &options, std::span<const float> parameters,
                           const SequenceSet<float> &set, Index maximumSequences, const std::stop_token &stop)
{
    if (set.size() == 0)
        throw DataError("stability is measured along validation sequences, and there are none: choose another split");
    const StateMap map(options, std::vector<double>(parameters.begin(), parameters.end()),
                       Vector<double>::Zero(options.inputs));
    Stability found;
    if (!map.isFinite()) {
        found.lyapunov = found.lyapunovSpread = found.radius = found.largestRadius =
            std::numeric_limits<double>::quiet_NaN();
        found.sequences = std::min(set.size(), maximumSequences);
        return found;
    }
    const Index count = std::min(set.size(), maximumSequences);
    std::vector<double> exponents, radii;
    for (Index i = 0; i < count; ++i) {
        if (stop.stop_requested())
            return {};
        const Index sequence = count == 1 ? 0 : i * (set.size() - 1) / (count - 1);
        const Matrix<double> input = set.input(sequence).template cast<double>();
        exponents.push_back(largestLyapunov(map, input));
        const std::vector<double> each = radiiAlong(map, input);
        radii.insert(radii.end(), each.begin(), each.end());
    }
    const Eigen::Map<const Vector<double>> all(exponents.data(), std::ssize(exponents));
    const Eigen::Map<const Vector<double>> sizes(radii.data(), std::ssize(radii));
    found.lyapunov = all.mean();
    found.lyapunovSpread = std::sqrt((all.array() - all.mean()).square().mean());
    found.radius = sizes.mean();
    found.largestRadius = sizes.maxCoeff();
    found.sequences = count;
    return found;
}

} // namespace gatescope
