// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/file/metric_table.h"

#include "core/error.h"

#include <array>

namespace gatescope {

namespace {

constexpr std::string_view kPlace = "sequence|layer|step|unit";
constexpr std::string_view kMean = "layer|unit|step|where|elsewhere|letter|sequence";

// Means over gates and states take the first hundred validation sequences (without any: training sequences), or one.
constexpr std::array kMetrics = {
    LessonMetric{"train.loss", "", "mean loss over the training sequences"},
    LessonMetric{"validation.loss", "", "mean loss over the validation sequences"},
    LessonMetric{"test.loss", "", "mean loss over the test sequences"},
    LessonMetric{"train.mae", "", "mean absolute error, original units"},
    LessonMetric{"validation.mae", "", "mean absolute error, original units"},
    LessonMetric{"test.mae", "", "mean absolute error, original units"},
    LessonMetric{"train.rmse", "", "root mean squared error, original units"},
    LessonMetric{"validation.rmse", "", "root mean squared error, original units"},
    LessonMetric{"test.rmse", "", "root mean squared error, original units"},
    LessonMetric{"train.r2", "", "share of the variance explained"},
    LessonMetric{"validation.r2", "", "share of the variance explained"},
    LessonMetric{"test.r2", "", "share of the variance explained"},
    LessonMetric{"train.accuracy", "", "share of classes told right"},
    LessonMetric{"validation.accuracy", "", "share of classes told right"},
    LessonMetric{"test.accuracy", "", "share of classes told right"},
    LessonMetric{"mean.loss", "", "squared error (scaled) of always saying the training part's mean, on validation"},
    LessonMetric{"train.skill", "", "1 − error / error of the best baseline, on the training part"},
    LessonMetric{"validation.skill", "", "1 − error / error of the best baseline, on the validation part"},
    LessonMetric{"test.skill", "", "1 − error / error of the best baseline, on the test part"},
    LessonMetric{"baseline.rmse", "id!|part!",
                 "root mean squared error of a baseline (last-value, mean, …), original units"},
    LessonMetric{"train.bits", "", "bits a character of a text costs, on the training part"},
    LessonMetric{"validation.bits", "", "bits a character of a text costs, on the validation part"},
    LessonMetric{"test.bits", "", "bits a character of a text costs, on the test part"},
    LessonMetric{"baseline.bits", "id!|part!", "the same of counting: frequencies, bigram, trigram"},
    LessonMetric{"characters", "", "different characters that a text network knows, with “other”"},
    LessonMetric{"written.words", "temperature!",
                 "share of the words in 4,000 characters it writes that are words of its training text"},
    LessonMetric{"written.different", "temperature!", "how many different words these are"},
    LessonMetric{"parameters", "", "trainable numbers of the network"},
    LessonMetric{"windows", "part", "sequences of a part (train, validation, test)"},
    LessonMetric{"window", "", "steps of a sequence"},
    LessonMetric{"epoch", "", "epochs trained"},
    LessonMetric{"steps", "", "batches trained"},
    LessonMetric{"best.epoch", "", "epoch with the lowest validation loss"},
    LessonMetric{"best.loss", "", "its validation loss"},
    LessonMetric{"epoch.train-loss", "epoch!", "training loss that was noted after an epoch"},
    LessonMetric{"epoch.validation-loss", "epoch!", "validation loss that was noted after an epoch"},
    LessonMetric{"batch.loss", "", "loss of the last batch, before its update"},
    LessonMetric{"batch.gradient-norm", "", "gradient norm of the last batch, before clipping"},
    LessonMetric{"batch.update", "", "how far it moved the weights, in percent of their own size"},
    LessonMetric{"diverged.step", "", "first batch whose loss or gradient was not finite (0 while all are)"},
    LessonMetric{"place.sequence", "", "the sequence that is shown"},
    LessonMetric{"place.layer", "", "the layer that is shown, from 1"},
    LessonMetric{"place.step", "", "the step that is shown"},
    LessonMetric{"place.unit", "", "the unit that is shown"},
    LessonMetric{"output", "sequence", "first output of a sequence, scaled, with what is held"},
    LessonMetric{"target", "sequence", "its target, scaled"},
    LessonMetric{"r", kPlace, "reset gate at a place"},
    LessonMetric{"z", kPlace, "update gate at a place"},
    LessonMetric{"n", kPlace, "candidate at a place"},
    LessonMetric{"h", kPlace, "hidden state at a place"},
    LessonMetric{"r.mean", kMean, "mean of the reset gate"},
    LessonMetric{"z.mean", kMean, "mean of the update gate; where=COLUMN: at steps where that input is not zero"},
    LessonMetric{"kept.mean", kMean, "mean share of the old state that is kept"},
    LessonMetric{"h.size", kMean, "mean size of the hidden state"},
    LessonMetric{"h.mean", kMean,
                 "mean of the hidden state; letter=N: at the N-th letter of a text's words, 0 at the blank before"},
    LessonMetric{"gradient.left", "lag!", "median share of the gradient that is left so many steps back (top layer)"},
    LessonMetric{"path.share", "path!", "mean share of a gradient path: carry, candidate, reset, update"},
    LessonMetric{"attribution", "lag!", "mean size of ∂ŷ/∂x so many steps before the end"},
    LessonMetric{"attribution.lag", "", "lag at which the mean size of ∂ŷ/∂x is largest"},
    LessonMetric{"half-life.longest", "", "longest half-life of a unit's carried part, in steps (top layer)"},
    LessonMetric{"fixed-points", "kind",
                 "states that the network stays in under input zero: stable (unless kind says saddle or repeller)"},
    LessonMetric{"fixed-points.slowest", "", "slowest way back to a stable one, in steps (e-fold)"},
    LessonMetric{"memory", "lag!|input",
                 "share of the first input's variance (or of the one named), so many steps ago, that can be read from "
                 "the top layer's state (R²)"},
    LessonMetric{"free-run.spread", "rows!|last!",
                 "standard deviation of the last rows of a free run from the test part on, original units"},
};

bool named(std::string_view list, std::string_view name)
{
    while (!list.empty()) {
        const std::size_t bar = list.find('|');
        std::string_view entry = list.substr(0, bar);
        if (entry.ends_with('!'))
            entry.remove_suffix(1);
        if (entry == name)
            return true;
        list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
    }
    return false;
}

} // namespace

std::span<const LessonMetric> lessonMetrics()
{
    return kMetrics;
}

const LessonMetric *findLessonMetric(std::string_view id)
{
    for (const LessonMetric &metric : kMetrics) {
        if (metric.id == id)
            return &metric;
    }
    return nullptr;
}

std::optional<std::string> metricProblem(const MetricCall &call)
{
    const LessonMetric *metric = findLessonMetric(call.id);
    if (!metric)
        return "there is no metric " + quoted(call.id) + "; see the list of metrics in lesson new";
    for (const auto &[name, value] : call.arguments) {
        if (!named(metric->arguments, name))
            return "the metric " + call.id + " takes no " + quoted(name);
        if (value.empty())
            return "the metric " + call.id + " needs a value for " + name;
    }
    std::string_view list = metric->arguments;
    while (!list.empty()) {
        const std::size_t bar = list.find('|');
        const std::string_view entry = list.substr(0, bar);
        if (entry.ends_with('!') && !call.arguments.contains(entry.substr(0, entry.size() - 1)))
            return "the metric " + call.id + " needs " + std::string(entry.substr(0, entry.size() - 1)) + "=…";
        list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
    }
    return std::nullopt;
}

} // namespace gatescope
