// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspect/inspect_bench.h"
#include "ui/inspect/aside/aside_card.h"
#include "ui/inspect/backward/path_chart.h"
#include "ui/inspect/cell/pin_bar.h"
#include "ui/inspect/shown/inspect_view.h"
#include "ui/inspect/stack/stack_view.h"
#include "ui/inspect/timeline/timeline_card.h"
#include "ui/inspect/timeline/timeline_view.h"
#include "ui/widgets/controls/choice_bar.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

namespace gatescope {

TEST(InspectWorkspace, SurvivesHavingNoData)
{
    InspectBench bench(0);
    EXPECT_FALSE(bench.inspection().hasRun());
    EXPECT_FALSE(bench.workspace.timeline().view().emptyText().isEmpty());
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_PageUp, Qt::Key_End, Qt::Key_Return})
        QTest::keyClick(&bench.workspace, key);
    for (ViewExport *view : bench.workspace.exports()) {
        viewPicture(*view, {400, 300}, 1.0);
        EXPECT_LE(view->csv().count('\n'), 1) << view->exportName().toStdString();
    }
    QTest::mouseClick(&bench.workspace.stack(), Qt::LeftButton, {}, {50, 50});
    QTest::mouseMove(&bench.workspace.timeline().view(), {50, 30});
    bench.workspace.grab();
    EXPECT_EQ(bench.selection.cursor(), Cursor{});
}

TEST(InspectWorkspace, ComesBackToOtherDataOnEveryPage)
{
    GeneratedData before = generateTask("running-parity", {{"sequences", 40}, {"bits", 1}}, 1);
    GeneratedData wider = generateTask("reber-grammar", {}, 1);
    GeneratedData none = generateTask("sine-mix", {}, 1);
    none.options.window = 1'000'000;
    for (const GeneratedData *after : {&wider, &none}) {
        for (int page = 0; page < 9; ++page) {
            InspectBench bench;
            bench.document.opening().openGenerated(before, "before");
            bench.trainBatches(1);
            bench.workspace.aside().pages().setCurrent(page);
            bench.workspace.findChild<ChoiceBar *>("memory-by")->setCurrent(1);
            bench.workspace.findChild<QComboBox *>("fixed-points")->setCurrentIndex(2);
            bench.workspace.hide();
            bench.document.opening().openGenerated(*after, "after");
            ASSERT_EQ(bench.document.data() == nullptr, after == &none);
            bench.workspace.show();
            QTest::qWait(10); // for work in the background to begin
            EXPECT_EQ(bench.inspection().hasRun(), after == &wider);
        }
    }
}

TEST(InspectWorkspace, StepsByKeys)
{
    InspectBench bench;
    bench.selection.setCursor({3, 0, 5, 2});
    QTest::keyClick(&bench.workspace.timeline().view(), Qt::Key_Right);
    EXPECT_EQ(bench.selection.cursor(), (Cursor{3, 0, 6, 2}));
    QTest::keyClick(&bench.workspace.stack(), Qt::Key_Left);
    QTest::keyClick(&bench.workspace.stack(), Qt::Key_Left);
    EXPECT_EQ(bench.selection.step(), 4);
    QTest::keyClick(&bench.workspace.cell().view(), Qt::Key_Down);
    EXPECT_EQ(bench.selection.unit(), 3);
    QTest::keyClick(&bench.workspace.cell().view(), Qt::Key_PageUp);
    EXPECT_EQ(bench.selection.layer(), 1);
    QTest::keyClick(&bench.workspace, Qt::Key_End);
    EXPECT_EQ(bench.selection.step(), 19);
    QTest::keyClick(&bench.workspace, Qt::Key_Right);
    EXPECT_EQ(bench.selection.step(), 19);
    QTest::keyClick(&bench.workspace, Qt::Key_Home);
    EXPECT_EQ(bench.selection.step(), 0);
}

TEST(InspectWorkspace, PointsByMouse)
{
    InspectBench bench;
    TimelineView &timeline = bench.workspace.timeline().view();
    QTest::mouseClick(&timeline, Qt::LeftButton, {}, timeline.stepPlace(7).toPoint());
    EXPECT_EQ(bench.selection.step(), 7);
    Index step = 6; // the next cell of the upper layer that is in sight
    while (step > 0 && !bench.workspace.stack().cellPlace(1, step))
        --step;
    const std::optional<QRectF> cell = bench.workspace.stack().cellPlace(1, step);
    ASSERT_TRUE(cell.has_value());
    QTest::mouseClick(&bench.workspace.stack(), Qt::LeftButton, {}, cell->center().toPoint());
    EXPECT_EQ(bench.selection.step(), step);
    EXPECT_EQ(bench.selection.layer(), 1);
}

TEST(InspectWorkspace, ShowsTheTracesNumbers)
{
    for (const Formulation formulation : {Formulation::ResetAfter, Formulation::ResetBefore}) {
        InspectBench bench(2, formulation);
        bench.selection.setCursor({4, 1, 9, 3});
        const LayerTrace<float> &layer = bench.run().layers[1];
        const auto text = [](float value) { return signedText(static_cast<double>(value)).toStdString(); };
        const auto gate = [](float value) { return fixedText(static_cast<double>(value)).toStdString(); };
        EXPECT_EQ(bench.shownValue("r").toStdString(), gate(layer.r(3, 9))); // between 0 and 1: no sign
        EXPECT_EQ(bench.shownValue("z").toStdString(), gate(layer.z(3, 9)));
        EXPECT_EQ(bench.shownValue("n").toStdString(), text(layer.n(3, 9)));
        EXPECT_EQ(bench.shownValue("h'").toStdString(), text(layer.h(3, 9)));
    }
}

TEST(InspectWorkspace, ShowsTheResidualOfEveryStage)
{
    InspectBench bench;
    for (const char *stage : {"r", "z", "n", "h'"}) {
        const QString residual = bench.shownValue(QStringLiteral("residual of %1").arg(stage));
        ASSERT_FALSE(residual.isEmpty()) << stage;
        EXPECT_LT(QString(residual).replace(QChar(0x2212), '-').toDouble(), 1e-6) << stage;
    }
}

TEST(InspectWorkspace, FollowsTheTraining)
{
    InspectBench bench;
    bench.selection.setCursor({0, 0, 10, 0});
    const QString before = bench.shownValue("W_r x");
    bench.document.training().stepBatch();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bench.document.training().snapshot()->step == 1; }));
    EXPECT_NE(bench.shownValue("W_r x"), before);
    EXPECT_EQ(bench.inspection().settings(), bench.document.training().snapshot()->settings);
    EXPECT_TRUE(std::ranges::equal(bench.inspection().parameters(), bench.document.training().snapshot()->parameters));
}

TEST(InspectWorkspace, ShowsSequencesOfEveryPart)
{
    InspectBench bench;
    const PreparedData<float> &data = *bench.document.data();
    bench.inspection().showSequence({DataPart::Test, 2});
    EXPECT_EQ(bench.inspection().place(), (SequencePlace{DataPart::Test, 2}));
    EXPECT_EQ(bench.run().input, data.test.input(2));
    EXPECT_EQ(bench.run().target, data.test.target(2));
    bench.workspace.timeline().findChild<QSpinBox *>()->setValue(4);
    EXPECT_EQ(bench.run().input, data.test.input(4));
}

TEST(InspectWorkspace, OpensTheCellBackward)
{
    InspectBench bench;
    bench.selection.setCursor({0, 0, 10, 1});
    bench.workspace.cell().direction().setCurrent(1);
    EXPECT_TRUE(bench.workspace.cell().paths().isVisible());
    const auto number = [&](const char *name) { return bench.shownValue(name).replace(QChar(0x2212), '-').toDouble(); };
    const auto delta = static_cast<double>(bench.run().layers[0].delta(1, 10));
    EXPECT_NEAR(number("δ"), delta, std::abs(delta) * 0.1);
    const double paths = number("carry") + number("candidate") + number("reset") + number("update");
    EXPECT_NEAR(paths, number("to the left"), std::abs(number("to the left")) * 0.2 + 1e-6);
}

TEST(InspectWorkspace, PlaysToTheEnd)
{
    InspectBench bench;
    bench.selection.setCursor({0, 0, 18, 0});
    QTest::keyClick(&bench.workspace, Qt::Key_Return);
    EXPECT_TRUE(bench.workspace.timeline().isPlaying());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !bench.workspace.timeline().isPlaying(); }));
    EXPECT_EQ(bench.selection.step(), 19);
}

TEST(PinBar, KeepsANumberInSightWhileTheCursorMoves)
{
    InspectBench bench;
    bench.selection.setCursor({0, 0, 3, 2});
    InspectView &view = bench.workspace.cell().view();
    view.grab();
    const Spot *spot = view.spot("z");
    ASSERT_NE(spot, nullptr);
    QTest::mouseClick(&view, Qt::LeftButton, {}, spot->area.center().toPoint());
    PinBar &pins = bench.workspace.cell().pins();
    ASSERT_EQ(pins.pins().size(), 1U);
    bench.selection.setCursor({0, 1, 8, 4});
    const QString value = signedText(static_cast<double>(bench.run().layers[0].z(2, 8)));
    EXPECT_EQ(pins.text(pins.pins().front()).toStdString(),
              QStringLiteral("layer 1 · unit 2 · z = %1").arg(value).toStdString());
    pins.toggle(pins.pins().front());
    EXPECT_TRUE(pins.pins().empty());
}

} // namespace gatescope
