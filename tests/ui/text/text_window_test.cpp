// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A text in the window: from its file to what the network writes, its letters, and back from a session.
#include "core/evaluation/text_sample.h"
#include "tests/ui/window_fixture.h"

#include "core/data/csv/csv_reader.h"
#include "core/data/sources/generated_tasks.h"
#include "ui/data/data_workspace.h"
#include "ui/data/text/text_page.h"
#include "ui/document/opponents/live_opponents.h"
#include "ui/document/shared/actions.h"
#include "ui/inspect/inspect_workspace.h"
#include "ui/inspect/text/letters_view.h"
#include "ui/inspect/text/run_letters.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/predict/text/text_scores_card.h"
#include "ui/predict/text/text_scores_view.h"
#include "ui/shell/bars/metric.h"
#include "ui/train/written/written_card.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

QByteArray rhyme(int lines = 60)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += i % 2 == 0 ? "the cat sat on the mat.\n" : "the dog sat by the log.\n";
    return text;
}

class TextWindow : public WindowTest {
protected:
    void open(const QByteArray &content = rhyme(), const char *name = "rhyme.txt")
    {
        document->opening().openFile(file(QString::fromLatin1(name), content));
        ASSERT_TRUE(waitFor([this] { return !document->opening().isBusy(); }));
    }

    void shrink()
    {
        Settings settings = document->settings();
        settings.network.layers = 1;
        settings.network.hidden = 12;
        settings.training.batch = 8;
        settings.training.learningRate = 0.02;
        settings.training.epochs = 40;
        ASSERT_TRUE(document->setSettings(settings).empty());
    }

    void trainEpoch()
    {
        const std::int64_t before = document->training().snapshot()->epoch;
        document->training().stepEpoch();
        ASSERT_TRUE(waitFor(
            [&] { return document->training().snapshot()->epoch > before && !document->training().isTraining(); }));
    }

    WrittenCard &written() const { return *child<WrittenCard>("written"); }
};

} // namespace

TEST_F(TextWindow, OpensWithItsVocabularyAndAsksAtEveryCharacter)
{
    show();
    open();
    ASSERT_TRUE(document->data());
    const PreparedData<float> &data = *document->data();
    EXPECT_TRUE(data.text);
    EXPECT_EQ(data.classNames.front(), "\n");
    EXPECT_EQ(data.classNames.back(), "other");
    EXPECT_EQ(document->settings().training.lossAt, LossAt::Every);
    EXPECT_EQ(document->settings().training.loss.kind, LossKind::CrossEntropy);
    window->showWorkspace(QStringLiteral("data"));
    auto *page = window->findChild<TextPage *>();
    ASSERT_TRUE(page && page->isVisible());
    auto *length = page->findChild<QSpinBox *>(QStringLiteral("window"));
    ASSERT_NE(length, nullptr);
    const Index windows = data.train.size();
    length->setValue(8);
    ASSERT_TRUE(waitFor([&] { return document->dataOptions().window == 8; }));
    EXPECT_EQ(document->dataOptions().stride, 8);
    EXPECT_GT(document->data()->train.size(), windows);
    document->undoHistory().undo();
    EXPECT_EQ(document->data()->train.size(), windows);
}

TEST_F(TextWindow, ATableOfThatEndingStaysATable)
{
    QByteArray table("time\twave\n");
    for (int row = 0; row < 200; ++row)
        table += QByteArray::number(row) + '\t' + QByteArray::number(std::sin(row * 0.3)) + '\n';
    open(table, "table.txt");
    ASSERT_TRUE(document->data());
    EXPECT_FALSE(document->data()->text);
    EXPECT_EQ(document->table().columns().size(), 2U);
}

TEST_F(TextWindow, WhatIsNoTextIsRefusedAndNothingIsLost)
{
    openSmallSeries();
    const QString before = document->title();
    QString message;
    QObject::connect(document.get(), &Document::message, document.get(),
                     [&](Severity, const QString &text) { message = text; });
    open(QByteArray(), "empty.txt");
    EXPECT_TRUE(message.contains(QStringLiteral("empty"))) << message.toStdString();
    open(QByteArray("ab\0cd", 5), "binary.txt");
    EXPECT_TRUE(message.contains(QStringLiteral("byte 3 is zero"))) << message.toStdString();
    open("caf\xE9 au lait", "latin.txt");
    EXPECT_TRUE(message.contains(QStringLiteral("UTF-8"))) << message.toStdString();
    EXPECT_EQ(document->title(), before);
    ASSERT_TRUE(document->data());
    open(QByteArray(300, 'a'), "one.txt");
    EXPECT_TRUE(message.contains(QStringLiteral("one character only"))) << message.toStdString();
    document->undoHistory().undo();
    EXPECT_EQ(document->title(), before);
    open("abc", "short.txt");
    EXPECT_TRUE(message.contains(QStringLiteral("3 characters"))) << message.toStdString();
    document->undoHistory().undo();
    EXPECT_EQ(document->title(), before);
}

TEST_F(TextWindow, WritesAfterEveryEpochAndGoesOn)
{
    show();
    open();
    shrink();
    window->showWorkspace(QStringLiteral("train"));
    ASSERT_TRUE(waitFor([this] { return written().isVisible() && written().samples().size() == 1; }));
    trainEpoch();
    ASSERT_TRUE(waitFor([this] { return written().samples().size() == 2 && !written().isWriting(); }));
    EXPECT_EQ(written().samples().front().place, QStringLiteral("after epoch 1"));
    const std::string first = written().samples().front().text;
    SampleOptions options{240, 0.8, "", static_cast<std::uint64_t>(document->training().snapshot()->step)};
    Network<float> network(document->training().snapshot()->settings.network);
    std::ranges::copy(document->training().snapshot()->parameters, network.parameters().begin());
    EXPECT_EQ(first, sampleText(network, *document->data(), options)) << "the network of the snapshot writes";
    child<QPushButton>("written-more")->click();
    ASSERT_TRUE(waitFor([this] { return !written().isWriting(); }));
    ASSERT_EQ(written().samples().size(), 2U);
    EXPECT_TRUE(written().samples().front().text.starts_with(first));
    EXPECT_GT(written().samples().front().text.size(), first.size());
    child<QLineEdit>("written-start")->setText(QStringLiteral("Zebra"));
    child<QPushButton>("written-write")->click();
    ASSERT_TRUE(waitFor([this] { return !written().isWriting(); }));
    EXPECT_EQ(written().samples().size(), 2U) << "unknown letters are refused, and nothing is lost";
    child<QLineEdit>("written-start")->setText(QStringLiteral("the cat"));
    child<QDoubleSpinBox>("written-temperature")->setValue(0.0);
    ASSERT_TRUE(waitFor([this] { return !written().isWriting(); }));
    EXPECT_EQ(written().samples().front().start, "the cat");
    EXPECT_EQ(written().samples().front().temperature, 0.0);
    openSmallSeries();
    EXPECT_FALSE(written().isVisible());
}

TEST_F(TextWindow, WhatIsUnderWayGoesWithItsText)
{
    GeneratedData none = generateTask("sine-mix", {}, 1);
    none.options.window = 1'000'000;
    GeneratedData numbers = generateTask("sine-mix", {}, 1);
    show();
    for (const GeneratedData *after : {&none, &numbers}) {
        open();
        shrink();
        window->showWorkspace(QStringLiteral("train"));
        ASSERT_TRUE(waitFor([this] { return written().samples().size() == 1; }));
        written().write();
        written().write(); // waits for the other
        ASSERT_TRUE(written().isWriting());
        document->opening().openGenerated(*after, "after");
        EXPECT_FALSE(written().isWriting());
        EXPECT_TRUE(written().samples().empty());
        open();
        window->showWorkspace(QStringLiteral("predict"));
        auto *scores = window->findChild<TextScoresCard *>();
        ASSERT_TRUE(waitFor([&] { return scores->isScoring(); }));
        document->opening().openGenerated(*after, "after");
        EXPECT_FALSE(scores->isScoring());
    }
    open();
    shrink();
    auto *scores = window->findChild<TextScoresCard *>();
    ASSERT_TRUE(waitFor([&] { return scores->isScoring(); }));
    window->showWorkspace(QStringLiteral("train"));
    EXPECT_FALSE(scores->isScoring()) << "nobody looks";
    window->showWorkspace(QStringLiteral("predict"));
    ASSERT_TRUE(waitFor([&] { return scores->view().scores().front().size() > 1 && !scores->isScoring(); }));
}

TEST_F(TextWindow, TheVerdictIsInBitsBesideCounting)
{
    show();
    open();
    shrink();
    trainEpoch();
    const LiveOpponents &opponents = document->training().opponents();
    ASSERT_TRUE(waitFor([&] { return opponents.best() != nullptr; }));
    ASSERT_EQ(opponents.losses().size(), 3U);
    const auto scores = scoreCharacterBaselines(*document->data(), opponents.part(), document->data()->train.steps());
    for (std::size_t i = 0; i < scores.size(); ++i)
        EXPECT_EQ(opponents.losses()[i].loss, scores[i].crossEntropy);
    auto *skill = child<Metric>("skill");
    EXPECT_TRUE(skill->caption().contains(QStringLiteral("character"))) << skill->caption().toStdString();
    EXPECT_TRUE(skill->toolTip().contains(QStringLiteral("bits a character"))) << skill->toolTip().toStdString();
    const double bits = *document->training().history().epochs().back().validationLoss / std::numbers::ln2;
    bool shown = false;
    for (const Metric *metric : window->findChildren<Metric *>())
        shown =
            shown
            || (metric->caption() == QStringLiteral("bits/char") && metric->value() == QString::number(bits, 'f', 5));
    EXPECT_TRUE(shown) << bits;
}

TEST_F(TextWindow, InspectShowsLettersAndChances)
{
    show({1440, 900});
    open();
    shrink();
    trainEpoch();
    window->showWorkspace(QStringLiteral("inspect"));
    auto *workspace = window->findChild<InspectWorkspace *>();
    Inspection &inspection = workspace->inspection();
    ASSERT_TRUE(waitFor([&] { return inspection.hasRun(); }));
    for (Index step = 0; step + 1 < inspection.run().steps(); ++step)
        EXPECT_EQ(nextCharacter(inspection, step), characterAt(inspection, step + 1)) << step;
    double sum = 0.0, last = 1.0;
    for (const NextChance &each : nextChances(inspection.run(), 3)) {
        EXPECT_LE(each.chance, last);
        sum += last = each.chance;
    }
    EXPECT_NEAR(sum, 1.0, 1e-12);
    auto *timeline = window->findChild<TimelineView *>();
    timeline->grab();
    EXPECT_NE(timeline->spot(QStringLiteral("characters read")), nullptr);
    EXPECT_EQ(timeline->spot(QStringLiteral("value axis")), nullptr) << "letters stand at no height";
    timeline->resize(timeline->width(), timeline->minimumSizeHint().height());
    timeline->grab();
    const Spot *told = timeline->spot(QStringLiteral("characters to tell"));
    const Spot *bars = timeline->spot(QStringLiteral("loss of each step"));
    ASSERT_TRUE(told != nullptr && bars != nullptr);
    EXPECT_LE(told->area.bottom(), bars->area.top() + 0.5) << "letters lie over the bars";
    window->actions().set(QStringLiteral("inspect.aside"), QStringLiteral("letters"));
    auto *letters = window->findChild<LettersView *>();
    for (const Quantity quantity : {Quantity::HiddenState, Quantity::ResetGate, Quantity::UpdateGate,
                                    Quantity::Candidate, Quantity::TrainingLoss}) {
        letters->setColoring(quantity);
        EXPECT_FALSE(letters->grab().isNull());
        // A character may be a line end: rows are counted as a reader of CSV does.
        const CsvResult table = parseCsv(letters->csv().toStdString());
        EXPECT_EQ(table.table.rows(), inspection.run().steps());
    }
}

TEST_F(TextWindow, ASessionBringsTheTextAndItsVocabularyBack)
{
    open();
    shrink();
    trainEpoch();
    const std::vector<std::string> vocabulary = document->data()->classNames;
    const std::vector<float> weights = document->training().snapshot()->parameters;
    const QString session = folder.filePath(QStringLiteral("text.safetensors"));
    ASSERT_TRUE(document->file().save(session));
    openSmallSeries();
    document->opening().openFile(session);
    ASSERT_TRUE(
        waitFor([this] { return document->data() && document->data()->text && !document->opening().isBusy(); }));
    EXPECT_EQ(document->data()->classNames, vocabulary);
    EXPECT_EQ(document->training().snapshot()->parameters, weights);
    EXPECT_EQ(document->training().snapshot()->epoch, 1);
    trainEpoch();
    EXPECT_EQ(document->training().snapshot()->epoch, 2);
}

TEST_F(TextWindow, TheBundledTextOpensWithItsSettings)
{
    for (const BundledDataset &dataset : bundledDatasets(GATESCOPE_RESOURCES)) {
        if (!dataset.isText())
            continue;
        document->opening().openBundled(dataset);
        ASSERT_TRUE(document->data()) << dataset.id;
        EXPECT_TRUE(document->data()->text);
        EXPECT_EQ(document->settings().training.lossAt, LossAt::Every);
        return;
    }
    FAIL() << "no text comes with the program";
}

} // namespace gatescope
