// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window_fixture.h"
#include "ui/learn/course/lesson_card.h"
#include "ui/learn/learn_workspace.h"
#include "ui/learn/page/ask_box.h"
#include "ui/learn/page/check_box.h"
#include "ui/learn/page/lesson_panel.h"
#include "ui/learn/page/lesson_text.h"
#include "ui/learn/page/option_button.h"

#include <filesystem>

namespace gatescope {

/// The program with its lessons, trained at full speed.
class LearnTest : public WindowTest {
protected:
    LearnWorkspace &learn() const
    {
        for (Workspace *workspace : window->workspaces()) {
            if (auto *found = qobject_cast<LearnWorkspace *>(workspace))
                return *found;
        }
        throw std::runtime_error("there is no workspace Learn");
    }
    LessonPanel &panel() const { return learn().page(); }
    LinkRunner &runner() const { return panel().runner(); }

    /// Opens a lesson and waits until its start is on screen.
    void openLesson(const char *id)
    {
        runner().setWatchSeconds(0.0);
        ASSERT_TRUE(learn().openLesson(QString::fromLatin1(id)));
        ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
    }
    /// Opens a lesson out of a folder of its own.
    void openText(const QByteArray &text)
    {
        std::filesystem::create_directories(folder.filePath(QStringLiteral("mine")).toStdString());
        file(QStringLiteral("mine/lesson.md"), text);
        runner().setWatchSeconds(0.0);
        panel().openLesson(readLesson(folder.filePath(QStringLiteral("mine")).toStdString()), 1);
        ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
    }
    /// Follows a link of the shown page by its words.
    void follow(const QString &label)
    {
        for (LessonTextView *view : panel().findChildren<LessonTextView *>()) {
            const auto part = view->document()->find(label);
            if (part.isNull() || !part.charFormat().isAnchor())
                continue;
            Q_EMIT view->anchorClicked(QUrl(part.charFormat().anchorHref()));
            ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
            return;
        }
        FAIL() << "no link " << label.toStdString();
    }
    /// Follows what a lesson's file would write after "do:".
    void go(std::vector<LinkStep> steps)
    {
        runner().follow({0, "a link", std::move(steps)});
        ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
    }
    AskBox &ask(std::size_t index) const { return *panel().asks().at(index); }
    void choose(std::size_t question, std::size_t option) const
    {
        ask(question).options().at(option)->click();
        ask(question).answerButton()->click();
    }
    /// For looking at: saved where GATESCOPE_PICTURES says.
    void picture(const QString &name) const
    {
        const QString where = qEnvironmentVariable("GATESCOPE_PICTURES");
        QTest::qWait(150);
        if (!where.isEmpty()) {
            EXPECT_TRUE(window->grab().save(where + QLatin1Char('/') + name + QStringLiteral(".png")));
        }
    }
};

} // namespace gatescope
