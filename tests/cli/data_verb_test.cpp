// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace gatescope::cli {

class DataVerb : public CliTest {
protected:
    static nlohmann::json json(std::vector<std::string> words)
    {
        words.push_back("--json");
        const CliResult result = run(words);
        EXPECT_EQ(result.code, 0) << result.err;
        return nlohmann::json::parse(result.out); // throws if there is more than one object
    }
};

TEST_F(DataVerb, JsonTellsWhatWasRecognised)
{
    const auto file =
        put("a.csv", "Datum;Wert;Ort\r\n2024-01-01;1,5;Ulm\r\n2024-01-02;;Ulm\r\n2024-01-03;-2,25;Bonn\r\n");
    const auto found = json({"data", file});
    EXPECT_EQ(found["rows"], 3);
    EXPECT_EQ(found["delimiter"], ";");
    EXPECT_EQ(found["decimal"], ",");
    EXPECT_EQ(found["encoding"], "utf-8");
    EXPECT_EQ(found["header"], true);
    EXPECT_EQ(found["time_column"], "Datum");
    EXPECT_EQ(found["missing"], 1);
    ASSERT_EQ(found["columns"].size(), 3U);
    EXPECT_EQ(found["columns"][1]["name"], "Wert");
    EXPECT_EQ(found["columns"][1]["type"], "number");
    EXPECT_EQ(found["columns"][1]["missing"], 1);
    EXPECT_EQ(found["columns"][2]["type"], "text");
}

TEST_F(DataVerb, OptionsOverruleWhatIsRecognised)
{
    const auto file = put("a.csv", "title\n1|2\n3|4\n");
    const auto found = json({"data", file, "--delimiter", "pipe", "--header", "no", "--skip-rows", "1"});
    EXPECT_EQ(found["rows"], 2);
    EXPECT_EQ(found["columns"].size(), 2U);
    EXPECT_EQ(found["header"], false);
    EXPECT_EQ(found["skipped_lines"], 1);
}

TEST_F(DataVerb, TypesOverruleWhatColumnsLookLike)
{
    const auto file = put("a.csv", "id,x,\"y, z\",w\n1,2,3,4\n2,3,4,5\n");
    const auto found = json({"data", file, "--types", "id=text,x=ignore,\"y, z\"=text"});
    ASSERT_EQ(found["columns"].size(), 3U);
    EXPECT_EQ(found["columns"][0]["type"], "text");
    EXPECT_EQ(found["columns"][1]["name"], "y, z");
    EXPECT_EQ(found["columns"][1]["type"], "text");
    EXPECT_EQ(found["columns"][2]["type"], "number");
    EXPECT_EQ(found["ignored"], nlohmann::json::array({"x"}));
    EXPECT_EQ(run({"data", file, "--types", "id"}).code, 2);
    EXPECT_EQ(run({"data", file, "--types", "id=date"}).code, 2);
}

TEST_F(DataVerb, NumbersWithSignsAreReadWhenTold)
{
    const auto file = put("prices.csv", "day;price\n1;\u20AC 1.234,50\n2;\u20AC 2,25\n");
    const auto asText = json({"data", file});
    EXPECT_EQ(asText["columns"][1]["type"], "text");
    const CliResult told = run({"data", file, "--types", "price=number", "--dump", path("dump.csv")});
    ASSERT_EQ(told.code, 0) << told.err;
    EXPECT_NE((told.out + told.err).find("read without the sign"), std::string::npos) << told.out << told.err;
    EXPECT_EQ(get("dump.csv"), "day,price\r\n1,1234.5\r\n2,2.25\r\n");
}

TEST_F(DataVerb, TrainingOnWordsSaysWhatThereIs)
{
    const auto file = put("words.csv", "name,price\nred,$1.50\nblue,$2\n");
    run({"train", file, "--epochs", "1"})
        .expectError(1, {"has no column of numbers", "\"price\" is text such as \"$1.50\"", "type number"});
}

TEST_F(DataVerb, TellsWhatTrainingWouldGet)
{
    std::string text = "id,x,label\n";
    for (int row = 0; row < 40; ++row)
        text += "s" + std::to_string(row / 10) + "," + std::to_string(row) + "," + (row / 10 % 2 == 0 ? "up" : "down")
                + "\n";
    const auto file = put("a.csv", text);
    const std::vector<std::string> words = {"data",          file, "--target", "label", "--task",  "classify",
                                            "--sequence-id", "id", "--window", "4",     "--split", "0.5,0.25,0.25"};
    const auto found = json(words)["prepared"];
    EXPECT_EQ(found["train"], 14);
    EXPECT_EQ(found["validation"], 7);
    EXPECT_EQ(found["classes"]["up"], 20);
    EXPECT_EQ(found["outputs"], (nlohmann::json::array({"down", "up"})));
    const CliResult plain = run(words);
    EXPECT_NE(plain.out.find("Rows by class: 20 down, 20 up"), std::string::npos) << plain.out;
    EXPECT_NE(plain.out.find("4 sequences by"), std::string::npos) << plain.out;
}

TEST_F(DataVerb, WarnsOfTimesOutOfOrderWithARemedy)
{
    const auto file = put("a.csv", "t,x\n2024-01-01,1\n2024-01-03,2\n2024-01-02,3\n2024-01-04,4\n");
    const CliResult result = run({"data", file});
    EXPECT_EQ(result.code, 0);
    EXPECT_NE(result.err.find("goes back in time 1 time (first at row 3 (line 4)); sort the rows by time"),
              std::string::npos)
        << result.err;
}

TEST_F(DataVerb, DumpWritesTheValuesAsUnderstood)
{
    const auto file = put("a.csv", "a;b;\"c, d\"\n0,1;x;\n2,5e-7;\"say \"\"no\"\"\";3\n");
    EXPECT_EQ(run({"data", file, "--dump", path("out.csv")}).code, 0);
    EXPECT_EQ(get("out.csv"), "a,b,\"c, d\"\r\n0.1,x,\r\n2.5e-07,\"say \"\"no\"\"\",3\r\n");
}

TEST_F(DataVerb, DumpDefusesFormulasButNotNumbers)
{
    const auto file = put("a.csv", "name,x\n=1+1,-5\n@home,+6\n");
    EXPECT_EQ(run({"data", file, "--dump", path("out.csv")}).code, 0);
    EXPECT_EQ(get("out.csv"), "name,x\r\n=1+1,-5\r\n@home,6\r\n");
}

TEST_F(DataVerb, WindowsAreThoseOfTheContract)
{
    std::string text = "x,y\n";
    for (int row = 0; row < 40; ++row)
        text += std::to_string(row * row) + "," + std::to_string(3 * row) + "\n";
    const auto file = put("a.csv", text), out = path("w.npz");
    const CliResult result = run({"data", file, "--target", "y", "--features", "x", "--window", "4", "--horizon", "2",
                                  "--stride", "3", "--split", "0.5,0.25,0.25", "--windows", out});
    ASSERT_EQ(result.code, 0) << result.err;
    // Rows 0…19, 20…29, 30…39; a window starts at i, ends at i+3 and looks at i+5.
    EXPECT_EQ(shapeOf(out, "x_train"), (std::vector<std::int64_t>{5, 4, 1}));
    EXPECT_EQ(shapeOf(out, "y_train"), (std::vector<std::int64_t>{5, 1}));
    EXPECT_EQ(shapeOf(out, "x_validation")[1], 4);
    EXPECT_EQ(shapeOf(out, "y_test").size(), 2U);
    const auto start = numbersOf(out, "start");
    EXPECT_EQ(std::vector<double>(start.begin(), start.begin() + 5), (std::vector<double>{0, 3, 6, 9, 12}));
    const auto mean = numbersOf(out, "mean"), deviation = numbersOf(out, "std");
    ASSERT_EQ(mean.size(), 2U);
    EXPECT_DOUBLE_EQ(mean[0], 123.5);
    EXPECT_DOUBLE_EQ(mean[1], 28.5);
    EXPECT_DOUBLE_EQ(deviation[1], 3.0 * std::sqrt((20.0 * 20.0 - 1.0) / 12.0));
    EXPECT_DOUBLE_EQ(numbersOf(out, "x_train")[4], (9.0 - mean[0]) / deviation[0]);
    EXPECT_DOUBLE_EQ(numbersOf(out, "y_train")[1], (3.0 * 8.0 - mean[1]) / deviation[1]);
}

TEST_F(DataVerb, MinMaxWindowsCarryMinAndMax)
{
    const auto file = sineCsv(), out = path("w.npz");
    ASSERT_EQ(run({"data", file, "--target", "later", "--scale", "minmax", "--window", "3", "--windows", out}).code, 0);
    const auto low = numbersOf(out, "min"), high = numbersOf(out, "max");
    ASSERT_EQ(low.size(), high.size());
    for (std::size_t i = 0; i < low.size(); ++i)
        EXPECT_LT(low[i], high[i]);
    for (const double value : numbersOf(out, "x_train")) {
        EXPECT_GE(value, -1e-12);
        EXPECT_LE(value, 1.0 + 1e-12);
    }
}

TEST_F(DataVerb, TensorFileIsDescribed)
{
    const auto found = json({"data", sequences("s.npz", 6, 5, 2, 3)});
    EXPECT_EQ(found["sequences"], 6);
    EXPECT_EQ(found["steps"], 5);
    EXPECT_EQ(found["features"], 2);
    EXPECT_EQ(found["outputs"], 3);
}

} // namespace gatescope::cli
