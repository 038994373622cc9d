// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/compare/compare_workspace.h"
#include "ui/compare/runs/compared_runs.h"
#include "ui/compare/sweep/sweep_card.h"
#include "ui/document/shelf/run_folder.h"
#include "ui/widgets/common/view_export.h"

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QTableView>

namespace gatescope {

class Compare : public WindowTest {
protected:
    std::filesystem::path runs() const { return folder.filePath(QStringLiteral("runs")).toStdString(); }

    void train(std::int64_t hidden, int epochs = 1)
    {
        Settings settings = document->settings();
        settings.network.hidden = hidden;
        ASSERT_TRUE(document->setSettings(settings).empty());
        if (document->settingsWaitForReset())
            document->resetToSameWeights();
        for (int i = 0; i < epochs; ++i) {
            document->stepEpoch();
            ASSERT_TRUE(settle());
        }
    }

    const std::vector<KeptRun> &kept() const { return document->shelf().shelf().runs(); }

    CompareWorkspace &workspace() const
    {
        CompareWorkspace *found = window->findChild<CompareWorkspace *>();
        return *found;
    }
};

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
    document->openFile(file(QStringLiteral("other.csv"), "a,b\n1,2\n2,3\n3,4\n4,5\n5,6\n"));
    ASSERT_TRUE(waitFor([this] { return !document->isOpening(); }));
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
    document->stepEpoch();
    ASSERT_TRUE(settle());
    document->undo();
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
    document->stepEpoch();
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
    EXPECT_EQ(document->snapshot()->epoch, 1);
    document->undo();
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
    document->undo();
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
    ASSERT_TRUE(waitFor([this] { return !document->isOpening(); }));
    EXPECT_EQ(document->snapshot()->epoch, 1);
    EXPECT_EQ(document->settingsInForce().network.hidden, 4);
    EXPECT_EQ(document->keptId(), kept()[0].id);
    EXPECT_TRUE(document->modelPath().isEmpty()) << "the shelf's file is not the person's";
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
    ASSERT_TRUE(document->saveModel(path));
    restartUnsaved();
    document->openFile(path);
    ASSERT_TRUE(waitFor([this] { return !document->isOpening(); }));
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

TEST_F(Compare, TheWorkspaceShowsCurvesDifferencesAndPairs)
{
    openSmallSeries();
    train(4, 2);
    train(6, 2);
    show();
    ASSERT_TRUE(window->showWorkspace(QStringLiteral("compare")));
    QApplication::processEvents();
    ASSERT_EQ(kept().size(), 2U) << "the run in force is kept when it is looked at";
    document->shelf().flush();
    const std::vector<ViewExport *> views = workspace().exports();
    ASSERT_EQ(views.size(), 3U);
    EXPECT_EQ(views[0]->csv().count(QStringLiteral("A,")), 2);
    const QString table = views[1]->csv();
    EXPECT_TRUE(table.contains(QStringLiteral("hidden,4,6"))) << table.toStdString();
    EXPECT_FALSE(table.contains(QStringLiteral("lr,")));
    EXPECT_TRUE(table.contains(QStringLiteral("validation.skill,")));
    EXPECT_FALSE(table.contains(QStringLiteral("test.skill,"))) << "not until it is asked for";
    EXPECT_FALSE(views[2]->csv().isEmpty());
}

TEST_F(Compare, NoMoreThanEightAreCompared)
{
    openSmallSeries();
    for (int i = 0; i < 9; ++i)
        train(2 + i);
    document->keepRun();
    ASSERT_EQ(kept().size(), 9U);
    ComparedRuns &compared = workspace().compared();
    for (int i = 0; i < 8; ++i)
        EXPECT_TRUE(compared.setChosen(kept()[static_cast<std::size_t>(i)].id, true));
    EXPECT_FALSE(compared.setChosen(kept()[8].id, true));
    EXPECT_EQ(compared.runs().size(), 8U);
    document->removeKept(kept()[0].id);
    EXPECT_EQ(compared.runs().size(), 7U);
    EXPECT_EQ(compared.runs().front().letter(), QStringLiteral("B")) << "each keeps its letter";
}

TEST_F(Compare, ReportsArePages)
{
    openSmallSeries();
    train(4, 2);
    train(6, 2);
    document->keepRun();
    const QString html = folder.filePath(QStringLiteral("two.html")), pdf = folder.filePath(QStringLiteral("two.pdf"));
    workspace().reportTo(html);
    workspace().reportTo(pdf);
    const auto content = [](const QString &path) {
        QFile in(path);
        EXPECT_TRUE(in.open(QIODevice::ReadOnly));
        return in.readAll();
    };
    EXPECT_TRUE(content(html).contains("Hidden units"));
    EXPECT_TRUE(content(html).contains("<svg"));
    EXPECT_TRUE(content(pdf).startsWith("%PDF"));
    const QString one = folder.filePath(QStringLiteral("one.html"));
    window->files().reportTo(one);
    ASSERT_TRUE(waitFor([this] { return !window->files().isReporting(); }));
    EXPECT_TRUE(content(one).contains("gatescope-cli train wave.csv"));
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

class SweepInTheWindow : public Compare {
protected:
    SweepCard &sweep() const { return workspace().sweep(); }

    std::vector<Problem> start(const QString &values)
    {
        child<QLineEdit>("sweep-values-1")->setText(values);
        Settings settings = document->settings();
        settings.training.epochs = 2;
        return sweep().start(settings, document->open());
    }

    bool ended()
    {
        return waitFor([this] { return !sweep().job().isBusy(); });
    }
};

TEST_F(SweepInTheWindow, PutsEveryRunOnTheShelfAndEachOpens)
{
    openSmallSeries();
    ASSERT_TRUE(start(QStringLiteral("2, 4")).empty());
    ASSERT_TRUE(ended());
    EXPECT_EQ(sweep().job().state(), SweepJob::State::Finished);
    const std::vector<SweepPlace> &places = sweep().job().places();
    ASSERT_EQ(places.size(), 6U);
    EXPECT_EQ(kept().size(), 6U);
    EXPECT_TRUE(sweep().csv().startsWith(QStringLiteral("hidden,seed,best_validation_loss")));
    document->showKept(places[4].kept);
    EXPECT_EQ(document->settingsInForce().network.hidden, 4);
    EXPECT_EQ(document->settingsInForce().training.seed, 1U);
    EXPECT_EQ(document->snapshot()->epoch, 2);
}

TEST_F(SweepInTheWindow, GoesOnFromWhatIsOnTheShelf)
{
    openSmallSeries();
    ASSERT_TRUE(start(QStringLiteral("2")).empty());
    ASSERT_TRUE(ended());
    document->shelf().flush();
    const std::vector<SweepPlace> before = sweep().job().places();
    ASSERT_TRUE(start(QStringLiteral("2, 4")).empty());
    ASSERT_TRUE(ended());
    ASSERT_EQ(sweep().job().places().size(), 6U);
    EXPECT_EQ(kept().size(), 6U) << "three of them were there";
    for (std::size_t i = 0; i < before.size(); ++i)
        EXPECT_EQ(sweep().job().places()[i].row.bestValidationLoss, before[i].row.bestValidationLoss);
}

TEST_F(SweepInTheWindow, NamesProblemsAndTrainsNothing)
{
    openSmallSeries();
    EXPECT_EQ(start(QStringLiteral("0, 4, 9999")).size(), 2U);
    EXPECT_FALSE(sweep().job().isBusy());
    EXPECT_TRUE(kept().empty());
}

TEST_F(SweepInTheWindow, IsCancelledAndPaused)
{
    openSmallSeries();
    Settings settings = document->settings();
    settings.training.epochs = 100000;
    child<QLineEdit>("sweep-values-1")->setText(QStringLiteral("2, 4"));
    ASSERT_TRUE(sweep().start(settings, document->open()).empty());
    ASSERT_TRUE(waitFor([this] { return sweep().job().fraction() > 0.0; }));
    sweep().job().setPaused(true);
    QTest::qWait(250);
    const double held = sweep().job().fraction();
    QTest::qWait(250);
    EXPECT_EQ(sweep().job().fraction(), held);
    sweep().job().cancel();
    ASSERT_TRUE(ended());
    EXPECT_EQ(sweep().job().state(), SweepJob::State::Cancelled);
}

} // namespace gatescope
