// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"

#include "ui/document/shared/actions.h"
#include "ui/widgets/form/segment_bar.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

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

/// Whatever stands beside a lesson scrolls where it has no room, and is never cut.
class BesideALessonTest : public LearnTest {
protected:
    /// Where a widget is drawn narrower or lower than it needs, or reaches out of what it lies in.
    static QStringList cutIn(const Workspace &workspace)
    {
        QStringList cut;
        for (const QWidget *part : workspace.findChildren<QWidget *>()) {
            const QWidget *around = part->parentWidget();
            if (!part->isVisible() || part->isWindow() || !around)
                continue;
            const QSize needed = part->minimumSizeHint().boundedTo(part->maximumSize());
            const bool whole = qobject_cast<const QAbstractButton *>(part) || qobject_cast<const QComboBox *>(part)
                               || qobject_cast<const QAbstractSpinBox *>(part) || part->inherits("gatescope::Card")
                               || part->inherits("gatescope::LiveView") || part->inherits("gatescope::InspectView");
            const bool scrolls = qobject_cast<const QAbstractScrollArea *>(around)
                                 || qobject_cast<const QAbstractScrollArea *>(around->parentWidget());
            if (whole && (part->width() < needed.width() || part->height() < needed.height()))
                cut << QStringLiteral("%1 %2 is %3 × %4, needs %5 × %6")
                           .arg(QLatin1String(part->metaObject()->className()), part->accessibleName())
                           .arg(part->width())
                           .arg(part->height())
                           .arg(needed.width())
                           .arg(needed.height());
            if (whole && !scrolls && !around->rect().contains(part->geometry()))
                cut << QStringLiteral("%1 %2 reaches out of %3")
                           .arg(QLatin1String(part->metaObject()->className()), part->accessibleName(),
                                QLatin1String(around->metaObject()->className()));
        }
        return cut;
    }

    void nothingIsCut(const QString &name)
    {
        QTest::qWait(60); // forms and views find their places in a second turn
        picture(name);
        EXPECT_EQ(cutIn(*window->currentWorkspace()).join(QLatin1Char('\n')).toStdString(), "") << name.toStdString();
    }

    /// How far the workspace can be pushed sideways, in pixels.
    int sideways() const
    {
        const QWidget *around = window->currentWorkspace()->parentWidget()->parentWidget();
        return qobject_cast<const QScrollArea *>(around)->horizontalScrollBar()->maximum();
    }

    /// Every workspace, page and cell that a link can show.
    void lookEverywhere(const QString &size)
    {
        for (const char *workspace : {"data", "train", "predict", "compare"}) {
            go({{"workspace", workspace}});
            nothingIsCut(QStringLiteral("beside-%1-%2").arg(QLatin1String(workspace), size));
        }
        for (const char *aside : {"what-if", "lag", "portrait", "memory", "health", "search", "lens"}) {
            go({{"workspace", "inspect"}, {"inspect.aside", aside}});
            nothingIsCut(QStringLiteral("beside-inspect-%1-%2").arg(QLatin1String(aside), size));
        }
        for (const char *cell : {"forward", "backward"}) {
            for (const char *grain : {"layer", "unit", "products"}) {
                go({{"workspace", "inspect"}, {"inspect.cell", cell}, {"inspect.grain", grain}});
                nothingIsCut(
                    QStringLiteral("beside-cell-%1-%2-%3").arg(QLatin1String(cell), QLatin1String(grain), size));
            }
        }
    }
};

TEST_F(BesideALessonTest, NothingIsCutWhereRoomIsShort)
{
    theme.setMode(ThemeMode::Dark);
    theme.setTextScale(1.3);
    show({1024, 768});
    openLesson("free-running");
    go({{"train.to", "1"}});
    lookEverywhere(QStringLiteral("small"));
    openLesson("a-network-that-spells");
    for (const char *workspace : {"data", "train", "predict"}) {
        go({{"workspace", workspace}});
        nothingIsCut(QStringLiteral("beside-text-%1-small").arg(QLatin1String(workspace)));
    }
    go({{"workspace", "inspect"}, {"inspect.aside", "letters"}});
    nothingIsCut(QStringLiteral("beside-text-letters-small"));
}

TEST_F(BesideALessonTest, NothingIsCutOnALargeScreen)
{
    show({1440, 900});
    openLesson("free-running");
    go({{"train.to", "1"}});
    lookEverywhere(QStringLiteral("large"));
}

TEST_F(BesideALessonTest, DataIsWholeOnAllItsPagesInLargeType)
{
    const auto lookAtPages = [this](const QString &name, int most) {
        go({{"workspace", "data"}});
        auto *pages = window->currentWorkspace()->findChild<SegmentBar *>();
        ASSERT_NE(pages, nullptr);
        for (QAbstractButton *page : pages->findChildren<QAbstractButton *>()) {
            page->click();
            nothingIsCut(name + page->accessibleName());
            EXPECT_LE(sideways(), most) << (name + page->accessibleName()).toStdString();
        }
    };
    show({1024, 768});
    theme.setTextScale(1.5);
    openSmallSeries();
    lookAtPages(QStringLiteral("data at 150 %: "), 0);
    theme.setTextScale(1.3);
    openLesson("free-running");
    lookAtPages(QStringLiteral("data beside a lesson: "), 165); // half of the window is the lesson's: it scrolls
    openLesson("a-network-that-spells");
    lookAtPages(QStringLiteral("text beside a lesson: "), 165);
}

TEST_F(BesideALessonTest, PresentingASmallWindowScrollsNothingSideways)
{
    show({800, 600});
    openLesson("exploding");
    ASSERT_TRUE(window->actions().press(QStringLiteral("view.present")));
    window->resize(800, 600);
    QTest::qWait(80);
    for (const char *workspace : {"data", "train", "inspect", "predict", "compare"}) {
        go({{"workspace", workspace}});
        nothingIsCut(QStringLiteral("presenting-%1").arg(QLatin1String(workspace)));
        if (workspace != std::string("data") && workspace != std::string("predict")) // their forms scroll
        {
            EXPECT_EQ(sideways(), 0) << workspace;
        }
    }
    const auto docks = window->findChildren<QDockWidget *>();
    EXPECT_LT(docks[0]->x(), docks[1]->x());
}

TEST_F(BesideALessonTest, CompareStandsInOneColumnRatherThanScrollSideways)
{
    theme.setTextScale(1.3);
    show({1440, 900});
    Workspace *compare = nullptr;
    for (Workspace *workspace : window->workspaces())
        compare = workspace->info().id == QLatin1String("compare") ? workspace : compare;
    ASSERT_NE(compare, nullptr);
    window->showWorkspace(QStringLiteral("compare"));
    QTest::qWait(60);
    QSettings wide(folder.filePath(QStringLiteral("wide.ini")), QSettings::IniFormat);
    compare->saveLayout(wide);
    const auto standing = [compare](Qt::Orientation direction) {
        return std::ranges::count_if(compare->findChildren<QSplitter *>(), [direction](const QSplitter *splitter) {
            return splitter->orientation() == direction;
        });
    };
    EXPECT_EQ(standing(Qt::Horizontal), 2);
    window->resize(1024, 768);
    openLesson("free-running");
    go({{"train.to", "1"}, {"workspace", "compare"}});
    nothingIsCut(QStringLiteral("compare-in-a-column"));
    EXPECT_EQ(sideways(), 0);
    EXPECT_GT(standing(Qt::Vertical), 1);
    compare->restoreLayout(wide); // which brings the directions of the wide window with it
    nothingIsCut(QStringLiteral("compare-in-a-column-again"));
    EXPECT_EQ(sideways(), 0);
    EXPECT_GT(standing(Qt::Vertical), 1);
    panel().closeLesson();
    window->resize(1440, 900);
    QTest::qWait(60);
    EXPECT_EQ(standing(Qt::Horizontal), 2);
}

TEST_F(BesideALessonTest, TheViewsStayTwoByTwoAndReadable)
{
    theme.setTextScale(1.3);
    show({1024, 768});
    const auto docks = window->findChildren<QDockWidget *>();
    ASSERT_GE(docks.size(), 4);
    openLesson("what-a-gate-is");
    QTest::qWait(60);
    EXPECT_LT(docks[0]->x(), docks[1]->x());
    EXPECT_EQ(docks[0]->y(), docks[1]->y());
    EXPECT_GT(docks[0]->width(), 28 * docks[0]->fontMetrics().averageCharWidth());
    panel().closeLesson();
    QTest::qWait(60);
    EXPECT_LT(docks[0]->x(), docks[1]->x());
    EXPECT_EQ(docks[0]->y(), docks[1]->y());
}

TEST_F(BesideALessonTest, NoViewLiesOverAnotherWhereRoomIsShort)
{
    show({800, 600});
    const auto docks = window->findChildren<QDockWidget *>();
    for (const char *lesson : {"exploding", "five-phases"}) {
        openLesson(lesson);
        QTest::qWait(60);
        for (const QDockWidget *one : docks) {
            for (const QDockWidget *other : docks)
                EXPECT_TRUE(one == other || one->isHidden() || other->isHidden()
                            || !one->geometry().intersects(other->geometry()))
                    << lesson << ": " << one->windowTitle().toStdString() << ", " << other->windowTitle().toStdString();
            EXPECT_TRUE(one->isHidden() || one->parentWidget()->rect().contains(one->geometry())) << lesson;
        }
    }
}

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
