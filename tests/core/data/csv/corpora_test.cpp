// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"
#include "core/data/csv/recognition/delimiter_guess.h"
#include "core/data/csv/scan/source_text.h"
#include "core/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace gatescope {
namespace {

using Json = nlohmann::json;
using Rows = std::vector<std::vector<std::string>>;

/// Where tests/reference/fetch_corpora.sh has put the cases.
std::filesystem::path corpora()
{
    const char *given = std::getenv("GATESCOPE_CORPORA");
    const std::filesystem::path folder = given ? given : GATESCOPE_CORPORA;
    if (!std::filesystem::exists(folder / "complete"))
        throw std::runtime_error("the CSV test cases are not in " + folder.string()
                                 + "; run tests/reference/fetch_corpora.sh first");
    return folder;
}

std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    EXPECT_TRUE(stream) << file;
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// The rows under a header as csv-spectrum writes its answers: one object a row.
std::vector<std::map<std::string, std::string>> asObjects(const Rows &rows)
{
    std::vector<std::map<std::string, std::string>> objects;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        std::map<std::string, std::string> &object = objects.emplace_back();
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            object[rows[0].at(column)] = rows[row][column];
    }
    return objects;
}

TEST(CsvSpectrum, EveryFileSplitsIntoItsAnswer)
{
    const std::filesystem::path folder = corpora() / "node_modules" / "csv-spectrum";
    int files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder / "csvs")) {
        const std::string name = entry.path().stem().string();
        SCOPED_TRACE(name);
        Json answer = Json::parse(contentOf(folder / "json" / (name + ".json")));
        if (!answer.is_array())
            answer = Json::array({answer});
        if (name == "location_coordinates")
            answer[0]["Contact Phone Number"] = "2095257564"; // the answer file has another number than the CSV
        const auto rows = asObjects(tokenizeCsv(contentOf(entry.path())));
        EXPECT_EQ(Json(rows), answer);
        ++files;
    }
    EXPECT_EQ(files, 12);
}

TEST(CsvSpectrum, EveryFileOpensAsATable)
{
    for (const auto &entry :
         std::filesystem::directory_iterator(corpora() / "node_modules" / "csv-spectrum" / "csvs")) {
        SCOPED_TRACE(entry.path().filename());
        const CsvResult result = readCsv(entry.path());
        const Rows rows = tokenizeCsv(contentOf(entry.path()));
        ASSERT_EQ(result.table.rows(), std::ssize(rows) - 1);
        for (std::size_t column = 0; column < rows[0].size(); ++column) {
            EXPECT_EQ(result.table.columns()[column].name(), rows[0][column]);
            for (Index row = 0; row < result.table.rows(); ++row) {
                const std::string &cell = rows[static_cast<std::size_t>(row) + 1][column];
                const std::string read = result.table.columns()[column].text(row);
                EXPECT_TRUE(read == cell || parseNumber(read) == parseNumber(cell)) << read << " | " << cell;
            }
        }
    }
}

/// Where GateScope means to differ, and why.
const std::map<std::string, std::string> &differences()
{
    static const std::map<std::string, std::string> kDifferences{
        {"Quoted field with whitespace around quotes", "blanks beside a quoted cell are no part of it here"},
        {"Mixed slash n and slash r should choose first as precident", "every line end ends a row here"},
    };
    return kDifferences;
}

/// A case of PapaParse's; fails with its description.
void check(const Json &test)
{
    const std::string description = test.at("description");
    SCOPED_TRACE(description);
    const std::string bytes = test.at("input");
    if (test.at("unclosed").get<bool>()) {
        EXPECT_THROW(tokenizeCsv(bytes, ','), DataError);
        return;
    }
    if (bytes.empty())
        return; // an empty file is an error of its own here
    const SourceText source = decodeText(bytes, std::nullopt, "case");
    const std::string given = test.at("delimiter"), quote = test.at("quote"), comment = test.at("comment");
    CsvOptions options;
    options.quote = quote[0];
    if (!given.empty())
        options.delimiter = given[0];
    const Progress progress;
    const char delimiter = guessDelimiter(source.text, comment, options, ProgressGate(progress)).delimiter;
    Rows expected = test.at("rows");
    if (test.at("header").get<bool>()) {
        options.delimiter = delimiter;
        options.header = true;
        const CsvResult result = parseCsv(source.text, options);
        ASSERT_EQ(result.table.columns().size(), expected[0].size());
        for (std::size_t i = 0; i < expected[0].size(); ++i)
            EXPECT_EQ(result.table.columns()[i].name(), expected[0][i]);
        return;
    }
    EXPECT_EQ(tokenizeCsv(source.text, delimiter, quote[0], comment) == expected, !differences().contains(description));
}

TEST(PapaParseCases, CoreParserCasesSplitAlike)
{
    const Json cases = Json::parse(contentOf(corpora() / "papaparse.json")).at("core");
    ASSERT_GE(cases.size(), 55U);
    for (const Json &test : cases) {
        if (test.at("description") != "Duplicated header names with headerTransform")
            check(test);
    }
}

TEST(PapaParseCases, ParseCasesSplitAlike)
{
    const Json cases = Json::parse(contentOf(corpora() / "papaparse.json")).at("parse");
    ASSERT_GE(cases.size(), 45U);
    for (const Json &test : cases) {
        if (test.at("description") != "Header row only")
            check(test);
    }
}

} // namespace
} // namespace gatescope
