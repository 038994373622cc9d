// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/gradient/twin_training.h"

#include "core/inspect/gradient/lag_profile.h"
#include "core/train/trainer.h"
#include "tests/core/inspect/inspect_case.h"

#include <cmath>
#include <memory>

using namespace gatescope;

namespace {

constexpr Index kSteps = 12, kSequences = 40;

Settings settings()
{
    Settings made;
    made.network.hidden = 8;
    made.network.layers = 1;
    made.training.batch = 16; // 40 = 16 + 16 + 8
    made.training.learningRate = 0.01;
    made.training.threads = 1;
    made.training.seed = 7;
    return made;
}

/// Learn the first feature's sum over the sequence.
SequenceSet<double> sums()
{
    auto store = std::make_shared<SeriesStore<double>>();
    store->inputs = randomMatrix<double>(3, kSteps * kSequences);
    store->targets.resize(1, kSequences);
    std::vector<std::int64_t> starts, targets;
    for (Index i = 0; i < kSequences; ++i) {
        store->targets(0, i) = 0.2 * store->inputs.row(0).segment(i * kSteps, kSteps).sum();
        starts.push_back(i * kSteps);
        targets.push_back(i);
    }
    return {store, kSteps, starts, targets, 1};
}

} // namespace

TEST(TwinTraining, TakesTheBatchesOfItsGru)
{
    Trainer<double> trainer(settings(), {sums(), {}});
    TwinTraining<double> twin(settings(), sums());
    for (int step = 0; step < 10; ++step) {
        EXPECT_EQ(twin.order(), trainer.state().progress.permutation) << "step " << step;
        trainer.step();
        twin.step();
    }
}

TEST(TwinTraining, Learns)
{
    TwinTraining<double> twin(settings(), sums());
    EXPECT_TRUE(std::isnan(twin.loss()));
    const double first = twin.step();
    twin.advanceTo(300);
    EXPECT_EQ(twin.stepsTrained(), 300);
    EXPECT_LT(twin.loss(), 0.3 * first);
}

TEST(TwinTraining, IsTheSameForTheSameSeed)
{
    TwinTraining<double> first(settings(), sums()), second(settings(), sums());
    first.advanceTo(20);
    second.advanceTo(5);
    second.advanceTo(20);
    EXPECT_EQ(first.loss(), second.loss());
    EXPECT_TRUE(std::ranges::equal(first.twin().parameters(), second.twin().parameters()));
}

TEST(TwinTraining, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    TwinTraining<double> twin(settings(), sums());
    twin.advanceTo(1000, stop.get_token());
    EXPECT_EQ(twin.stepsTrained(), 0);
}

TEST(TwinTraining, RefusesASetWithoutTargets)
{
    EXPECT_THROW(TwinTraining<double>(settings(), SequenceSet<double>()), DataError);
}
