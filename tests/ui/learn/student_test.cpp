// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every lesson from its first page to its last as a student goes through it: by the keyboard alone, and by the mouse.
#include "core/lesson/file/link_table.h"
#include "tests/ui/learn/learn_fixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTextBlock>
#include <QTextCursor>

#include <iostream>

namespace gatescope {
namespace {

class StudentTest : public LearnTest {
protected:
    /// What is done in one lesson, for the report.
    struct Tally {
        int asks = 0, links = 0, checks = 0, passed = 0;
    };

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        ASSERT_NE(focus, nullptr);
        QTest::keyClick(focus, key, modifiers);
    }

    /// Tab until the condition holds of what has the focus; false after a whole round.
    static bool tabTo(const std::function<bool(QWidget &)> &wanted)
    {
        constexpr int kMost = 400; // more than there are controls
        for (int i = 0; i < kMost; ++i) {
            QWidget *focus = QApplication::focusWidget();
            if (focus && wanted(*focus))
                return true;
            QTest::keyClick(focus ? focus : QApplication::activeWindow(), Qt::Key_Tab);
        }
        return false;
    }
    static bool tabTo(const QWidget *widget)
    {
        return tabTo([widget](QWidget &focus) { return &focus == widget; });
    }

    /// Whether the focused widget can be seen: the page scrolls to it.
    bool focusIsSeen() const
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus && !focus->visibleRegion().isEmpty();
    }

    void answerByKeys(AskBox &question)
    {
        if (!question.options().empty()) {
            ASSERT_TRUE(tabTo([&question](QWidget &focus) { return question.options().front() == &focus; }));
            press(Qt::Key_Down); // the second choice
            press(Qt::Key_Space);
        } else if (QLineEdit *field = question.numberField()) {
            ASSERT_TRUE(tabTo(field));
            QTest::keyClicks(field, QStringLiteral("0.5"));
        }
        ASSERT_TRUE(tabTo(question.answerButton()));
        EXPECT_TRUE(focusIsSeen());
        press(Qt::Key_Space);
        ASSERT_TRUE(waitFor([&question] { return question.isAnswered(); }));
    }

    /// A link of a text by Tab and Enter.
    void followByKeys(LessonTextView &view, const QString &target)
    {
        ASSERT_TRUE(tabTo([&](QWidget &focus) {
            return &focus == &view && view.textCursor().charFormat().anchorHref() == target;
        })) << target.toStdString();
        press(Qt::Key_Return);
        ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); })) << target.toStdString();
    }

    static QStringList targetsOf(const LessonTextView &view)
    {
        QStringList targets;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                const QString target = part.fragment().charFormat().anchorHref();
                if (!target.isEmpty() && !targets.contains(target))
                    targets << target;
            }
        }
        return targets;
    }

    std::vector<LessonTextView *> shownTexts() const
    {
        std::vector<LessonTextView *> texts;
        for (LessonTextView *view : panel().findChildren<LessonTextView *>()) {
            if (view->isVisible())
                texts.push_back(view);
        }
        return texts;
    }

    void passChecks(Tally &tally)
    {
        for (std::size_t i = 0; i < panel().checks().size(); ++i) {
            CheckBlock &check = *panel().checks()[i];
            ++tally.checks;
            while (check.hintButton()->isVisible() && !check.isDone()) {
                ASSERT_TRUE(tabTo(check.hintButton()));
                press(Qt::Key_Space);
            }
            if (!check.isDone())
                go(check.check().by.steps);
            EXPECT_TRUE(waitFor([this, &check] {
                panel().look();
                return check.isDone();
            })) << check.check().task;
            tally.passed += check.isDone() ? 1 : 0;
        }
    }

    void pageByKeys(Tally &tally)
    {
        for (AskBox *question : panel().asks()) {
            ASSERT_TRUE(question->isVisible());
            answerByKeys(*question);
            ++tally.asks;
        }
        QTest::qWait(1);
        for (LessonTextView *view : shownTexts()) {
            for (const QString &target : targetsOf(*view)) {
                followByKeys(*view, target);
                ++tally.links;
            }
        }
        passChecks(tally);
    }
};

TEST_F(StudentTest, GoesThroughEveryLessonByKeysAlone)
{
    show({1440, 900});
    window->activateWindow();
    const QString only = qEnvironmentVariable("GATESCOPE_LESSON");
    for (const FoundLesson &found : learn().lessons()) {
        const Lesson &lesson = found.read.lesson;
        if (!only.isEmpty() && only.toStdString() != lesson.id)
            continue;
        SCOPED_TRACE(lesson.id);
        QElapsedTimer clock;
        clock.start();
        openLesson(lesson.id.c_str());
        Tally tally;
        const int pages = static_cast<int>(panel().lesson().pages.size());
        for (int page = 0; page < pages; ++page) {
            ASSERT_EQ(panel().page(), page);
            pageByKeys(tally);
            if (HasFatalFailure())
                return;
            auto *next = panel().findChild<QPushButton *>(QStringLiteral("lesson-next"));
            ASSERT_TRUE(tabTo(next));
            press(Qt::Key_Space);
        }
        EXPECT_TRUE(panel().isHidden()); // the last "Next" closes it
        EXPECT_TRUE(LessonProgress(preferences->store(), lesson.id).isDone());
        std::cout << lesson.id << ": " << lesson.minutes << " min, " << tally.asks << " asks, " << tally.links
                  << " links, " << tally.passed << " of " << tally.checks << " checks, the machine took "
                  << static_cast<double>(clock.elapsed()) / 1000.0 << " s\n";
    }
}

/// Links that train take their time above; here those are pressed that only show something.
TEST_F(StudentTest, GoesThroughEveryLessonByMouse)
{
    show({1024, 768});
    const QString only = qEnvironmentVariable("GATESCOPE_LESSON");
    const auto click = [](QWidget *widget, const QPoint &place) {
        for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(parent)) {
                area->ensureWidgetVisible(widget);
                break;
            }
        }
        QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, place);
    };
    for (const FoundLesson &found : learn().lessons()) {
        const Lesson &lesson = found.read.lesson;
        if (!only.isEmpty() && only.toStdString() != lesson.id)
            continue;
        SCOPED_TRACE(lesson.id);
        openLesson(lesson.id.c_str());
        for (int page = 0; page < static_cast<int>(panel().lesson().pages.size()); ++page) {
            ASSERT_EQ(panel().page(), page);
            for (AskBox *question : panel().asks()) {
                if (question->options().empty()) {
                    click(question->revealButton(), question->revealButton()->rect().center());
                } else {
                    click(question->options().back(), QPoint(20, 12));
                    click(question->answerButton(), question->answerButton()->rect().center());
                }
                ASSERT_TRUE(waitFor([question] { return question->isAnswered(); }));
                QTest::qWait(1);
            }
            auto *next = panel().findChild<QPushButton *>(QStringLiteral("lesson-next"));
            click(next, next->rect().center());
        }
        EXPECT_TRUE(panel().isHidden());
    }
}

} // namespace
} // namespace gatescope
