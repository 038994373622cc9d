// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/saving/autosave.h"

#include "core/io/model/model_file.h"
#include "core/io/model/training_state.h"
#include "tests/ui/shell/files/session_fixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include <atomic>
#include <cerrno>

namespace gatescope {

namespace {

/// A disk that is full until told otherwise. Called from the writing thread.
class FullDisk : public FileOperations {
public:
    std::atomic<bool> full = true;

    ssize_t write(int descriptor, const void *data, std::size_t size) const override
    {
        if (!full)
            return FileOperations::write(descriptor, data, size);
        errno = ENOSPC;
        return -1;
    }
};

} // namespace

class AutosaveTest : public SessionTest {
protected:
    AutosaveTest() { openWave(document); }

    std::filesystem::path autosaves() const { return path("autosave").toStdString(); }
    QStringList files() const { return QDir(path("autosave")).entryList({"*.safetensors"}, QDir::Files); }
    ModelFile read(const Autosave &autosave) const { return loadModel(autosave.file()->path()); }
    static bool idle(const Autosave &autosave)
    {
        return waitFor([&] { return !autosave.isBusy(); });
    }

    Document document{GATESCOPE_RESOURCES};
};

TEST_F(AutosaveTest, KeepsATrainingOnEachPause)
{
    Autosave autosave(document, autosaves());
    document.training().start();
    ASSERT_TRUE(waitFor([this] { return document.training().history().batches() > 5; }));
    EXPECT_EQ(files().size(), 0); // its half minute has not passed
    document.training().pause();
    QSignalSpy ended(&autosave, &Autosave::ended);
    ASSERT_TRUE(ended.wait());
    ASSERT_TRUE(idle(autosave));
    const ModelFile model = read(autosave);
    EXPECT_EQ(model.step, document.training().snapshot()->step);
    EXPECT_EQ(model.parametersAs<float>(), document.training().snapshot()->parameters);
    ASSERT_TRUE(model.session);
    EXPECT_TRUE(model.session->isAutosave);
    EXPECT_TRUE(trainingState<float>(model));
    EXPECT_EQ(autosave.problem(), QString());
}

TEST_F(AutosaveTest, KeepsATrainingWhileItRuns)
{
    Autosave autosave(document, autosaves());
    autosave.setInterval(std::chrono::milliseconds(20));
    document.training().setDelay(0.001); // so that it cannot end before it was kept thrice
    document.training().start();
    QSignalSpy ended(&autosave, &Autosave::ended);
    ASSERT_TRUE(waitFor([&] { return ended.count() >= 3; }));
    EXPECT_TRUE(document.training().isTraining());
    EXPECT_EQ(files().size(), 1); // one file, replaced each time
    EXPECT_GT(read(autosave).step, 0);
    settle(document);
}

TEST_F(AutosaveTest, WritesNothingWhenThereIsNothingNew)
{
    Autosave autosave(document, autosaves());
    autosave.saveNow(); // nothing is trained
    EXPECT_FALSE(autosave.isBusy());
    trainBatches(document, 2);
    autosave.saveNow();
    ASSERT_TRUE(idle(autosave));
    QSignalSpy ended(&autosave, &Autosave::ended);
    autosave.saveNow();
    EXPECT_FALSE(autosave.isBusy());
    trainBatches(document, 1);
    autosave.saveNow();
    ASSERT_TRUE(idle(autosave));
    EXPECT_EQ(ended.count(), 1);
}

TEST_F(AutosaveTest, SwitchedOffItKeepsNothing)
{
    Autosave autosave(document, autosaves());
    autosave.setInterval(std::chrono::milliseconds(0));
    document.training().stepEpoch();
    ASSERT_TRUE(
        waitFor([this] { return document.training().snapshot()->epoch == 1 && !document.training().isTraining(); }));
    EXPECT_FALSE(autosave.isBusy());
    EXPECT_EQ(files().size(), 0);
}

TEST_F(AutosaveTest, TheUsersOwnFileStaysAndEndsIt)
{
    Autosave autosave(document, autosaves());
    trainBatches(document, 2);
    const QString own = path("own.safetensors");
    ASSERT_TRUE(document.file().save(own));
    QFile file(own);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    trainBatches(document, 2);
    autosave.saveNow();
    ASSERT_TRUE(idle(autosave));
    ASSERT_EQ(files().size(), 1);
    EXPECT_EQ(read(autosave).session->savedAs, own.toStdString());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), before);
    file.close();
    ASSERT_TRUE(document.file().save(own)); // now nothing can be lost
    EXPECT_EQ(files().size(), 0);
}

TEST_F(AutosaveTest, SaysThatTheDiskIsFullAndTriesAgain)
{
    FullDisk disk;
    Autosave autosave(document, autosaves(), disk);
    autosave.setInterval(std::chrono::milliseconds(30));
    trainBatches(document, 2);
    ASSERT_TRUE(waitFor([&] { return !autosave.problem().isEmpty(); }));
    EXPECT_TRUE(autosave.problem().contains("space")) << autosave.problem().toStdString();
    EXPECT_EQ(files().size(), 0);
    disk.full = false;
    ASSERT_TRUE(waitFor([&] { return autosave.problem().isEmpty(); }));
    EXPECT_EQ(read(autosave).step, 2);
}

TEST_F(AutosaveTest, AFailingWriteLeavesTheEarlierAutosaveWhole)
{
    FullDisk disk;
    disk.full = false;
    Autosave autosave(document, autosaves(), disk);
    trainBatches(document, 2);
    autosave.saveNow();
    ASSERT_TRUE(idle(autosave));
    disk.full = true;
    trainBatches(document, 2);
    autosave.saveNow();
    ASSERT_TRUE(idle(autosave));
    EXPECT_FALSE(autosave.problem().isEmpty());
    EXPECT_EQ(read(autosave).step, 2);
    EXPECT_EQ(QDir(path("autosave")).entryList({".gatescope-*"}, QDir::Files | QDir::Hidden).size(), 0);
}

TEST_F(AutosaveTest, AnUnwritableFolderIsAMessage)
{
    QFile blocked(path("autosave"));
    ASSERT_TRUE(blocked.open(QIODevice::WriteOnly)); // a file where the folder should be
    Autosave autosave(document, autosaves());
    trainBatches(document, 1);
    autosave.saveNow();
    ASSERT_TRUE(idle(autosave));
    EXPECT_TRUE(autosave.problem().contains("folder")) << autosave.problem().toStdString();
}

TEST_F(AutosaveTest, ADivergedTrainingLeavesTheCopyFromBefore)
{
    Autosave autosave(document, autosaves());
    trainBatches(document, 2);
    autosave.saveNow();
    ASSERT_TRUE(idle(autosave));
    Settings settings = document.settings();
    settings.training.optimizer = OptimizerKind::Sgd;
    settings.training.learningRate = 100.0;
    settings.network.dropout = 0.0;
    ASSERT_TRUE(document.setSettings(settings).empty());
    document.newTraining(ResetWeights::Same);
    document.training().start();
    ASSERT_TRUE(waitFor([this] { return document.training().snapshot()->state == SessionState::Diverged; }));
    autosave.saveNow();
    EXPECT_TRUE(idle(autosave));
    EXPECT_EQ(read(autosave).step, 2);
    EXPECT_EQ(read(autosave).settings.training.optimizer, OptimizerKind::AdamW);
}

TEST_F(AutosaveTest, ATrainingThatIsReplacedMeanwhileIsNotMixedUp)
{
    Autosave autosave(document, autosaves());
    trainBatches(document, 2);
    autosave.saveNow();
    document.newTraining(ResetWeights::Same); // while the state is on its way
    ASSERT_TRUE(idle(autosave));
    EXPECT_EQ(files().size(), 0);
    trainBatches(document, 3);
    autosave.saveNow();
    ASSERT_TRUE(idle(autosave));
    EXPECT_EQ(read(autosave).step, 3);
}

TEST_F(AutosaveTest, AnEndWithoutGoodbyeLeavesAnOrphanAndACleanOneNothing)
{
    const auto train = [this](Autosave &autosave) {
        trainBatches(document, 2);
        autosave.saveNow();
        return idle(autosave);
    };
    {
        Autosave autosave(document, autosaves());
        ASSERT_TRUE(train(autosave));
        EXPECT_TRUE(AutosaveFile::orphans(autosaves()).empty()); // its program lives
    }
    EXPECT_EQ(AutosaveFile::orphans(autosaves()).size(), 1U);
    {
        Autosave autosave(document, autosaves());
        ASSERT_TRUE(train(autosave));
        ASSERT_EQ(files().size(), 2);
        autosave.discard();
    }
    EXPECT_EQ(files().size(), 1);
    EXPECT_EQ(AutosaveFile::orphans(autosaves()).size(), 1U);
}

class AutosaveFileTest : public SessionTest {
protected:
    std::filesystem::path autosaves() const { return path("autosave").toStdString(); }
    static void put(const std::filesystem::path &file, const QByteArray &content = "x")
    {
        QFile out(QString::fromStdString(file.string()));
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    /// What a killed program leaves: a file, and a lock that nobody holds.
    void leaveOrphan() const { put(AutosaveFile::create(autosaves())->path()); }
};

TEST_F(AutosaveFileTest, AnOrphanIsOfferedByOneProgramAtATime)
{
    leaveOrphan();
    const auto first = AutosaveFile::orphans(autosaves());
    ASSERT_EQ(first.size(), 1U);
    EXPECT_TRUE(AutosaveFile::orphans(autosaves()).empty());
}

TEST_F(AutosaveFileTest, CountsTriesAcrossStarts)
{
    leaveOrphan();
    for (int start = 0; start < AutosaveFile::kMostTries; ++start) {
        const auto orphans = AutosaveFile::orphans(autosaves());
        ASSERT_EQ(orphans.size(), 1U);
        EXPECT_EQ(orphans[0]->tries(), start);
        orphans[0]->countTry();
    }
    auto orphans = AutosaveFile::orphans(autosaves());
    ASSERT_EQ(orphans.size(), 1U);
    EXPECT_EQ(orphans[0]->tries(), AutosaveFile::kMostTries);
    const QString aside = orphans[0]->setAside();
    EXPECT_TRUE(QFile::exists(aside));
    orphans.clear();
    EXPECT_TRUE(AutosaveFile::orphans(autosaves()).empty());
    EXPECT_EQ(QDir(path("autosave")).entryList(QDir::Files | QDir::Hidden), QStringList{QFileInfo(aside).fileName()});
}

TEST_F(AutosaveFileTest, RemovesWhatKilledProgramsLeaveBesides)
{
    std::filesystem::create_directories(autosaves());
    put(autosaves() / ".gatescope-1-0.tmp");
    put(autosaves() / "a.autosave.safetensors.tries");
    put(autosaves() / "a.autosave.safetensors.lock",
        "999999999\nGateScope\n" + QSysInfo::machineHostName().toUtf8() + "\n"); // no such process
    put(autosaves() / "notes.txt");                                              // not ours
    EXPECT_TRUE(AutosaveFile::orphans(autosaves()).empty());
    EXPECT_EQ(QDir(path("autosave")).entryList(QDir::Files | QDir::Hidden), QStringList{"notes.txt"});
}

TEST_F(AutosaveFileTest, ADamagedCountIsNoCount)
{
    leaveOrphan();
    const auto orphans = AutosaveFile::orphans(autosaves());
    ASSERT_EQ(orphans.size(), 1U);
    put(std::filesystem::path(orphans[0]->path()) += ".tries");
    EXPECT_EQ(orphans[0]->tries(), 0);
}

} // namespace gatescope
