// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepared_data.h"
#include "core/data/sources/generated_tasks.h"
#include "core/inspect/dynamics/fixed_points.h"
#include "core/inspect/dynamics/visited_states.h"
#include "core/session/run.h"
#include "core/train/settings/settings_table.h"
#include "core/train/trainer.h"

#include <gtest/gtest.h>

#include <set>

namespace gatescope {

namespace {

/// A network on the 2-bit flip-flop, windows of 60, trained with the task's own settings (16 units), searched under the
/// input zero.
FixedPoints flipFlopPoints(std::uint64_t seed)
{
    const GeneratedData made = generateTask("flip-flop", {{"bits", 2}, {"length", 60}}, 0);
    const PreparedData<float> data = prepareData<float>(made.table, made.options);
    Settings settings;
    for (const TaskSetting &setting : findGeneratedTask("flip-flop")->training)
        setSettingText(*findSetting(setting.id), settings, setting.text);
    settings = settingsFor(data, settings);
    settings.training.seed = seed;
    Trainer<float> trainer(settings, {data.train, data.validation});
    while (!trainer.finished())
        trainer.step();
    const std::span<const float> weights = trainer.network().parameters();
    const StateMap map(settings.network, std::vector<double>(weights.begin(), weights.end()),
                       Vector<double>::Zero(settings.network.inputs));
    return findFixedPoints(map, visitedStates(trainer.network(), data.all));
}

/// The memories (±1, ±1) that a stable point answers with, within 0.15.
std::set<std::pair<bool, bool>> memoriesKept(const FixedPoints &found)
{
    std::set<std::pair<bool, bool>> kept;
    for (const FixedPoint &point : found.points) {
        if (point.kind == PointKind::Stable && (point.answer.cwiseAbs().array() - 1.0).abs().maxCoeff() < 0.15)
            kept.emplace(point.answer(0) > 0.0, point.answer(1) > 0.0);
    }
    return kept;
}

} // namespace

/// The settings were chosen on seeds 0 to 19; of these five nothing was known.
TEST(FlipFlop, MemoriesAreStablePointsAndSaddlesPartThem)
{
    for (std::uint64_t seed = 101; seed <= 105; ++seed) {
        const FixedPoints found = flipFlopPoints(seed);
        for (const FixedPoint &point : found.points)
            EXPECT_LT(point.residual, 1e-8) << seed;
        EXPECT_EQ(memoriesKept(found).size(), 4U) << seed;
        EXPECT_EQ(found.count(PointKind::Stable), 4) << seed;
        EXPECT_GE(found.count(PointKind::Saddle), 4) << seed << ": one between each two neighbours";
    }
}

} // namespace gatescope
