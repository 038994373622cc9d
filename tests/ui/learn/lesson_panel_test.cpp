// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"

#include <QLineEdit>
#include <QScrollArea>

namespace gatescope {
namespace {

using LessonPanelTest = LearnTest;

constexpr const char *kHead = "---\ntitle: T\nminutes: 5\nlevel: beginner\nidea: I\n"
                              "start: generated:adding?length=20&seed=0 layers=1 hidden=8 lr=0.02 epochs=20\n---\n";
constexpr const char *kRest = "[go](do:inspect.step=3)\n\n"
                              "```check\ntask: T\nwhen: place.step = 3\nby: inspect.step=3\nhint: one\nhint: two\n```\n"
                              "```promise\nmetric: parameters\nvalue: 297\ntolerance: 0\n```\n";

TEST_F(LessonPanelTest, ListsEveryLessonWithMinutesAndWhatIsDone)
{
    show();
    window->showWorkspace(QStringLiteral("learn"));
    ASSERT_GE(learn().cards().size(), 12u);
    for (std::size_t i = 0; i < learn().cards().size(); ++i) {
        EXPECT_TRUE(learn().lessons()[i].read.sound()) << learn().lessons()[i].read.lesson.id;
        EXPECT_TRUE(learn().cards()[i]->accessibleDescription().contains(QStringLiteral(" min")));
    }
    EXPECT_EQ(learn().cards()[0]->standingText(), QString());
    openLesson("what-a-gate-is");
    panel().showPage(2);
    window->showWorkspace(QStringLiteral("learn"));
    EXPECT_EQ(learn().cards()[0]->standingText(), QStringLiteral("open beside the program: page 3 of 5"));
}

TEST_F(LessonPanelTest, TheListEndsWithItsLastLesson)
{
    show({1440, 900});
    ASSERT_TRUE(window->showWorkspace(QStringLiteral("learn")));
    QTest::qWait(20);
    const QList<LessonCard *> cards = learn().findChildren<LessonCard *>();
    ASSERT_FALSE(cards.isEmpty());
    const QWidget &content = *learn().findChild<QScrollArea *>()->widget();
    const LessonCard &last = *cards.back();
    const int end = last.mapTo(&content, QPoint(0, last.height())).y();
    EXPECT_GE(content.height(), end);
    EXPECT_LE(content.height(), std::max(end, learn().height()) + 2 * last.height());
    for (const LessonCard *card : cards)
        EXPECT_GE(card->height(), card->heightForWidth(card->width())) << card->accessibleName().toStdString();
}

TEST_F(LessonPanelTest, WhatFollowsAQuestionStaysFoldedUntilItIsAnswered)
{
    show({1440, 900});
    openLesson("what-a-gate-is");
    panel().showPage(2);
    const auto isShown = [this](const QString &words) {
        for (LessonTextView *view : panel().findChildren<LessonTextView *>()) {
            if (view->isVisible() && view->toPlainText().contains(words))
                return true;
        }
        return false;
    };
    EXPECT_FALSE(isShown(QStringLiteral("train it, twenty epochs")));
    choose(0, 0);
    EXPECT_TRUE(isShown(QStringLiteral("train it, twenty epochs")));
    EXPECT_EQ(ask(0).verdict(), QStringLiteral("Not quite. It is: fall"));
    const LessonAnswer *kept = panel().progress().find("page 3, question 1", AskTime::Page);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->answer, "rise towards 1");
    EXPECT_FALSE(kept->right);
}

TEST_F(LessonPanelTest, AQuestionBeforeTheLessonIsNotedAndComesAgain)
{
    show({1440, 900});
    openLesson("what-a-gate-is");
    choose(0, 1);
    EXPECT_EQ(ask(0).verdict(), QStringLiteral("Noted. The same question comes at the end."));
    panel().showPage(4);
    ASSERT_EQ(panel().asks().size(), 2u);
    choose(1, 0); // the other order
    EXPECT_EQ(ask(1).verdict(), QStringLiteral("Yes. Before the lesson you said: nine tenths of it are replaced."));
    choose(0, 1);
    EXPECT_TRUE(panel().progress().isDone());
}

TEST_F(LessonPanelTest, ProgressAndAnswersAreThereAtTheNextStart)
{
    show();
    openLesson("what-a-gate-is");
    panel().showPage(2);
    choose(0, 1);
    restart();
    show();
    openLesson("what-a-gate-is");
    EXPECT_EQ(panel().page(), 2);
    EXPECT_TRUE(ask(0).isAnswered());
    EXPECT_EQ(ask(0).verdict(), QStringLiteral("Yes."));
    const std::vector<LessonAnswer> file = readLessonResults(panel().progress().file());
    ASSERT_EQ(file.size(), 1u);
    EXPECT_TRUE(file[0].right);
}

TEST_F(LessonPanelTest, ALastPageThatAsksNothingIsDoneWhenItIsReached)
{
    show();
    openText(QByteArray(kHead) + "# P\nA\n\n# Q\nB\n" + kRest);
    const LessonProgress progress(preferences->store(), panel().lesson().id);
    panel().showPage(0);
    EXPECT_FALSE(progress.isDone());
    panel().showPage(1);
    EXPECT_TRUE(progress.isDone());
}

TEST_F(LessonPanelTest, ATaskIsTickedByTheLivingProgram)
{
    show();
    openText(QByteArray(kHead) + "# P\n```ask\nquestion: Q?\noptions: yes | no\nanswer: yes\nbecause: B\n```\n"
             + kRest);
    choose(0, 0);
    ASSERT_EQ(panel().checks().size(), 1u);
    CheckBlock &task = *panel().checks()[0];
    EXPECT_TRUE(task.shownHints().isEmpty());
    task.hintButton()->click();
    EXPECT_EQ(task.shownHints(), QStringLiteral("one"));
    task.hintButton()->click();
    EXPECT_EQ(task.shownHints(), QStringLiteral("one\ntwo"));
    EXPECT_FALSE(task.isDone());
    selection->setStep(3);
    EXPECT_TRUE(waitFor([&task] { return task.isDone(); }));
}

TEST_F(LessonPanelTest, ATaskIsMeasuredOnTheNetworkWhereItAsksForIt)
{
    show();
    openLesson("why-gates-carry-gradients");
    panel().showPage(3);
    choose(0, 2);
    ASSERT_EQ(panel().checks().size(), 1u);
    go({{"train.to", "20"}, {"workspace", "inspect"}});
    QTest::qWait(900);
    EXPECT_FALSE(panel().checks()[0]->isDone()); // trained, nothing held
    go({{"train.to", "20"}, {"workspace", "inspect"}, {"hold.z", "0"}});
    EXPECT_TRUE(waitFor([this] { return panel().checks()[0]->isDone(); }));
}

TEST_F(LessonPanelTest, ANumberIsAskedForAndComputedFromTheRun)
{
    show();
    openLesson("five-phases");
    panel().showPage(1);
    choose(0, 1);
    ASSERT_EQ(panel().asks().size(), 2u);
    ask(1).numberField()->setText(QStringLiteral("many"));
    ask(1).answerButton()->click();
    EXPECT_FALSE(ask(1).isAnswered());
    ask(1).numberField()->setText(QStringLiteral("2"));
    ask(1).answerButton()->click();
    ASSERT_TRUE(waitFor([this] { return ask(1).isAnswered(); }));
    EXPECT_EQ(ask(1).verdict(), QStringLiteral("Yes."));
}

TEST_F(LessonPanelTest, APlaceIsAnsweredByPointingAtIt)
{
    show();
    openText(QByteArray(kHead) + "# P\n```ask\nkind: where\nquestion: Where?\nanswer: inspect.step=5\nbecause: B\n```\n"
             + kRest);
    ASSERT_TRUE(panel().checks().size() == 1u) << (learn().lessons().empty() ? "" : "the lesson is sound");
    selection->setStep(4);
    selection->setStep(5);
    ask(0).answerButton()->click();
    EXPECT_EQ(ask(0).verdict(), QStringLiteral("Yes."));
}

TEST_F(LessonPanelTest, ATeacherRevealsAndCountsHands)
{
    show();
    openLesson("what-a-gate-is");
    panel().showPage(2);
    panel().setFocus();
    for (const auto key : {Qt::Key_2, Qt::Key_2, Qt::Key_1})
        QTest::keyClick(&panel(), key);
    QTest::keyClick(&panel(), Qt::Key_1, Qt::ShiftModifier);
    EXPECT_EQ(ask(0).options()[1]->hands(), 2);
    EXPECT_EQ(ask(0).options()[0]->hands(), 0);
    ask(0).revealButton()->click();
    EXPECT_EQ(ask(0).verdict(), QStringLiteral("It is: fall"));
    EXPECT_FALSE(panel().progress().find("page 3, question 1", AskTime::Page)); // nobody answered
}

TEST_F(LessonPanelTest, NotesAreForTheTeacherAlone)
{
    show();
    openLesson("what-a-gate-is");
    panel().showPage(4);
    const auto isShown = [this] {
        for (LessonTextView *view : panel().findChildren<LessonTextView *>()) {
            if (view->isVisible() && view->toPlainText().contains(QStringLiteral("Eight minutes")))
                return true;
        }
        return false;
    };
    EXPECT_FALSE(isShown());
    panel().setNotesShown(true);
    EXPECT_TRUE(isShown());
}

TEST_F(LessonPanelTest, AForeignFilesMarkupAndLinksAreTextAndDoNothing)
{
    show();
    openText(QByteArray(kHead)
             + "# P\nHello <script>alert(1)</script> <a href=\"https://x.example\">tag</a> "
               "[web](https://evil.example/a) [file](file:///etc/passwd) ![pic](../secret.png)\n\n"
               "```ask\nquestion: Q?\noptions: yes | no\nanswer: yes\nbecause: <b>B</b>\n```\n"
             + kRest);
    QString all;
    for (LessonTextView *view : panel().findChildren<LessonTextView *>()) {
        all += view->toPlainText();
        for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                const QString target = part.fragment().charFormat().anchorHref();
                EXPECT_TRUE(target.isEmpty() || target.startsWith(QStringLiteral("do:"))) << target.toStdString();
            }
        }
    }
    EXPECT_TRUE(all.contains(QStringLiteral("<script>alert(1)</script>")));
    EXPECT_TRUE(all.contains(QStringLiteral("web (https://evil.example/a)")));
    EXPECT_TRUE(all.contains(QStringLiteral("file (file:///etc/passwd)")));
}

TEST_F(LessonPanelTest, ALessonWithFaultsIsShownAndNotTrusted)
{
    show();
    openSmallSeries();
    openText(QByteArray(kHead) + "# P\n[go](do:inspect.step=3) [bad](do:no.such=1)\n");
    EXPECT_EQ(document->title(), QStringLiteral("wave.csv")); // nothing was opened
    bool told = false;
    for (const QLabel *label : panel().findChildren<QLabel *>())
        told = told || label->text().contains(QStringLiteral("no.such"));
    EXPECT_TRUE(told);
    for (LessonTextView *view : panel().findChildren<LessonTextView *>())
        EXPECT_FALSE(view->document()->find(QStringLiteral("go")).charFormat().isAnchor());
}

TEST_F(LessonPanelTest, LooksWell)
{
    for (const QSize &size : {QSize(1440, 900), QSize(1024, 768)}) {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            const QString tail =
                QStringLiteral("-%1-%2").arg(size.width()).arg(mode == ThemeMode::Dark ? "dark" : "light");
            theme.setMode(mode);
            show(size);
            window->showWorkspace(QStringLiteral("learn"));
            picture(QStringLiteral("list") + tail);
            openLesson("what-a-gate-is");
            panel().progress().clear();
            panel().showPage(0);
            picture(QStringLiteral("page1") + tail);
            panel().showPage(2);
            ask(0).countHand(1, 17);
            ask(0).countHand(0, 4);
            picture(QStringLiteral("ask") + tail);
            choose(0, 1);
            go({{"train.to", "20"}, {"workspace", "train"}});
            picture(QStringLiteral("answered") + tail);
            panel().showPage(3);
            go({{"train.to", "20"},
                {"workspace", "inspect"},
                {"inspect.sequence", "0"},
                {"inspect.step", "3"},
                {"inspect.unit", "6"},
                {"inspect.grain", "unit"}});
            picture(QStringLiteral("inspect") + tail);
            // Nothing of the page is wider than the page.
            for (const QWidget *part : panel().findChildren<QWidget *>()) {
                if (part->isVisible() && part->window() == window.get()) {
                    EXPECT_LE(part->mapTo(&panel(), QPoint(part->width(), 0)).x(), panel().width())
                        << part->objectName().toStdString();
                }
            }
            panel().closeLesson();
        }
    }
}

} // namespace
} // namespace gatescope
