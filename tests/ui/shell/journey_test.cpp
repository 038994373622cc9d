// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a newcomer through the program, by real widgets.
#include "tests/ui/window_fixture.h"

#include "core/io/model/model_file.h"
#include "ui/document/shared/workspace.h"
#include "ui/shell/bars/message_bar.h"
#include "ui/shell/bars/run_actions.h"

#include <QAction>
#include <QMimeData>
#include <QPushButton>
#include <QSlider>

namespace gatescope {

class MainWindowTest : public WindowTest {
protected:
    void click(const char *name)
    {
        auto *button = child<QPushButton>(name);
        ASSERT_NE(button, nullptr) << name;
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString message() const { return child<MessageBar>("message-bar")->text(); }
    bool messageShown() const { return !child<MessageBar>("message-bar")->isHidden(); }
};

TEST_F(MainWindowTest, OpensOnSomethingThatSpaceTrains)
{
    show();
    document->openDefault();
    ASSERT_NE(document->training().snapshot(), nullptr);
    EXPECT_EQ(state(), SessionState::Ready);
    EXPECT_FALSE(window->windowTitle().isEmpty());
    QTest::keyClick(window.get(), Qt::Key_Space);
    EXPECT_TRUE(waitFor([this] { return document->training().snapshot()->step > 0; }));
    QTest::keyClick(window.get(), Qt::Key_Space);
    EXPECT_TRUE(waitFor([this] { return state() == SessionState::Paused; }));
}

TEST_F(MainWindowTest, OpensACsvTrainsPausesStepsAndSaves)
{
    show();
    openSmallSeries();
    EXPECT_EQ(window->windowTitle(), "wave.csv — GateScope");
    child<QSlider>("speed")->setValue(4); // slow enough that the run cannot end by itself
    click("transport-run");
    ASSERT_TRUE(waitFor([this] { return document->training().history().batches() >= 2; }));
    EXPECT_EQ(child<QPushButton>("transport-run")->text(), "Pause");
    click("transport-run");
    ASSERT_TRUE(waitFor([this] { return state() == SessionState::Paused; }));

    const std::int64_t before = document->training().snapshot()->step;
    click("transport-batch");
    ASSERT_TRUE(waitFor([&] { return document->training().snapshot()->step == before + 1; }));
    QTest::keyClick(window.get(), Qt::Key_E);
    ASSERT_TRUE(waitFor(
        [this] { return document->training().snapshot()->batchInEpoch == 0 && state() != SessionState::Running; }));
    for (int phase = 0; phase < 5; ++phase)
        QTest::keyClick(window.get(), Qt::Key_P);
    ASSERT_TRUE(settle());
    EXPECT_EQ(document->training().snapshot()->batchInEpoch, 1);

    const QString path = folder.filePath("model.safetensors");
    ASSERT_TRUE(document->file().save(path));
    const ModelFile model = loadModel(path.toStdString());
    EXPECT_EQ(model.step, document->training().snapshot()->step);
    const std::vector<float> saved = model.parametersAs<float>();
    EXPECT_EQ(saved, document->training().snapshot()->parameters);
    EXPECT_FALSE(document->file().isDirty());
}

TEST_F(MainWindowTest, GoesOnFromASavedModelAsIfNothingHadHappened)
{
    show();
    openSmallSeries();
    QTest::keyClick(window.get(), Qt::Key_E);
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 1 && !document->training().isTraining(); }));
    const QString path = folder.filePath("model.safetensors");
    ASSERT_TRUE(document->file().save(path));
    QTest::keyClick(window.get(), Qt::Key_E);
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 2 && !document->training().isTraining(); }));
    const std::vector<float> uninterrupted = document->training().snapshot()->parameters;

    document->newTraining(ResetWeights::New);
    document->opening().openFile(path);
    ASSERT_TRUE(waitFor([this] {
        return !document->opening().isBusy() && document->training().snapshot()->epoch == 1;
    })) << message().toStdString();
    QTest::keyClick(window.get(), Qt::Key_E);
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 2 && !document->training().isTraining(); }));
    EXPECT_EQ(document->training().snapshot()->parameters, uninterrupted);
}

TEST_F(MainWindowTest, ResetDrawsTheSameWeightsAndShiftRDrawsOthers)
{
    show();
    openSmallSeries();
    const std::vector<float> initial = document->training().snapshot()->parameters;
    QTest::keyClick(window.get(), Qt::Key_B);
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->step == 1; }));
    EXPECT_NE(document->training().snapshot()->parameters, initial);
    QTest::keyClick(window.get(), Qt::Key_R);
    EXPECT_EQ(document->training().snapshot()->step, 0);
    EXPECT_EQ(document->training().snapshot()->parameters, initial);
    EXPECT_EQ(document->training().history().batches(), 0);
    QTest::keyClick(window.get(), Qt::Key_R, Qt::ShiftModifier);
    EXPECT_NE(document->training().snapshot()->parameters, initial);
    EXPECT_EQ(document->training().snapshot()->settings.training.seed, 1U);
}

TEST_F(MainWindowTest, UndoBringsAClearedRunBack)
{
    show();
    openSmallSeries();
    QTest::keyClick(window.get(), Qt::Key_B);
    QTest::keyClick(window.get(), Qt::Key_B);
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->step == 2; }));
    document->poll();
    const std::vector<float> trained = document->training().snapshot()->parameters;
    QTest::keyClick(window.get(), Qt::Key_R);
    ASSERT_EQ(document->training().snapshot()->step, 0);
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return document->training().snapshot()->step == 2; }));
    EXPECT_EQ(document->training().snapshot()->parameters, trained);
    EXPECT_EQ(document->training().history().batches(), 2);
}

TEST_F(MainWindowTest, SaysInItsBarWhyAFileCannotBeOpenedAndKeepsWhatWasOpen)
{
    show();
    openSmallSeries();
    const auto before = document->data();
    document->opening().openFile(folder.filePath("nothing-here.csv"));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    EXPECT_TRUE(messageShown());
    EXPECT_TRUE(message().contains("nothing-here.csv")) << message().toStdString();
    EXPECT_EQ(child<MessageBar>("message-bar")->severity(), Severity::Error);
    EXPECT_EQ(document->data(), before);

    document->opening().openFile(file("words.csv", "name,town\nAda,London\nAlan,Wilmslow\n"));
    ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    EXPECT_TRUE(messageShown());
    EXPECT_EQ(document->title(), "words.csv"); // the table is shown, so that columns can be chosen
    EXPECT_EQ(document->training().session(), nullptr);
    EXPECT_FALSE(window->findChild<QAction *>("run")->isEnabled());
    document->undoStack().undo();
    EXPECT_EQ(document->data(), before);
}

TEST_F(MainWindowTest, OpensTheFirstFileThatIsDroppedOntoIt)
{
    show();
    const QString first = file("dropped.csv", "a,b\n1,2\n3,4\n5,6\n7,8\n9,10\n11,12\n13,14\n15,16\n17,18\n19,20\n21,"
                                              "22\n23,24\n25,26\n27,28\n29,30\n31,32\n33,34\n35,36\n37,38\n39,40\n");
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(first)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &drop);
    ASSERT_TRUE(waitFor([this] { return document->title() == "dropped.csv"; }));
    EXPECT_EQ(preferences->recentFiles(), QStringList{first});
}

TEST_F(MainWindowTest, ClosesCleanlyInTheMiddleOfATraining)
{
    show();
    document->openDefault();
    document->training().start();
    ASSERT_TRUE(waitFor([this] { return document->training().isTraining(); }));
    window->close();
    window.reset();
    document.reset();
    SUCCEED();
}

TEST_F(MainWindowTest, SpacePressesTheFocusedFieldsOwnButtonInsteadOfTraining)
{
    show();
    openSmallSeries();
    auto *reset = child<QPushButton>("transport-new-weights");
    reset->setFocus(Qt::TabFocusReason);
    QTest::keyClick(reset, Qt::Key_Space);
    EXPECT_EQ(document->training().snapshot()->settings.training.seed, 1U);
    document->poll();
    EXPECT_FALSE(document->training().isTraining());
}

TEST_F(MainWindowTest, KeysOfTheTrainingWorkRightAfterGoingToAnotherWorkspace)
{
    show();
    openSmallSeries();
    document->training().stepBatch(); // now there is a film, whose button would be the first to take the focus
    ASSERT_TRUE(settle());
    window->showWorkspace(QStringLiteral("inspect"));
    ASSERT_TRUE(window->currentWorkspace()->isAncestorOf(window->focusWidget()));
    window->showWorkspace(QStringLiteral("train"));
    ASSERT_NE(window->focusWidget(), nullptr);
    QTest::keyClick(window->focusWidget(), Qt::Key_Space);
    EXPECT_TRUE(waitFor([this] { return document->training().snapshot()->step > 1; }))
        << window->focusWidget()->metaObject()->className();
}

TEST_F(MainWindowTest, EnterGivesTheKeysBackToTheTraining)
{
    show();
    openSmallSeries();
    window->showWorkspace("train");
    window->activateWindow();
    auto *epochs = child<QSpinBox>("setting-epochs");
    epochs->setFocus();
    epochs->selectAll();
    QTest::keyClicks(epochs, "7");
    QTest::keyClick(epochs, Qt::Key_Return);
    QCoreApplication::processEvents();
    EXPECT_EQ(document->settings().training.epochs, 7);
    EXPECT_FALSE(epochs->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    EXPECT_TRUE(waitFor([this] { return document->training().snapshot()->step > 0; }));
}

TEST_F(MainWindowTest, SpaceInAFieldOfNumbersIsForTheTraining)
{
    show();
    openSmallSeries();
    window->showWorkspace("train");
    window->activateWindow();
    for (const char *name : {"setting-epochs", "setting-lr"}) {
        auto *field = child<QWidget>(name);
        field->setFocus();
        const std::int64_t before = document->training().snapshot()->step;
        const Settings settings = document->settings();
        QTest::keyClick(field, Qt::Key_Space);
        EXPECT_TRUE(waitFor([&] { return document->training().snapshot()->step > before; })) << name;
        QTest::keyClick(field, Qt::Key_Space);
        EXPECT_TRUE(waitFor([this] { return state() != SessionState::Running; })) << name;
        EXPECT_EQ(document->settings(), settings) << name;
        document->resetToSameWeights();
    }
}

TEST_F(MainWindowTest, RunSaysWhyItWaitsForAFormToBeMended)
{
    show();
    openSmallSeries();
    auto *run = window->findChild<QAction *>("run");
    EXPECT_TRUE(run->isEnabled());
    document->setObstacle(QStringLiteral("mend the form"));
    EXPECT_FALSE(run->isEnabled());
    EXPECT_EQ(run->toolTip(), QStringLiteral("mend the form"));
    document->setObstacle({});
    EXPECT_TRUE(run->isEnabled());
}

} // namespace gatescope
