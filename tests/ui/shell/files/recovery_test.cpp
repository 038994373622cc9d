// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees of recovery and of unsaved work, by real widgets.
#include "tests/ui/window_fixture.h"

#include "ui/document/saving/autosave.h"
#include "ui/document/shared/workspace.h"
#include "ui/shell/bars/message_bar.h"
#include "ui/shell/bars/question_bar.h"

#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace gatescope {

class RecoveryTest : public WindowTest {
protected:
    ~RecoveryTest() override { autosave.reset(); }

    void watch()
    {
        autosave = std::make_unique<Autosave>(*document, folder.filePath("autosave").toStdString());
        window->useAutosave(*autosave);
    }

    /// A program that trained three batches, kept them, and ended without a word.
    void crash()
    {
        openSmallSeries();
        watch();
        for (int i = 0; i < 3; ++i)
            document->training().stepBatch();
        document->training().pauseAndWait();
        weights = document->training().snapshot()->parameters;
        autosave->saveNow();
        ASSERT_TRUE(waitFor([this] { return !autosave->isBusy(); }));
        window.reset();
        autosave.reset();
        restartUnsaved();
    }

    QuestionBar &questions() const { return *child<QuestionBar>("question-bar"); }
    void answer(const QString &title)
    {
        for (QPushButton *button : questions().buttons()) {
            if (button->text() == title) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        FAIL() << "there is no button " << title.toStdString();
    }
    QStringList kept() const { return QDir(folder.filePath("autosave")).entryList({"*.safetensors"}, QDir::Files); }

    std::unique_ptr<Autosave> autosave;
    std::vector<float> weights;
};

TEST_F(RecoveryTest, OffersNothingAfterACleanEnd)
{
    show();
    watch();
    EXPECT_TRUE(questions().isHidden());
}

TEST_F(RecoveryTest, RecoversATrainingUnsavedAsItWas)
{
    crash();
    show();
    watch();
    ASSERT_TRUE(questions().isVisible());
    EXPECT_TRUE(questions().text().contains("ended unexpectedly")) << questions().text().toStdString();
    answer("Recover");
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot() && document->training().snapshot()->step == 3; }));
    EXPECT_EQ(document->training().snapshot()->parameters, weights);
    EXPECT_EQ(document->title(), "wave.csv");
    EXPECT_TRUE(questions().isHidden());
    EXPECT_TRUE(document->file().isDirty());
    EXPECT_EQ(document->file().path(), QString());
    EXPECT_EQ(kept().size(), 1); // until it is safe elsewhere
    EXPECT_EQ(preferences->recentFiles().filter("autosave"), QStringList());
    ASSERT_TRUE(document->file().save(folder.filePath("mine.safetensors")));
    EXPECT_EQ(kept().size(), 0);
}

TEST_F(RecoveryTest, WhatIsDiscardedStandsOnTheShelf)
{
    crash();
    document->shelf().setFolder(folder.filePath("runs").toStdString());
    show();
    watch();
    answer("Discard");
    EXPECT_TRUE(questions().isHidden());
    EXPECT_EQ(kept().size(), 0);
    document->shelf().flush();
    const std::vector<KeptRun> &runs = document->shelf().shelf().runs();
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].run.state->parameters, weights);
    EXPECT_EQ(runs[0].run.state->progress.step, 3);
    document->showKept(runs[0].id);
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot() && document->training().snapshot()->step == 3; }));
    EXPECT_EQ(document->training().snapshot()->parameters, weights);
}

TEST_F(RecoveryTest, WhatCannotStandOnTheShelfIsSetAside)
{
    crash(); // and no folder for runs
    show();
    watch();
    answer("Discard");
    EXPECT_TRUE(questions().isHidden());
    EXPECT_EQ(kept().size(), 0);
    const QStringList aside = QDir(folder.filePath("autosave")).entryList({"*.safetensors?*"}, QDir::Files);
    ASSERT_EQ(aside.size(), 1);
    EXPECT_TRUE(child<MessageBar>("message-bar")->text().contains(aside.front()));
}

TEST_F(RecoveryTest, AClosedOfferComesBackAtTheNextStart)
{
    crash();
    show();
    watch();
    questions().clear();
    EXPECT_TRUE(questions().isHidden());
    window.reset();
    autosave.reset();
    restartUnsaved();
    show();
    watch();
    EXPECT_TRUE(questions().isVisible());
}

TEST_F(RecoveryTest, SetsAsideWhatTwiceNeverCameToAnEnd)
{
    crash();
    for (int start = 0; start < 2; ++start) {
        show();
        watch();
        ASSERT_TRUE(questions().isVisible()) << start;
        answer("Recover");
        // Before the file is even read, the program is gone.
        window.reset();
        autosave.reset();
        restartUnsaved();
    }
    show();
    watch();
    EXPECT_TRUE(questions().isHidden());
    EXPECT_TRUE(child<MessageBar>("message-bar")->text().contains("set aside"));
    EXPECT_EQ(kept().size(), 0);
    EXPECT_EQ(QDir(folder.filePath("autosave")).entryList({"*.set-aside"}, QDir::Files).size(), 1);
}

TEST_F(RecoveryTest, AFailedAutosaveIsAWordInTheStatusLine)
{
    show();
    openSmallSeries();
    file("autosave", "a file where the folder should be");
    watch();
    document->training().stepBatch();
    document->training().pauseAndWait();
    autosave->saveNow();
    ASSERT_TRUE(waitFor([this] { return !autosave->isBusy(); }));
    auto *problem = child<QLabel>("autosave-problem");
    ASSERT_NE(problem, nullptr);
    EXPECT_TRUE(problem->isVisible());
    EXPECT_FALSE(problem->toolTip().isEmpty());
    ASSERT_TRUE(document->file().save(folder.filePath("mine.safetensors")));
    EXPECT_FALSE(problem->isVisible());
}

TEST_F(RecoveryTest, QuestionsComeOneAfterTheOther)
{
    show();
    QStringList answers;
    const auto say = [&answers](const char *what) { return [&answers, what] { answers << what; }; };
    questions().ask("First?", {{"Yes", "Says yes.", say("first yes")}}, say("first closed"));
    questions().ask("Second?", {{"Yes", "Says yes.", say("second yes")}, {"No", "Says no.", say("second no")}});
    EXPECT_EQ(questions().text(), "First?");
    questions().clear();
    EXPECT_EQ(questions().text(), "Second?");
    answer("No");
    EXPECT_TRUE(questions().isHidden());
    EXPECT_EQ(answers, (QStringList{"first closed", "second no"}));
}

class ClosingTest : public RecoveryTest {
protected:
    /// Answers the box with the button of this name as soon as it stands.
    void willAnswer(const QString &button)
    {
        window->files().setUnsavedQuestion([this](const QString &what) { return askAboutUnsaved(what, window.get()); });
        QObject::connect(&clicker, &QTimer::timeout, window.get(), [this, button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            clicker.stop();
            ++asked;
            for (QAbstractButton *choice : box->buttons()) {
                if (choice->text().remove('&') == button)
                    choice->click();
            }
        });
        clicker.start(5);
    }

    void trainOneBatch()
    {
        document->training().stepBatch();
        document->training().pauseAndWait();
    }

    QTimer clicker;
    int asked = 0;
};

TEST_F(ClosingTest, AsksNothingWhenNothingIsTrained)
{
    show();
    openSmallSeries();
    willAnswer("Cancel");
    EXPECT_TRUE(window->close());
    EXPECT_EQ(asked, 0);
}

TEST_F(ClosingTest, CancelStaysOpenAndGoesOnTraining)
{
    show();
    openSmallSeries();
    document->training().setDelay(0.01);
    document->training().start();
    ASSERT_TRUE(waitFor([this] { return document->training().history().batches() > 0; }));
    willAnswer("Cancel");
    EXPECT_FALSE(window->close());
    EXPECT_EQ(asked, 1);
    EXPECT_TRUE(window->isVisible());
    const std::int64_t step = document->training().snapshot()->step;
    EXPECT_TRUE(waitFor([&] { return document->training().snapshot()->step > step; }));
}

TEST_F(ClosingTest, DontSaveClosesAndWritesNothing)
{
    show();
    openSmallSeries();
    ASSERT_TRUE(document->file().save(folder.filePath("mine.safetensors")));
    const QDateTime written = QFileInfo(folder.filePath("mine.safetensors")).lastModified();
    trainOneBatch();
    willAnswer("Don't save");
    EXPECT_TRUE(window->close());
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(QFileInfo(folder.filePath("mine.safetensors")).lastModified(), written);
}

TEST_F(ClosingTest, SaveWritesToTheSessionsFileAndCloses)
{
    show();
    openSmallSeries();
    ASSERT_TRUE(document->file().save(folder.filePath("mine.safetensors")));
    trainOneBatch();
    willAnswer("Save");
    EXPECT_TRUE(window->close());
    EXPECT_EQ(asked, 1);
    EXPECT_FALSE(document->file().isDirty());
    restartUnsaved();
    document->opening().openFile(folder.filePath("mine.safetensors"));
    EXPECT_TRUE(
        waitFor([this] { return document->training().snapshot() && document->training().snapshot()->step == 1; }));
}

TEST_F(ClosingTest, ASaveThatFailsKeepsTheWindowOpen)
{
    show();
    openSmallSeries();
    ASSERT_TRUE(document->file().save(folder.filePath("mine.safetensors")));
    trainOneBatch();
    ASSERT_TRUE(QFile::remove(folder.filePath("mine.safetensors")));
    ASSERT_TRUE(QDir(folder.path()).mkdir("mine.safetensors"));
    willAnswer("Save");
    EXPECT_FALSE(window->close());
    EXPECT_TRUE(window->isVisible());
    EXPECT_TRUE(document->file().isDirty());
}

TEST_F(ClosingTest, OtherDataIsOpenedWithoutAQuestionAsUndoBringsTheTrainingBack)
{
    show();
    openSmallSeries();
    trainOneBatch();
    willAnswer("Cancel");
    document->opening().openGenerated(generateTask("sine-mix", {{"rows", 300}}), "Sine mix");
    document->undoStack().undo();
    EXPECT_EQ(asked, 0);
    EXPECT_EQ(document->training().snapshot()->step, 1);
    EXPECT_TRUE(document->file().isDirty());
}

TEST_F(ClosingTest, ASessionOpensWhereItWasLookedAt)
{
    show();
    openSmallSeries();
    window->showWorkspace("inspect");
    selection->setCursor({2, 1, 3, 4});
    const QString path = folder.filePath("mine.safetensors");
    ASSERT_TRUE(document->file().save(path));
    restart();
    show();
    window->showWorkspace("data");
    document->opening().openFile(path);
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot() != nullptr; }));
    EXPECT_EQ(window->currentWorkspace()->info().id, "inspect");
    EXPECT_EQ(selection->cursor(), (Cursor{2, 1, 3, 4}));
    EXPECT_EQ(window->windowTitle(), "wave.csv (mine) — GateScope");
    EXPECT_TRUE(preferences->recentFiles().contains(path));
}

TEST_F(ClosingTest, ChangedDataIsAskedAboutInTheBar)
{
    show();
    openSmallSeries();
    const QString path = folder.filePath("mine.safetensors");
    ASSERT_TRUE(document->file().save(path));
    QFile data(folder.filePath("wave.csv"));
    ASSERT_TRUE(data.open(QIODevice::Append));
    data.write("160,0.5\n");
    data.close();
    restart();
    show();
    document->opening().openFile(path);
    ASSERT_TRUE(waitFor([this] { return questions().isVisible(); }));
    EXPECT_TRUE(questions().text().contains("wave.csv has changed")) << questions().text().toStdString();
    answer("Open all the same");
    EXPECT_EQ(document->title(), "wave.csv");
    EXPECT_EQ(document->table().rows(), 161);
}

} // namespace gatescope
