// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/skill/skill_interval.h"

#include "core/math/random.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace gatescope {

namespace {

constexpr int kDraws = 1000;
constexpr std::uint64_t kSeed = 20260101; ///< any: the same scores give the same interval
constexpr std::size_t kFewest = 8;

/// Sums of the first 0 … 2n values of a series that goes round: any block is one difference.
std::vector<double> runningSums(std::span<const double> values)
{
    std::vector<double> sums(2 * values.size() + 1, 0.0);
    for (std::size_t i = 0; i + 1 < sums.size(); ++i)
        sums[i + 1] = sums[i] + values[i % values.size()];
    return sums;
}

} // namespace

std::optional<SkillInterval> skillInterval(std::span<const double> model, std::span<const double> baseline, Index ahead)
{
    const std::size_t count = model.size();
    const std::vector<double> modelSums = runningSums(model), baselineSums = runningSums(baseline);
    if (count < kFewest || !(baselineSums[count] > 0.0))
        return std::nullopt;
    const auto least = std::max<std::size_t>(static_cast<std::size_t>(2 * std::max<Index>(ahead, 0)),
                                             static_cast<std::size_t>(std::cbrt(static_cast<double>(count))));
    const std::size_t block = std::clamp<std::size_t>(least, 1, count / 4);
    Random random(kSeed);
    std::vector<double> skills;
    for (int draw = 0; draw < kDraws; ++draw) {
        double modelSum = 0.0, baselineSum = 0.0;
        for (std::size_t taken = 0; taken < count; taken += block) {
            const std::size_t begin = random.below(count), length = std::min(block, count - taken);
            modelSum += modelSums[begin + length] - modelSums[begin];
            baselineSum += baselineSums[begin + length] - baselineSums[begin];
        }
        if (baselineSum > 0.0)
            skills.push_back(1.0 - modelSum / baselineSum);
    }
    std::ranges::sort(skills);
    if (skills.size() < kDraws / 2)
        return std::nullopt;
    const auto at = [&](double share) {
        return skills[static_cast<std::size_t>(share * static_cast<double>(skills.size() - 1))];
    };
    return SkillInterval{at(0.025), at(0.975)};
}

} // namespace gatescope
