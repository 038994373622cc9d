// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/aside/memory_page.h"
#include "ui/inspect/automaton/automaton_panel.h"
#include "ui/inspect/automaton/automaton_view.h"
#include "ui/inspect/dynamics/memory_curve_view.h"
#include "ui/inspect/dynamics/points_history.h"
#include "ui/inspect/dynamics/points_list.h"
#include "ui/inspect/units/fixed_points_bar.h"
#include "ui/inspect/units/portrait_view.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <QTreeWidget>

#include <gtest/gtest.h>

#include <limits>

namespace gatescope {

namespace {

constexpr int kPortrait = 2, kMemory = 3, kAutomaton = 7;
constexpr int kPatience = 30'000;

/// The page with the phase portrait and its fixed points.
struct PortraitBench : InspectBench {
    explicit PortraitBench(Index layers = 2) : InspectBench(layers)
    {
        workspace.aside().pages().setCurrent(kPortrait);
        view = workspace.aside().findChild<PortraitView *>();
        bar = workspace.aside().findChild<FixedPointsBar *>();
        list = workspace.aside().findChild<PointsList *>();
        history = workspace.aside().findChild<PointsHistory *>();
        sentence = workspace.aside().findChild<QLabel *>("fixed-points-sentence");
    }
    void look(int input)
    {
        workspace.aside().findChild<QComboBox *>("fixed-points")->setCurrentIndex(input);
        wait();
    }
    void wait() const
    {
        ASSERT_TRUE(QTest::qWaitFor([this] { return !bar->isSearching(); }, kPatience));
    }

    PortraitView *view;
    FixedPointsBar *bar;
    PointsList *list;
    PointsHistory *history;
    QLabel *sentence;
};

} // namespace

TEST(FixedPointsList, SaysEveryPointsNumbersAndSelectsItInThePortrait)
{
    PortraitBench bench;
    bench.look(1);
    const FixedPoints &found = bench.view->fixedPoints();
    ASSERT_FALSE(found.points.empty());
    ASSERT_EQ(bench.list->topLevelItemCount(), std::ssize(found.points) + std::ssize(found.slow));
    const QTreeWidgetItem *first = bench.list->topLevelItem(0);
    EXPECT_EQ(first->text(1).section(',', 0, 0), "stable");
    EXPECT_EQ(first->text(4), fixedText(std::abs(found.points[0].eigenvalues[0]), 3));
    EXPECT_TRUE(first->toolTip(1).contains("Eigenvalues")) << first->toolTip(1).toStdString();
    EXPECT_EQ(first->text(6).toStdString(),
              std::to_string(found.points[0].arrivals) + " of " + std::to_string(found.starts));
    bench.list->setCurrentItem(bench.list->topLevelItem(0));
    EXPECT_EQ(bench.view->chosenPoint(), 0);
    bench.view->choosePoint(-1);
    bench.list->choose(-1);
    QTest::mouseClick(bench.view, Qt::LeftButton, {}, bench.view->pointPlace(0).toPoint());
    EXPECT_EQ(bench.view->chosenPoint(), 0);
    ASSERT_NE(bench.list->currentItem(), nullptr);
    EXPECT_EQ(bench.list->currentItem()->data(0, Qt::UserRole).toInt(), 0);
    bench.look(0);
    EXPECT_FALSE(bench.list->isVisible());
}

TEST(FixedPointsList, SaysThatATrainingHasDiverged)
{
    PortraitBench bench;
    bench.look(1);
    bench.moment.tryWeight(WeightTrial{{0, Gate::Update, 0, 0}, std::numeric_limits<float>::quiet_NaN()});
    bench.wait();
    EXPECT_TRUE(bench.sentence->text().contains("not all numbers")) << bench.sentence->text().toStdString();
    EXPECT_FALSE(bench.list->isVisible());
}

TEST(PortraitFlow, IsExactForTwoUnitsAndSaysWhatItHidesForMore)
{
    PortraitBench bench(1);
    Settings settings = bench.document.settings();
    settings.network.hidden = 2;
    ASSERT_TRUE(bench.document.setSettings(settings).empty());
    bench.look(1);
    const QImage before = viewPicture(*bench.view, {400, 300}, 1.0);
    auto *arrows = bench.workspace.aside().findChild<QCheckBox *>("fixed-points-flow");
    auto *basins = bench.workspace.aside().findChild<QCheckBox *>("fixed-points-basins");
    auto *note = bench.workspace.aside().findChild<QLabel *>("fixed-points-flow-note");
    arrows->setChecked(true);
    bench.wait();
    ASSERT_GT(bench.view->flow().cells(), 0);
    EXPECT_TRUE(bench.view->flow().whole);
    EXPECT_TRUE(bench.view->flow().ends.empty());
    EXPECT_FALSE(note->isVisible());
    EXPECT_NE(viewPicture(*bench.view, {400, 300}, 1.0), before);
    basins->setChecked(true);
    bench.wait();
    double share = 0.0;
    for (Index i = 0; i < std::ssize(bench.view->fixedPoints().points); ++i)
        share += bench.view->flow().share(i);
    EXPECT_GT(share, 0.9); // an untrained network brings everything to its point
    bench.document.opening().openGenerated(generateTask("sine-mix", {}, 1), "sine mix");
    settings = bench.document.settings();
    settings.network.hidden = 5;
    ASSERT_TRUE(bench.document.setSettings(settings).empty());
    bench.wait();
    ASSERT_GT(bench.view->flow().cells(), 0);
    EXPECT_FALSE(bench.view->flow().whole);
    EXPECT_TRUE(note->isVisible());
    EXPECT_TRUE(note->text().contains("two directions")) << note->text().toStdString();
}

TEST(PointsOverTraining, AreFoundForEveryMomentAndLeadThere)
{
    PortraitBench bench;
    bench.trainBatches(4);
    bench.look(1);
    ASSERT_EQ(bench.history->moments().size(), 5U);
    for (const PointsAtMoment &moment : bench.history->moments()) {
        ASSERT_TRUE(moment.stable.has_value()) << moment.step;
        EXPECT_GE(*moment.stable, 1);
    }
    EXPECT_TRUE(bench.history->isVisible());
    bench.history->grab();
    QTest::mouseClick(bench.history, Qt::LeftButton, {}, {16, bench.history->height() - 10});
    ASSERT_NE(bench.moment.earlier(), nullptr);
    EXPECT_EQ(bench.moment.earlier()->step, 0);
    ASSERT_FALSE(bench.view->fixedPoints().points.empty()) << "kept, so there at once";
    EXPECT_EQ(bench.sentence->text().toStdString(), bench.view->fixedPoints().sentence());
    EXPECT_GT(bench.history->csv().count('\n'), 5);
}

TEST(PortraitView, KeepsAHeldPlaneWhileAnotherMomentIsShown)
{
    PortraitBench bench;
    bench.trainBatches(3);
    const PhasePortrait before = bench.view->plane();
    bench.workspace.aside().findChild<QCheckBox *>("portrait-hold")->setChecked(true);
    const FlowGrid grid = bench.view->grid();
    bench.moment.show(0);
    ASSERT_NE(bench.moment.earlier(), nullptr);
    EXPECT_EQ(bench.view->plane().axes, before.axes);
    EXPECT_DOUBLE_EQ(bench.view->grid().left, grid.left);
    EXPECT_DOUBLE_EQ(bench.view->grid().top, grid.top);
    const Matrix<double> place = before.project(bench.run().layers[0].h);
    const QPointF first = bench.view->stepPlace(0), last = bench.view->stepPlace(19);
    EXPECT_EQ(last.x() > first.x(), place(0, 19) > place(0, 0)) << "the states of that moment in this plane";
    bench.selection.setCursor({0, 1, 3, 0});
    EXPECT_NE(bench.view->plane().axes, before.axes) << "another layer has another plane";
    bench.workspace.aside().findChild<QCheckBox *>("portrait-hold")->setChecked(false);
    bench.selection.setCursor({0, 0, 3, 0});
    EXPECT_NE(bench.view->plane().axes, before.axes) << "of the moment that is shown";
}

TEST(MemoryCurve, IsMeasuredWhileShownAndForWhatIsChosen)
{
    InspectBench bench;
    bench.trainBatches(2);
    auto *page = bench.workspace.aside().findChild<MemoryPage *>();
    bench.workspace.aside().pages().setCurrent(kMemory);
    EXPECT_EQ(bench.workspace.aside().exports().front()->exportName(), "half-life");
    EXPECT_EQ(page->curve().found(), nullptr) << "nothing while it is not shown";
    bench.workspace.aside().findChild<ChoiceBar *>("memory-by")->setCurrent(1);
    EXPECT_EQ(bench.workspace.aside().exports().front()->exportName(), "memory-curve");
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->curve().found() && !page->curve().isMeasuring(); }, kPatience));
    const MemoryFound first = *page->curve().found();
    EXPECT_EQ(first.curve.score.rows(), 2);
    EXPECT_EQ(first.reach.gradient.cols(), first.curve.score.cols());
    EXPECT_DOUBLE_EQ(first.reach.gradient(0, 0), 1.0);
    auto *sentence = bench.workspace.aside().findChild<QLabel *>("memory-sentence");
    EXPECT_TRUE(sentence->text().contains("By z alone")) << sentence->text().toStdString();
    EXPECT_FALSE(viewPicture(page->curve(), {400, 260}, 1.0).isNull());
    auto *what = bench.workspace.aside().findChild<QComboBox *>("memory-of");
    ASSERT_GE(what->count(), 2);
    what->setCurrentIndex(what->count() - 1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->curve().found() && !page->curve().isMeasuring(); }, kPatience));
    EXPECT_NE(page->curve().found()->curve.score(0, 1), first.curve.score(0, 1));
}

TEST(MemoryCurve, IsOfTheOpenDataWhereOthersHadTheSameWeights)
{
    InspectBench bench;
    auto *page = bench.workspace.aside().findChild<MemoryPage *>();
    bench.workspace.aside().pages().setCurrent(kMemory);
    bench.workspace.aside().findChild<ChoiceBar *>("memory-by")->setCurrent(1);
    const auto measured = [&] { return page->curve().found() && !page->curve().isMeasuring(); };
    ASSERT_TRUE(QTest::qWaitFor(measured, kPatience));
    const MemoryFound before = *page->curve().found();
    const std::vector<float> weights = bench.document.training().snapshot()->parameters;
    DataOptions options = bench.document.dataOptions();
    options.window = 30;
    ASSERT_TRUE(bench.document.setDataOptions(options).empty());
    ASSERT_EQ(bench.document.training().snapshot()->parameters, weights);
    ASSERT_TRUE(QTest::qWaitFor(measured, kPatience));
    EXPECT_GT(page->curve().found()->curve.score.cols(), before.curve.score.cols());
}

TEST(AutomatonPage, SaysWhereThereAreNoSymbols)
{
    InspectBench bench;
    bench.workspace.aside().pages().setCurrent(kAutomaton);
    auto *panel = bench.workspace.aside().findChild<AutomatonPanel *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->isReading(); }, kPatience));
    EXPECT_TRUE(panel->view().emptyText().contains("few symbols")) << panel->view().emptyText().toStdString();
}

TEST(AutomatonPage, DrawsOneAndLeadsToTheSequencesInWhichItParts)
{
    InspectBench bench;
    bench.document.opening().openGenerated(generateTask("running-parity", {{"sequences", 100}, {"bits", 1}}, 1),
                                           "parity");
    Settings settings = bench.document.settings();
    settings.network.hidden = 6;
    ASSERT_TRUE(bench.document.setSettings(settings).empty());
    bench.trainBatches(3);
    bench.selection.setLimits({100, settings.network.layers, bench.run().steps(), 6});
    bench.workspace.aside().pages().setCurrent(kAutomaton);
    auto *panel = bench.workspace.aside().findChild<AutomatonPanel *>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel->found() && !panel->isReading(); }, kPatience))
        << panel->view().emptyText().toStdString();
    EXPECT_GE(panel->found()->automaton.size(), 1);
    EXPECT_FALSE(viewPicture(panel->view(), {500, 260}, 1.0).isNull());
    panel->view().grab();
    EXPECT_NE(panel->view().spot("state 1"), nullptr);
    auto *list = bench.workspace.aside().findChild<QTreeWidget *>("automaton-disagreements");
    const auto &parted = panel->found()->agreement.disagreements;
    ASSERT_EQ(list->topLevelItemCount(), std::ssize(parted));
    if (parted.empty())
        return;
    list->setCurrentItem(list->topLevelItem(0));
    EXPECT_EQ(bench.inspection().place().part, DataPart::Validation);
    EXPECT_EQ(bench.inspection().place().index, parted[0].sequence);
    EXPECT_EQ(bench.selection.step(), parted[0].step);
}

} // namespace gatescope
