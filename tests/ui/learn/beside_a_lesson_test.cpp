// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"

#include "ui/document/shared/actions.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form/segment_bar.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

namespace gatescope {
namespace {

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

    /// No title of a card or view has lost letters.
    void titlesAreWhole(const std::string &name) const
    {
        for (const CardHeader *header : window->currentWorkspace()->findChildren<CardHeader *>()) {
            const auto *title = header->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
            if (header->isVisible()) {
                EXPECT_FALSE(title->text().contains(QChar(0x2026))) << name << ": " << title->text().toStdString();
            }
        }
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
    const auto lookAtPages = [this](const QString &name) {
        go({{"workspace", "data"}});
        auto *pages = window->currentWorkspace()->findChild<SegmentBar *>();
        ASSERT_NE(pages, nullptr);
        for (QAbstractButton *page : pages->findChildren<QAbstractButton *>()) {
            page->click();
            nothingIsCut(name + page->accessibleName());
            EXPECT_EQ(sideways(), 0) << (name + page->accessibleName()).toStdString();
        }
    };
    show({1024, 768});
    theme.setTextScale(1.5);
    openSmallSeries();
    lookAtPages(QStringLiteral("data at 150 %: "));
    theme.setTextScale(1.3);
    openLesson("free-running");
    lookAtPages(QStringLiteral("data beside a lesson: "));
    openLesson("a-network-that-spells");
    lookAtPages(QStringLiteral("text beside a lesson: "));
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
        EXPECT_EQ(sideways(), 0) << workspace;
        titlesAreWhole(workspace);
    }
}

TEST_F(BesideALessonTest, ViewsStandInOneColumnWhereTwoHaveNoRoom)
{
    const auto docks = window->findChildren<QDockWidget *>();
    show({800, 600});
    docks[2]->close();
    openLesson("exploding");
    QTest::qWait(80);
    EXPECT_EQ(docks[0]->x(), docks[1]->x());
    EXPECT_GE(docks[1]->y(), docks[0]->geometry().bottom());
    EXPECT_GE(docks[3]->y(), docks[1]->geometry().bottom());
    EXPECT_TRUE(docks[2]->isHidden());
    window->resize(1440, 900);
    QTest::qWait(80);
    EXPECT_LT(docks[0]->x(), docks[1]->x());
    window->resize(800, 600);
    QTest::qWait(80);
    EXPECT_EQ(docks[0]->x(), docks[1]->x());
    panel().closeLesson();
    QTest::qWait(80);
    EXPECT_LT(docks[0]->x(), docks[1]->x());
    EXPECT_TRUE(docks[2]->isHidden());
    docks[2]->show();
    QTest::qWait(20);
    EXPECT_EQ(docks[2]->x(), docks[0]->x());
}

TEST_F(BesideALessonTest, OneColumnIsForgottenWithTheLesson)
{
    show({800, 600});
    openLesson("exploding");
    QTest::qWait(80);
    const auto docks = window->findChildren<QDockWidget *>();
    ASSERT_EQ(docks[0]->x(), docks[1]->x());
    restart();
    show({800, 600});
    window->showWorkspace(QStringLiteral("train"));
    QTest::qWait(80);
    const auto after = window->findChildren<QDockWidget *>();
    EXPECT_LT(after[0]->x(), after[1]->x());
    EXPECT_EQ(after[0]->y(), after[1]->y());
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

} // namespace
} // namespace gatescope
