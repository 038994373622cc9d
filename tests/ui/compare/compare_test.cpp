// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/compare/compare_fixture.h"

#include "ui/document/shelf/run_folder.h"

#include <QDir>
#include <QListView>
#include <QPushButton>

namespace gatescope {

TEST_F(Compare, WithoutRunsTheShelfSaysWhatToDoAndNothingIsReported)
{
    show({1200, 800});
    window->showWorkspace(QStringLiteral("compare"));
    const auto *report = child<QPushButton>("report");
    const auto *list = child<QListView>("shelf");
    EXPECT_FALSE(report->isEnabled());
    EXPECT_TRUE(report->toolTip().contains(QStringLiteral("train a network")));
    EXPECT_FALSE(list->isVisible());
    openSmallSeries();
    train(4);
    document->keepRun();
    EXPECT_TRUE(waitFor([&] { return report->isEnabled(); }));
    EXPECT_TRUE(list->isVisible());
}

TEST_F(Compare, AResetKeepsTheRun)
{
    openSmallSeries();
    train(4);
    EXPECT_TRUE(kept().empty());
    document->resetToSameWeights();
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].run.state->progress.epoch, 1);
    EXPECT_NE(document->training().before(), nullptr) << "its curve stays as a ghost";
}

TEST_F(Compare, AnotherFileKeepsTheRun)
{
    openSmallSeries();
    train(4);
    document->opening().openFile(file(QStringLiteral("other.csv"), "a,b\n1,2\n2,3\n3,4\n4,5\n5,6\n"));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].title, "wave.csv");
    EXPECT_EQ(document->training().before(), nullptr) << "its losses are of other data";
}

TEST_F(Compare, AChangeOfDataAndAnUndoKeepTheRun)
{
    openSmallSeries();
    train(4);
    DataOptions options = document->dataOptions();
    options.window = 10;
    ASSERT_TRUE(document->setDataOptions(options).empty());
    ASSERT_EQ(kept().size(), 1U);
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    document->undoHistory().undo();
    EXPECT_EQ(kept().size(), 2U) << "the run that undo takes away";
    EXPECT_EQ(document->keptId(), kept()[0].id);
    document->resetToSameWeights();
    EXPECT_EQ(kept().size(), 2U) << "it was there already";
}

TEST_F(Compare, TrainingOnGoesIntoTheSameRun)
{
    openSmallSeries();
    train(4);
    document->keepRun();
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    document->keepRun();
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].run.state->progress.epoch, 2);
}

TEST_F(Compare, ARunIsPutInForceAndUndone)
{
    openSmallSeries();
    train(4);
    train(8);
    document->keepRun();
    ASSERT_EQ(kept().size(), 2U);
    document->showKept(kept()[0].id);
    EXPECT_EQ(document->settingsInForce().network.hidden, 4);
    EXPECT_EQ(document->training().snapshot()->epoch, 1);
    document->undoHistory().undo();
    EXPECT_EQ(document->settingsInForce().network.hidden, 8);
    EXPECT_EQ(kept().size(), 2U);
}

TEST_F(Compare, DeletingIsUndone)
{
    document->shelf().setFolder(runs());
    openSmallSeries();
    train(4);
    document->keepRun();
    document->shelf().flush();
    const std::uint64_t id = kept()[0].id;
    document->shelf().rename(id, QStringLiteral("mine"));
    document->removeKept(id);
    EXPECT_TRUE(kept().empty());
    document->undoHistory().undo();
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].run.name, "mine");
    document->shelf().flush();
    EXPECT_TRUE(QFile::exists(document->shelf().fileOf(id)));
}

TEST_F(Compare, RunsAreThereAgainAtTheNextStart)
{
    document->shelf().setFolder(runs());
    openSmallSeries();
    train(4);
    document->keepRun();
    document->shelf().rename(kept()[0].id, QStringLiteral("mine"));
    document->shelf().setPinned(kept()[0].id, true);
    document->shelf().flush();
    const MetricValues metrics = kept()[0].metrics;
    EXPECT_TRUE(metrics.contains("validation.skill"));
    restartUnsaved();
    document->shelf().setFolder(runs());
    document->shelf().flush();
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].run.name, "mine");
    EXPECT_TRUE(kept()[0].pinned);
    EXPECT_EQ(kept()[0].metrics, metrics);
    document->showKept(kept()[0].id);
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    EXPECT_EQ(document->training().snapshot()->epoch, 1);
    EXPECT_EQ(document->settingsInForce().network.hidden, 4);
    EXPECT_EQ(document->keptId(), kept()[0].id);
    EXPECT_TRUE(document->file().path().isEmpty()) << "the shelf's file is not the person's";
}

TEST_F(Compare, ClosingWithoutSavingKeepsTheRun)
{
    document->shelf().setFolder(runs());
    openSmallSeries();
    train(4);
    window->close();
    document->shelf().flush();
    EXPECT_EQ(QDir(QString::fromStdString(runs().string())).entryList(QDir::Files).size(), 1);
}

TEST_F(Compare, PinnedRunsGoWithTheSession)
{
    document->shelf().setFolder(runs());
    openSmallSeries();
    train(4);
    train(6);
    ASSERT_EQ(kept().size(), 1U);
    document->shelf().rename(kept()[0].id, QStringLiteral("small"));
    document->shelf().setPinned(kept()[0].id, true);
    document->shelf().flush();
    const QString path = folder.filePath(QStringLiteral("two.safetensors"));
    ASSERT_TRUE(document->file().save(path));
    restartUnsaved();
    document->opening().openFile(path);
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    EXPECT_EQ(document->settingsInForce().network.hidden, 6);
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept()[0].run.name, "small");
    EXPECT_EQ(kept()[0].run.settings.network.hidden, 4);
}

TEST_F(Compare, ADamagedFileIsLeftAlone)
{
    document->shelf().setFolder(runs());
    openSmallSeries();
    train(4);
    document->keepRun();
    document->shelf().flush();
    const QString path = document->shelf().fileOf(kept()[0].id);
    restartUnsaved();
    QFile damaged(path);
    ASSERT_TRUE(damaged.resize(damaged.size() / 2));
    document->shelf().setFolder(runs());
    document->shelf().flush();
    EXPECT_TRUE(kept().empty());
    EXPECT_TRUE(QFile::exists(path));
}

TEST_F(Compare, ARunFromTheShelfHasItsMomentsAgain)
{
    openSmallSeries();
    train(4, 2);
    const std::int64_t steps = document->training().snapshot()->step;
    train(6);
    document->showKept(kept()[0].id);
    const std::vector<TrainingMoment> moments = document->training().session()->moments();
    ASSERT_GT(moments.size(), 2U);
    EXPECT_EQ(moments.front().step, 0);
    EXPECT_EQ(moments.back().step, steps);
    EXPECT_EQ(*moments.back().parameters, document->training().snapshot()->parameters);
}

TEST_F(Compare, ARunWhoseDataHasGoneAsksForThem)
{
    document->shelf().setFolder(runs());
    openSmallSeries();
    train(4);
    document->keepRun();
    document->shelf().flush();
    restartUnsaved();
    ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("wave.csv"))));
    document->shelf().setFolder(runs());
    document->shelf().flush();
    ASSERT_EQ(kept().size(), 1U);
    QString asked;
    connectNeed(asked);
    document->showKept(kept()[0].id);
    ASSERT_TRUE(waitFor([&asked] { return !asked.isEmpty(); }));
    EXPECT_TRUE(asked.contains(QStringLiteral("wave.csv")));
    EXPECT_EQ(kept().size(), 1U) << "it stays on the shelf";
}

TEST_F(Compare, ASessionOfSeveralRunsCutInHalfChangesNothing)
{
    document->shelf().setFolder(runs());
    openSmallSeries();
    train(4);
    train(6);
    document->shelf().setPinned(kept()[0].id, true);
    document->shelf().flush();
    const QString path = folder.filePath(QStringLiteral("two.safetensors"));
    ASSERT_TRUE(document->file().save(path));
    QFile cut(path);
    ASSERT_TRUE(cut.resize(cut.size() / 2));
    const std::vector<float> before = document->training().snapshot()->parameters;
    QString said;
    QObject::connect(document.get(), &Document::message, document.get(),
                     [&said](Severity severity, const QString &text, const QString &) {
                         if (severity == Severity::Error)
                             said = text;
                     });
    document->opening().openFile(path);
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    EXPECT_TRUE(said.contains(QStringLiteral("two.safetensors"))) << said.toStdString();
    EXPECT_EQ(document->training().snapshot()->parameters, before);
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_TRUE(kept()[0].pinned);
}

TEST_F(Compare, RunsThatAKilledProgramHadPutAsideGoAfterSomeTime)
{
    const QString aside = file(QStringLiteral("a.run.safetensors.deleted"), "x");
    const QString run = file(QStringLiteral("b.run.safetensors"), "x");
    const std::filesystem::path where = folder.path().toStdString();
    RunFolder::clean(where); // another window may still bring it back
    EXPECT_TRUE(QFile::exists(aside));
    RunFolder::clean(where, std::chrono::seconds(0));
    EXPECT_FALSE(QFile::exists(aside));
    EXPECT_TRUE(QFile::exists(run));
}

} // namespace gatescope
