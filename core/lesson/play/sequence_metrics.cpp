// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/forecast.h"
#include "core/inspect/dynamics/fixed_points.h"
#include "core/inspect/dynamics/memory_curve.h"
#include "core/inspect/dynamics/visited_states.h"
#include "core/inspect/gradient/lag_profile.h"
#include "core/inspect/question/attribution.h"
#include "core/inspect/question/what_if.h"
#include "core/inspect/run/gradient_terms.h"
#include "core/inspect/run/sequence_run.h"
#include "core/inspect/units/half_life.h"
#include "core/lesson/play/metric_reader.h"
#include "core/train/optimisation/loss.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

/// As the screen shows it: with what is held.
Trace<float> MetricReader::traceOf(const SequenceSet<float> &set, Index sequence) const
{
    WhatIf edits;
    if (m_place.holdReset)
        edits.gates.push_back({Gate::Reset, {}, {}, m_place.holdReset});
    if (m_place.holdUpdate)
        edits.gates.push_back({Gate::Update, {}, {}, m_place.holdUpdate});
    const Matrix<float> target = set.targets(sequence, lossStepsOf(m_state.settings.training, set));
    const NetworkOptions &network = m_state.settings.network;
    const std::span<const float> parameters(m_state.parameters);
    if (edits.empty())
        return runAndDifferentiate<float>(network, parameters, m_state.settings.training, set.input(sequence), target);
    return runWhatIf<float>(network, parameters, m_state.settings.training, set.input(sequence), target, edits).edited;
}

double MetricReader::atPlace() const
{
    const auto [set, index] = m_state.sequence(whole("sequence").value_or(m_place.sequence));
    const Trace<float> trace = traceOf(*set, index);
    const Index layer = within("layer", m_place.layer + 1, 0) - 1;
    const Index step = within("step", m_place.step, trace.steps());
    const Index unit = within("unit", m_place.unit, m_state.settings.network.hidden);
    const CellValue value = cellValueOf(m_call.id).value();
    return static_cast<double>(valuesOf(trace.layers[static_cast<std::size_t>(layer)], value)(unit, step));
}

double MetricReader::ofOutput(bool target) const
{
    const auto [set, index] = m_state.sequence(whole("sequence").value_or(m_place.sequence));
    return static_cast<double>(target ? set->target(index)(0) : traceOf(*set, index).output(0));
}

/// Whether a step is one that `where` or `elsewhere` asks for.
bool MetricReader::counts(const SequenceSet<float> &set, Index sequence, Index step) const
{
    if (const auto wanted = whole("step"); wanted && *wanted != step)
        return false;
    const auto where = argument("where"), elsewhere = argument("elsewhere");
    for (const auto &[column, zero] : {std::pair(where, false), std::pair(elsewhere, true)}) {
        if (!column)
            continue;
        const auto found = std::ranges::find(m_state.data->featureNames, *column);
        if (found == m_state.data->featureNames.end())
            none("there is no input " + quoted(*column));
        const Index row = set.start(sequence) + step;
        if ((m_state.rawInputs(found - m_state.data->featureNames.begin(), row) == 0.0) != zero)
            return false;
    }
    return true;
}

double MetricReader::meanOf(std::string_view quantity) const
{
    const auto layer = static_cast<std::size_t>(layerOfMeans());
    const std::optional<Index> unit = whole("unit");
    const std::optional<Index> letter = whole("letter");
    const Formulation formulation = m_state.settings.network.formulation;
    double sum = 0.0;
    std::int64_t count = 0;
    eachSequence([&](const SequenceSet<float> &set, Index sequence, const Trace<float> &trace) {
        const LayerTrace<float> &at = trace.layers[layer];
        const Matrix<float> &values = quantity == "r.mean" ? at.r : quantity.front() == 'h' ? at.h : at.z;
        const std::vector<Index> letters = letter ? lettersOf(trace) : std::vector<Index>();
        for (Index step = 0; step < trace.steps(); ++step) {
            if (!counts(set, sequence, step) || (letter && letters[static_cast<std::size_t>(step)] != *letter))
                continue;
            for (Index i = 0; i < values.rows(); ++i) {
                if (unit && *unit != i)
                    continue;
                const auto value = static_cast<double>(values(i, step));
                sum += quantity == "kept.mean" ? keptShare(value, formulation)
                       : quantity == "h.size"  ? std::abs(value)
                                               : value;
                ++count;
            }
        }
    });
    if (count == 0)
        none("no step counts");
    return sum / static_cast<double>(count);
}

double MetricReader::gradientLeft() const
{
    const Index lag = *whole("lag");
    std::vector<double> left;
    eachSequence([&](const SequenceSet<float> &, Index, const Trace<float> &trace) {
        if (!trace.loss || lag >= trace.steps())
            none("there is no target, or the sequence has no step so far back");
        left.push_back(lagProfile<float>(trace.layers.back().gradientNorm).relative(lag));
    });
    const auto middle = left.begin() + static_cast<std::ptrdiff_t>(left.size() / 2);
    std::ranges::nth_element(left, middle);
    return *middle;
}

double MetricReader::pathShare() const
{
    Index path = 0;
    while (path < kGradientPaths && gradientPathName(static_cast<GradientPath>(path)) != *argument("path"))
        ++path;
    if (path == kGradientPaths)
        none("a path is carry, candidate, reset or update");
    double share = 0.0;
    std::int64_t count = 0;
    eachSequence([&](const SequenceSet<float> &, Index, const Trace<float> &trace) {
        const Matrix<float> &norms = trace.layers.back().gradientPaths;
        for (Index step = 1; step < norms.rows(); ++step) {
            const auto sum = static_cast<double>(norms.row(step).sum());
            if (sum > 0.0) {
                share += static_cast<double>(norms(step, path)) / sum;
                ++count;
            }
        }
    });
    if (count == 0)
        none("no gradient flows");
    return share / static_cast<double>(count);
}

Vector<double> MetricReader::attributionByLag() const
{
    Vector<double> sum;
    std::int64_t count = 0;
    eachSequence([&](const SequenceSet<float> &set, Index sequence, const Trace<float> &) {
        const Vector<double> norms = attribute<float>(m_state.settings.network, m_state.parameters, set.input(sequence))
                                         .stepNorms(0)
                                         .cast<double>()
                                         .reverse();
        sum = count == 0 ? norms : Vector<double>(sum + norms);
        ++count;
    });
    return sum / static_cast<double>(count);
}

double MetricReader::attribution() const
{
    const Vector<double> byLag = attributionByLag();
    return byLag(within("lag", 0, byLag.size()));
}

double MetricReader::longestHalfLife() const
{
    Matrix<float> gates;
    eachSequence([&](const SequenceSet<float> &, Index, const Trace<float> &trace) {
        const Matrix<float> &z = trace.layers.back().z;
        gates.conservativeResize(z.rows(), gates.cols() + z.cols());
        gates.rightCols(z.cols()) = z;
    });
    return unitHalfLives(gates, m_state.settings.network.formulation).maxCoeff();
}

/// As the phase portrait finds them.
double MetricReader::ofFixedPoints() const
{
    const NetworkOptions &options = m_state.settings.network;
    Network<float> network(options);
    std::ranges::copy(m_state.parameters, network.parameters().begin());
    const std::vector<double> parameters(m_state.parameters.begin(), m_state.parameters.end());
    const StateMap map(options, parameters, Vector<double>::Zero(options.inputs));
    const FixedPoints found = findFixedPoints(map, visitedStates(network, m_state.data->all));
    if (m_call.id == "fixed-points") {
        const std::string kind = argument("kind").value_or("stable");
        for (const PointKind each : {PointKind::Stable, PointKind::Saddle, PointKind::Repeller}) {
            if (pointKindName(each) == kind)
                return static_cast<double>(found.count(each));
        }
        none("a kind is stable, saddle or repeller");
    }
    if (found.points.empty() || found.points.front().kind != PointKind::Stable)
        none("there is no stable point");
    return found.points.front().steps();
}

/// As the page Memory measures it, by lag.
double MetricReader::memoryAt() const
{
    const std::vector<std::string> names = rememberedNames(*m_state.data);
    const auto found = std::ranges::find(names, argument("input").value_or(names.front()));
    if (found == names.end())
        none("there is no input " + quoted(*argument("input")));
    Network<float> network(m_state.settings.network);
    std::ranges::copy(m_state.parameters, network.parameters().begin());
    const bool everyStep = m_state.settings.training.lossAt == LossAt::Every;
    const MemoryCurve curve =
        memoryCurve(network, m_state.data->train, m_state.data->validation,
                    remembered(*m_state.data, found - names.begin()), probeFor(everyStep, m_state.data->train.steps()));
    return curve.score(m_state.settings.network.layers - 1, within("lag", 0, curve.score.cols()));
}

double MetricReader::freeRunSpread() const
{
    const Index rows = *whole("rows"), last = *whole("last");
    if (rows < 1 || rows > 10000 || last < 2 || last > rows)
        none("rows must be 1 to 10000, last 2 to rows");
    Network<float> network(m_state.settings.network);
    std::ranges::copy(m_state.parameters, network.parameters().begin());
    const Matrix<double> run = freeRun(network, *m_state.data, m_state.data->partRows[2], rows);
    const Vector<double> tail = run.row(0).tail(last);
    return std::sqrt((tail.array() - tail.mean()).square().mean());
}

} // namespace gatescope
