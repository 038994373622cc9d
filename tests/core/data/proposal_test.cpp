// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/proposal.h"

#include "core/data/prepared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace gatescope {
namespace {

using testing::HasSubstr;

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
