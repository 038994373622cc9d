// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include "core/evaluation/future/sequence_futures.h"

#include <gtest/gtest.h>

namespace gatescope {

namespace {

/// Three sequences whose rows alternate: 20, 20 and 3 rows.
Table alternating()
{
    std::vector<double> values = walk(43, 7), ids;
    for (Index row = 0; row < 40; ++row)
        ids.push_back(static_cast<double>(row % 2));
    ids.insert(ids.end(), 3, 2.0);
    return {"made", {Column::numbers("id", ids), Column::numbers("value", values)}};
}

} // namespace

TEST(SequenceFutures, AreThoseOfEachSequenceInAFileOfItsOwn)
{
    const Table table = alternating();
    DataOptions options = valueOptions(6, {1});
    options.sequenceId = "id";
    options.splitBy = SplitBy::Rows;
    const PreparedData<double> data = prepareData<double>(table, options);
    NetworkOptions shape;
    shape.inputs = 1;
    shape.hidden = 3;
    shape.layers = 1;
    shape.outputs = 1;
    Network<double> network(shape, 1);
    const std::vector<SequenceFuture> futures = forecastFutures(network, table, data, 3);
    ASSERT_EQ(futures.size(), 3U);
    for (int id = 0; id < 2; ++id) {
        std::vector<double> own;
        for (Index row = id; row < 40; row += 2)
            own.push_back(table.column("value").values()[static_cast<std::size_t>(row)]);
        Preparation alone = data;
        alone.options.sequenceId.clear();
        const PreparedData<double> single =
            applyPreparation<double>(Table("one", {Column::numbers("value", own)}), alone);
        const FutureForecast expected = forecastFuture(network, single, 3);
        const SequenceFuture &found = futures[static_cast<std::size_t>(id)];
        EXPECT_EQ(found.id, std::to_string(id));
        EXPECT_EQ(found.forecast.start, 20);
        ASSERT_EQ(found.forecast.rows.size(), expected.rows.size());
        for (std::size_t row = 0; row < expected.rows.size(); ++row)
            EXPECT_EQ(found.forecast.rows[row].prediction, expected.rows[row].prediction);
    }
    EXPECT_TRUE(futures[2].forecast.rows.empty());
    EXPECT_NE(futures[2].why.find("3 usable rows"), std::string::npos) << futures[2].why;
}

} // namespace gatescope
