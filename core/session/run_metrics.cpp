// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/run_metrics.h"

#include "core/evaluation/forecast.h"
#include "core/evaluation/text_sample.h"
#include "core/inspect/units/half_life.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

using enum MetricKind;

constexpr std::array kMetrics = {
    RunMetric{"best.loss", "best validation loss", "Lowest validation loss (scaled) of all epochs.", Loss},
    RunMetric{"best.epoch", "best epoch", "Epoch with the lowest validation loss.", Count},
    RunMetric{"validation.skill", "skill, validation",
              "1 − error ÷ error of the best baseline, on the validation part.", Skill},
    RunMetric{"train.skill", "skill, training", "1 − error ÷ error of the best baseline, on the training part.", Skill},
    RunMetric{"test.skill", "skill, test", "1 − error ÷ error of the best baseline, on the test part.", Skill, true},
    RunMetric{"validation.mae", "MAE, validation", "Mean absolute error on the validation part, in the target's unit.",
              Error, false, true},
    RunMetric{"validation.rmse", "RMSE, validation",
              "Root mean squared error on the validation part, in the target's unit.", Error, false, true},
    RunMetric{"test.mae", "MAE, test", "Mean absolute error on the test part, in the target's unit.", Error, true,
              true},
    RunMetric{"test.rmse", "RMSE, test", "Root mean squared error on the test part, in the target's unit.", Error, true,
              true},
    RunMetric{"validation.accuracy", "accuracy, validation",
              "Share of the validation windows whose class is told right.", Share},
    RunMetric{"test.accuracy", "accuracy, test", "Share of the test windows whose class is told right.", Share, true},
    RunMetric{"half-life.longest", "longest memory half-life",
              "Steps after which half of what the slowest unit of the top layer carries along would be left, by its "
              "update gate over validation sequences.",
              Steps},
    RunMetric{"parameters", "parameters", "Trainable numbers of the network.", Count},
    RunMetric{"epoch", "epochs trained", "How often the training went through all training sequences.", Count},
    RunMetric{"steps", "batches trained", "How many steps the weights made.", Count},
    RunMetric{"seconds", "seconds", "How long the training ran in the window.", Seconds},
};

} // namespace

std::span<const RunMetric> runMetrics()
{
    return kMetrics;
}

const RunMetric *findRunMetric(std::string_view id)
{
    const auto found = std::ranges::find(kMetrics, id, &RunMetric::id);
    return found == kMetrics.end() ? nullptr : &*found;
}

namespace {

constexpr Index kHalfLifeSequences = 64; ///< of the validation part: a mean over more says no more

/// None where everything is kept for ever, or there is nothing to look at.
std::optional<double> longestHalfLife(Network<float> &network, const PreparedData<float> &windows)
{
    const SequenceSet<float> &set = windows.validation.size() > 0 ? windows.validation : windows.train;
    const Index count = std::min(set.size(), kHalfLifeSequences);
    if (count == 0 || holdsUpdate(network.options().held))
        return std::nullopt;
    const NetworkOptions &options = network.options();
    Matrix<float> z(options.hidden, count * set.steps());
    for (Index sequence = 0; sequence < count; ++sequence) {
        network.forward(set.input(sequence), 1);
        z.middleCols(sequence * set.steps(), set.steps()) = network.gates(options.layers - 1).z;
    }
    const double longest = unitHalfLives(z, options.formulation).maxCoeff();
    return std::isfinite(longest) ? std::optional(longest) : std::nullopt;
}

} // namespace

MetricValues recordedMetrics(const Run &run)
{
    const TrainingProgress &progress = run.state->progress;
    MetricValues values = {{"parameters", static_cast<double>(run.settings.network.parameterCount())},
                           {"epoch", static_cast<double>(progress.epoch)},
                           {"steps", static_cast<double>(progress.step)}};
    if (progress.bestEpoch > 0 && !run.history.validationLoss().empty()) {
        values["best.epoch"] = static_cast<double>(progress.bestEpoch);
        values["best.loss"] = progress.bestLoss;
    }
    return values;
}

MetricValues measuredTextMetrics(const Run &run)
{
    MetricValues values = recordedMetrics(run);
    Network<float> network(run.settings.network, 1);
    std::ranges::copy(run.state->parameters, network.parameters().begin());
    const Index steps = run.settings.training.lossSteps(run.windows->train.steps());
    const auto parts = evaluateText(network, *run.windows, steps);
    for (const DataPart part : kSplitParts) {
        const TextPartScores &scores = parts[static_cast<std::size_t>(part)];
        if (scores.empty())
            continue;
        const auto best = std::ranges::min_element(scores.begin() + 1, scores.end(), {}, &TextScore::crossEntropy);
        const std::string name(partId(part));
        values[name + ".skill"] = 1.0 - scores.front().crossEntropy / best->crossEntropy;
        if (findRunMetric(name + ".accuracy") != nullptr)
            values[name + ".accuracy"] = scores.front().accuracy;
    }
    return values;
}

MetricValues measuredMetrics(const Run &run, const Opponents &opponents)
{
    MetricValues values = recordedMetrics(run);
    Network<float> network(run.settings.network, 1);
    std::ranges::copy(run.state->parameters, network.parameters().begin());
    for (const DataPart part : kSplitParts) {
        const SequenceSet<float> set = run.windows->part(part).scored();
        if (set.size() == 0 || !set.hasTargets())
            continue;
        const PartEvaluation result = evaluatePart(opponents, part, forecast(network, *run.windows, set));
        const std::string name(partId(part));
        const auto put = [&](const std::string &id, std::optional<double> value) {
            if (value && findRunMetric(name + "." + id) != nullptr)
                values[name + "." + id] = *value;
        };
        put("skill", result.skill);
        put("mae", result.scores ? std::optional(result.scores->meanAbsoluteError) : std::nullopt);
        put("rmse", result.scores ? std::optional(result.scores->rootMeanSquaredError) : std::nullopt);
        put("accuracy", result.classes ? std::optional(result.classes->accuracy) : std::nullopt);
    }
    if (const auto steps = longestHalfLife(network, *run.windows))
        values["half-life.longest"] = *steps;
    return values;
}

} // namespace gatescope
