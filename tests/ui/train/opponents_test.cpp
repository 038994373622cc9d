// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/shell/bars/metric.h"
#include "ui/train/train_workspace.h"
#include "ui/train/view_dock.h"
#include "ui/train/views/live_view.h"

namespace gatescope {

namespace {

class OpponentsTest : public WindowTest {
protected:
    LiveOpponents &opponents() { return document->training().opponents(); }
    bool measured()
    {
        return waitFor([this] { return opponents().all() != nullptr && !opponents().isMeasuring(); });
    }
    void trainAnEpoch()
    {
        const std::int64_t epoch = document->training().snapshot()->epoch;
        document->training().stepEpoch();
        ASSERT_TRUE(waitFor(
            [&] { return document->training().snapshot()->epoch == epoch + 1 && !document->training().isTraining(); }));
        document->poll();
    }
    Metric &skill() const { return *child<Metric>("skill"); }
};

} // namespace

TEST_F(OpponentsTest, TransportBarNamesTheBestAndTheSkillAgainstIt)
{
    show({1440, 900});
    openSmallSeries(); // a pure sine: least squares is all but exact
    ASSERT_TRUE(measured());
    trainAnEpoch();
    ASSERT_NE(opponents().best(), nullptr);
    EXPECT_EQ(opponents().best()->info->id, "least-squares");
    EXPECT_EQ(skill().caption(), "vs least squares");
    EXPECT_EQ(skill().value(), "> × 9,999");
    EXPECT_EQ(skill().tone(), Metric::Tone::Bad);
    const BaselineResult *line = opponents().all()->find("least-squares");
    EXPECT_EQ(opponents().best()->loss, *line->on(DataPart::Validation)->loss);
}

TEST_F(OpponentsTest, AreMeasuredOnceForTheirData)
{
    show({1440, 900});
    openSmallSeries();
    ASSERT_TRUE(measured());
    const auto before = opponents().all();
    trainAnEpoch();
    document->resetToNewWeights();
    Settings settings = document->settings();
    settings.network.hidden = 3;
    settings.training.learningRate = 0.01;
    ASSERT_TRUE(document->setSettings(settings).empty());
    document->resetToSameWeights();
    EXPECT_FALSE(opponents().isMeasuring());
    EXPECT_EQ(opponents().all(), before);
    settings.training.loss.kind = LossKind::MeanAbsolute;
    ASSERT_TRUE(document->setSettings(settings).empty());
    ASSERT_TRUE(measured());
    EXPECT_NE(opponents().all(), before); // another loss has other figures
}

TEST_F(OpponentsTest, AreOfTheDataThatIsOpen)
{
    show({1440, 900});
    openSmallSeries();
    ASSERT_TRUE(measured());
    document->opening().openGenerated(generateTask("parity", {{"rows", 300}}), QStringLiteral("parity"));
    EXPECT_EQ(opponents().all(), nullptr);
    EXPECT_EQ(skill().caption(), "vs baseline");
    ASSERT_TRUE(measured());
    ASSERT_NE(opponents().best(), nullptr);
    EXPECT_EQ(opponents().best()->info->task, TaskKind::Classification);
}

TEST_F(OpponentsTest, FloorOfAGeneratedTaskIsItsNoise)
{
    show({1440, 900});
    document->opening().openGenerated(generateTask("noisy-season", {{"noise", 0.4}}), QStringLiteral("noisy season"));
    ASSERT_TRUE(measured());
    const double scale = document->data()->targetScaler.column(0).scale;
    ASSERT_TRUE(opponents().knownFloorLoss());
    EXPECT_DOUBLE_EQ(*opponents().knownFloorLoss(), 0.16 / (scale * scale));
    for (const OpponentLoss &opponent : opponents().losses())
        EXPECT_GT(opponent.loss, 0.8 * *opponents().knownFloorLoss()) << opponent.info->id;
    trainAnEpoch();
    window->showWorkspace(QStringLiteral("train"));
    QApplication::processEvents();
    const QString table = child<LiveView>("view-loss")->csv();
    EXPECT_TRUE(table.contains("\nfloor,,,")) << table.right(300).toStdString();
    for (const OpponentLoss &opponent : opponents().losses())
        EXPECT_TRUE(table.contains(QStringLiteral("\n%1,,,").arg(
            QLatin1String(opponent.info->id.data(), static_cast<qsizetype>(opponent.info->id.size())))));
}

TEST_F(OpponentsTest, FloorIsUnknownOfData)
{
    show({1440, 900});
    openSmallSeries();
    EXPECT_FALSE(opponents().knownFloorLoss());
    EXPECT_EQ(skillWords(0.256), "+26 %");
    EXPECT_EQ(skillWords(-0.5), "−50 %");
    EXPECT_EQ(skillWords(-25.0), "× 26");
    EXPECT_EQ(skillWords(-2.6e12), "> × 9,999");
}

} // namespace gatescope
