// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/baselines/baseline_scores.h"
#include "core/evaluation/baselines/fits.h"

#include <array>

namespace gatescope {

namespace {

constexpr TaskKind kValues = TaskKind::Regression;
constexpr TaskKind kClasses = TaskKind::Classification;

constexpr std::array<BaselineInfo, 8> kTable{{
    {"last-value", "last value", "The target stays as it was in the window's last row.", kValues},
    {"mean", "training mean", "The target is its mean over the training part, always.", kValues},
    {"seasonal", "season before", "The target is what it was one season earlier.", kValues},
    {"drift", "drift", "The target goes on from the last value as it rose over the training part on average.", kValues},
    {"least-squares", "least squares", "A straight line through all values of the window, one for each output.",
     kValues},
    {"majority", "majority class", "The commonest class of the training part, always.", kClasses},
    {"last-label", "last label", "The class stays as it was in the window's last row.", kClasses},
    {"frequencies", "class frequencies", "Each class with its share of the training part as its chance.", kClasses,
     true},
}};

using Fit = FittedBaseline (*)(const BaselineData &, const ProgressGate &);
constexpr std::array<Fit, kTable.size()> kFits{fitLastValue,    fitMean,     fitSeasonal,  fitDrift,
                                               fitLeastSquares, fitMajority, fitLastLabel, fitFrequencies};

} // namespace

std::span<const BaselineInfo> baselineTable()
{
    return kTable;
}

std::vector<FittedBaseline> fitBaselines(const BaselineData &data, const Progress &progress)
{
    const ProgressGate gate(progress);
    std::vector<FittedBaseline> fitted;
    for (std::size_t i = 0; i < kTable.size(); ++i) {
        if (kTable[i].task != data.task)
            continue;
        fitted.push_back(kFits[i](data, gate));
        fitted.back().info = &kTable[i];
    }
    return fitted;
}

} // namespace gatescope
