// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/train/train_workspace.h"
#include "ui/train/view_dock.h"
#include "ui/train/views/weights/weight_bar.h"
#include "ui/train/views/weights/weight_plot.h"
#include "ui/train/views/weights/weights_view.h"
#include "ui/widgets/heatmap/heatmap.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QPushButton>

namespace gatescope {

class WeightsTest : public WindowTest {
protected:
    /// Opens a small series, trains an epoch and opens the view.
    WeightsView &opened()
    {
        show({1400, 900});
        openSmallSeries();
        document->training().stepEpoch();
        EXPECT_TRUE(settle());
        return open();
    }

    WeightsView &open()
    {
        window->showWorkspace("train");
        ViewDock *dock = child<TrainWorkspace>("train")->docks().back();
        EXPECT_FALSE(dock->isVisible()) << "four views are enough at first";
        dock->show();
        QApplication::processEvents();
        return dynamic_cast<WeightsView &>(dock->view());
    }

    static Heatmap &heatmap(const WeightsView &view) { return *view.findChild<Heatmap *>(); }
    const NetworkOptions &network() const { return document->settings().network; }
    float weightAt(const WeightPlace &place) const
    {
        const auto now = document->training().snapshot();
        return now->parameters[*weightIndex(now->settings.network, place)];
    }
    float shownAt(const WeightsView &view, const WeightPlace &place) const
    {
        return (*heatmap(view).panels()[static_cast<std::size_t>(place.gate)].values)(place.unit, place.column);
    }
    static void give(WeightsView &view, double value)
    {
        view.bar().value().setFocus();
        view.bar().value().setValue(value);
        QApplication::processEvents();
    }
};

TEST_F(WeightsTest, DrawTheWeightsOfTheSnapshotAndWhatMovedThem)
{
    const WeightsView &view = opened();
    const auto now = document->training().snapshot();
    ASSERT_EQ(heatmap(view).panels().size(), 3U);
    constexpr Gate kGates[] = {Gate::Reset, Gate::Update, Gate::Candidate};
    for (std::size_t i = 0; i < 3; ++i) {
        const HeatmapPanel &panel = heatmap(view).panels()[i];
        EXPECT_EQ(*panel.values, gateWeights<float>(now->settings.network, now->parameters, 0, kGates[i]));
        EXPECT_EQ(panel.minimum, -panel.maximum);
        EXPECT_TRUE(panel.caption.contains(QStringLiteral("gradient "))) << panel.caption.toStdString();
        EXPECT_TRUE(panel.caption.contains(QStringLiteral("update ratio ")));
    }
    ASSERT_NE(now->gateGradients, nullptr);
    EXPECT_GT(now->gateGradients->minCoeff(), 0.0F);
    selection->setLayer(1);
    EXPECT_EQ(*heatmap(view).panels()[2].values,
              gateWeights<float>(now->settings.network, now->parameters, 1, Gate::Candidate));
    EXPECT_EQ(child<QComboBox>("weights-layer")->currentIndex(), 1);
}

TEST_F(WeightsTest, FollowTheTrainingOnlyWhileTheyAreSeen)
{
    WeightsView &view = opened();
    const auto before = heatmap(view).panels()[0].values;
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    const auto after = heatmap(view).panels()[0].values;
    EXPECT_NE(*before, *after);
    child<TrainWorkspace>("train")->docks().back()->hide();
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    EXPECT_EQ(heatmap(view).panels()[0].values, after) << "nothing is computed for a closed view";
}

TEST_F(WeightsTest, ShowHistogramsThatCountEveryWeight)
{
    const WeightsView &view = opened();
    child<QComboBox>("weights-page")->setCurrentIndex(1);
    const auto now = document->training().snapshot();
    std::array<Matrix<float>, 3> weights;
    for (std::size_t i = 0; i < 3; ++i)
        weights[i] = gateWeights<float>(now->settings.network, now->parameters, 0, kAllGates[i]);
    const WeightPlot::Histogram made = WeightPlot::histogram(weights);
    const auto *plot = view.findChild<WeightPlot *>();
    for (std::size_t i = 0; i < 3; ++i) {
        int sum = 0;
        for (const int count : made.counts[i])
            sum += count;
        EXPECT_EQ(sum, weights[i].size());
        EXPECT_EQ(plot->points(i), WeightPlot::kBins);
    }
    EXPECT_EQ(view.csv().count('\n'), 1 + 3 * WeightPlot::kBins);
}

TEST_F(WeightsTest, ShowGradientAndUpdateOverTheTraining)
{
    const WeightsView &view = opened();
    const std::int64_t batches = document->training().snapshot()->step;
    for (const int page : {2, 3}) {
        child<QComboBox>("weights-page")->setCurrentIndex(page);
        const auto *plot = view.findChild<WeightPlot *>();
        EXPECT_EQ(plot->points(0), batches) << "every batch of so short a training is kept";
        EXPECT_FALSE(plot->isEmpty());
    }
    EXPECT_EQ(view.csv().count(QStringLiteral("\nz,1,")), batches);
    selection->setLayer(1);
    EXPECT_EQ(view.csv().count(QStringLiteral("\nz,2,")), batches);
}

TEST_F(WeightsTest, AreGoneThroughByKeyAndNamed)
{
    WeightsView &view = opened();
    Heatmap &map = heatmap(view);
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Home);
    QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Down);
    QTest::keyClick(&map, Qt::Key_PageUp);
    const WeightPlace place = view.place();
    EXPECT_EQ(place, (WeightPlace{0, Gate::Candidate, 1, 1}));
    EXPECT_TRUE(view.bar().value().accessibleName().contains(view.nameOf(place)));
    EXPECT_NEAR(view.bar().value().value(), weightAt(place), 1e-4);
    QTest::keyClick(&map, Qt::Key_PageDown);
    EXPECT_EQ(view.place().gate, Gate::Update);
}

TEST_F(WeightsTest, ATriedWeightChangesWhatIsShownAndNotTheNetwork)
{
    WeightsView &view = opened();
    const WeightPlace place = view.place();
    const float own = weightAt(place);
    const auto trace = document->training().snapshot()->trace;
    EXPECT_FALSE(view.bar().keepButton().isEnabled());
    give(view, 2.5);
    EXPECT_EQ(weightAt(place), own);
    EXPECT_EQ(shownAt(view, place), 2.5F);
    EXPECT_TRUE(view.bar().answer().contains(QStringLiteral("= 2.5000 instead of")))
        << view.bar().answer().toStdString();
    auto *gates = child<QWidget>("view-gates")->findChild<Heatmap *>();
    EXPECT_NE(*gates->panels()[3].values, trace->layers[0].z) << "the gates are those of the tried network";
    EXPECT_TRUE(view.exportCaption().contains(QStringLiteral("one weight tried")));
    give(view, 3.0); // the same weight again: one step of undo
    EXPECT_EQ(shownAt(view, place), 3.0F);
    document->training().stepBatch();
    ASSERT_TRUE(settle());
    EXPECT_EQ(shownAt(view, place), 3.0F) << "tried on the network as it is now";
    document->undoHistory().undo();
    EXPECT_EQ(shownAt(view, place), weightAt(place));
    EXPECT_TRUE(view.bar().answer().isEmpty());
    document->undoHistory().redo();
    EXPECT_EQ(shownAt(view, place), 3.0F);
    QTest::mouseClick(&view.bar().takeBackButton(), Qt::LeftButton);
    EXPECT_EQ(shownAt(view, place), weightAt(place));
    EXPECT_NE(weightAt(place), 3.0F);
}

TEST_F(WeightsTest, AKeptWeightIsTheNetworksAndTrainingGoesOnFromIt)
{
    WeightsView &view = opened();
    const WeightPlace place = view.place();
    const float own = weightAt(place);
    const std::int64_t steps = document->training().snapshot()->step;
    const std::int64_t recorded = document->training().history().batches();
    give(view, 1.25);
    ASSERT_TRUE(view.bar().keepButton().isEnabled());
    QTest::mouseClick(&view.bar().keepButton(), Qt::LeftButton);
    ASSERT_TRUE(settle());
    EXPECT_EQ(weightAt(place), 1.25F);
    EXPECT_EQ(document->training().snapshot()->step, steps) << "the training stands where it stood";
    EXPECT_EQ(document->training().history().batches(), recorded);
    EXPECT_TRUE(document->file().isDirty());
    EXPECT_TRUE(view.bar().answer().isEmpty());
    EXPECT_EQ(document->shelf().shelf().runs().size(), 1U) << "as it was before, it is on the shelf";
    document->training().stepBatch();
    ASSERT_TRUE(settle());
    EXPECT_EQ(document->training().snapshot()->step, steps + 1);
    EXPECT_NEAR(weightAt(place), 1.25F, 0.1F);
    EXPECT_NE(weightAt(place), 1.25F);
    document->undoHistory().undo();
    EXPECT_EQ(weightAt(place), own);
    EXPECT_EQ(document->training().snapshot()->step, steps);
    document->undoHistory().redo();
    ASSERT_TRUE(settle());
    EXPECT_EQ(document->training().snapshot()->step, steps + 1);
    EXPECT_NEAR(weightAt(place), 1.25F, 0.1F);
}

TEST_F(WeightsTest, NothingCanBeKeptBeforeTheFirstBatchAndItSaysSo)
{
    show({1400, 900});
    openSmallSeries();
    WeightsView &view = open();
    EXPECT_TRUE(heatmap(view).panels()[0].caption.isEmpty()) << "no step, no gradient";
    give(view, 1.0);
    EXPECT_EQ(shownAt(view, view.place()), 1.0F);
    EXPECT_FALSE(view.bar().keepButton().isEnabled());
    EXPECT_TRUE(view.bar().keepButton().toolTip().contains(QStringLiteral("Train a batch first")));
}

TEST_F(WeightsTest, OfHeldGatesThereAreNone)
{
    show({1400, 900});
    openSmallSeries();
    Settings settings = document->settings();
    settings.network.held = HeldGates::Reset;
    ASSERT_TRUE(document->setSettings(settings).empty());
    document->training().stepEpoch();
    ASSERT_TRUE(settle());
    WeightsView &view = open();
    ASSERT_EQ(heatmap(view).panels().size(), 2U);
    EXPECT_FALSE(view.csv().contains(QStringLiteral("\nr,")));
    give(view, 1.0);
    EXPECT_TRUE(view.bar().answer().startsWith(QStringLiteral("Tried: z")));
}

} // namespace gatescope
