// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include "core/evaluation/future/future.h"

#include <gtest/gtest.h>

#include <chrono>

namespace gatescope {

namespace {

NetworkOptions smallNetwork(Index inputs, Index outputs)
{
    NetworkOptions options;
    options.inputs = inputs;
    options.hidden = 3;
    options.layers = 1;
    options.outputs = outputs;
    return options;
}

Network<double> drawn(Index inputs, Index outputs)
{
    Network<double> network(smallNetwork(inputs, outputs), 1);
    Random random(3);
    for (double &parameter : network.parameters())
        parameter = random.uniform(-0.5, 0.5);
    return network;
}

Table monthly(Index rows, Index unknown = 0)
{
    std::vector<double> times, values = walk(rows, 2), known = walk(rows, 3);
    for (Index row = 0; row < rows; ++row) {
        const std::chrono::year_month_day date{std::chrono::year{2020} / 1 / 1};
        const auto month = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{row};
        times.push_back(86400.0 * static_cast<double>(std::chrono::sys_days{month / 1}.time_since_epoch().count()));
        if (row >= rows - unknown)
            values[static_cast<std::size_t>(row)] = std::nan("");
    }
    return {"made", {Column::times("month", times), Column::numbers("value", values), Column::numbers("known", known)}};
}

} // namespace

TEST(Future, NewestWindowGivesEveryHorizonAtItsOwnTime)
{
    DataOptions options = valueOptions(6, {1, 3});
    options.time = "month";
    const PreparedData<double> data = prepareData<double>(monthly(40), options);
    Network<double> network = drawn(1, 2);
    const FutureForecast future = forecastFuture(network, data, 0);
    ASSERT_EQ(future.rows.size(), 2U);
    EXPECT_EQ(future.start, 40);
    EXPECT_EQ(future.rows[1].ahead, 3);
    EXPECT_DOUBLE_EQ(*future.rows[0].time, 1682899200.0); // 2023-05-01, after 2023-04-01
    EXPECT_DOUBLE_EQ(*future.rows[1].time, 1688169600.0); // 2023-07-01
    // The window of the last rows is among those without targets: the same network says the same of it.
    const Forecast all = forecast(network, data, data.inputsOnly);
    EXPECT_NEAR(future.rows[0].prediction(0), all.prediction(0, all.prediction.cols() - 1), 1e-12);
    EXPECT_NEAR(future.rows[1].prediction(0), all.prediction(1, all.prediction.cols() - 1), 1e-12);
}

TEST(Future, StrideDoesNotHideTheNewestWindow)
{
    DataOptions options = valueOptions(6, {1});
    const PreparedData<double> every = prepareData<double>(monthly(40), options);
    options.stride = 5;
    const PreparedData<double> some = prepareData<double>(monthly(40), options);
    Network<double> network = drawn(1, 1);
    EXPECT_DOUBLE_EQ(forecastFuture(network, some, 0).rows[0].prediction(0),
                     forecastFuture(network, every, 0).rows[0].prediction(0));
}

TEST(Future, FreeRunGoesOnAndItsFirstRowIsTheNetworksOwn)
{
    const PreparedData<double> data = prepareData<double>(monthly(40), valueOptions(6, {1}));
    Network<double> network = drawn(1, 1);
    ConformalResiduals residuals{Matrix<double>::Constant(20, 1, 0.5)};
    const FutureForecast future = forecastFuture(network, data, 5, &residuals, 0.9);
    ASSERT_EQ(future.rows.size(), 6U);
    EXPECT_FALSE(future.rows[0].isFreeRun);
    EXPECT_TRUE(future.rows[1].isFreeRun);
    EXPECT_NEAR(future.rows[1].prediction(0), future.rows[0].prediction(0), 1e-12);
    EXPECT_DOUBLE_EQ((*future.rows[0].upper)(0) - (*future.rows[0].lower)(0), 1.0);
    EXPECT_TRUE(future.rows[1].lower.has_value());
    EXPECT_FALSE(future.rows[2].lower.has_value());
}

TEST(Future, SaysWhyAFreeRunCannotGoOn)
{
    DataOptions options = valueOptions(6, {1});
    options.features = {"value", "known"};
    const PreparedData<double> data = prepareData<double>(monthly(40), options);
    Network<double> network = drawn(2, 1);
    const FutureForecast future = forecastFuture(network, data, 4);
    EXPECT_EQ(future.rows.size(), 1U);
    EXPECT_THAT(future.whyNoFreeRun, ::testing::HasSubstr("known"));
    EXPECT_THAT(future.assumed, ::testing::HasSubstr("known"));
}

TEST(Future, TooFewRowsAndSequencesAreRefused)
{
    DataOptions options = valueOptions(6, {1});
    options.sequenceId = "id";
    std::vector<double> ids;
    for (Index row = 0; row < 60; ++row)
        ids.push_back(static_cast<double>(row / 20));
    const Table table("made", {Column::numbers("id", ids), Column::numbers("value", walk(60, 1))});
    const PreparedData<double> data = prepareData<double>(table, options);
    Network<double> network = drawn(1, 1);
    EXPECT_THROW(forecastFuture(network, data, 0), DataError);
}

} // namespace gatescope
