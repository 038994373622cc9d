// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/learn_fixture.h"

#include "core/lesson/file/action_table.h"
#include "core/lesson/file/link_table.h"
#include "core/lesson/play/lesson_player.h"
#include "ui/document/shared/actions.h"

#include <QAction>

namespace gatescope {
namespace {

using LessonLinks = LearnTest;

std::string text(const QString &word)
{
    return word.toStdString();
}

TEST_F(LessonLinks, EveryActionOfTheTableIsBoundAndNoOther)
{
    std::set<std::string> bound, declared;
    for (const QString &id : window->actions().actionIds())
        bound.insert(text(id));
    for (const ActionInfo &action : actionTable())
        declared.insert(std::string(action.id));
    EXPECT_EQ(bound, declared);
}

TEST_F(LessonLinks, EveryPlaceOfTheTableIsBound)
{
    for (const LinkInfo &info : linkTable()) {
        const bool runners = info.training; // opened, set and trained by the runner itself
        const QString id = QString::fromUtf8(info.id.data(), static_cast<qsizetype>(info.id.size()));
        EXPECT_EQ(window->actions().place(id) != nullptr, !runners) << info.id;
    }
}

TEST_F(LessonLinks, EveryEntryOfTheMenusHasAnIdOrIsMadeOfData)
{
    // What a menu lists anew each time (files, data sets, views, themes) is data; the rest has an id.
    for (const char *id : {"file.open", "file.save", "undo", "run", "view.present", "help.keys"})
        EXPECT_TRUE(window->actions().action(QString::fromLatin1(id))) << id;
}

TEST_F(LessonLinks, ReachTheSameWeightsAsTheCommandLine)
{
    show();
    openLesson("what-a-gate-is");
    go({{"train.to", "5"}});
    const ReadLesson read = readLesson(std::filesystem::path(GATESCOPE_RESOURCES) / "lessons" / "what-a-gate-is");
    LessonPlayer player(read.lesson, GATESCOPE_RESOURCES);
    player.play({0, {}, {{"train.to", "5"}}});
    EXPECT_EQ(document->training().snapshot()->epoch, 5);
    EXPECT_EQ(document->training().snapshot()->parameters, player.state().parameters);
    // Further on from there, and the same as in one go.
    go({{"train.to", "8"}});
    player.play({0, {}, {{"train.to", "8"}}});
    EXPECT_EQ(document->training().snapshot()->parameters, player.state().parameters);
}

TEST_F(LessonLinks, GoBackToTheLessonsNetworkAfterAnythingElse)
{
    show();
    openLesson("what-a-gate-is");
    go({{"train.to", "3"}});
    const std::vector<float> trained = document->training().snapshot()->parameters;
    document->resetToNewWeights();
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    go({{"train.to", "3"}});
    EXPECT_EQ(document->training().snapshot()->parameters, trained);
    openSmallSeries();
    go({{"train.to", "3"}});
    EXPECT_EQ(document->training().snapshot()->parameters, trained);
    EXPECT_EQ(document->title(), QStringLiteral("Adding problem"));
}

TEST_F(LessonLinks, AreTakenBackAsOneStep)
{
    show();
    openLesson("what-a-gate-is");
    window->showWorkspace(QStringLiteral("data"));
    selection->setCursor({1, 0, 4, 2});
    const std::vector<float> before = document->training().snapshot()->parameters;
    go({{"train.to", "2"},
        {"workspace", "inspect"},
        {"inspect.sequence", "0"},
        {"inspect.step", "3"},
        {"hold.z", "1"}});
    EXPECT_EQ(window->currentWorkspace()->info().id, QStringLiteral("inspect"));
    EXPECT_EQ(selection->cursor().step, 3);
    EXPECT_EQ(window->actions().value(QStringLiteral("hold.z")), QStringLiteral("1"));
    document->undoHistory().undo();
    EXPECT_EQ(window->currentWorkspace()->info().id, QStringLiteral("data"));
    EXPECT_EQ(selection->cursor(), (Cursor{1, 0, 4, 2}));
    EXPECT_EQ(window->actions().value(QStringLiteral("hold.z")), QString());
    EXPECT_EQ(document->training().snapshot()->step, 0);
    EXPECT_EQ(document->training().snapshot()->parameters, before);
    document->undoHistory().redo();
    ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
    EXPECT_EQ(document->training().snapshot()->epoch, 2);
    EXPECT_EQ(window->actions().value(QStringLiteral("hold.z")), QStringLiteral("1"));
}

TEST_F(LessonLinks, OpeningALessonKeepsTheTrainingThatWasThere)
{
    show();
    openSmallSeries();
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    const std::vector<float> mine = document->training().snapshot()->parameters;
    openLesson("what-a-gate-is");
    EXPECT_EQ(document->training().snapshot()->step, 0);
    document->undoHistory().undo();
    EXPECT_EQ(document->training().snapshot()->parameters, mine);
}

TEST_F(LessonLinks, SettingsAndOtherStartsAreOfTheLink)
{
    show();
    openLesson("exploding");
    go({{"train.to", "10"}});
    EXPECT_EQ(state(), SessionState::Diverged);
    go({{"open", "clipped"}, {"train.to", "3"}});
    EXPECT_EQ(document->training().snapshot()->epoch, 3);
    EXPECT_EQ(document->settings().training.clipNorm, 0.1);
    go({{"set.clip-norm", "0.1"}, {"train.to", "3"}});
    EXPECT_EQ(document->training().snapshot()->epoch, 3);
    EXPECT_EQ(document->settings().training.clipNorm, 0.1);
}

TEST_F(LessonLinks, AFirstTrainingIsSlowEnoughToBeWatchedAndCanBeHurried)
{
    show();
    openLesson("what-a-gate-is");
    runner().setWatchSeconds(600.0);
    window->showWorkspace(QStringLiteral("data"));
    runner().follow({0, {}, {{"train.to", "20"}, {"workspace", "inspect"}}});
    EXPECT_EQ(window->currentWorkspace()->info().id, QStringLiteral("train")); // where it can be watched
    EXPECT_TRUE(runner().isBusy());
    EXPECT_LT(window->actions().value(QStringLiteral("speed")).toDouble(), 100.0);
    runner().hurry();
    ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
    EXPECT_EQ(document->training().snapshot()->epoch, 20);
    EXPECT_EQ(window->currentWorkspace()->info().id, QStringLiteral("inspect"));
    EXPECT_EQ(window->actions().value(QStringLiteral("speed")), QStringLiteral("1000")); // as it was set before
}

TEST_F(LessonLinks, PausingGivesUpTheRestOfALink)
{
    show();
    openLesson("what-a-gate-is");
    runner().setWatchSeconds(600.0);
    runner().follow({0, {}, {{"train.to", "20"}, {"workspace", "inspect"}}});
    ASSERT_TRUE(waitFor([this] { return document->training().isTraining(); }));
    document->training().pause();
    ASSERT_TRUE(waitFor([this] { return !runner().isBusy(); }));
    EXPECT_EQ(window->currentWorkspace()->info().id, QStringLiteral("train"));
}

TEST_F(LessonLinks, PressWhatTheKeysPress)
{
    show();
    openLesson("what-a-gate-is");
    go({{"press", "batch"}});
    EXPECT_EQ(document->training().snapshot()->step, 1);
    go({{"press", "reset"}});
    EXPECT_EQ(document->training().snapshot()->step, 0);
}

TEST_F(LessonLinks, PointAtAControlUntilTheNextPress)
{
    show({1440, 900});
    openLesson("what-a-gate-is");
    go({{"point", "lr"}});
    QWidget *frame = child<QWidget>("pointer-frame");
    ASSERT_TRUE(frame);
    const QWidget *field = child<QWidget>("setting-lr");
    EXPECT_TRUE(frame->geometry().contains(QRect(field->mapTo(window.get(), QPoint(0, 0)), field->size())));
    QTest::keyClick(window.get(), Qt::Key_Shift);
    EXPECT_TRUE(waitFor([this] { return !child<QWidget>("pointer-frame"); }));
}

} // namespace
} // namespace gatescope
