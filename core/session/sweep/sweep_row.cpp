// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sweep/sweep_row.h"

#include "core/evaluation/forecast.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::optional<double> meanOf(const std::vector<double> &values)
{
    if (values.empty())
        return std::nullopt;
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

std::optional<double> spreadOf(const std::vector<double> &values, std::optional<double> mean)
{
    if (values.size() < 2)
        return std::nullopt;
    double sum = 0.0;
    for (const double value : values)
        sum += (value - *mean) * (value - *mean);
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

} // namespace

bool sweepRowLess(const SweepRow &first, const SweepRow &second)
{
    for (std::size_t i = 0; i < first.values.size() && i < second.values.size(); ++i) {
        if (first.values[i] != second.values[i])
            return sweepValueLess(first.values[i], second.values[i]);
    }
    return first.seed < second.seed;
}

template <typename Scalar>
std::span<const Scalar> sweepWeights(const BasicRun<Scalar> &run)
{
    const bool best = run.settings.training.earlyStopPatience > 0 && run.state->progress.bestEpoch > 0;
    return best ? run.state->bestParameters : run.state->parameters;
}

template <typename Scalar>
SweepRow sweepRow(const BasicRun<Scalar> &run, const Opponents &opponents, bool withTest)
{
    SweepRow row;
    row.seed = run.settings.training.seed;
    row.parameters = run.settings.network.parameterCount();
    row.bestEpoch = run.state->progress.bestEpoch;
    if (row.bestEpoch > 0 && run.windows->validation.size() > 0)
        row.bestValidationLoss = run.state->progress.bestLoss;
    Network<Scalar> network(run.settings.network, 1);
    std::ranges::copy(sweepWeights(run), network.parameters().begin());
    for (const DataPart part : kSplitParts) {
        const SequenceSet<Scalar> set = run.windows->part(part).scored();
        if (set.size() == 0 || !set.hasTargets() || (part == DataPart::Test && !withTest))
            continue;
        row.skill[static_cast<std::size_t>(part)] =
            evaluatePart(opponents, part, forecast(network, *run.windows, set)).skill;
    }
    return row;
}

std::vector<SweepMean> sweepMeans(std::span<const SweepRow> rows)
{
    std::vector<SweepMean> means;
    for (std::size_t first = 0; first < rows.size();) {
        SweepMean mean;
        mean.values = rows[first].values;
        std::vector<double> losses, skills;
        for (; first < rows.size() && rows[first].values == mean.values; ++first) {
            if (rows[first].bestValidationLoss)
                losses.push_back(*rows[first].bestValidationLoss);
            if (const auto &skill = rows[first].skill[static_cast<std::size_t>(DataPart::Validation)])
                skills.push_back(*skill);
        }
        mean.runs = static_cast<std::int64_t>(losses.size());
        mean.mean = meanOf(losses);
        mean.spread = spreadOf(losses, mean.mean);
        mean.meanSkill = meanOf(skills);
        means.push_back(std::move(mean));
    }
    return means;
}

template std::span<const float> sweepWeights(const BasicRun<float> &);
template std::span<const double> sweepWeights(const BasicRun<double> &);
template SweepRow sweepRow(const BasicRun<float> &, const Opponents &, bool);
template SweepRow sweepRow(const BasicRun<double> &, const Opponents &, bool);

} // namespace gatescope
