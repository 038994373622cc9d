// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Models and undo on a table that is too large to make its windows on the screen's thread.
#include "core/io/model/model_file.h"
#include "tests/ui/shell/files/session_fixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace gatescope {

class LargeData : public SessionTest {
protected:
    static constexpr int kRows = 220'000;

    /// Two columns; six cells a row count as large from 170,000 rows on.
    void openLarge(Document &document)
    {
        if (!QFile::exists(path("large.csv"))) {
            QFile file(path("large.csv"));
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            QByteArray text = "a,b\n";
            for (int row = 0; row < kRows; ++row)
                text += QByteArray::number(row % 977) + ',' + QByteArray::number(row % 613) + '\n';
            file.write(text);
        }
        open(document, path("large.csv"));
        Settings settings = document.settings();
        settings.network.hidden = 3;
        settings.network.layers = 1;
        settings.training.batch = 8;
        settings.training.threads = 1;
        ASSERT_TRUE(document.setSettings(settings).empty());
        setWindow(document, 8);
        document.undoStack().clear();
    }

    static void setWindow(Document &document, Index window)
    {
        DataOptions options = document.dataOptions();
        options.window = window;
        ASSERT_TRUE(document.setDataOptions(options).empty());
        ASSERT_TRUE(waitFor([&document] { return !document.opening().isBusy(); }));
        ASSERT_EQ(document.data()->train.steps(), window);
    }

    QString saveSmallModel()
    {
        openLarge(first);
        trainBatches(first, 3);
        EXPECT_TRUE(first.file().save(path("session.safetensors")));
        return path("session.safetensors");
    }

    /// Changes the windows' length until those of the beginning are not kept any more.
    void pushOut(Document &document, const std::weak_ptr<const PreparedData<float>> &windows)
    {
        for (Index window = 20; window < 40 && !windows.expired(); ++window)
            setWindow(document, window);
        ASSERT_TRUE(windows.expired());
    }

    Document first{GATESCOPE_RESOURCES};
    Document second{GATESCOPE_RESOURCES};
};

TEST_F(LargeData, ModelPreparesItsDataInTheBackground)
{
    const QString file = saveSmallModel();
    QSignalSpy opened(&second, &Document::modelOpened);
    second.opening().openFile(file);
    ASSERT_TRUE(waitFor([this] { return !second.opening().isBusy(); }));
    EXPECT_EQ(opened.count(), 1);
    EXPECT_EQ(second.training().snapshot()->step, 3);
    EXPECT_EQ(second.training().snapshot()->parameters, first.training().snapshot()->parameters);
    EXPECT_EQ(second.data()->train.steps(), 8);

    // On the table that is open already, nothing but the preparation is left to do: it must not be over at once.
    trainBatches(second, 2);
    setWindow(second, 12);
    second.opening().openFile(file);
    ASSERT_TRUE(waitFor([this] { return second.opening().isBusy() && second.data()->train.steps() == 12; }));
    ASSERT_TRUE(waitFor([this] { return !second.opening().isBusy(); }));
    EXPECT_EQ(second.training().snapshot()->step, 3);
}

TEST_F(LargeData, CancelledModelLeavesWhatIsOpen)
{
    const QString file = saveSmallModel();
    openWave(second);
    trainBatches(second, 4);
    const auto data = second.data();
    const std::vector<float> weights = second.training().snapshot()->parameters;
    QSignalSpy cancelled(&second.opening(), &Opening::cancelled);
    QSignalSpy opened(&second, &Document::modelOpened);
    second.opening().openFile(file);
    // Cancelled again and again, so that whatever is under way at that moment is given up.
    while (second.opening().isBusy()) {
        QTest::qWait(1);
        if (cancelled.isEmpty() && second.opening().isPreparing())
            second.opening().cancel();
    }
    EXPECT_EQ(cancelled.count(), 1);
    EXPECT_EQ(opened.count(), 0);
    EXPECT_EQ(second.title(), "wave.csv");
    EXPECT_EQ(second.data(), data);
    EXPECT_EQ(second.training().snapshot()->step, 4);
    EXPECT_EQ(second.training().snapshot()->parameters, weights);
    EXPECT_EQ(second.undoStack().count(), 0);
}

TEST_F(LargeData, ModelThatFindsNoColumnsLeavesWhatIsOpen)
{
    const QString file = saveSmallModel();
    ModelFile model = loadModel(file.toStdString());
    model.preparation->featureNames = {"a", "gone"};
    saveModel(file.toStdString(), model);
    const auto data = first.data();
    QSignalSpy messages(&first, &Document::message);
    open(first, file);
    ASSERT_EQ(messages.count(), 1);
    EXPECT_EQ(messages[0][0].value<Severity>(), Severity::Error);
    EXPECT_TRUE(messages[0][1].toString().contains("gone")) << messages[0][1].toString().toStdString();
    EXPECT_EQ(first.data(), data);
    EXPECT_EQ(first.training().snapshot()->step, 3);
}

TEST_F(LargeData, UndoLetsGoOfOldWindowsAndMakesThemAgain)
{
    openLarge(first);
    trainBatches(first, 5);
    const std::weak_ptr<const PreparedData<float>> windows = first.data();
    const std::vector<float> weights = first.training().snapshot()->parameters;
    const DataOptions options = first.dataOptions();
    const auto starts = first.data()->train.starts();
    pushOut(first, windows);
    const int commands = first.undoStack().count();
    trainBatches(first, 2);

    int background = 0;
    while (first.undoStack().canUndo()) {
        const int index = first.undoStack().index();
        first.undoHistory().undo();
        background += first.opening().isBusy();
        ASSERT_TRUE(waitFor([this] { return !first.opening().isBusy(); }));
        ASSERT_EQ(first.undoStack().index(), index - 1);
    }
    EXPECT_GT(background, 0);
    EXPECT_EQ(first.dataOptions(), options);
    EXPECT_EQ(first.data()->train.starts(), starts);
    EXPECT_EQ(first.training().snapshot()->step, 5);
    EXPECT_EQ(first.training().snapshot()->parameters, weights);
    EXPECT_EQ(first.training().history().batches(), 5);

    while (first.undoStack().canRedo()) {
        first.undoHistory().redo();
        ASSERT_TRUE(waitFor([this] { return !first.opening().isBusy(); }));
    }
    EXPECT_EQ(first.undoStack().count(), commands);
    EXPECT_EQ(first.training().snapshot()->step, 2);
}

TEST_F(LargeData, UndoThatIsCancelledChangesNothing)
{
    openLarge(first);
    const std::weak_ptr<const PreparedData<float>> windows = first.data();
    pushOut(first, windows);
    first.undoStack().setIndex(1); // made again at once, where nobody can wait
    const auto data = first.data();
    const auto trained = first.training().snapshot();
    first.undoHistory().undo();
    ASSERT_TRUE(first.opening().isBusy());
    first.opening().cancel();
    ASSERT_TRUE(waitFor([this] { return !first.opening().isBusy(); }));
    EXPECT_EQ(first.undoStack().index(), 1);
    EXPECT_EQ(first.data(), data);
    EXPECT_EQ(first.training().snapshot(), trained);
}

TEST_F(LargeData, UndoGivesWayToAChangeMadeMeanwhile)
{
    openLarge(first);
    const std::weak_ptr<const PreparedData<float>> windows = first.data();
    pushOut(first, windows);
    first.undoStack().setIndex(1);
    first.undoHistory().undo();
    ASSERT_TRUE(first.opening().isBusy());
    Settings settings = first.settings();
    settings.training.learningRate *= 2;
    ASSERT_TRUE(first.setSettings(settings).empty());
    const int index = first.undoStack().index();
    ASSERT_TRUE(waitFor([this] { return !first.opening().isBusy(); }));
    EXPECT_EQ(first.undoStack().index(), index);
    EXPECT_EQ(first.settings(), settings);
}

TEST(KeptWindows, KeepsNoMoreThanItsBound)
{
    std::vector<double> values(1'000'000, 1.0);
    values.front() = 2.0;
    DataOptions options;
    options.targets = {"x"};
    options.window = 4;
    const Table table("large", {Column::numbers("x", std::move(values))});
    KeptWindows kept;
    std::vector<std::weak_ptr<const PreparedData<float>>> windows;
    for (int i = 0; i < 3; ++i) {
        const auto made = std::make_shared<const PreparedData<float>>(prepareData<float>(table, options));
        ASSERT_GT(made->byteSize(), KeptWindows::kBytes / 3);
        ASSERT_LT(made->byteSize(), KeptWindows::kBytes);
        windows.push_back(made);
        kept.keep(made);
    }
    EXPECT_TRUE(windows[0].expired());
    EXPECT_FALSE(windows[2].expired());
}

} // namespace gatescope
