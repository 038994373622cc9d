// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Run with the screens of two_screens.json: a projector and, beside it, the teacher's own.
#include "tests/ui/learn/learn_fixture.h"
#include "ui/document/shared/actions.h"
#include "ui/learn/page/teacher_screen.h"

#include <QGuiApplication>
#include <QScreen>

namespace gatescope {
namespace {

class TwoScreens : public LearnTest {
protected:
    void present() const { ASSERT_TRUE(window->actions().press(QStringLiteral("view.present"))); }
    TeacherScreen &teacher() const { return learn().teacherScreen(); }
};

TEST_F(TwoScreens, TheTeacherHasTheOtherScreenWhileALessonIsPresented)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    ASSERT_EQ(screens.size(), 2) << "run it with QT_QPA_PLATFORM=offscreen:configfile=…/two_screens.json";
    show(screens[0]->availableSize());
    window->move(screens[0]->geometry().topLeft());
    openLesson("what-a-gate-is");
    EXPECT_TRUE(teacher().isHidden());
    present();
    QTest::qWait(50);
    ASSERT_TRUE(teacher().isVisible());
    EXPECT_EQ(teacher().screen(), screens[1]);
    EXPECT_TRUE(screens[1]->geometry().contains(teacher().geometry().center()));
    EXPECT_GE(teacher().width(), screens[1]->availableSize().width() - 8);
    EXPECT_EQ(window->screen(), screens[0]);
    picture(QStringLiteral("two-screens-projector"));
    if (const QString where = qEnvironmentVariable("GATESCOPE_PICTURES"); !where.isEmpty()) {
        EXPECT_TRUE(teacher().grab().save(where + QStringLiteral("/two-screens-teacher.png")));
    }
    // Both turn together, from either side.
    teacher().findChild<QPushButton *>(QStringLiteral("lesson-next"))->click();
    EXPECT_EQ(panel().page(), 1);
    // Another lesson, the end of the talk.
    openLesson("exploding");
    EXPECT_TRUE(teacher().isVisible());
    present();
    EXPECT_TRUE(teacher().isHidden());
    EXPECT_TRUE(window->isVisible());
}

TEST_F(TwoScreens, TheOtherScreenIsTheOneTheWindowIsNotOn)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    ASSERT_EQ(screens.size(), 2);
    show({1024, 700});
    window->move(screens[1]->geometry().topLeft());
    QTest::qWait(20);
    ASSERT_EQ(window->screen(), screens[1]);
    openLesson("what-a-gate-is");
    present();
    QTest::qWait(50);
    ASSERT_TRUE(teacher().isVisible());
    EXPECT_EQ(teacher().screen(), screens[0]);
    panel().closeLesson();
    EXPECT_TRUE(teacher().isHidden());
}

} // namespace
} // namespace gatescope
