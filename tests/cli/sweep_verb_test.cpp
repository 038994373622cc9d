// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "core/data/options/option_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <csignal>

namespace gatescope::cli {

class SweepVerb : public CliTest {
protected:
    std::vector<std::string> words(const std::vector<std::string> &more)
    {
        std::vector<std::string> all = {"sweep", sineCsv(),  "--target", "later",   "--window", "6",      "--epochs",
                                        "2",     "--layers", "1",        "--batch", "16",       "--over", "hidden=4,2"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    /// Lines of a table, without its last column.
    std::vector<std::string> untimed(const std::string &name) const
    {
        std::vector<std::string> lines = linesOf(get(name));
        for (std::string &line : lines)
            line.erase(line.rfind(','));
        return lines;
    }
    static std::vector<std::string> wordsOf(const std::string &line)
    {
        std::vector<std::string> words(1);
        for (const char c : line) {
            if (c == ' ')
                words.emplace_back();
            else if (c != '\'')
                words.back() += c;
        }
        return {words.begin() + 1, words.end()};
    }
};

TEST_F(SweepVerb, WritesARowARunWhateverTheJobs)
{
    EXPECT_EQ(run(words({"--seeds", "2", "--jobs", "1", "--out", path("a.csv")})).code, 0);
    EXPECT_EQ(run(words({"--seeds", "2", "--jobs", "4", "--out", path("b.csv")})).code, 0);
    const std::vector<std::string> lines = linesOf(get("a.csv"));
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0], "hidden,seed,best_validation_loss,best_epoch,parameters,skill.train,skill.validation,seconds");
    EXPECT_EQ(lines[1].substr(0, 4), "2,0,");
    EXPECT_EQ(lines[4].substr(0, 4), "4,1,");
    EXPECT_EQ(untimed("a.csv"), untimed("b.csv"));
}

TEST_F(SweepVerb, AgreesWithTrainAndEvaluate)
{
    ASSERT_EQ(run(words({"--seeds", "1", "--with-test", "--out", path("s.csv")})).code, 0);
    const CliResult train = run({"train", path("sine.csv"), "--target", "later", "--window", "6", "--epochs", "2",
                                 "--layers", "1", "--batch", "16", "--hidden", "4", "--json", "--out", path("m")});
    const auto trained = nlohmann::json::parse(train.out);
    const auto scores = nlohmann::json::parse(run({"evaluate", path("m"), path("sine.csv"), "--json"}).out);
    const std::vector<std::string> cells = splitList(linesOf(get("s.csv"))[2]);
    EXPECT_EQ(std::stod(cells[2]), trained["best_loss"].get<double>());
    EXPECT_EQ(std::stoll(cells[3]), trained["best_epoch"].get<std::int64_t>());
    EXPECT_EQ(std::stoll(cells[4]), trained["parameters"].get<std::int64_t>());
    EXPECT_EQ(std::stod(cells[5]), scores["skill"]["train"].get<double>());
    EXPECT_EQ(std::stod(cells[6]), scores["skill"]["validation"].get<double>());
    EXPECT_EQ(std::stod(cells[7]), scores["skill"]["test"].get<double>());
}

TEST_F(SweepVerb, GoesOnFromTheTable)
{
    ASSERT_EQ(run(words({"--seeds", "1", "--out", path("s.csv")})).code, 0);
    const std::vector<std::string> before = linesOf(get("s.csv"));
    const CliResult more = run(words({"--seeds", "2", "--out", path("s.csv")}));
    EXPECT_EQ(more.code, 0);
    EXPECT_NE(more.err.find("2 of the 4 runs already"), std::string::npos) << more.err;
    const std::vector<std::string> after = linesOf(get("s.csv"));
    ASSERT_EQ(after.size(), 5U);
    EXPECT_EQ(after[1], before[1]); // with its seconds: it was not trained again
    EXPECT_EQ(after[3], before[2]);
    EXPECT_EQ(files(), (std::vector<std::string>{".s.csv.sweep", "s.csv", "sine.csv"}));
}

TEST_F(SweepVerb, DoesNotMixTheTablesOfTwoSweeps)
{
    ASSERT_EQ(run(words({"--seeds", "1", "--out", path("s.csv")})).code, 0);
    const std::string before = get("s.csv");
    run(words({"--seeds", "1", "--lr", "0.01", "--out", path("s.csv")})).expectError(2, {"lr", "0.001", "0.01"});
    run(words({"--seeds", "1", "--with-test", "--out", path("s.csv")})).expectError(2, {"another table"});
    put("sine.csv", get("sine.csv") + "2024-01-06 00:00,1,2\n");
    CliResult changed =
        run({"sweep", path("sine.csv"), "--target", "later", "--window", "6", "--epochs", "2", "--layers", "1",
             "--batch", "16", "--over", "hidden=2,4", "--seeds", "1", "--out", path("s.csv")});
    changed.expectError(2, {"data"});
    EXPECT_EQ(get("s.csv"), before);
}

TEST_F(SweepVerb, NamesEveryProblemBeforeTheFirstRun)
{
    run(words({"--over", "lr=0,0.1,900", "--over", "colour=red", "--out", path("s.csv")}))
        .expectError(2, {"\"0\"", "\"900\"", "colour"});
    run(words({"--over", "window=7,400,500"})).expectError(1, {"window 400", "window 500"});
    run(words({"--over", "hidden=8"})).expectError(2, {"given twice"});
    run(words({"--over", "lr"})).expectError(2, {"SETTING=VALUE"});
    run(words({"--seeds", "0"})).expectError(2, {"--seeds"});
    run(words({"--over", "seed=1,2"})).expectError(2, {"--seeds"});
    run({"sweep", path("sine.csv"), "--target", "later"}).expectError(2, {"--over"});
    EXPECT_EQ(files(), (std::vector<std::string>{"sine.csv"}));
}

TEST_F(SweepVerb, StoppedItSaysHowToGoOn)
{
    const CliResult result = runSignalled(words({"--out", path("s.csv")}), SIGINT);
    EXPECT_EQ(result.code, 130);
    EXPECT_NE(result.err.find("stopped after 0 of 6 runs"), std::string::npos) << result.err;
}

TEST_F(SweepVerb, HidesTheTestPartUntilItIsAskedFor)
{
    const auto json = nlohmann::json::parse(run(words({"--seeds", "1", "--json"})).out);
    EXPECT_FALSE(json["runs"][0]["skill"].contains("test"));
    EXPECT_EQ(json["runs"].size(), 2U);
    EXPECT_EQ(json["points"][0]["values"]["hidden"], "2");
    EXPECT_TRUE(json["points"][0]["spread"].is_null());
    const auto shown = nlohmann::json::parse(run(words({"--seeds", "1", "--with-test", "--json"})).out);
    EXPECT_TRUE(shown["runs"][0]["skill"]["test"].is_number());
}

TEST_F(SweepVerb, PlannedCommandsCollectedGiveTheSameTable)
{
    const std::vector<std::string> more = {"--seeds", "2", "--over", "bias=on,off", "--out", path("s.csv")};
    std::vector<std::string> plan = words(more);
    plan.emplace_back("--plan");
    const std::vector<std::string> lines = linesOf(run(plan).out);
    ASSERT_EQ(lines.size(), 8U);
    std::vector<std::string> collect = {"sweep", "--collect", "--out", path("c.csv")};
    for (const std::string &line : lines) {
        ASSERT_EQ(line.rfind("gatescope-cli train ", 0), 0U) << line;
        const std::vector<std::string> command = wordsOf(line);
        EXPECT_EQ(run(command).code, 0) << line;
        collect.push_back(command.back());
    }
    EXPECT_EQ(run(words(more)).code, 0);
    const CliResult collected = run(collect);
    EXPECT_EQ(collected.code, 0) << collected.err;
    EXPECT_EQ(untimed("c.csv"), untimed("s.csv"));
}

TEST_F(SweepVerb, CollectRefusesWhatWasNotTrained)
{
    run({"sweep", "--collect", sequences("w.npz")}).expectError(1, {"w.npz"});
    run({"sweep", sineCsv(), path("sine.csv"), "--over", "hidden=2"}).expectError(2, {"second file"});
}

TEST_F(SweepVerb, TakesTensorsAndDoubles)
{
    const std::string file = sequences("s.npz", 40, 5, 2, 1);
    const CliResult result = run({"sweep", file, "--split", "0.7,0.3,0", "--over", "hidden=2,3", "--seeds", "1",
                                  "--epochs", "1", "--layers", "1", "--scalar", "float64", "--out", path("s.csv")});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(linesOf(get("s.csv")).size(), 3U);
}

} // namespace gatescope::cli
