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
        EXPECT_TRUE(document.file().save(file));
        return file;
    }

    Document first{GATESCOPE_RESOURCES};
    Document second{GATESCOPE_RESOURCES};
};

TEST_F(Session, GoesOnInMidEpochWithTheSameBitsAsNeverHavingStopped)
{
    openWave(first);
    trainBatches(first, 10);
    ASSERT_GT(first.training().snapshot()->batchInEpoch, 0);
    const QString file = saved(first);
    trainBatches(first, 25);

    open(second, file);
    ASSERT_EQ(second.training().snapshot()->step, 10);
    trainBatches(second, 25);
    EXPECT_EQ(second.training().snapshot()->step, 35);
    EXPECT_EQ(second.training().snapshot()->parameters, first.training().snapshot()->parameters);
    EXPECT_EQ(second.training().snapshot()->learningRate, first.training().snapshot()->learningRate);
    EXPECT_EQ(*second.training().snapshot()->bestParameters, *first.training().snapshot()->bestParameters);
}

TEST_F(Session, BringsDataSettingsAndCurvesBack)
{
    openWave(first);
    trainBatches(first, 30);
    SessionView view{"inspect", 3, 1, 5, 2};
    first.file().setView(view);
    open(second, saved(first));
    EXPECT_EQ(second.title(), "wave.csv");
    EXPECT_EQ(second.settings(), first.settings());
    EXPECT_EQ(second.dataOptions().window, 8);
    EXPECT_EQ(second.file().view(), view);
    EXPECT_EQ(second.training().snapshot()->loss, first.training().snapshot()->loss);
    EXPECT_EQ(second.training().history().batches(), 30);
    for (std::size_t smoothing = 0; smoothing < History::kSmoothings.size(); ++smoothing)
        expectSameCurve(second.training().history().batchLoss(smoothing),
                        first.training().history().batchLoss(smoothing));
    expectSameCurve(second.training().history().gradientNorm(), first.training().history().gradientNorm());
    expectSameCurve(second.training().history().learningRate(), first.training().history().learningRate());
    expectSameCurve(second.training().history().trainingLoss(), first.training().history().trainingLoss());
    expectSameCurve(second.training().history().validationLoss(), first.training().history().validationLoss());
    ASSERT_EQ(second.training().history().epochs().size(), first.training().history().epochs().size());
    EXPECT_EQ(second.training().history().epochs().back().gradientNorms,
              first.training().history().epochs().back().gradientNorms);
    EXPECT_EQ(second.training().history().bestEpoch(), first.training().history().bestEpoch());
    EXPECT_EQ(second.training().history().lastBatch().batch, first.training().history().lastBatch().batch);
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
    EXPECT_EQ(second.training().snapshot()->settings.network.hidden, 5);
    trainBatches(first, 2);
    trainBatches(second, 2);
    EXPECT_EQ(second.training().snapshot()->parameters, first.training().snapshot()->parameters);
    second.resetToSameWeights();
    EXPECT_EQ(second.training().snapshot()->settings, waiting);
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
    const std::vector<float> weights = first.training().snapshot()->parameters;
    Settings waiting = first.settings();
    waiting.network.hidden = 7;
    ASSERT_TRUE(first.setSettings(waiting).empty());
    DataOptions options = first.dataOptions();
    options.window = 6;
    ASSERT_TRUE(first.setDataOptions(options).empty());
    EXPECT_EQ(first.training().snapshot()->settings.network.hidden, 7);
    first.undoHistory().undo();
    EXPECT_EQ(first.dataOptions().window, 8);
    EXPECT_EQ(first.training().snapshot()->parameters, weights);
    EXPECT_EQ(first.training().snapshot()->settings.network.hidden, 5);
    EXPECT_EQ(first.settings(), waiting);
    EXPECT_TRUE(first.settingsWaitForReset());
}

TEST_F(Session, SavedWhileItTrainsHoldsOneMoment)
{
    openWave(first);
    first.training().start();
    ASSERT_TRUE(waitFor([this] { return first.training().history().batches() > 40; }));
    const QString file = saved(first);
    const ModelFile model = loadModel(file.toStdString());
    ASSERT_TRUE(waitFor([&] { return first.training().history().batches() > model.step + 20; }));
    settle(first);

    open(second, file);
    EXPECT_EQ(second.training().snapshot()->step, model.step);
    EXPECT_EQ(second.training().history().batches(), model.step); // neither more nor less than belongs to the weights
    EXPECT_EQ(second.training().history().lastBatch().step, model.step);
    trainBatches(second, static_cast<int>(first.training().snapshot()->step - model.step));
    EXPECT_EQ(second.training().snapshot()->parameters, first.training().snapshot()->parameters);
}

TEST_F(Session, IsUnsavedOnlyWhileItsWeightsAreInNoFile)
{
    openWave(first);
    EXPECT_FALSE(first.file().isDirty());
    trainBatches(first, 3);
    EXPECT_TRUE(first.file().isDirty());
    const QString file = saved(first);
    EXPECT_FALSE(first.file().isDirty());
    trainBatches(first, 1);
    EXPECT_TRUE(first.file().isDirty());

    open(second, file);
    EXPECT_FALSE(second.file().isDirty());
    EXPECT_EQ(second.file().path(), file);
    trainBatches(second, 1);
    EXPECT_TRUE(second.file().isDirty());
}

TEST_F(Session, UndoTakesTheFilesNameBackWithTheTraining)
{
    openWave(first);
    trainBatches(first, 3);
    const QString file = saved(first);
    openWave(second, "other.csv");
    trainBatches(second, 2);
    open(second, file);
    ASSERT_EQ(second.file().path(), file);
    second.undoStack().undo();
    EXPECT_EQ(second.title(), "other.csv");
    EXPECT_EQ(second.training().snapshot()->loss, second.training().history().lastBatch().loss);
    EXPECT_EQ(second.file().path(), QString()); // saving must not put the other training into this file
    EXPECT_TRUE(second.file().isDirty());
    second.undoStack().redo();
    EXPECT_EQ(second.file().path(), file);
    EXPECT_FALSE(second.file().isDirty());
}

TEST_F(Session, UndoBringsBackARunningTrainingWithTheHistoryUpToItsWeights)
{
    openWave(first);
    first.training().start();
    ASSERT_TRUE(waitFor([this] { return first.training().history().batches() > 40; }));
    first.newTraining(ResetWeights::Same);
    first.undoStack().undo();
    ASSERT_GT(first.training().snapshot()->step, 40);
    EXPECT_EQ(first.training().history().batches(), first.training().snapshot()->step);
    EXPECT_EQ(first.training().history().lastBatch().step, first.training().snapshot()->step);
}

TEST_F(Session, OtherDataBeginsASessionWithoutAFile)
{
    openWave(first);
    trainBatches(first, 3);
    saved(first);
    first.opening().openGenerated(generateTask("sine-mix", {{"rows", 300}}), "Sine mix");
    EXPECT_EQ(first.file().path(), QString());
    EXPECT_FALSE(first.file().isDirty());
}

TEST_F(Session, AnotherDocumentMakesGeneratedDataAgain)
{
    first.opening().openGenerated(generateTask("delayed-echo", {{"rows", 300}, {"delay", 5}}, 77), "Delayed echo");
    trainBatches(first, 2);
    open(second, saved(first));
    EXPECT_EQ(second.title(), "Delayed echo");
    ASSERT_EQ(second.table().rows(), 300);
    EXPECT_EQ(second.table().column("echo").values().back(), first.table().column("echo").values().back());
    EXPECT_EQ(second.training().snapshot()->step, 2);
}

TEST_F(Session, AnotherDocumentFindsBundledData)
{
    const std::vector<BundledDataset> datasets = bundledDatasets(GATESCOPE_RESOURCES);
    ASSERT_GT(datasets.size(), 1U);
    first.opening().openBundled(datasets[1]);
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
    QSignalSpy asked(&second.opening(), &Opening::modelNeedsData);
    open(second, path("elsewhere/session.safetensors"));
    EXPECT_EQ(asked.count(), 0);
    EXPECT_EQ(second.training().snapshot()->step, 2);
}

TEST_F(Session, TellsThatItsDataHasChangedAndWaitsForAWord)
{
    openWave(first);
    trainBatches(first, 3);
    const QString file = saved(first);
    const std::vector<float> weights = first.training().snapshot()->parameters;
    writeWave("wave.csv", 160, 2.0);
    QSignalSpy changed(&second.opening(), &Opening::modelDataChanged);
    open(second, file);
    ASSERT_EQ(changed.count(), 1);
    EXPECT_TRUE(changed[0][0].toString().contains("wave.csv")) << changed[0][0].toString().toStdString();
    EXPECT_EQ(second.source(), nullptr); // nothing is opened unasked
    second.opening().openOnChangedData(false);
    EXPECT_EQ(second.source(), nullptr);

    open(second, file);
    second.opening().openOnChangedData(true);
    ASSERT_NE(second.training().snapshot(), nullptr);
    EXPECT_EQ(second.training().snapshot()->parameters, weights);
    EXPECT_EQ(second.training().snapshot()->step, 3);
}

TEST_F(Session, KeepsTheWeightsWhenChangedDataHasOtherWindows)
{
    openWave(first);
    trainBatches(first, 3);
    const QString file = saved(first);
    const std::vector<float> weights = first.training().snapshot()->parameters;
    writeWave("wave.csv", 200);
    open(second, file);
    second.opening().openOnChangedData(true);
    ASSERT_NE(second.training().snapshot(), nullptr);
    second.poll();
    EXPECT_TRUE(waitFor([&] { return second.training().snapshot()->parameters == weights; }));
    EXPECT_EQ(second.training().snapshot()->step, 0);
    EXPECT_TRUE(second.file().isDirty()); // what the file holds is another training
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
    ASSERT_NE(second.training().snapshot(), nullptr);
    trainBatches(second, 3);
    EXPECT_EQ(second.training().snapshot()->parameters, first.training().snapshot()->parameters);
}

TEST_F(Session, ForeignWeightsAreNotItsFile)
{
    openWave(first);
    ModelFile model = first.modelFile(ModelWeights::Current);
    TensorFile bare = tensorsFromModel(model);
    bare.metadata.clear();
    writeSafetensors(path("foreign.safetensors").toStdString(), bare);
    open(first, path("foreign.safetensors"));
    EXPECT_EQ(first.training().snapshot()->settings.network.hidden, 5);
    EXPECT_EQ(first.file().path(), QString()); // saving must not overwrite it unasked
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
    const auto before = second.training().snapshot();
    QSignalSpy messages(&second, &Document::message);
    open(second, file);
    ASSERT_EQ(messages.count(), 1);
    EXPECT_EQ(messages[0][0].value<Severity>(), Severity::Error);
    EXPECT_EQ(second.title(), "other.csv");
    EXPECT_EQ(second.training().snapshot(), before);
}

TEST_F(SessionTest, WhoseDataIsASessionIsRefusedAndLeavesWhatIsOpen)
{
    Document saver(GATESCOPE_RESOURCES);
    openWave(saver);
    trainBatches(saver, 2);
    ASSERT_TRUE(saver.file().save(path("a.safetensors")));
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
        second.opening().openFile(path("a.safetensors"));
        ASSERT_TRUE(waitFor([&second] { return !second.opening().isBusy(); }));
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
    EXPECT_FALSE(document.file().save(path("wave.csv")));
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
    document.undoHistory().setBytes(3 * one);
    for (int round = 0; round < 12; ++round)
        open(document, path(round % 2 == 0 ? "b.csv" : "a.csv"));
    int undone = 0;
    QSignalSpy messages(&document, &Document::message);
    while (document.undoStack().canUndo() && undone < 30) {
        const int index = document.undoStack().index();
        document.undoHistory().undo();
        ASSERT_TRUE(waitFor([&document] { return !document.opening().isBusy(); }));
        undone += index - document.undoStack().index() == 1;
    }
    EXPECT_GE(undone, 2);
    EXPECT_LE(undone, 5);
    ASSERT_FALSE(messages.isEmpty());
    EXPECT_TRUE(messages.last()[1].toString().contains("no longer kept"));
}

} // namespace gatescope
