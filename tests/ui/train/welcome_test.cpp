// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/document/shared/actions.h"
#include "ui/train/welcome_card.h"

#include <QPushButton>
#include <QToolButton>

namespace gatescope {

class WelcomeTest : public WindowTest {
protected:
    WelcomeCard &welcome() const { return *child<WelcomeCard>("welcome"); }
};

TEST_F(WelcomeTest, StandsUntilItIsClosedAndThenNeverAgain)
{
    show({1400, 900});
    document->openDefault();
    window->showWorkspace("train");
    EXPECT_TRUE(welcome().isVisible());
    QTest::mouseClick(child<QToolButton>("welcome-close"), Qt::LeftButton);
    EXPECT_FALSE(welcome().isVisible());
    restart();
    show({1400, 900});
    window->showWorkspace("train");
    EXPECT_FALSE(welcome().isVisible());
}

TEST_F(WelcomeTest, ItsButtonsDoWhatTheySay)
{
    show({1400, 900});
    openSmallSeries();
    window->showWorkspace("train");
    const auto buttons = welcome().findChildren<QPushButton *>();
    ASSERT_EQ(buttons.size(), 4);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    EXPECT_TRUE(waitFor([this] { return document->training().snapshot()->step > 0; }));
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    EXPECT_EQ(window->currentWorkspace()->info().id, "inspect");
    QTest::mouseClick(buttons[2], Qt::LeftButton);
    EXPECT_EQ(window->currentWorkspace()->info().id, "learn");
}

TEST_F(WelcomeTest, TrainsOnlyWhereThereIsSomethingToTrainOn)
{
    show({1400, 900});
    window->showWorkspace("train");
    QPushButton *train = welcome().findChildren<QPushButton *>().front();
    ASSERT_FALSE(document->training().session());
    EXPECT_FALSE(train->isEnabled());
    EXPECT_TRUE(train->toolTip().contains(QStringLiteral("no data"))) << train->toolTip().toStdString();
    openSmallSeries();
    EXPECT_TRUE(train->isEnabled());
    EXPECT_FALSE(train->toolTip().contains(QStringLiteral("no data")));
}

TEST_F(WelcomeTest, GivesWayWhereThereIsLittleRoom)
{
    show({1024, 600});
    openSmallSeries();
    window->showWorkspace("train");
    EXPECT_FALSE(welcome().isVisible());
}

} // namespace gatescope
