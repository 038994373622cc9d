// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/text/run_letters.h"

#include "ui/look/plain_text.h"

#include <algorithm>

namespace gatescope {

const std::string &characterAt(const Inspection &inspection, Index step)
{
    Index symbol = 0;
    inspection.run().input.col(step).maxCoeff(&symbol);
    return inspection.data().classNames[static_cast<std::size_t>(symbol)];
}

std::string nextCharacter(const Inspection &inspection, Index step)
{
    const Trace<float> &run = inspection.run();
    if (step < run.firstLossStep() || step >= run.steps())
        return {};
    return inspection.data().classNames[static_cast<std::size_t>(run.targets(0, step - run.firstLossStep()))];
}

std::vector<NextChance> nextChances(const Trace<float> &run, Index step)
{
    const Eigen::ArrayXd scores = run.outputs.col(step).cast<double>().array();
    const Eigen::ArrayXd weights = (scores - scores.maxCoeff()).exp();
    std::vector<NextChance> chances;
    for (Index symbol = 0; symbol < weights.size(); ++symbol)
        chances.push_back({symbol, weights(symbol) / weights.sum()});
    std::ranges::stable_sort(chances, std::ranges::greater{}, &NextChance::chance);
    return chances;
}

QString letterMark(const Preparation &text, Index symbol)
{
    const auto i = static_cast<std::size_t>(symbol);
    return i + 1 == text.classNames.size() ? QStringLiteral("□") : characterMark(text.classNames[i]);
}

} // namespace gatescope
