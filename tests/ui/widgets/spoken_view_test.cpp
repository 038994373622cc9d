// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"

#include "ui/widgets/drawn/painted_view.h"
#include "ui/widgets/heatmap/heatmap.h"
#include "ui/widgets/series/series_plot.h"

#include <QAccessible>

#include <algorithm>

namespace gatescope {

namespace {

QString heard(QWidget &widget, QAccessible::Text kind)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(kind);
}

QAccessibleTableInterface *tableOf(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->tableInterface();
}

HeatmapPanel panelOf(const QString &title, std::vector<std::vector<float>> rows)
{
    auto values = std::make_shared<Matrix<float>>(static_cast<Index>(rows.size()), static_cast<Index>(rows[0].size()));
    for (std::size_t unit = 0; unit < rows.size(); ++unit) {
        for (std::size_t step = 0; step < rows[unit].size(); ++step)
            (*values)(static_cast<Index>(unit), static_cast<Index>(step)) = rows[unit][step];
    }
    HeatmapPanel panel;
    panel.title = title;
    panel.values = std::move(values);
    return panel;
}

} // namespace

TEST(SpokenView, AHeatmapSaysTheNumberAtItsCursorAndAllOfItInASentence)
{
    installSpokenViews();
    Heatmap map;
    map.setAccessibleName("Gates, units by steps");
    map.setPanels({panelOf("z update", {{0.25F, 0.5F, 0.75F}, {1.0F, 0.5F, -0.5F}})});
    map.setMark(0, 2, 1);
    EXPECT_EQ(QAccessible::queryAccessibleInterface(&map)->role(), QAccessible::Chart);
    EXPECT_EQ(heard(map, QAccessible::Name), "Gates, units by steps");
    EXPECT_EQ(heard(map, QAccessible::Value), QString::fromUtf8("step 2, unit 1: z update −0.50"));
    map.setMark(0, 0, 0);
    EXPECT_EQ(heard(map, QAccessible::Value), "step 0, unit 0: z update 0.25");
    EXPECT_EQ(map.spokenSummary(),
              QString::fromUtf8("z update: mean 0.42; lowest −0.50 at step 2, unit 1; highest 1.00 "
                                "at step 0, unit 1."));
    QTest::keyClick(&map, Qt::Key_I);
    EXPECT_TRUE(heard(map, QAccessible::Description).contains("mean 0.42"));
}

TEST(SpokenView, AnEmptyHeatmapSaysWhy)
{
    installSpokenViews();
    Heatmap map;
    map.setEmptyText("No batch trained yet");
    EXPECT_EQ(map.spokenSummary(), "No batch trained yet");
    EXPECT_TRUE(heard(map, QAccessible::Value).isEmpty());
}

TEST(SpokenView, APlotSaysItsCurves)
{
    installSpokenViews();
    SeriesPlot plot;
    plot.resize(400, 300);
    plot.addSeries("training");
    plot.setSeries(0, SeriesPlot::kept({4.0, 0.5, 1.5}));
    plot.setEmpty(false);
    plot.show();
    plot.grab();
    plot.setHoverText([](double x) { return QStringLiteral("epoch %1\nloss").arg(x); });
    plot.setCursor(1.0);
    EXPECT_EQ(heard(plot, QAccessible::Value), "epoch 1; loss");
    EXPECT_TRUE(plot.spokenSummary().startsWith("training: last 1.5")) << plot.spokenSummary().toStdString();
    EXPECT_TRUE(plot.spokenSummary().contains("lowest 0.5")) << plot.spokenSummary().toStdString();
}

TEST(SpokenView, APlotIsATableOfItsCurvesByTheirPoints)
{
    installSpokenViews();
    SeriesPlot plot;
    plot.resize(400, 300);
    plot.setHorizontalAxis("epoch", {});
    ASSERT_TRUE(tableOf(plot)) << "what it can do is asked once";
    EXPECT_EQ(tableOf(plot)->rowCount(), 0) << "nothing is drawn yet";
    EXPECT_EQ(tableOf(plot)->columnCount(), 0);
    EXPECT_EQ(tableOf(plot)->cellAt(0, 0), nullptr);
    plot.addSeries("training");
    plot.addSeries("validation");
    plot.setSeries(0, SeriesPlot::kept({4.0, 0.5, 1.5}));
    plot.setSeries(1, SeriesPlot::kept({-2.5, 3.0}), 1.0);
    plot.setRows(0, 2);
    plot.setEmpty(false);
    plot.show();
    plot.grab();
    QAccessibleTableInterface *table = tableOf(plot);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rowCount(), 2);
    EXPECT_EQ(table->columnCount(), 3);
    EXPECT_EQ(table->rowDescription(1), "validation");
    EXPECT_EQ(table->columnDescription(2), "epoch 2");
    EXPECT_EQ(table->cellAt(0, 1)->text(QAccessible::Name), "0.5");
    EXPECT_EQ(table->cellAt(1, 0)->text(QAccessible::Name), "") << "validation begins at 1";
    QAccessibleInterface *cell = table->cellAt(1, 1);
    EXPECT_EQ(cell->text(QAccessible::Name), QString::fromUtf8("−2.5"));
    EXPECT_EQ(cell->text(QAccessible::Description), "validation, epoch 1");
    EXPECT_EQ(cell->role(), QAccessible::Cell);
    EXPECT_EQ(cell->tableCellInterface()->rowIndex(), 1);
    EXPECT_EQ(cell->tableCellInterface()->columnIndex(), 1);
    EXPECT_EQ(cell->parent()->object(), &plot);
    EXPECT_EQ(table->cellAt(1, 1), cell) << "the same cell is the same object";
    EXPECT_EQ(table->cellAt(2, 0), nullptr);
    EXPECT_EQ(table->cellAt(0, -1), nullptr);
    plot.setHorizontalAxis({}, {});
    plot.setWholeSteps();
    EXPECT_EQ(table->columnDescription(2), "step 2") << "the axis is named below another view";
    // A cell says what its place holds now.
    plot.setSeries(1, SeriesPlot::kept({8.0, 9.0}), 1.0);
    plot.refit();
    EXPECT_EQ(cell->text(QAccessible::Name), "8");
    plot.setEmpty(true);
    EXPECT_FALSE(cell->isValid());
    EXPECT_TRUE(cell->text(QAccessible::Name).isEmpty());
}

TEST(SpokenView, AHeatmapIsATableOfUnitsBySteps)
{
    installSpokenViews();
    Heatmap map;
    ASSERT_TRUE(tableOf(map)) << "what it can do is asked once";
    EXPECT_EQ(tableOf(map)->rowCount(), 0);
    EXPECT_EQ(tableOf(map)->cellAt(0, 0), nullptr);
    map.setPanels(
        {panelOf("r reset", {{0.125F, 0.25F}}), panelOf("z update", {{0.5F, 0.75F, 1.0F}, {0.0F, -1.0F, 2.0F}})});
    QAccessibleTableInterface *table = tableOf(map);
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rowCount(), 3);
    EXPECT_EQ(table->columnCount(), 3);
    EXPECT_EQ(table->rowDescription(2), "z update, unit 1");
    EXPECT_EQ(table->columnDescription(1), "step 1");
    EXPECT_EQ(table->cellAt(2, 1)->text(QAccessible::Value), QString::fromUtf8("−1"));
    EXPECT_EQ(table->cellAt(0, 2)->text(QAccessible::Value), "") << "r has two steps";
    HeatmapPanel input = panelOf("x input", {{0.5F, 1.5F, 2.5F}});
    input.isSlim = true;
    map.setPanels({input});
    EXPECT_EQ(tableOf(map)->rowDescription(0), "x input 0") << "a feature is no unit";
}

class SpokenProgram : public WindowTest {};

TEST_F(SpokenProgram, EveryPlotWithCurvesIsATable)
{
    show({1400, 900});
    openSmallSeries();
    document->training().stepEpoch();
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 1 && state() != SessionState::Running; }));
    int tables = 0;
    for (const char *workspace : {"train", "predict"}) {
        window->showWorkspace(workspace);
        ASSERT_TRUE(settle());
        window->grab();
        for (Plot *plot : window->findChildren<Plot *>()) {
            QAccessibleTableInterface *table = plot->isVisible() && !plot->isEmpty() ? tableOf(*plot) : nullptr;
            if (!table || table->rowCount() == 0)
                continue;
            ++tables;
            int numbers = 0;
            for (int row = 0; row < table->rowCount(); ++row) {
                EXPECT_FALSE(table->rowDescription(row).isEmpty());
                for (int column = 0; column < std::min(table->columnCount(), 20); ++column)
                    numbers += table->cellAt(row, column)->text(QAccessible::Value).isEmpty() ? 0 : 1;
            }
            EXPECT_GT(numbers, 0) << workspace << ": " << plot->accessibleName().toStdString();
        }
    }
    EXPECT_GE(tables, 2);
}

TEST_F(SpokenProgram, NoViewThatIsDrawnIsAnEmptyBox)
{
    show({1400, 900});
    openSmallSeries();
    document->training().stepEpoch();
    ASSERT_TRUE(
        waitFor([this] { return document->training().snapshot()->epoch == 1 && state() != SessionState::Running; }));
    int views = 0;
    for (const char *workspace : {"train", "inspect", "predict"}) {
        window->showWorkspace(workspace);
        ASSERT_TRUE(settle());
        window->grab();
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            const auto *spoken = dynamic_cast<const SpokenView *>(widget);
            if (!spoken || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            ++views;
            const std::string place = std::string(workspace) + ": " + heard(*widget, QAccessible::Name).toStdString()
                                      + " " + widget->objectName().toStdString();
            EXPECT_FALSE(heard(*widget, QAccessible::Name).isEmpty()) << place;
            EXPECT_FALSE(spoken->spokenSummary().isEmpty()) << place;
        }
    }
    EXPECT_GE(views, 8);
}

} // namespace gatescope
