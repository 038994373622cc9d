// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evaluation/evaluation_case.h"

#include "core/evaluation/future/free_run_errors.h"
#include "core/evaluation/future/future.h"

#include <gtest/gtest.h>

namespace gatescope {

namespace {

Network<double> smallNetwork(Index outputs)
{
    NetworkOptions options;
    options.inputs = 1;
    options.hidden = 3;
    options.layers = 1;
    options.outputs = outputs;
    Network<double> network(options, 1);
    Random random(3);
    for (double &parameter : network.parameters())
        parameter = random.uniform(-0.5, 0.5);
    return network;
}

} // namespace

TEST(FreeRunErrors, AreThoseOfRunsThatStayInTheValidationPart)
{
    const PreparedData<double> data = prepared(walk(200, 5), valueOptions(6, {1})); // validation: rows 140 … 169
    Network<double> network = smallNetwork(1);
    const FreeRunErrors errors = freeRunErrors(network, data, 4);
    const Index first = data.partRows[1], end = data.partRows[2];
    EXPECT_EQ(errors.runs, end - first);
    ASSERT_EQ(errors.rows.size(), 4U);
    for (Index ahead = 0; ahead < 4; ++ahead) {
        std::vector<double> expected;
        for (Index start = first; start + ahead < end; ++start) {
            const Matrix<double> run = freeRun(network, data, start, ahead + 1);
            expected.push_back(std::abs(run(0, ahead) - data.targetValues(0, start + ahead)));
        }
        std::ranges::sort(expected);
        const Matrix<double> &found = errors.rows[static_cast<std::size_t>(ahead)].sorted;
        ASSERT_EQ(found.rows(), static_cast<Index>(expected.size()));
        for (Index i = 0; i < found.rows(); ++i)
            EXPECT_EQ(found(i, 0), expected[static_cast<std::size_t>(i)]);
    }
}

TEST(FreeRunErrors, GiveEveryRowOfTheFutureItsInterval)
{
    const PreparedData<double> data = prepared(walk(400, 5), valueOptions(6, {1}));
    Network<double> network = smallNetwork(1);
    const ConformalResiduals residuals = conformalResiduals(forecast(network, data, data.validation));
    const FreeRunErrors errors = freeRunErrors(network, data, 55); // 60 validation rows: the last have few runs
    const FutureForecast future = forecastFuture(network, data, 55, &residuals, 0.9, &errors);
    for (const FutureRow &row : future.rows) {
        if (!row.isFreeRun)
            continue;
        const auto widths = errors.rows[static_cast<std::size_t>(row.ahead - 1)].halfWidths(0.9);
        EXPECT_EQ(row.lower.has_value(), widths.has_value()) << row.ahead;
        if (widths) {
            EXPECT_EQ((*row.upper)(0), row.prediction(0) + (*widths)(0));
        }
    }
    EXPECT_TRUE(future.rows[40].lower);
    EXPECT_FALSE(future.rows.back().lower); // 6 runs bear no level of 90 %
}

TEST(FreeRunErrors, AreNoneWhereNothingRunsFreely)
{
    Network<double> network = smallNetwork(1);
    EXPECT_TRUE(freeRunErrors(network, prepared(walk(200, 5), valueOptions(6, {2})), 4).rows.empty());
    DataOptions options = valueOptions(6, {1});
    options.split = {1.0, 0.0, 0.0};
    EXPECT_TRUE(freeRunErrors(network, prepared(walk(200, 5), options), 4).rows.empty());
}

} // namespace gatescope
