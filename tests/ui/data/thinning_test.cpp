// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/series/pixel_thinning.h"
#include "ui/widgets/series/series_plot.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace gatescope {

namespace {

double highest(const std::vector<CurvePoint> &points)
{
    double high = -INFINITY;
    for (const CurvePoint &point : points)
        high = std::isnan(point.y) ? high : std::max(high, point.y);
    return high;
}

} // namespace

TEST(PixelThinning, KeepsEveryPeakOfALongCurve)
{
    std::vector<double> values(1'000'000, 0.0);
    values[123'456] = 7.0;
    values[777'777] = -9.0;
    const std::vector<CurvePoint> points = thinToPixels(values, 0.0, -0.5, 999'999.5, 800);
    EXPECT_LE(points.size(), 4U * 802U);
    const auto isPeak = [](double x, double y) {
        return [x, y](const CurvePoint &point) { return point.x == x && point.y == y; };
    };
    EXPECT_TRUE(std::ranges::any_of(points, isPeak(123'456, 7.0)));
    EXPECT_TRUE(std::ranges::any_of(points, isPeak(777'777, -9.0)));
    EXPECT_TRUE(std::ranges::is_sorted(points, {}, &CurvePoint::x));
}

TEST(PixelThinning, LeavesAShortCurveAlone)
{
    const std::vector<double> values{1, 2, 3, 4};
    const std::vector<CurvePoint> points = thinToPixels(values, 10.0, 9.0, 14.0, 100);
    ASSERT_EQ(points.size(), 4U);
    EXPECT_EQ(points[2].x, 12.0);
    EXPECT_EQ(points[2].y, 3.0);
}

TEST(PixelThinning, DrawsOnlyWhatIsBetweenAndOneMore)
{
    std::vector<double> values(100);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<double>(i);
    const std::vector<CurvePoint> points = thinToPixels(values, 0.0, 40.0, 50.0, 100);
    EXPECT_EQ(points.front().x, 39.0);
    EXPECT_EQ(points.back().x, 51.0);
}

TEST(PixelThinning, LeavesAGapWhereNothingIsKnown)
{
    std::vector<double> values(10'000, 1.0);
    std::fill(values.begin() + 3000, values.begin() + 6000, std::nan(""));
    values[8000] = INFINITY;
    const std::vector<CurvePoint> points = thinToPixels(values, 0.0, 0.0, 10'000.0, 100);
    EXPECT_EQ(std::ranges::count_if(points, [](const CurvePoint &point) { return std::isnan(point.y); }), 1);
    EXPECT_EQ(highest(points), 1.0);
}

TEST(PixelThinning, SurvivesHavingNothing)
{
    EXPECT_TRUE(thinToPixels({}, 0.0, 0.0, 1.0, 100).empty());
    const std::vector<double> values{1, 2};
    EXPECT_TRUE(thinToPixels(values, 0.0, 1.0, 1.0, 100).empty());
    EXPECT_TRUE(thinToPixels(values, 0.0, 0.0, 1.0, 0).empty());
    EXPECT_TRUE(thinToPixels(values, 0.0, 500.0, 600.0, 100).empty()
                || highest(thinToPixels(values, 0.0, 500.0, 600.0, 100)) == 2.0);
}

TEST(SeriesPlot, DrawsAMillionRowsWithAFewPoints)
{
    SeriesPlot plot;
    plot.resize(600, 300);
    const int series = plot.addSeries("x");
    plot.setSeries(series, std::make_shared<const std::vector<double>>(1'000'000, 2.0));
    plot.setRows(-0.5, 999'999.5);
    plot.setEmpty(false);
    plot.grab();
    plot.refit();
    EXPECT_GT(plot.drawnPoints(), 100U);
    EXPECT_LT(plot.drawnPoints(), 3000U);
    EXPECT_EQ(plot.valueAt(series, 999'999.0), 2.0);
    EXPECT_TRUE(std::isnan(plot.valueAt(series, 1'000'000.0)));
}

TEST(SeriesPlot, FitsTheHeightToWhatIsVisible)
{
    SeriesPlot plot;
    plot.resize(600, 300);
    const int series = plot.addSeries("x");
    std::vector<double> values(100, 1.0);
    values[90] = 1000.0;
    values[10] = 2.0;
    plot.setSeries(series, std::make_shared<const std::vector<double>>(values));
    plot.setRows(0, 50);
    plot.refit();
    EXPECT_LT(plot.valueRange().second, 3.0);
    plot.setRows(0, 99);
    plot.refit();
    EXPECT_GT(plot.valueRange().second, 999.0);
}

TEST(SeriesPlot, NamesARowByItsTime)
{
    SeriesPlot plot;
    EXPECT_EQ(plot.rowText(4.2), "row 5");
    plot.setTimes(std::make_shared<const std::vector<double>>(std::vector<double>{0, 3600, 7200}));
    EXPECT_EQ(plot.rowText(1.0), "row 2 · 1970-01-01 01:00");
}

} // namespace gatescope
