// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session saved by one document and opened by another.
#include "core/io/model/model_file.h"
#include "core/io/model/training_state.h"
#include "core/io/tensors/safetensors.h"
#include "tests/ui/shell/files/session_fixture.h"

#include <QFile>
#include <QSignalSpy>

namespace gatescope {

namespace {

void expectSameCurve(const ThinnedSeries &read, const ThinnedSeries &written)
{
    ASSERT_EQ(read.buckets().size(), written.buckets().size());
    EXPECT_EQ(read.count(), written.count());
    for (std::size_t i = 0; i < written.buckets().size(); ++i) {
        EXPECT_EQ(read.buckets()[i].last.x, written.buckets()[i].last.x);
        EXPECT_EQ(read.buckets()[i].last.y, written.buckets()[i].last.y);
    }
}

} // namespace

class Session : public SessionTest {
protected:
    QString saved(Document &document) const
    {
        const QString file = path("session.safetensors");
        EXPECT_TRUE(document.saveModel(file));
        return file;
    }

    Document first{GATESCOPE_RESOURCES};
    Document second{GATESCOPE_RESOURCES};
};

TEST_F(Session, GoesOnInMidEpochWithTheSameBitsAsNeverHavingStopped)
{
    openWave(first);
    trainBatches(first, 10);
    ASSERT_GT(first.snapshot()->batchInEpoch, 0);
    const QString file = saved(first);
    trainBatches(first, 25);

    open(second, file);
    ASSERT_EQ(second.snapshot()->step, 10);
    trainBatches(second, 25);
    EXPECT_EQ(second.snapshot()->step, 35);
    EXPECT_EQ(second.snapshot()->parameters, first.snapshot()->parameters);
    EXPECT_EQ(second.snapshot()->learningRate, first.snapshot()->learningRate);
    EXPECT_EQ(*second.snapshot()->bestParameters, *first.snapshot()->bestParameters);
}

TEST_F(Session, BringsDataSettingsAndCurvesBack)
{
    openWave(first);
    trainBatches(first, 30);
    SessionView view{"inspect", 3, 1, 5, 2};
    first.setView(view);
    open(second, saved(first));
    EXPECT_EQ(second.title(), "wave.csv");
    EXPECT_EQ(second.settings(), first.settings());
    EXPECT_EQ(second.dataOptions().window, 8);
    EXPECT_EQ(second.view(), view);
    EXPECT_EQ(second.snapshot()->loss, first.snapshot()->loss);
    EXPECT_EQ(second.history().batches(), 30);
    for (std::size_t smoothing = 0; smoothing < History::kSmoothings.size(); ++smoothing)
        expectSameCurve(second.history().batchLoss(smoothing), first.history().batchLoss(smoothing));
    expectSameCurve(second.history().gradientNorm(), first.history().gradientNorm());
    expectSameCurve(second.history().learningRate(), first.history().learningRate());
    expectSameCurve(second.history().trainingLoss(), first.history().trainingLoss());
    expectSameCurve(second.history().validationLoss(), first.history().validationLoss());
    ASSERT_EQ(second.history().epochs().size(), first.history().epochs().size());
    EXPECT_EQ(second.history().epochs().back().gradientNorms, first.history().epochs().back().gradientNorms);
    EXPECT_EQ(second.history().bestEpoch(), first.history().bestEpoch());
    EXPECT_EQ(second.history().lastBatch().batch, first.history().lastBatch().batch);
}

TEST_F(Session, BringsSettingsBackThatWaitForAReset)
{
    openWave(first);
    trainBatches(first, 3);
    Settings waiting = first.settings();
    waiting.network.hidden = 7;
    waiting.training.batch = 32;
    ASSERT_TRUE(first.setSettings(waiting).empty());
    ASSERT_TRUE(first.settingsWaitForReset());
    open(second, saved(first));
    EXPECT_EQ(second.settings(), waiting);
    EXPECT_TRUE(second.settingsWaitForReset());
    EXPECT_EQ(second.snapshot()->settings.network.hidden, 5);
    trainBatches(first, 2);
    trainBatches(second, 2);
    EXPECT_EQ(second.snapshot()->parameters, first.snapshot()->parameters);
    second.resetToSameWeights();
    EXPECT_EQ(second.snapshot()->settings, waiting);
}

TEST_F(Session, HasNoWaitingSettingsWhenNoneWait)
{
    openWave(first);
    trainBatches(first, 3);
    EXPECT_FALSE(loadModel(saved(first).toStdString()).waiting);
}

TEST_F(Session, UndoBringsATrainingBackWhoseSettingsWait)
{
    openWave(first);
    trainBatches(first, 3);
    const std::vector<float> weights = first.snapshot()->parameters;
    Settings waiting = first.settings();
    waiting.network.hidden = 7;
    ASSERT_TRUE(first.setSettings(waiting).empty());
    DataOptions options = first.dataOptions();
    options.window = 6;
    ASSERT_TRUE(first.setDataOptions(options).empty());
    EXPECT_EQ(first.snapshot()->settings.network.hidden, 7);
    first.undo();
    EXPECT_EQ(first.dataOptions().window, 8);
    EXPECT_EQ(first.snapshot()->parameters, weights);
    EXPECT_EQ(first.snapshot()->settings.network.hidden, 5);
    EXPECT_EQ(first.settings(), waiting);
    EXPECT_TRUE(first.settingsWaitForReset());
}

TEST_F(Session, SavedWhileItTrainsHoldsOneMoment)
{
    openWave(first);
    first.start();
    ASSERT_TRUE(waitFor([this] { return first.history().batches() > 40; }));
    const QString file = saved(first);
    const ModelFile model = loadModel(file.toStdString());
    ASSERT_TRUE(waitFor([&] { return first.history().batches() > model.step + 20; }));
    settle(first);

    open(second, file);
    EXPECT_EQ(second.snapshot()->step, model.step);
    EXPECT_EQ(second.history().batches(), model.step); // neither more nor less than belongs to the weights
    EXPECT_EQ(second.history().lastBatch().step, model.step);
    trainBatches(second, static_cast<int>(first.snapshot()->step - model.step));
    EXPECT_EQ(second.snapshot()->parameters, first.snapshot()->parameters);
}

TEST_F(Session, IsUnsavedOnlyWhileItsWeightsAreInNoFile)
{
    openWave(first);
    EXPECT_FALSE(first.isDirty());
    trainBatches(first, 3);
    EXPECT_TRUE(first.isDirty());
    const QString file = saved(first);
    EXPECT_FALSE(first.isDirty());
    trainBatches(first, 1);
    EXPECT_TRUE(first.isDirty());

    open(second, file);
    EXPECT_FALSE(second.isDirty());
    EXPECT_EQ(second.modelPath(), file);
    trainBatches(second, 1);
    EXPECT_TRUE(second.isDirty());
}

TEST_F(Session, UndoTakesTheFilesNameBackWithTheTraining)
{
    openWave(first);
    trainBatches(first, 3);
    const QString file = saved(first);
    openWave(second, "other.csv");
    trainBatches(second, 2);
    open(second, file);
    ASSERT_EQ(second.modelPath(), file);
    second.undoStack().undo();
    EXPECT_EQ(second.title(), "other.csv");
    EXPECT_EQ(second.snapshot()->loss, second.history().lastBatch().loss);
    EXPECT_EQ(second.modelPath(), QString()); // saving must not put the other training into this file
    EXPECT_TRUE(second.isDirty());
    second.undoStack().redo();
    EXPECT_EQ(second.modelPath(), file);
    EXPECT_FALSE(second.isDirty());
}

TEST_F(Session, UndoBringsBackARunningTrainingWithTheHistoryUpToItsWeights)
{
    openWave(first);
    first.start();
    ASSERT_TRUE(waitFor([this] { return first.history().batches() > 40; }));
    first.newTraining(ResetWeights::Same);
    first.undoStack().undo();
    ASSERT_GT(first.snapshot()->step, 40);
    EXPECT_EQ(first.history().batches(), first.snapshot()->step);
    EXPECT_EQ(first.history().lastBatch().step, first.snapshot()->step);
}

TEST_F(Session, OtherDataBeginsASessionWithoutAFile)
{
    openWave(first);
    trainBatches(first, 3);
    saved(first);
    first.openGenerated(generateTask("sine-mix", {{"rows", 300}}), "Sine mix");
    EXPECT_EQ(first.modelPath(), QString());
    EXPECT_FALSE(first.isDirty());
}

TEST_F(Session, AnotherDocumentMakesGeneratedDataAgain)
{
    first.openGenerated(generateTask("delayed-echo", {{"rows", 300}, {"delay", 5}}, 77), "Delayed echo");
    trainBatches(first, 2);
    open(second, saved(first));
    EXPECT_EQ(second.title(), "Delayed echo");
    ASSERT_EQ(second.table().rows(), 300);
    EXPECT_EQ(second.table().column("echo").values().back(), first.table().column("echo").values().back());
    EXPECT_EQ(second.snapshot()->step, 2);
}

TEST_F(Session, AnotherDocumentFindsBundledData)
{
    const std::vector<BundledDataset> datasets = bundledDatasets(GATESCOPE_RESOURCES);
    ASSERT_GT(datasets.size(), 1U);
    first.openBundled(datasets[1]);
    open(second, saved(first));
    EXPECT_EQ(second.title(), QString::fromStdString(datasets[1].title));
    EXPECT_EQ(loadModel(path("session.safetensors").toStdString()).session->data.id, datasets[1].id);
}

TEST_F(Session, FindsDataThatMovedTogetherWithIt)
{
    openWave(first);
    trainBatches(first, 2);
    const QString file = saved(first);
    ASSERT_TRUE(QDir(folder.path()).mkdir("elsewhere"));
    ASSERT_TRUE(QFile::rename(file, path("elsewhere/session.safetensors")));
    ASSERT_TRUE(QFile::rename(path("wave.csv"), path("elsewhere/wave.csv")));
    QSignalSpy asked(&second, &Document::modelNeedsData);
    open(second, path("elsewhere/session.safetensors"));
    EXPECT_EQ(asked.count(), 0);
    EXPECT_EQ(second.snapshot()->step, 2);
}

TEST_F(Session, TellsThatItsDataHasChangedAndWaitsForAWord)
{
    openWave(first);
    trainBatches(first, 3);
    const QString file = saved(first);
    const std::vector<float> weights = first.snapshot()->parameters;
    writeWave("wave.csv", 160, 2.0);
    QSignalSpy changed(&second, &Document::modelDataChanged);
    open(second, file);
    ASSERT_EQ(changed.count(), 1);
    EXPECT_TRUE(changed[0][0].toString().contains("wave.csv")) << changed[0][0].toString().toStdString();
    EXPECT_EQ(second.source(), nullptr); // nothing is opened unasked
    second.openOnChangedData(false);
    EXPECT_EQ(second.source(), nullptr);

    open(second, file);
    second.openOnChangedData(true);
    ASSERT_NE(second.snapshot(), nullptr);
    EXPECT_EQ(second.snapshot()->parameters, weights);
    EXPECT_EQ(second.snapshot()->step, 3);
}

TEST_F(Session, KeepsTheWeightsWhenChangedDataHasOtherWindows)
{
    openWave(first);
    trainBatches(first, 3);
    const QString file = saved(first);
    const std::vector<float> weights = first.snapshot()->parameters;
    writeWave("wave.csv", 200);
    open(second, file);
    second.openOnChangedData(true);
    ASSERT_NE(second.snapshot(), nullptr);
    second.poll();
    EXPECT_TRUE(waitFor([&] { return second.snapshot()->parameters == weights; }));
    EXPECT_EQ(second.snapshot()->step, 0);
    EXPECT_TRUE(second.isDirty()); // what the file holds is another training
}

TEST_F(Session, OpensOnTheSequencesOfATensorFile)
{
    TensorFile tensors;
    std::vector<float> x, y;
    for (int i = 0; i < 40 * 6; ++i)
        x.push_back(static_cast<float>(std::sin(0.1 * i)));
    for (int i = 0; i < 40; ++i)
        y.push_back(static_cast<float>(std::cos(0.6 * i)));
    tensors.tensors = {makeTensor<float>("x", {40, 6, 1}, x), makeTensor<float>("y", {40, 1}, y)};
    writeSafetensors(path("data.safetensors").toStdString(), tensors);
    open(first, path("data.safetensors"));
    trainBatches(first, 2);
    const QString file = saved(first);
    trainBatches(first, 3);
    open(second, file);
    ASSERT_NE(second.snapshot(), nullptr);
    trainBatches(second, 3);
    EXPECT_EQ(second.snapshot()->parameters, first.snapshot()->parameters);
}

TEST_F(Session, ForeignWeightsAreNotItsFile)
{
    openWave(first);
    ModelFile model = first.modelFile(ModelWeights::Current);
    TensorFile bare = tensorsFromModel(model);
    bare.metadata.clear();
    writeSafetensors(path("foreign.safetensors").toStdString(), bare);
    open(first, path("foreign.safetensors"));
    EXPECT_EQ(first.snapshot()->settings.network.hidden, 5);
    EXPECT_EQ(first.modelPath(), QString()); // saving must not overwrite it unasked
}

TEST_F(Session, AStateThatCannotBeRestoredChangesNothing)
{
    openWave(first);
    trainBatches(first, 3);
    const QString file = saved(first);
    ModelFile model = loadModel(file.toStdString());
    auto state = *trainingState<float>(model);
    state.progress.batchInEpoch = 1'000'000;
    storeTrainingState(model, state);
    saveModel(file.toStdString(), model);
    openWave(second, "other.csv");
    const auto before = second.snapshot();
    QSignalSpy messages(&second, &Document::message);
    open(second, file);
    ASSERT_EQ(messages.count(), 1);
    EXPECT_EQ(messages[0][0].value<Severity>(), Severity::Error);
    EXPECT_EQ(second.title(), "other.csv");
    EXPECT_EQ(second.snapshot(), before);
}

TEST_F(SessionTest, WhoseDataIsASessionIsRefusedAndLeavesWhatIsOpen)
{
    Document saver(GATESCOPE_RESOURCES);
    openWave(saver);
    trainBatches(saver, 2);
    ASSERT_TRUE(saver.saveModel(path("a.safetensors")));
    ModelFile model = loadModel(path("a.safetensors").toStdString());
    for (const char *data : {"a.safetensors", "b.safetensors"}) { // itself, and two in a circle
        model.dataSource = data;
        saveModel(path("a.safetensors").toStdString(), model);
        model.dataSource = "a.safetensors";
        saveModel(path("b.safetensors").toStdString(), model);
        Document second(GATESCOPE_RESOURCES);
        writeWave("other.csv", 160, 2.0); // not the data that the session was trained on
        open(second, path("other.csv"));
        const auto before = second.data();
        QSignalSpy messages(&second, &Document::message);
        second.openFile(path("a.safetensors"));
        ASSERT_TRUE(waitFor([&second] { return !second.isOpening(); }));
        ASSERT_EQ(messages.count(), 1);
        EXPECT_EQ(messages[0][0].value<Severity>(), Severity::Error);
        EXPECT_TRUE(messages[0][1].toString().contains(data)) << messages[0][1].toString().toStdString();
        EXPECT_EQ(second.data(), before);
    }
}

TEST_F(SessionTest, IsNotSavedOverItsData)
{
    Document document(GATESCOPE_RESOURCES);
    openWave(document);
    QFile file(path("wave.csv"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    EXPECT_FALSE(document.saveModel(path("wave.csv")));
    ASSERT_TRUE(file.seek(0));
    EXPECT_EQ(file.readAll(), before);
}

TEST_F(SessionTest, UndoKeepsNoMoreTablesThanItsBound)
{
    for (const char *name : {"a.csv", "b.csv"})
        writeWave(name, 20'000);
    Document document(GATESCOPE_RESOURCES);
    open(document, path("a.csv"));
    const std::size_t one = document.source()->byteSize();
    document.setUndoBytes(3 * one);
    for (int round = 0; round < 12; ++round)
        open(document, path(round % 2 == 0 ? "b.csv" : "a.csv"));
    int undone = 0;
    QSignalSpy messages(&document, &Document::message);
    while (document.undoStack().canUndo() && undone < 30) {
        const int index = document.undoStack().index();
        document.undo();
        ASSERT_TRUE(waitFor([&document] { return !document.isOpening(); }));
        undone += index - document.undoStack().index() == 1;
    }
    EXPECT_GE(undone, 2);
    EXPECT_LE(undone, 5);
    ASSERT_FALSE(messages.isEmpty());
    EXPECT_TRUE(messages.last()[1].toString().contains("no longer kept"));
}

} // namespace gatescope
