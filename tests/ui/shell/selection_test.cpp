// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/shared/selection.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace gatescope {

TEST(Selection, TellsOfAChangeOnceAndOfNoChangeNever)
{
    Selection selection;
    selection.setLimits({10, 2, 48, 64});
    QSignalSpy spy(&selection, &Selection::changed);
    selection.setCursor({3, 1, 31, 7});
    EXPECT_EQ(spy.count(), 1);
    selection.setCursor({3, 1, 31, 7});
    selection.setStep(31);
    EXPECT_EQ(spy.count(), 1);
    EXPECT_EQ(selection.cursor(), (Cursor{3, 1, 31, 7}));
}

TEST(Selection, StaysWithinItsLimits)
{
    Selection selection;
    selection.setLimits({10, 2, 48, 64});
    selection.setCursor({99, 99, 99, 99});
    EXPECT_EQ(selection.cursor(), (Cursor{9, 1, 47, 63}));
    selection.setStep(-5);
    EXPECT_EQ(selection.step(), 0);
}

TEST(Selection, MovesInsideWhenTheLimitsShrink)
{
    Selection selection;
    selection.setLimits({10, 2, 48, 64});
    selection.setCursor({9, 1, 47, 63});
    QSignalSpy spy(&selection, &Selection::changed);
    selection.setLimits({10, 1, 32, 16});
    EXPECT_EQ(selection.cursor(), (Cursor{9, 0, 31, 15}));
    EXPECT_EQ(spy.count(), 1);
}

TEST(Selection, SurvivesHavingNothing)
{
    Selection selection;
    selection.setLimits({0, 0, 0, 0});
    selection.setCursor({1, 1, 1, 1});
    EXPECT_EQ(selection.cursor(), Cursor());
}

} // namespace gatescope
