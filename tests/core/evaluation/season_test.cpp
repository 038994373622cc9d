// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include "core/evaluation/baselines/autocorrelation.h"
#include "core/evaluation/baselines/season.h"

#include <gtest/gtest.h>

namespace gatescope {

namespace {

SeasonInput inputOf(std::vector<double> values, double step = 0.0)
{
    SeasonInput input;
    input.runs = {0, static_cast<Index>(values.size())};
    for (std::size_t row = 0; step > 0.0 && row < values.size(); ++row)
        input.times.push_back(1.7e9 + step * static_cast<double>(row));
    input.values = std::move(values);
    return input;
}

} // namespace

TEST(Autocorrelation, EqualsItsDefinition)
{
    const std::vector<double> values = {3.0, -1.0, 4.0, 1.0, -5.0, 9.0, 2.0, -6.0, 5.0, 3.0};
    const std::vector<Index> runs = {0, 6, 10};
    const std::vector<double> result = autocorrelation(values, runs, 3);
    double product = 0, early = 0, late = 0;
    const double means[] = {11.0 / 6.0, 1.0};
    for (std::size_t run = 0; run < 2; ++run) {
        for (Index row = runs[run]; row + 2 < runs[run + 1]; ++row) {
            const double a = values[static_cast<std::size_t>(row)] - means[run];
            const double b = values[static_cast<std::size_t>(row + 2)] - means[run];
            product += a * b;
            early += a * a;
            late += b * b;
        }
    }
    EXPECT_NEAR(result[2], product / std::sqrt(early * late), 1e-12);
    EXPECT_DOUBLE_EQ(result[0], 1.0);
}

TEST(Season, IsFoundUnderNoiseAndTrend)
{
    const Season season = findSeason(inputOf(series(
        1400, [](Index row) { return wave(row, 24.0) + 0.01 * static_cast<double>(row); }, 0.3)));
    EXPECT_EQ(season.rows, 24);
    EXPECT_EQ(season.source, SeasonSource::Autocorrelation);
    EXPECT_GT(season.correlation, 0.7);
}

TEST(Season, IsTheFirstOfItsMultiples)
{
    EXPECT_EQ(findSeason(inputOf(series(700, [](Index row) { return wave(row, 11.0); }))).rows, 11);
}

TEST(Season, OfHoursIsThatOfTheCalendarThatHolds)
{
    const auto daily = [](Index row) { return wave(row, 24.0); };
    const auto weekly = [](Index row) { return wave(row, 24.0) + (row / 24 % 7 < 5 ? 1.5 : 0.0); };
    const Season day = findSeason(inputOf(series(2000, daily, 0.2), 3600.0));
    EXPECT_EQ(day.rows, 24);
    EXPECT_EQ(day.source, SeasonSource::Calendar);
    EXPECT_EQ(findSeason(inputOf(series(2000, weekly, 0.2), 3600.0)).rows, 168);
}

TEST(Season, OfWhiteNoiseAndRandomWalksIsNone)
{
    EXPECT_EQ(findSeason(inputOf(series(
                             1500, [](Index) { return 0.0; }, 1.0)))
                  .rows,
              0);
    for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6})
        EXPECT_EQ(findSeason(inputOf(walk(1500, seed), 86400.0)).rows, 0) << seed;
}

TEST(Season, OfConstantShortAndEmptySeriesIsNone)
{
    EXPECT_EQ(findSeason(inputOf(std::vector<double>(100, 3.0))).rows, 0);
    EXPECT_EQ(findSeason(inputOf({1.0, 2.0, 1.0})).rows, 0);
    EXPECT_EQ(findSeason(inputOf({})).rows, 0);
}

TEST(Season, SurvivesMissingValues)
{
    std::vector<double> values = series(
        600, [](Index row) { return wave(row, 12.0); }, 0.1);
    for (std::size_t row = 5; row < values.size(); row += 17)
        values[row] = std::nan("");
    EXPECT_EQ(findSeason(inputOf(std::move(values))).rows, 12);
}

} // namespace gatescope
