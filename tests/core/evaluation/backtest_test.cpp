// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include "core/evaluation/backtest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <string>

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

namespace {

/// Three stores over the same days, of which the last opens late; rows in the order of days, as files often are.
struct Panel {
    std::vector<std::string> store;
    std::vector<double> day, value;

    Table table() const
    {
        return {"panel", {Column::times("day", day), Column::words("store", store), Column::numbers("value", value)}};
    }
};

Panel panel()
{
    Panel made;
    Random random(3);
    for (int day = 0; day < 100; ++day) {
        for (int store = 0; store < 3; ++store) {
            if (store == 2 && day < 40)
                continue;
            made.store.push_back(std::string(1, static_cast<char>('A' + store)));
            made.day.push_back(86400.0 * day);
            made.value.push_back(wave(day, 7.0) + store + 0.2 * random.normal());
        }
    }
    return made;
}

DataOptions panelOptions()
{
    DataOptions options = valueOptions(8, {1, 2});
    options.sequenceId = "store";
    options.time = "day";
    return options;
}

} // namespace

TEST(Backtest, OfManySeriesAnOriginIsOneTimeForAll)
{
    const Panel made = panel();
    const auto origins = backtest<float>(made.table(), panelOptions(), smallSettings(), {3, true});
    ASSERT_EQ(origins.size(), 3U);
    EXPECT_EQ(origins[0].time, 86400.0 * 85);
    EXPECT_EQ(origins[1].time, 86400.0 * 90);
    EXPECT_EQ(origins[0].row, 85 + 85 + 45); // rows of the days before, of all stores
    // Both horizons' targets lie in days 85 … 89 of three stores: four windows each.
    EXPECT_EQ(origins[0].windows, 12);
    ASSERT_TRUE(origins[0].scores);
    // The last value of each of them, over the same windows, by hand.
    double squared = 0.0, count = 0.0;
    for (std::size_t row = 0; row < made.value.size(); ++row) {
        for (std::size_t last = 0; last < row; ++last) {
            const double ahead = (made.day[row] - made.day[last]) / 86400.0;
            const double first = made.day[last] / 86400.0 + 1.0;
            if (made.store[last] == made.store[row] && (ahead == 1.0 || ahead == 2.0) && first >= 85.0
                && first < 89.0) {
                squared += std::pow(made.value[row] - made.value[last], 2.0);
                count += 1.0;
            }
        }
    }
    EXPECT_EQ(count, 24.0);
    const auto last = std::ranges::find(origins[0].baselines, std::string_view("last-value"),
                                        [](const BacktestBaseline &baseline) { return baseline.info->id; });
    ASSERT_NE(last, origins[0].baselines.end());
    EXPECT_NEAR(last->score.meanSquaredError, squared / count, 1e-12);
}

TEST(Backtest, OfManySeriesNothingFittedReadsARowAfterItsOrigin)
{
    const Panel made = panel();
    for (const bool timed : {true, false}) {
        DataOptions options = panelOptions();
        const auto tableOf = [timed](const Panel &panel) {
            const Table table = panel.table();
            return timed ? table : Table("panel", {table.column(1), table.column(2)});
        };
        if (!timed)
            options.time.clear();
        const auto honest = backtest<float>(tableOf(made), options, smallSettings(), {3, true});
        for (std::size_t i = 0; i < honest.size(); ++i) {
            Panel corrupt = made;
            std::map<std::string, int> seen;
            for (std::size_t row = 0; row < corrupt.value.size(); ++row) {
                // Without times each store's own 85 % of rows are known before the first origin.
                const int length = corrupt.store[row] == "C" ? 60 : 100;
                const int begin = static_cast<int>(std::floor(0.85 * length));
                const int bound = begin + (length - begin) * static_cast<int>(i) / 3;
                const int place = seen[corrupt.store[row]]++;
                if (timed ? corrupt.day[row] >= *honest[i].time : place >= bound)
                    corrupt.value[row] = 1000.0 * static_cast<double>(row % 7);
            }
            const auto other = backtest<float>(tableOf(corrupt), options, smallSettings(), {3, true});
            expectSameFit(honest[i], other[i]);
            EXPECT_NE(honest[i].scores->meanAbsoluteError, other[i].scores->meanAbsoluteError);
            for (std::size_t before = 0; before < i; ++before)
                EXPECT_EQ(honest[before].scores->meanAbsoluteError, other[before].scores->meanAbsoluteError);
        }
    }
}

TEST(Backtest, OfManySeriesSaysWhatHasNoOrder)
{
    Panel made = panel();
    std::swap(made.day[30], made.day[36]);
    EXPECT_THROW(backtest<float>(made.table(), panelOptions(), smallSettings(), {2, true}), OptionError);
    DataOptions sorted = panelOptions();
    sorted.sortByTime = true;
    EXPECT_EQ(backtest<float>(made.table(), sorted, smallSettings(), {2, true}).size(), 2U);
    made = panel();
    made.day[40] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(backtest<float>(made.table(), panelOptions(), smallSettings(), {2, true}), DataError);
    EXPECT_THROW(backtest<float>(panel().table(), panelOptions(), smallSettings(), {50, true}), OptionError);
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
