// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "core/data/text/number_text.h"

#include <cmath>

namespace gatescope::cli {

class PredictFuture : public CliTest {};

TEST_F(PredictFuture, HasTimesPartsAndAnInterval)
{
    const std::string model = trained(sineCsv(), {"--features", "later"});
    const CliResult result =
        run({"predict", model, path("sine.csv"), "--future", "3", "--interval", "0.8", "--out", path("f.csv")});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto lines = linesOf(get("f.csv"));
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0], "row,time,part,prediction,prediction.lower,prediction.upper");
    EXPECT_EQ(lines[1].rfind("120,2024-01-06 00:00,future,", 0), 0U) << lines[1];
    EXPECT_EQ(lines[2].rfind("120,2024-01-06 00:00,free-run,", 0), 0U) << lines[2];
    EXPECT_EQ(lines[4].rfind("122,2024-01-06 02:00,free-run,", 0), 0U) << lines[4];
    const auto last = cellsOf(lines[4]); // every row of the free run has its interval
    EXPECT_LT(parseNumber(last[4]).value(), parseNumber(last[3]).value());
    EXPECT_GT(parseNumber(last[5]).value(), parseNumber(last[3]).value());
    EXPECT_NE(result.err.find("free runs over the validation part"), std::string::npos) << result.err;
    const auto cells = cellsOf(lines[1]);
    EXPECT_LT(parseNumber(cells[4]).value(), parseNumber(cells[3]).value());
    EXPECT_GT(parseNumber(cells[5]).value(), parseNumber(cells[3]).value());
}

TEST_F(PredictFuture, WithoutAFreeRunSaysWhy)
{
    const std::string model = trained(sineCsv());
    const CliResult result = run({"predict", model, path("sine.csv"), "--future", "3"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(linesOf(result.out).size(), 2U);
    EXPECT_NE(result.err.find("wave"), std::string::npos);
}

TEST_F(PredictFuture, OfEverySequenceHasItsIdAndItsOwnRows)
{
    std::string text = "shop,sales\n";
    for (int row = 0; row < 90; ++row)
        text += (row % 2 == 0 ? "north," : "south,") + std::to_string(std::sin(0.2 * row)) + "\n";
    text += "late,1\n";
    const std::string file = put("shops.csv", text), model = path("shops.safetensors");
    ASSERT_EQ(run({"train",    file,         "--target", "sales",    "--features", "sales",    "--sequence-id",
                   "shop",     "--split-by", "rows",     "--window", "5",          "--epochs", "1",
                   "--hidden", "3",          "--layers", "1",        "--out",      model})
                  .code,
              0);
    const CliResult result = run({"predict", model, file, "--future", "2"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto lines = linesOf(result.out);
    ASSERT_EQ(lines.size(), 7U) << result.out; // a header; for each of two shops an output and two rows of free running
    EXPECT_EQ(lines[0], "shop,row,time,part,prediction");
    EXPECT_EQ(lines[1].rfind("north,45,,future,", 0), 0U) << lines[1];
    EXPECT_EQ(lines[3].rfind("north,46,,free-run,", 0), 0U) << lines[3];
    EXPECT_EQ(lines[4].rfind("south,45,,future,", 0), 0U) << lines[4];
    EXPECT_NE(result.err.find("late"), std::string::npos) << result.err;
}

} // namespace gatescope::cli
