// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "core/data/text/number_text.h"

#include <nlohmann/json.hpp>

namespace gatescope::cli {

class BacktestVerb : public CliTest {};

TEST_F(BacktestVerb, TellsEveryOriginAlikeInTableFileAndJson)
{
    const std::vector<std::string> words = {"backtest", sineCsv(), "--target",  "later", "--features", "later",
                                            "--window", "8",       "--hidden",  "3",     "--layers",   "1",
                                            "--epochs", "1",       "--origins", "3",     "--threads",  "1"};
    auto withMore = [&](std::vector<std::string> more) {
        more.insert(more.begin(), words.begin(), words.end());
        return run(more);
    };
    const CliResult result = withMore({"--json", "--out", path("b.csv")});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto json = nlohmann::json::parse(result.out);
    ASSERT_EQ(json["origins"].size(), 3U);
    EXPECT_EQ(json["origins"][0]["row"], 102);
    EXPECT_EQ(json["origins"][0]["windows"], 6);
    const auto lines = linesOf(get("b.csv"));
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0].rfind("row,time,windows,model.mae,model.rmse,last-value.mae", 0), 0U);
    EXPECT_NEAR(parseNumber(cellsOf(lines[1])[3]).value(), json["origins"][0]["model"]["mae"].get<double>(), 1e-12);
    EXPECT_NE(withMore({}).out.find("least-squares.rmse"), std::string::npos);
    withMore({"--refit", "maybe"}).expectError(2, {"--refit"});
}

/// A straight line, which the drift forecasts to the last digit.
TEST_F(BacktestVerb, PrintsNoFigureForASkillFarBelowZeroButWritesIt)
{
    std::string text = "time,height\n";
    for (int row = 0; row < 120; ++row)
        text += std::to_string(row) + "," + std::to_string(row * 0.37) + "\n";
    const CliResult result = run({"backtest",   put("line.csv", text),
                                  "--target",   "height",
                                  "--features", "height",
                                  "--window",   "8",
                                  "--hidden",   "2",
                                  "--layers",   "1",
                                  "--epochs",   "1",
                                  "--origins",  "2",
                                  "--threads",  "1",
                                  "--out",      path("b.csv")});
    ASSERT_EQ(result.code, 0) << result.err;
    const std::size_t line = result.out.find("\n  skill");
    ASSERT_NE(line, std::string::npos) << result.out;
    EXPECT_NE(result.out.find("below -999", line), std::string::npos) << result.out;
    const std::vector<std::string> lines = linesOf(get("b.csv"));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_LT(parseNumber(cellsOf(lines[1]).back()).value(), -999.0);
}

TEST_F(BacktestVerb, ManySeriesAreCutAtOneTime)
{
    std::string text = "day,store,sales\n";
    for (int day = 1; day <= 28; ++day) {
        for (const char *store : {"A", "B"})
            text += "2024-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "," + store + ","
                    + std::to_string(day % 7 + (store[0] - 'A')) + "\n";
    }
    const CliResult result = run({"backtest",      put("panel.csv", text),
                                  "--target",      "sales",
                                  "--features",    "sales",
                                  "--sequence-id", "store",
                                  "--window",      "3",
                                  "--hidden",      "2",
                                  "--layers",      "1",
                                  "--epochs",      "1",
                                  "--origins",     "2",
                                  "--threads",     "1",
                                  "--json"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto json = nlohmann::json::parse(result.out);
    ASSERT_EQ(json["origins"].size(), 2U);
    EXPECT_EQ(json["origins"][0]["time"], "2024-02-24 00:00"); // of 28 days 23 are training and validation
    EXPECT_EQ(json["origins"][0]["row"], 46);
    EXPECT_EQ(json["origins"][0]["windows"], 4); // two days of two stores
    EXPECT_EQ(json["origins"][1]["windows"], 6);
}

} // namespace gatescope::cli
