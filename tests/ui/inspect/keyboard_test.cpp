// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/backward/path_chart.h"
#include "ui/inspect/cell/pin_bar.h"
#include "ui/inspect/stack/stack_view.h"
#include "ui/inspect/timeline/timeline_card.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QTest>

#include <gtest/gtest.h>

#include <set>

namespace gatescope {

namespace {

/// Everything that Tab comes past, from the timeline round to the timeline again.
std::set<QWidget *> reachedByTab(InspectBench &bench)
{
    bench.workspace.activateWindow();
    bench.workspace.timeline().view().setFocus();
    std::set<QWidget *> reached;
    for (int i = 0; i < 200; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || !reached.insert(focus).second)
            break;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return reached;
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QAbstractSlider *>(&widget)
           || qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QComboBox *>(&widget);
}

} // namespace

TEST(InspectKeyboard, ReachesEveryViewByTab)
{
    InspectBench bench;
    bench.workspace.cell().direction().setCurrent(1);
    for (int page = 0; page < 7; ++page) {
        bench.workspace.aside().pages().setCurrent(page);
        QApplication::processEvents();
        const std::set<QWidget *> reached = reachedByTab(bench);
        for (const InspectView *view : bench.workspace.findChildren<InspectView *>()) {
            if (view->isVisible()) {
                EXPECT_TRUE(reached.contains(const_cast<InspectView *>(view))) << view->accessibleName().toStdString();
            }
        }
    }
}

TEST(InspectKeyboard, EveryControlSaysWhatItIs)
{
    InspectBench bench;
    for (int page = 0; page < 7; ++page) {
        bench.workspace.aside().pages().setCurrent(page);
        QApplication::processEvents();
        for (const QWidget *widget : bench.workspace.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || !isControl(*widget))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            EXPECT_FALSE(widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
                << page << ": " << widget->metaObject()->className() << ' ' << widget->toolTip().toStdString();
            EXPECT_FALSE(widget->toolTip().isEmpty())
                << page << ": " << widget->metaObject()->className() << ' ' << widget->accessibleName().toStdString();
        }
    }
}

TEST(InspectKeyboard, ArrowsMoveTheCursorInEveryView)
{
    InspectBench bench;
    bench.workspace.cell().direction().setCurrent(1);
    for (int page = 0; page < 7; ++page) {
        bench.workspace.aside().pages().setCurrent(page);
        QApplication::processEvents();
        for (InspectView *view : bench.workspace.findChildren<InspectView *>()) {
            if (!view->isVisible())
                continue;
            bench.selection.setCursor({0, 0, 5, 2});
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Right);
            QTest::keyClick(view, Qt::Key_Down);
            QTest::keyClick(view, Qt::Key_PageUp);
            EXPECT_EQ(bench.selection.cursor(), (Cursor{0, 1, 6, 3})) << view->accessibleName().toStdString();
        }
    }
}

TEST(InspectKeyboard, ChoosesGrainDirectionAndQuestion)
{
    InspectBench bench;
    QWidget *timeline = &bench.workspace.timeline().view();
    QTest::keyClick(timeline, Qt::Key_3);
    EXPECT_EQ(bench.workspace.cell().grain().current(), 2);
    QTest::keyClick(timeline, Qt::Key_D);
    EXPECT_EQ(bench.workspace.cell().direction().current(), 1);
    EXPECT_EQ(bench.workspace.cell().view().exportName(), QStringLiteral("cell-backward-products"));
    QTest::keyClick(timeline, Qt::Key_1);
    EXPECT_EQ(bench.workspace.cell().view().exportName(), QStringLiteral("cell-backward-layer"));
    QTest::keyClick(timeline, Qt::Key_Q);
    EXPECT_EQ(bench.workspace.aside().pages().current(), 1);
    QTest::keyClick(timeline, Qt::Key_Q, Qt::ShiftModifier);
    QTest::keyClick(timeline, Qt::Key_Q, Qt::ShiftModifier);
    EXPECT_EQ(bench.workspace.aside().pages().current(), 7); // the letters are a text's alone
    QTest::keyClick(timeline, Qt::Key_S);
    EXPECT_EQ(bench.workspace.focusWidget(), &bench.workspace.stack());
}

TEST(InspectKeyboard, GoesFromZoneToZoneWhereThereIsRoomForOne)
{
    InspectBench bench;
    bench.workspace.resize(740, 480);
    QApplication::processEvents();
    EXPECT_TRUE(bench.workspace.cell().isVisible());
    EXPECT_FALSE(bench.workspace.stack().isVisible());
    QTest::keyClick(&bench.workspace.timeline().view(), Qt::Key_S);
    EXPECT_TRUE(bench.workspace.stack().isVisible());
    EXPECT_FALSE(bench.workspace.cell().isVisible());
    QTest::keyClick(&bench.workspace.timeline().view(), Qt::Key_Q);
    EXPECT_TRUE(bench.workspace.aside().isVisible());
    EXPECT_FALSE(bench.workspace.stack().isVisible());
    QTest::keyClick(&bench.workspace.timeline().view(), Qt::Key_2);
    EXPECT_TRUE(bench.workspace.cell().isVisible());
    bench.workspace.resize(1400, 900);
    QApplication::processEvents();
    EXPECT_TRUE(bench.workspace.cell().isVisible() && bench.workspace.stack().isVisible());
}

TEST(InspectKeyboard, ReadsAndPinsNumbers)
{
    InspectBench bench;
    bench.selection.setCursor({0, 0, 3, 2});
    InspectView &view = bench.workspace.cell().view();
    view.grab();
    view.setFocus();
    EXPECT_EQ(view.markedSpot(), nullptr);
    QTest::keyClick(&view, Qt::Key_N); // the first stage's title
    ASSERT_NE(view.markedSpot(), nullptr);
    EXPECT_FALSE(view.accessibleDescription().isEmpty());
    for (int i = 0; i < 20 && view.markedSpot()->name != QLatin1String("W_r x"); ++i)
        QTest::keyClick(&view, Qt::Key_N);
    ASSERT_EQ(view.markedSpot()->name, QStringLiteral("W_r x"));
    EXPECT_TRUE(view.accessibleDescription().contains(view.markedSpot()->value));
    QTest::keyClick(&view, Qt::Key_K);
    ASSERT_EQ(bench.workspace.cell().pins().pins().size(), 1U);
    EXPECT_EQ(bench.workspace.cell().pins().pins().front().symbol, QStringLiteral("W_r x"));
    QTest::keyClick(&view, Qt::Key_N);
    QTest::keyClick(&view, Qt::Key_K);
    EXPECT_EQ(bench.workspace.cell().pins().pins().size(), 2U);
    QTest::keyClick(&view, Qt::Key_K, Qt::ShiftModifier);
    EXPECT_TRUE(bench.workspace.cell().pins().pins().empty());
    QTest::keyClick(&view, Qt::Key_Escape);
    EXPECT_EQ(view.markedSpot(), nullptr);
}

TEST(InspectKeyboard, MovesTheTimeMachineFromAnywhere)
{
    InspectBench bench;
    bench.trainBatches(3);
    bench.workspace.activateWindow();
    bench.workspace.timeline().view().setFocus();
    QTest::keyClick(&bench.workspace.timeline().view(), Qt::Key_BracketLeft);
    ASSERT_NE(bench.moment.earlier(), nullptr);
    EXPECT_EQ(bench.moment.earlier()->step, 2);
    QTest::keyClick(&bench.workspace.timeline().view(), Qt::Key_BracketRight);
    EXPECT_EQ(bench.moment.earlier(), nullptr);
    QTest::keyClick(&bench.workspace.timeline().view(), Qt::Key_F);
    EXPECT_TRUE(bench.moment.isPlaying());
    QTest::keyClick(&bench.workspace.timeline().view(), Qt::Key_F);
    EXPECT_FALSE(bench.moment.isPlaying());
}

} // namespace gatescope
