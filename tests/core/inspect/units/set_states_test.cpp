// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/units/set_states.h"

#include "tests/core/inspect/inspect_case.h"

#include <gmock/gmock.h>

#include <memory>

using namespace gatescope;
using ::testing::ElementsAre;

namespace {

constexpr Index kSetStatesSteps = 5, kSequences = 150; // more than two batches

struct Many {
    Many()
    {
        Random random(3);
        network.initialize(random);
        auto store = std::make_shared<SeriesStore<float>>();
        store->inputs = randomMatrix<float>(options.inputs, kSetStatesSteps * kSequences);
        std::vector<std::int64_t> starts;
        for (Index i = 0; i < kSequences; ++i)
            starts.push_back(i * kSetStatesSteps);
        set = SequenceSet<float>(store, kSetStatesSteps, starts, {}, 1);
    }

    NetworkOptions options = InspectCase{Formulation::ResetAfter, true, 2}.options();
    Network<float> network{options};
    SequenceSet<float> set;
};

} // namespace

TEST(SetStates, HoldEachSequenceAsItRunsAlone)
{
    Many many;
    const auto states = collectStates(many.network, many.set, 1, kSequences);
    ASSERT_EQ(std::ssize(states.sequences), kSequences);
    for (const Index sequence : {0, 63, 64, 149}) {
        many.network.forward(many.set.input(sequence), 1);
        const auto alone = many.network.gates(1);
        const Matrix<float> h = states.h.middleCols(sequence * kSetStatesSteps, kSetStatesSteps);
        const Matrix<float> z = states.z.middleCols(sequence * kSetStatesSteps, kSetStatesSteps);
        EXPECT_LT((h - alone.h).cwiseAbs().maxCoeff(), 1e-6f) << sequence;
        EXPECT_LT((z - alone.z).cwiseAbs().maxCoeff(), 1e-6f) << sequence;
    }
}

TEST(SetStates, AreChosenEvenlyWithBothEnds)
{
    Many many;
    EXPECT_THAT(collectStates(many.network, many.set, 0, 4).sequences, ElementsAre(0, 49, 99, 149));
    EXPECT_THAT(collectStates(many.network, many.set, 0, 1).sequences, ElementsAre(0));
    EXPECT_EQ(collectStates(many.network, many.set, 0, 4).r.cols(), 4 * kSetStatesSteps);
}

TEST(SetStates, StopWhenAsked)
{
    Many many;
    std::stop_source stop;
    stop.request_stop();
    const auto states = collectStates(many.network, many.set, 0, 4, stop.get_token());
    EXPECT_TRUE(states.sequences.empty());
    EXPECT_EQ(states.h.cols(), 0);
}

TEST(SetStates, RefuseALayerThatIsNotThere)
{
    Many many;
    EXPECT_THROW(collectStates(many.network, many.set, 2), ShapeError);
}
