// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"
#include "ui/document/shared/actions.h"
#include "ui/learn/page/teacher_screen.h"
#include "ui/shell/window/spotlight.h"

namespace gatescope {
namespace {

class PresentingTest : public LearnTest {
protected:
    void press(const char *id) const { ASSERT_TRUE(window->actions().press(QString::fromLatin1(id))); }
    bool isPresenting() const { return window->actions().action(QStringLiteral("view.present"))->isChecked(); }
    QAction *action(const char *id) const { return window->actions().action(QString::fromLatin1(id)); }
    /// As a key comes from the keyboard: to what has the focus, shortcuts first.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = window->focusWidget();
        ASSERT_TRUE(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    QWidget *settingsForm() const { return child<QWidget>("setting-lr"); }
    Selection &at() const { return *selection; }
};

TEST_F(PresentingTest, EverythingIsLargerAndWhatWasBeforeComesBack)
{
    show({1440, 900});
    openSmallSeries();
    window->showWorkspace(QStringLiteral("train"));
    QTest::qWait(50);
    QApplication::setActiveWindow(window.get());
    const double before = theme.textScale();
    const int type = QApplication::font().pixelSize() + QApplication::font().pointSize();
    ASSERT_TRUE(settingsForm()->isVisible());
    key(Qt::Key_F5);
    ASSERT_TRUE(isPresenting());
    QTest::qWait(50); // what moves to its new place has done so
    EXPECT_GE(theme.textScale(), 1.3 * before - 1e-9);
    EXPECT_GT(QApplication::font().pixelSize() + QApplication::font().pointSize(), type);
    EXPECT_TRUE(window->menuBar()->isHidden());
    EXPECT_FALSE(settingsForm()->isVisible());
    window->resize(1400, 880);
    QTest::qWait(50);
    EXPECT_FALSE(settingsForm()->isVisible()); // a little more or less room changes nothing
    key(Qt::Key_Escape);
    QTest::qWait(50);
    EXPECT_FALSE(isPresenting());
    EXPECT_DOUBLE_EQ(theme.textScale(), before);
    EXPECT_FALSE(window->menuBar()->isHidden());
    EXPECT_TRUE(settingsForm()->isVisible());
}

TEST_F(PresentingTest, KeysOfTheFoldedMenuWork)
{
    show({1440, 900});
    openSmallSeries();
    window->showWorkspace(QStringLiteral("train"));
    QApplication::setActiveWindow(window.get());
    key(Qt::Key_F5);
    ASSERT_TRUE(isPresenting());
    key(Qt::Key_4, Qt::ControlModifier);
    EXPECT_EQ(window->currentWorkspace()->info().id, QStringLiteral("predict"));
    key(Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(window->currentWorkspace()->info().id, QStringLiteral("train"));
}

TEST_F(PresentingTest, TheLessonGrowsWithTheRest)
{
    show({1440, 900});
    openLesson("what-a-gate-is");
    QTest::qWait(50);
    auto *text = panel().findChild<LessonTextView *>();
    ASSERT_NE(text, nullptr);
    const double before = text->document()->defaultFont().pointSizeF();
    const int width = panel().width();
    press("view.present");
    QTest::qWait(50);
    const double body = themeFont(TextRole::Body).pointSizeF();
    EXPECT_GE(body, 1.3 * before - 1e-6);
    EXPECT_DOUBLE_EQ(text->document()->defaultFont().pointSizeF(), body);
    EXPECT_DOUBLE_EQ(ask(0).options().front()->font().pointSizeF(), body);
    EXPECT_GT(panel().width(), width);
    for (const QLabel *label : panel().findChildren<QLabel *>()) {
        if (label->isVisible()) {
            EXPECT_GT(label->font().pointSizeF(), 0.8 * body) << label->text().toStdString();
        }
    }
    press("view.present");
    EXPECT_DOUBLE_EQ(text->document()->defaultFont().pointSizeF(), before);
}

TEST_F(PresentingTest, AFormThatWasFoldedStaysFolded)
{
    show({1440, 900});
    openSmallSeries();
    window->showWorkspace(QStringLiteral("train"));
    QAction *form = nullptr;
    for (Workspace *workspace : window->workspaces()) {
        if (workspace->info().id == QStringLiteral("train"))
            form = workspace->viewActions().front();
    }
    ASSERT_TRUE(form);
    form->trigger();
    ASSERT_FALSE(settingsForm()->isVisible());
    press("view.present");
    press("view.present");
    QTest::qWait(50);
    EXPECT_FALSE(settingsForm()->isVisible());
}

TEST_F(PresentingTest, NumberKeysCountHandsWhereverTheFocusIs)
{
    show({1440, 900});
    openLesson("what-a-gate-is");
    QApplication::setActiveWindow(window.get());
    panel().showPage(2);
    window->showWorkspace(QStringLiteral("inspect"));
    const QString grain = window->actions().value(QStringLiteral("inspect.grain"));
    press("view.present");
    for (QWidget *view : window->currentWorkspace()->findChildren<QWidget *>()) {
        if (!view->isVisible() || view->focusPolicy() == Qt::NoFocus || qobject_cast<QLineEdit *>(view))
            continue;
        view->setFocus();
        if (!view->hasFocus())
            continue;
        const int hands = ask(0).options()[1]->hands();
        QTest::keyClick(view, Qt::Key_2);
        EXPECT_EQ(ask(0).options()[1]->hands(), hands + 1)
            << view->metaObject()->className() << " " << view->objectName().toStdString();
    }
    EXPECT_GT(ask(0).options()[1]->hands(), 3);
    key(Qt::Key_2, Qt::ShiftModifier);
    EXPECT_EQ(window->actions().value(QStringLiteral("inspect.grain")), grain);
    // With the question answered the keys are the program's again.
    ask(0).revealButton()->click();
    window->currentWorkspace()->setFocus();
    const int hands = ask(0).options()[1]->hands();
    key(Qt::Key_2);
    EXPECT_EQ(ask(0).options()[1]->hands(), hands);
}

TEST_F(PresentingTest, AClickerTurnsPagesAndNShowsTheNotes)
{
    show({1440, 900});
    openLesson("what-a-gate-is");
    QApplication::setActiveWindow(window.get());
    press("view.present");
    window->showWorkspace(QStringLiteral("inspect"));
    window->currentWorkspace()->setFocus();
    const auto layer = at().layer();
    key(Qt::Key_PageDown);
    key(Qt::Key_PageDown);
    EXPECT_EQ(panel().page(), 2);
    key(Qt::Key_PageUp);
    EXPECT_EQ(panel().page(), 1);
    EXPECT_EQ(at().layer(), layer);
    EXPECT_FALSE(panel().areNotesShown());
    key(Qt::Key_N);
    EXPECT_TRUE(panel().areNotesShown());
    key(Qt::Key_N);
    EXPECT_FALSE(panel().areNotesShown());
    press("view.present");
    window->currentWorkspace()->setFocus();
    key(Qt::Key_PageDown);
    EXPECT_EQ(panel().page(), 1); // not presented: the keys are the views'
}

TEST_F(PresentingTest, TheSpotlightFollowsThePointerAndGoesWithPresenting)
{
    show({1440, 900});
    openSmallSeries();
    auto *light = window->findChild<Spotlight *>();
    ASSERT_TRUE(light);
    EXPECT_FALSE(action("view.spotlight")->isEnabled());
    press("view.present");
    QCursor::setPos(window->mapToGlobal(QPoint(400, 300)));
    press("view.spotlight");
    EXPECT_TRUE(light->isVisible());
    EXPECT_EQ(light->size(), window->size());
    QCursor::setPos(window->mapToGlobal(QPoint(700, 500)));
    EXPECT_TRUE(waitFor([light] { return light->centre() == QPoint(700, 500); }));
    const QImage lit = window->grab().toImage();
    light->hide();
    const QImage all = window->grab().toImage();
    light->show();
    EXPECT_EQ(lit.pixel(700, 500), all.pixel(700, 500));
    EXPECT_LT(QColor(lit.pixel(20, 20)).lightness(), QColor(all.pixel(20, 20)).lightness());
    // What lies under it is clicked as ever.
    EXPECT_NE(window->childAt(700, 500), static_cast<QWidget *>(light));
    press("view.present");
    EXPECT_FALSE(light->isVisible());
    EXPECT_FALSE(action("view.spotlight")->isChecked());
}

TEST_F(PresentingTest, ASecondScreenShowsNotesAndAnswersOfThePage)
{
    show({1440, 900});
    openLesson("what-a-gate-is");
    TeacherScreen &teacher = learn().teacherScreen();
    EXPECT_EQ(TeacherScreen::besides({window->screen()}, window->screen()), nullptr);
    EXPECT_EQ(TeacherScreen::besides({window->screen()}, nullptr), window->screen());
    teacher.begin(*window->screen());
    const auto says = [&teacher](const QString &words) {
        for (const QLabel *label : teacher.findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        for (const QTextEdit *text : teacher.findChildren<QTextEdit *>()) {
            if (text->toPlainText().contains(words))
                return true;
        }
        return false;
    };
    panel().showPage(2);
    EXPECT_TRUE(says(QStringLiteral("page 3 of 5")));
    EXPECT_TRUE(says(QStringLiteral("Answer: fall")));
    teacher.findChild<QPushButton *>(QStringLiteral("lesson-next"))->click();
    teacher.findChild<QPushButton *>(QStringLiteral("lesson-next"))->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(panel().page(), 4);
    EXPECT_TRUE(says(QStringLiteral("Eight minutes"))); // the note
    EXPECT_FALSE(says(QStringLiteral("Answer: fall")));
    EXPECT_TRUE(says(QStringLiteral("This is the last page.")));
    panel().closeLesson();
    EXPECT_TRUE(teacher.isHidden());
}

} // namespace
} // namespace gatescope
