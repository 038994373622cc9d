// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heatmap/heatmap.h"

#include "tests/ui/drawn_text.h"
#include "ui/widgets/heatmap/color_map.h"
#include "ui/widgets/heatmap/heatmap_painting.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace gatescope {

namespace {

HeatmapPanel panelOf(Matrix<float> values, std::int64_t layer = 0)
{
    HeatmapPanel panel;
    panel.title = "r reset";
    panel.quantity = Quantity::ResetGate;
    panel.layer = layer;
    panel.values = std::make_shared<const Matrix<float>>(std::move(values));
    return panel;
}

QColor colorAt(Heatmap &map, const QRect &cells, int row, int column, int rows, int columns)
{
    const QImage picture = map.grab().toImage();
    return picture.pixelColor(cells.left() + (2 * column + 1) * cells.width() / (2 * columns),
                              cells.top() + (2 * row + 1) * cells.height() / (2 * rows));
}

} // namespace

TEST(Heatmap, PaintsEachCellInTheColourOfItsValue)
{
    Heatmap map;
    map.resize(400, 300);
    Matrix<float> values(2, 3);
    values << 0.0F, 0.5F, 1.0F, 1.0F, 0.25F, 0.0F;
    map.setPanels({panelOf(values)});
    map.setMark(5, -1, -1);
    const QRect cells = map.cellsRect(0);
    const ColorMap expected(ColorMapKind::Cividis);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column)
            EXPECT_EQ(colorAt(map, cells, row, column, 2, 3).rgb(),
                      expected.color(static_cast<double>(values(row, column))));
    }
}

TEST(Heatmap, SaysLessRatherThanCutAWordOrASpreadWhereItIsSmall)
{
    Heatmap map;
    HeatmapPanel panel = panelOf(Matrix<float>::Constant(4, 6, 0.5F));
    panel.title = QStringLiteral("z update · layer 2 of 4");
    panel.shortTitle = QStringLiteral("z · 2");
    panel.caption = QStringLiteral("mean 0.52 ± 0.10 · saturated 0 %");
    panel.shortCaption = QStringLiteral("0.52 ± 0.10");
    map.setPanels({panel, panel});
    map.setColumns(2);
    map.setUnitAxis(QStringLiteral("units · longest memory first"));
    std::set<QString> seen;
    for (int width = 150; width <= 700; width += 25) {
        for (const int height : {70, 110, 180, 300}) {
            map.resize(width, height);
            for (const DrawnText &drawn : drawnTexts(map)) {
                const bool losesPart = drawn.text.endsWith(QStringLiteral(" · …"));
                EXPECT_EQ(drawn.text.contains(QChar(0x2026)), losesPart) << drawn.text.toStdString() << " at " << width;
                EXPECT_FALSE(drawn.isCut()) << drawn.text.toStdString() << " at " << width << " x " << height;
                seen.insert(drawn.text);
            }
        }
    }
    for (const char *form : {"z update · layer 2 of 4", "z · layer 2 of 4", "z · 2", "0.52 ± 0.10",
                             "mean 0.52 ± 0.10 · saturated 0 %", "units · …", "units · longest memory first"})
        EXPECT_TRUE(seen.contains(QString::fromUtf8(form))) << form;
}

TEST(Heatmap, SurvivesHavingNoValues)
{
    Heatmap map;
    map.resize(200, 120);
    map.grab();
    HeatmapPanel empty;
    map.setPanels({empty, panelOf(Matrix<float>(0, 5))});
    map.grab();
    QTest::mouseMove(&map, {60, 60});
    QTest::mouseClick(&map, Qt::LeftButton, {}, {60, 60});
    QTest::keyClick(&map, Qt::Key_Right);
    EXPECT_EQ(map.csv(), "quantity,layer,unit,step,value\n");
}

TEST(Heatmap, PointsAtTheCellUnderTheMouse)
{
    Heatmap map;
    map.resize(400, 300);
    HeatmapPanel panel = panelOf(Matrix<float>::Zero(4, 10), 1);
    panel.order = {3, 1, 0, 2};
    map.setPanels({panel});
    QSignalSpy spy(&map, &Heatmap::pointed);
    const QRect cells = map.cellsRect(0);
    QTest::mouseClick(&map, Qt::LeftButton, {},
                      {cells.left() + cells.width() * 7 / 20 + 1, cells.top() + cells.height() * 5 / 8});
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy[0][0].toLongLong(), 1);
    EXPECT_EQ(spy[0][1].toLongLong(), 3);
    EXPECT_EQ(spy[0][2].toLongLong(), 0);
}

TEST(Heatmap, MovesByKeysAlongTheRowsAsTheyAreShown)
{
    Heatmap map;
    map.resize(400, 300);
    HeatmapPanel panel = panelOf(Matrix<float>::Zero(4, 10));
    panel.order = {3, 1, 0, 2};
    map.setPanels({panel});
    map.setMark(0, 5, 1);
    QSignalSpy spy(&map, &Heatmap::pointed);
    QTest::keyClick(&map, Qt::Key_Down);
    QTest::keyClick(&map, Qt::Key_Left);
    QTest::keyClick(&map, Qt::Key_End);
    ASSERT_EQ(spy.count(), 3);
    EXPECT_EQ(spy[0][2].toLongLong(), 0);
    EXPECT_EQ(spy[1][1].toLongLong(), 4);
    EXPECT_EQ(spy[2][1].toLongLong(), 9);
}

TEST(HeatmapPainting, AveragesWhatIsSmallerThanAPixel)
{
    Matrix<float> values(4, 6);
    for (int i = 0; i < 24; ++i)
        values(i % 4, i / 4) = static_cast<float>(i) / 24.0F;
    const Matrix<float> shares = displayShares(panelOf(values), {3, 2});
    ASSERT_EQ(shares.rows(), 2);
    ASSERT_EQ(shares.cols(), 3);
    EXPECT_NEAR(shares(0, 0), (values(0, 0) + values(1, 0) + values(0, 1) + values(1, 1)) / 4.0F, 1e-6F);
}

TEST(HeatmapPainting, TakesTheMiddleColourWhereARangeIsEmpty)
{
    HeatmapPanel panel = panelOf(Matrix<float>::Constant(2, 2, 7.0F));
    panel.unitRanges = {{7.0F, 7.0F}, {0.0F, 14.0F}};
    const Matrix<float> shares = displayShares(panel, {10, 10});
    EXPECT_TRUE((shares.array() == 0.5F).all());
}

TEST(HeatmapPainting, NumbersAnAxisInOneTwoFive)
{
    EXPECT_EQ(niceStep(48, 10), 5);
    EXPECT_EQ(niceStep(48, 100), 1);
    EXPECT_EQ(niceStep(1000, 10), 100);
    EXPECT_EQ(niceStep(1000, 9), 200);
    EXPECT_EQ(niceStep(10, 0), 10);
}

} // namespace gatescope
