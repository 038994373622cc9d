// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/tensors/npz.h"
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/backward/path_chart.h"
#include "ui/inspect/question/edit_form.h"
#include "ui/inspect/question/what_if_panel.h"
#include "ui/inspect/units/fixed_points_bar.h"
#include "ui/inspect/units/portrait_view.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace gatescope {

namespace {

/// Goes through every view that the workspace can show, and gives each to a function.
template <typename Function>
void visitEveryView(InspectBench &bench, Function &&visit)
{
    for (int direction = 0; direction < 2; ++direction) {
        bench.workspace.cell().direction().setCurrent(direction);
        for (int grain = 0; grain < 3; ++grain) {
            bench.workspace.cell().grain().setCurrent(grain);
            QApplication::processEvents();
            visit(bench.workspace.cell().view());
        }
    }
    visit(bench.workspace.cell().paths());
    for (int page = 0; page < 7; ++page) {
        bench.workspace.aside().pages().setCurrent(page);
        QApplication::processEvents();
        for (ViewExport *view : bench.workspace.exports())
            visit(*view);
    }
}

/// Draws every view at two sizes and reads its numbers; goes to all corners of the run.
void drawEverything(InspectBench &bench)
{
    const Trace<float> &run = bench.run();
    const std::int64_t lastLayer = run.network.layers - 1, lastStep = run.steps() - 1,
                       lastUnit = run.network.hidden - 1;
    for (const Cursor &cursor : {Cursor{0, 0, 0, 0}, Cursor{0, lastLayer, lastStep, lastUnit}}) {
        bench.selection.setCursor(cursor);
        visitEveryView(bench, [](ViewExport &view) {
            EXPECT_FALSE(viewPicture(view, {640, 400}, 1.0).isNull()) << view.exportName().toStdString();
            EXPECT_FALSE(viewPicture(view, {220, 160}, 1.0).isNull()) << view.exportName().toStdString();
            EXPECT_FALSE(view.csv().isEmpty()) << view.exportName().toStdString();
        });
    }
    bench.workspace.grab();
}

} // namespace

TEST(InspectStates, EveryViewExportsAPictureAndItsNumbers)
{
    InspectBench bench;
    bench.trainBatches(1);
    QTemporaryDir folder;
    std::set<std::string> names;
    visitEveryView(bench, [&](ViewExport &view) {
        const QString stem = folder.filePath(view.exportName());
        names.insert(view.exportName().toStdString());
        for (const char *ending : {".png", ".svg", ".pdf", ".csv"}) {
            saveView(view, stem + QLatin1String(ending));
            EXPECT_GT(QFileInfo(stem + QLatin1String(ending)).size(), 20) << view.exportName().toStdString() << ending;
        }
        const QString csv = view.csv();
        const qsizetype columns = csv.section(QLatin1Char('\n'), 0, 0).count(QLatin1Char(',')) + 1;
        EXPECT_GE(columns, 3) << view.exportName().toStdString();
        EXPECT_FALSE(view.exportCaption().isEmpty()) << view.exportName().toStdString();
        if (view.exportName() != QLatin1String("pattern-search")) {
            EXPECT_GT(csv.count(QLatin1Char('\n')), 1) << view.exportName().toStdString();
        }
    });
    EXPECT_EQ(names.size(), 6U + 1U + 2U + 7U); // cell, paths, timeline and stack, questions
}

TEST(InspectStates, APictureSaysWhereItStandsAndThatItIsEdited)
{
    InspectBench bench;
    bench.selection.setCursor({0, 1, 10, 2});
    const InspectView &cell = bench.workspace.cell().view();
    EXPECT_EQ(cell.exportCaption().toStdString(), "training sequence 0 · before training · layer 2 · step 10 · unit 2");
    WhatIf edits;
    edits.gates.push_back({Gate::Update, Index{0}, std::nullopt, 0.1});
    bench.inspection().setEdits(edits, QStringLiteral("hold"));
    EXPECT_TRUE(cell.exportCaption().endsWith("unit 2 · with what-ifs")) << cell.exportCaption().toStdString();
    ViewExport &view = bench.workspace.cell().view();
    const int wide = viewPicture(view, {900, 300}, 1.0).height(), narrow = viewPicture(view, {300, 300}, 1.0).height();
    EXPECT_GT(narrow, wide); // the caption has a line of its own
}

TEST(InspectStates, OneLayerOneUnit)
{
    InspectBench bench(1);
    Settings settings = bench.document.settings();
    settings.network.hidden = 1;
    ASSERT_TRUE(bench.document.setSettings(settings).empty());
    ASSERT_EQ(bench.run().network.hidden, 1);
    drawEverything(bench);
}

TEST(InspectStates, ThreeLayers)
{
    InspectBench bench(3);
    drawEverything(bench);
}

TEST(InspectStates, OneStep)
{
    InspectBench bench;
    DataOptions options = bench.document.dataOptions();
    options.window = 1;
    ASSERT_TRUE(bench.document.setDataOptions(options).empty());
    ASSERT_EQ(bench.run().steps(), 1);
    drawEverything(bench);
}

TEST(InspectStates, FiveHundredSteps)
{
    InspectBench bench;
    DataOptions options = bench.document.dataOptions();
    options.window = 500;
    ASSERT_TRUE(bench.document.setDataOptions(options).empty());
    ASSERT_EQ(bench.run().steps(), 500);
    drawEverything(bench);
}

TEST(InspectStates, Classification)
{
    InspectBench bench;
    bench.document.opening().openGenerated(generateTask("parity", {}, 1), "parity");
    ASSERT_TRUE(bench.inspection().hasRun()) << bench.inspection().why().toStdString();
    ASSERT_EQ(bench.inspection().data().options.task, TaskKind::Classification);
    drawEverything(bench);
}

TEST(InspectStates, ATensorFile)
{
    QTemporaryDir folder;
    InspectBench bench;
    std::vector<float> x, y;
    for (int i = 0; i < 12 * 5 * 3; ++i)
        x.push_back(static_cast<float>(i % 7) - 3.0F);
    for (int i = 0; i < 12 * 2; ++i)
        y.push_back(static_cast<float>(i % 5));
    TensorFile file;
    file.tensors = {makeTensor<float>("x", {12, 5, 3}, x), makeTensor<float>("y", {12, 2}, y)};
    const QString path = folder.filePath("tensors.npz");
    writeNpz(path.toStdString(), file);
    bench.document.opening().openFile(path);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !bench.document.opening().isBusy(); }));
    ASSERT_TRUE(bench.inspection().hasRun()) << bench.inspection().why().toStdString();
    ASSERT_EQ(bench.run().steps(), 5);
    drawEverything(bench);
}

TEST(InspectStates, DrawsTheGhostInEveryView)
{
    InspectBench bench;
    bench.selection.setCursor({0, 0, 10, 2});
    std::map<std::string, QImage> untouched;
    visitEveryView(bench, [&](ViewExport &view) {
        untouched[view.exportName().toStdString()] = viewPicture(view, {640, 400}, 1.0);
    });
    EditForm &form = bench.workspace.aside().whatIf().form();
    form.setKind(EditKind::Update);
    form.ask(0.25);
    ASSERT_NE(bench.inspection().ghost(), nullptr);
    ASSERT_NE(bench.inspection().ghostCell(), nullptr);
    EXPECT_EQ(bench.inspection().ghostCell()->stage(CellStage::Update).stored(2),
              static_cast<double>(bench.inspection().ghost()->layers[0].z(2, 10)));
    EXPECT_EQ(bench.inspection().cell().stage(CellStage::Update).stored(2), 0.25);
    visitEveryView(bench, [&](ViewExport &view) {
        const std::string name = view.exportName().toStdString();
        if (name != "pattern-search" && name != "convention") { // these two show the data and the weights
            EXPECT_NE(untouched[name], viewPicture(view, {640, 400}, 1.0)) << name;
        }
    });
    EXPECT_TRUE(bench.workspace.aside().whatIf().csv().contains("edit,z of unit 2"));
    EXPECT_TRUE(bench.workspace.aside().whatIf().csv().contains("answer,loss,"));
}

TEST(PortraitView, IsColouredByTimeOrByTarget)
{
    InspectBench bench;
    const PreparedData<float> &data = *bench.document.data();
    const PortraitColors time(bench.inspection(), PortraitColoring::Time, bench.workspace.palette());
    EXPECT_EQ(time.value(7), 7.0);
    EXPECT_NE(time.color(0), time.color(19));
    const PortraitColors target(bench.inspection(), PortraitColoring::Target, bench.workspace.palette());
    for (std::size_t step = 0; step < 20; ++step)
        EXPECT_EQ(target.value(step), data.targetValues(0, data.train.start(0) + static_cast<Index>(step)));
    bench.workspace.aside().pages().setCurrent(2);
    auto *view = bench.workspace.aside().findChild<PortraitView *>();
    ASSERT_NE(view, nullptr);
    const QImage before = viewPicture(*view, {400, 300}, 1.0);
    view->setColoring(PortraitColoring::Target);
    EXPECT_NE(viewPicture(*view, {400, 300}, 1.0), before);
}

TEST(PortraitView, MarksFixedPointsForTheNewestInputAndForgetsThemWhenSwitchedOff)
{
    InspectBench bench;
    bench.workspace.aside().pages().setCurrent(2);
    auto *view = bench.workspace.aside().findChild<PortraitView *>();
    auto *bar = bench.workspace.aside().findChild<FixedPointsBar *>();
    auto *input = bench.workspace.aside().findChild<QComboBox *>("fixed-points");
    auto *sentence = bench.workspace.aside().findChild<QLabel *>("fixed-points-sentence");
    ASSERT_TRUE(view && bar && input && sentence);
    const auto choose = [&](int index) {
        input->setCurrentIndex(index);
        Q_EMIT input->activated(index);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !bar->isSearching(); }, 20'000));
    };
    EXPECT_TRUE(view->fixedPoints().points.empty());
    choose(1);
    ASSERT_FALSE(view->fixedPoints().points.empty());
    for (const FixedPoint &point : view->fixedPoints().points)
        EXPECT_LT(point.residual, 1e-8);
    EXPECT_EQ(sentence->text().toStdString(), view->fixedPoints().sentence());
    const Vector<double> atZero = view->fixedPoints().points[0].state;
    choose(3);
    ASSERT_FALSE(view->fixedPoints().points.empty());
    EXPECT_GT((view->fixedPoints().points[0].state - atZero).norm(), 1e-6) << "another input has other points";
    choose(0);
    EXPECT_TRUE(view->fixedPoints().points.empty());
    EXPECT_FALSE(sentence->isVisible());
}

TEST(PortraitView, PointingFollowsTheEditedRun)
{
    InspectBench bench;
    bench.workspace.aside().pages().setCurrent(2);
    auto *view = bench.workspace.aside().findChild<PortraitView *>();
    ASSERT_NE(view, nullptr);
    const QPointF untouched = view->stepPlace(19);
    WhatIf edits;
    edits.gates.push_back({Gate::Update, Index{0}, std::nullopt, 0.1});
    bench.inspection().setEdits(edits, QStringLiteral("hold"));
    const QPointF edited = view->stepPlace(19);
    ASSERT_GT((edited - untouched).manhattanLength(), 12);
    QTest::mouseClick(view, Qt::LeftButton, {}, edited.toPoint());
    EXPECT_LT((view->stepPlace(static_cast<Index>(bench.selection.step())) - edited).manhattanLength(), 2);
}

} // namespace gatescope
