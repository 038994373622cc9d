// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"

#include <QAbstractButton>

namespace gatescope {
namespace {

/// Every page of every lesson, where room is short: nothing of it is wider than the page, no word of it is cut.
class EveryPageTest : public LearnTest {
protected:
    /// Reveals every question of the page and does its links, in order; pictures of each where they are wanted.
    void walk(const QString &name)
    {
        fits(name);
        picture(name);
        for (AskBox *question : panel().asks()) {
            if (question->revealButton()->isHidden() && !question->options().empty()) {
                question->options().back()->click(); // before the lesson: noted
                question->answerButton()->click();
            } else {
                question->revealButton()->click();
            }
            ASSERT_TRUE(waitFor([question] { return question->isAnswered(); })) << name.toStdString();
        }
        fits(name);
        if (qEnvironmentVariableIsEmpty("GATESCOPE_PICTURES"))
            return;
        if (!panel().asks().empty())
            picture(name + QStringLiteral("-revealed"));
        const auto links = linksOfPage();
        for (std::size_t i = 0; i < links.size(); ++i) {
            go(links[i].steps);
            QTest::qWait(250);
            picture(name + QStringLiteral("-link%1").arg(i + 1));
        }
    }
    void fits(const QString &name) const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::qWait(20); // wrapped lines find their height in a second turn
        waitFor([this] { return cut().isEmpty(); });
        EXPECT_TRUE(cut().isEmpty()) << name.toStdString() << '\n' << cut().join('\n').toStdString();
    }
    /// What of the page reaches out of it or has less height than its lines.
    QStringList cut() const
    {
        QStringList cut;
        for (const QWidget *part : panel().findChildren<QWidget *>()) {
            if (!part->isVisible() || part->window() != window.get())
                continue;
            if (part->mapTo(&panel(), QPoint(part->width(), 0)).x() > panel().width())
                cut << QStringLiteral("beyond the page: %1 %2")
                           .arg(QString::fromLatin1(part->metaObject()->className()), part->objectName());
            const auto *text = qobject_cast<const LessonTextView *>(part);
            if (text && text->height() < static_cast<int>(text->document()->size().height()))
                cut << text->toPlainText();
            const auto *label = qobject_cast<const QLabel *>(part);
            if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()) - 1)
                cut << label->text();
        }
        return cut;
    }
    std::vector<DoLink> linksOfPage() const
    {
        std::vector<DoLink> links;
        for (const LessonBlock &block : panel().lesson().pages[static_cast<std::size_t>(panel().page())].blocks) {
            if (const auto *text = std::get_if<LessonText>(&block.content))
                links.insert(links.end(), text->links.begin(), text->links.end());
            if (const auto *check = std::get_if<LessonCheck>(&block.content))
                links.push_back(check->by);
        }
        return links;
    }

    /// Every page of every lesson, or of the one that GATESCOPE_LESSON names.
    void walkAll(const QString &size)
    {
        const QString only = qEnvironmentVariable("GATESCOPE_LESSON");
        for (const FoundLesson &found : learn().lessons()) {
            const QString id = QString::fromStdString(found.read.lesson.id);
            if (!only.isEmpty() && only != id)
                continue;
            openLesson(found.read.lesson.id.c_str());
            for (int page = 0; page < static_cast<int>(panel().lesson().pages.size()); ++page) {
                panel().showPage(page);
                walk(QStringLiteral("%1-%2-%3").arg(id, size).arg(page + 1));
            }
            panel().closeLesson();
        }
    }
};

TEST_F(EveryPageTest, FitsWhereRoomIsShort)
{
    theme.setMode(ThemeMode::Dark);
    theme.setTextScale(1.3);
    show({1024, 768});
    walkAll(QStringLiteral("small"));
}

TEST_F(EveryPageTest, FitsOnALargeScreen)
{
    theme.setMode(ThemeMode::Light);
    show({1440, 900});
    walkAll(QStringLiteral("large"));
}

} // namespace
} // namespace gatescope
