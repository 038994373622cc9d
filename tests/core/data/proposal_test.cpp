// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/proposal.h"

#include "core/data/prepared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <string>
#include <vector>

namespace gatescope {
namespace {

using ::testing::HasSubstr;

Table series(int rows, double step)
{
    std::vector<double> times, values;
    for (int row = 0; row < rows; ++row) {
        times.push_back(row * step);
        values.push_back(std::sin(0.3 * row));
    }
    return Table("t", {Column::times("time", times), Column::numbers("y", values)});
}

DataOptions target()
{
    DataOptions options;
    options.targets = {"y"};
    return options;
}

TEST(DataProposal, HoursGetAWindowOfTwoDays)
{
    const DataProposal proposal = proposeOptions(series(2000, 3600.0), target());
    EXPECT_EQ(proposal.options.window, 48);
    EXPECT_EQ(proposal.options.lookBack, LookBack::Own);
    ASSERT_EQ(proposal.options.horizons.size(), 24U);
    EXPECT_EQ(proposal.options.horizons.back(), 24);
    EXPECT_THAT(proposal.reason, HasSubstr("horizons 1 to 24"));
    DataOptions chosen = target();
    chosen.horizons = {6};
    EXPECT_EQ(proposeOptions(series(2000, 3600.0), chosen).options.horizons, chosen.horizons);
    EXPECT_THAT(proposal.reason, HasSubstr("24 rows are a day"));
}

TEST(DataProposal, ShortSeriesGetPartsWithWindows)
{
    const Table table = series(60, 86400.0);
    const DataProposal proposal = proposeOptions(table, target());
    EXPECT_EQ(proposal.options.window, 7);
    EXPECT_EQ(proposal.options.lookBack, LookBack::All);
    const PreparedData<double> data = prepareData<double>(table, proposal.options);
    EXPECT_GT(data.validation.size(), 0);
    EXPECT_GT(data.test.size(), 0);
}

TEST(DataProposal, FiveYearsOfMonthsGetPartsWithWindows)
{
    std::vector<double> times, values;
    for (int month = 0; month < 60; ++month) {
        using namespace std::chrono;
        const sys_days first{year{2019 + month / 12} / (month % 12 + 1) / 1};
        times.push_back(86400.0 * static_cast<double>(first.time_since_epoch().count()));
        values.push_back(std::sin(0.5 * month));
    }
    const Table table("months", {Column::times("time", times), Column::numbers("y", values)});
    const DataProposal proposal = proposeOptions(table, target());
    EXPECT_EQ(proposal.options.window, 12);
    EXPECT_EQ(proposal.options.lookBack, LookBack::All);
    EXPECT_EQ(proposal.options.horizons, std::vector<Index>{1}); // a part of nine rows has no room for two years
    const PreparedData<double> data = prepareData<double>(table, proposal.options);
    EXPECT_EQ(data.validation.size(), 9);
    EXPECT_EQ(data.test.size(), 9);
}

TEST(DataProposal, StoresOverTheSameDaysAreSequences)
{
    std::vector<double> times, sales;
    std::vector<std::string> stores;
    for (int day = 0; day < 200; ++day) {
        for (const char *store : {"A", "B", "C"}) {
            times.push_back(86400.0 * day);
            stores.emplace_back(store);
            sales.push_back(std::sin(0.9 * day));
        }
    }
    const Table table("panel",
                      {Column::times("date", times), Column::words("store", stores), Column::numbers("y", sales)});
    const DataProposal first = proposeOptions(table, target());
    EXPECT_EQ(first.options.sequenceId, "store");
    EXPECT_EQ(first.options.splitBy, SplitBy::Rows);
    EXPECT_EQ(first.options.task, TaskKind::Regression);
    const DataProposal next = proposeOptions(table, first.options); // then the time of each
    EXPECT_EQ(next.options.window, 14);
    const PreparedData<double> data = prepareData<double>(table, next.options);
    EXPECT_GT(data.validation.size(), 0);
    EXPECT_GT(data.test.size(), 0);
}

TEST(DataProposal, GesturesAreToldBySequence)
{
    std::vector<double> ids, clock, x;
    std::vector<std::string> labels;
    for (int gesture = 0; gesture < 20; ++gesture) {
        for (int step = 0; step < 25; ++step) {
            ids.push_back(gesture);
            clock.push_back(20.0 * step);
            x.push_back(std::sin(step * (1.0 + gesture % 3)));
            labels.emplace_back(gesture % 3 == 0 ? "wave" : gesture % 3 == 1 ? "push" : "circle");
        }
    }
    const Table table("gestures", {Column::numbers("gesture_id", ids), Column::numbers("t_ms", clock),
                                   Column::numbers("y", x), Column::words("label", labels)});
    DataOptions options = target();
    options.features = {"gesture_id", "t_ms", "y"};
    const DataProposal proposal = proposeOptions(table, options);
    EXPECT_EQ(proposal.options.sequenceId, "gesture_id");
    EXPECT_EQ(proposal.options.task, TaskKind::Classification);
    EXPECT_EQ(proposal.options.targets, std::vector<std::string>{"label"});
    EXPECT_EQ(proposal.options.features, std::vector<std::string>{"y"});
    EXPECT_EQ(proposal.options.horizons, std::vector<Index>{0});
    EXPECT_EQ(proposal.options.window, 25);
    EXPECT_THAT(proposal.reason, HasSubstr("20 values"));
    const PreparedData<double> data = prepareData<double>(table, proposal.options);
    EXPECT_GT(data.train.size(), 0);
    EXPECT_EQ(proposeOptions(table, proposal.options).reason, "");
}

TEST(DataProposal, OrdinaryColumnsAreNoSequences)
{
    std::vector<double> times, values, months;
    std::vector<std::string> weather;
    for (int day = 0; day < 300; ++day) {
        times.push_back(86400.0 * day);
        values.push_back(std::sin(0.1 * day));
        months.push_back(day / 30 % 12);
        weather.emplace_back(day % 5 < 3 ? "sun" : "rain");
    }
    const Table table("weather", {Column::times("time", times), Column::numbers("month", months),
                                  Column::words("weather", weather), Column::numbers("y", values)});
    EXPECT_EQ(proposeOptions(table, target()).options.sequenceId, "");
}

TEST(DataProposal, NothingIsProposedWithoutASeason)
{
    const DataOptions options = target();
    for (const Table &table : {series(2000, 1.0), series(20, 3600.0), Table("t", {Column::numbers("y", {1.0, 2.0})})}) {
        const DataProposal proposal = proposeOptions(table, options);
        EXPECT_EQ(proposal.options, options);
        EXPECT_EQ(proposal.reason, "");
    }
    DataOptions panel = options;
    panel.sequenceId = "y";
    EXPECT_EQ(proposeOptions(series(2000, 3600.0), panel).reason, "");
}

} // namespace
} // namespace gatescope
