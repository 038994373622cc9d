// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "core/session/shelf.h"
#include "ui/data/windows/leakage_tally.h"
#include "ui/document/shelf/run_shelf.h"

namespace gatescope {

class LeakageTest : public WindowTest {
protected:
    void train()
    {
        document->training().stepEpoch();
        ASSERT_TRUE(waitFor(
            [this] { return document->training().snapshot()->epoch == 1 && !document->training().isTraining(); }));
        document->poll();
        document->keepRun();
    }
};

TEST_F(LeakageTest, WhatAMistakeGainedStandsBelowIt)
{
    show();
    openSmallSeries();
    EXPECT_FALSE(leakageGain(document->shelf().shelf()));
    EXPECT_TRUE(child<LeakageTally>("leakage-tally")->text().startsWith("Train once"));
    train();
    const double honest = document->training().history().bestLoss();
    DataOptions options = document->dataOptions();
    options.shuffleBeforeSplit = true;
    ASSERT_TRUE(document->setDataOptions(options).empty());
    ASSERT_TRUE(settle());
    train();
    const std::optional<LeakageGain> gain = leakageGain(document->shelf().shelf());
    ASSERT_TRUE(gain.has_value());
    EXPECT_TRUE(gain->shuffled);
    EXPECT_FALSE(gain->scaled);
    EXPECT_EQ(gain->honest, honest);
    EXPECT_EQ(gain->leaked, document->training().history().bestLoss());
    EXPECT_TRUE(child<LeakageTally>("leakage-tally")->text().contains("shuffled windows"));
}

TEST_F(LeakageTest, ARunThatDiffersInMoreIsNoTwin)
{
    show();
    openSmallSeries();
    train();
    DataOptions options = document->dataOptions();
    options.shuffleBeforeSplit = true;
    options.window = 9;
    ASSERT_TRUE(document->setDataOptions(options).empty());
    ASSERT_TRUE(settle());
    train();
    EXPECT_FALSE(leakageGain(document->shelf().shelf()));
}

} // namespace gatescope
