// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include "core/evaluation/backtest.h"

#include <gtest/gtest.h>

#include <limits>

namespace gatescope {

namespace {

Settings smallSettings()
{
    Settings settings;
    settings.network.hidden = 3;
    settings.network.layers = 1;
    settings.training.epochs = 2;
    settings.training.batch = 16;
    settings.training.threads = 1;
    return settings;
}

Table tableOf(std::vector<double> values)
{
    return {"made", {Column::numbers("value", std::move(values))}};
}

std::vector<double> seasonalValues()
{
    return series(
        200, [](Index row) { return wave(row, 12.0); }, 0.3);
}

void expectSameFit(const BacktestOrigin &a, const BacktestOrigin &b)
{
    EXPECT_EQ(a.parameters, b.parameters); // bits, not nearness
    EXPECT_EQ(a.first, b.first);
    ASSERT_EQ(a.baselines.size(), b.baselines.size());
    for (std::size_t i = 0; i < a.baselines.size(); ++i) {
        EXPECT_EQ(a.baselines[i].info, b.baselines[i].info);
        EXPECT_EQ(a.baselines[i].first, b.baselines[i].first) << a.baselines[i].info->id;
    }
}

} // namespace

TEST(Backtest, NothingFittedReadsARowAfterItsOrigin)
{
    const std::vector<double> values = seasonalValues();
    const DataOptions options = valueOptions(8, {1, 2});
    const auto honest = backtest<float>(tableOf(values), options, smallSettings(), {3, true});
    ASSERT_EQ(honest.size(), 3U);
    for (std::size_t i = 0; i < honest.size(); ++i) {
        std::vector<double> corrupt = values;
        for (std::size_t row = static_cast<std::size_t>(honest[i].row); row < corrupt.size(); ++row)
            corrupt[row] = 1000.0 * static_cast<double>(row % 7);
        const auto other = backtest<float>(tableOf(corrupt), options, smallSettings(), {3, true});
        expectSameFit(honest[i], other[i]);
        EXPECT_NE(honest[i].scores->meanAbsoluteError, other[i].scores->meanAbsoluteError);
        for (std::size_t before = 0; before < i; ++before)
            EXPECT_EQ(honest[before].scores->meanAbsoluteError, other[before].scores->meanAbsoluteError);
    }
}

TEST(Backtest, GapFilledAcrossTheOriginIsNotReadEither)
{
    std::vector<double> values = seasonalValues();
    DataOptions options = valueOptions(8, {1});
    options.missing = MissingPolicy::Interpolate;
    values[169] = values[170] = values[171] = std::numeric_limits<double>::quiet_NaN(); // the first origin is row 170
    const auto honest = backtest<float>(tableOf(values), options, smallSettings(), {2, true});
    ASSERT_EQ(honest[0].row, 170);
    std::vector<double> corrupt = values;
    for (std::size_t row = 172; row < corrupt.size(); ++row)
        corrupt[row] += 500.0;
    EXPECT_EQ(honest[0].parameters,
              backtest<float>(tableOf(corrupt), options, smallSettings(), {2, true})[0].parameters);
}

TEST(Backtest, WithoutRefitsTheFirstFitServesAll)
{
    const auto once = backtest<float>(tableOf(seasonalValues()), valueOptions(8, {1}), smallSettings(), {4, false});
    ASSERT_EQ(once.size(), 4U);
    Index windows = 0;
    for (const BacktestOrigin &origin : once) {
        EXPECT_EQ(origin.parameters, once.front().parameters);
        windows += origin.windows;
    }
    EXPECT_EQ(windows, 30); // every row of the test part is forecast once
    EXPECT_EQ(once[0].epochs, 2);
    EXPECT_EQ(once[1].epochs, 0);
    const auto anew = backtest<float>(tableOf(seasonalValues()), valueOptions(8, {1}), smallSettings(), {4, true});
    EXPECT_NE(anew[1].parameters, anew[0].parameters);
}

TEST(Backtest, NamesTheBestBaselineOfEachOrigin)
{
    DataOptions options = valueOptions(8, {1});
    options.season = 12;
    const auto origins = backtest<float>(tableOf(seasonalValues()), options, smallSettings(), {2, true});
    for (const BacktestOrigin &origin : origins) {
        ASSERT_NE(origin.best, nullptr);
        double lowest = HUGE_VAL;
        for (const BacktestBaseline &baseline : origin.baselines)
            lowest = std::min(lowest, baseline.score.meanSquaredError);
        const double rmse = origin.scores->rootMeanSquaredError;
        EXPECT_NEAR(*origin.skill, 1.0 - rmse * rmse / lowest, 1e-12);
    }
}

TEST(Backtest, RefusesWhatHasNoOrigins)
{
    DataOptions options = valueOptions(8, {1});
    options.split = {0.8, 0.2, 0.0};
    const Table table = tableOf(seasonalValues());
    EXPECT_THROW(backtest<float>(table, options, smallSettings(), {}), OptionError);
    EXPECT_THROW(backtest<float>(table, valueOptions(8, {1}), smallSettings(), {500, true}), OptionError);
    int calls = 0;
    EXPECT_THROW(
        backtest<float>(table, valueOptions(8, {1}), smallSettings(), {3, true}, [&](double) { return ++calls < 5; }),
        ProgressGate::Cancelled);
}

} // namespace gatescope
