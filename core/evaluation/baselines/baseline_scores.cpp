// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baselines/baseline_scores.h"

#include "core/data/progress_gate.h"
#include "core/train/optimisation/loss.h"

#include <cmath>
#include <functional>

namespace gatescope {

namespace {

constexpr Index kScoredAtOnce = 4096;

/// Some windows with what a baseline says of them and what came; both (O × n), of classes (C × n) and (1 × n).
struct Block {
    Matrix<double> forecasts;
    Matrix<double> targets;
};

Matrix<double> targetsOf(const BaselineData &data, const WindowPlaces &windows)
{
    const Index targets = data.targets();
    Matrix<double> values(targets * data.horizons, windows.size());
    for (Index window = 0; window < windows.size(); ++window) {
        for (Index k = 0; k < data.horizons; ++k)
            values.col(window).segment(k * targets, targets) =
                data.values->col(windows.targets[static_cast<std::size_t>(window * data.horizons + k)]);
    }
    return values;
}

void overBlocks(const Baseline &baseline, const BaselineData &data, const WindowPlaces &windows,
                const ProgressGate &gate, const std::function<void(Block &)> &take)
{
    Block block;
    for (Index first = 0; first < windows.size(); first += kScoredAtOnce) {
        const Index count = std::min(kScoredAtOnce, windows.size() - first);
        const WindowPlaces part{
            windows.starts.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count)),
            windows.targets.subspan(static_cast<std::size_t>(first * data.horizons),
                                    static_cast<std::size_t>(count * data.horizons))};
        block.forecasts.resize(data.outputs(), count);
        baseline.predict(part, block.forecasts);
        block.targets = targetsOf(data, part);
        take(block);
        gate.check(static_cast<double>(first + count) / static_cast<double>(windows.size()));
    }
}

/// Leaves out the windows without a forecast, in place. @return how many
Index leaveOutUnknown(Block &block)
{
    Index kept = 0;
    for (Index window = 0; window < block.forecasts.cols(); ++window) {
        if (block.forecasts.col(window).hasNaN() || block.targets.col(window).hasNaN())
            continue;
        if (kept != window) {
            block.forecasts.col(kept) = block.forecasts.col(window).eval();
            block.targets.col(kept) = block.targets.col(window).eval();
        }
        ++kept;
    }
    const Index left = block.forecasts.cols() - kept;
    block.forecasts.conservativeResize(Eigen::NoChange, kept);
    block.targets.conservativeResize(Eigen::NoChange, kept);
    return left;
}

/// ScoreSums over all windows, from which the score is made.
struct ScoreSums {
    Index windows = 0, leftOut = 0;
    Vector<double> absolute, squared; ///< (O)
    double loss = 0.0, right = 0.0, logChance = 0.0;

    void addValues(const Block &block, const BaselineData &data, const Loss &choice)
    {
        const Matrix<double> errors = block.forecasts - block.targets;
        absolute += errors.cwiseAbs().rowwise().sum();
        squared += errors.cwiseAbs2().rowwise().sum();
        Matrix<double> scaled = errors;
        for (Index row = 0; row < scaled.rows() && data.targetScaler.size() > 0; ++row)
            scaled.row(row) /= data.targetScaler.column(row % data.targetScaler.size()).scale;
        const Matrix<double> zero = Matrix<double>::Zero(scaled.rows(), scaled.cols());
        loss += lossValue<double>(choice, scaled, zero) * static_cast<double>(scaled.cols());
    }

    void addClasses(const Block &block)
    {
        for (Index window = 0; window < block.forecasts.cols(); ++window) {
            const auto truth = static_cast<Index>(block.targets(0, window));
            Index said = 0;
            block.forecasts.col(window).maxCoeff(&said);
            right += said == truth;
            logChance -= std::log(block.forecasts(truth, window));
        }
    }
};

std::vector<double> meansOf(const Vector<double> &sums, double count)
{
    const Vector<double> means = sums / count;
    return {means.begin(), means.end()};
}

BaselineScore scoreOf(const ScoreSums &sums, const BaselineData &data)
{
    BaselineScore score;
    score.windows = sums.windows;
    score.leftOut = sums.leftOut;
    if (sums.windows == 0)
        return score;
    const auto count = static_cast<double>(sums.windows);
    if (data.task == TaskKind::Classification) {
        score.accuracy = sums.right / count;
        if (std::isfinite(sums.logChance))
            score.crossEntropy = score.loss = sums.logChance / count;
        return score;
    }
    score.loss = sums.loss / count;
    score.outputAbsolute = meansOf(sums.absolute, count);
    score.outputSquared = meansOf(sums.squared, count);
    score.meanAbsoluteError = sums.absolute.mean() / count;
    score.meanSquaredError = sums.squared.mean() / count;
    return score;
}

} // namespace

BaselineScore scoreBaseline(const Baseline &baseline, const BaselineData &data, const WindowPlaces &windows,
                            const Loss &loss, const Progress &progress)
{
    ScoreSums sums;
    sums.absolute = sums.squared = Vector<double>::Zero(data.outputs());
    overBlocks(baseline, data, windows, ProgressGate(progress), [&](Block &block) {
        sums.leftOut += leaveOutUnknown(block);
        sums.windows += block.forecasts.cols();
        if (block.forecasts.cols() == 0)
            return;
        if (data.task == TaskKind::Classification)
            sums.addClasses(block);
        else
            sums.addValues(block, data, loss);
    });
    return scoreOf(sums, data);
}

std::vector<double> windowErrors(const Baseline &baseline, const BaselineData &data, const WindowPlaces &windows)
{
    std::vector<double> errors;
    errors.reserve(static_cast<std::size_t>(windows.size()));
    const Progress none;
    overBlocks(baseline, data, windows, ProgressGate(none), [&](Block &block) {
        for (Index window = 0; window < block.forecasts.cols(); ++window) {
            if (data.task == TaskKind::Classification)
                errors.push_back(-std::log(block.forecasts(static_cast<Index>(block.targets(0, window)), window)));
            else
                errors.push_back((block.forecasts.col(window) - block.targets.col(window)).squaredNorm());
        }
    });
    return errors;
}

std::vector<double> inSampleErrors(const BaselineData &data, Index season)
{
    std::vector<double> errors;
    for (Index target = 0; target < data.targets(); ++target) {
        double sum = 0.0, count = 0.0;
        for (const BaselineData::Run &run : data.trainRuns) {
            for (Index row = run.begin + season; data.hasRows && row < run.end; ++row) {
                const double step = std::abs((*data.values)(target, row) - (*data.values)(target, row - season));
                sum += std::isnan(step) ? 0.0 : step;
                count += !std::isnan(step);
            }
        }
        errors.push_back(count > 0.0 ? sum / count : std::nan(""));
    }
    return errors;
}

} // namespace gatescope
