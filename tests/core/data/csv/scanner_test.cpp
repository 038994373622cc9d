// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/scan/scanner.h"

#include "core/data/csv/csv_reader.h"
#include "core/error.h"
#include "core/math/random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gatescope {
namespace {

using ::testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

TEST(CsvScanner, QuotedCellsMayHoldEverything)
{
    EXPECT_EQ(tokenizeCsv("a,\"b,\"\"c\"\"\n\r\nd\",e\nf"), (Rows{{"a", "b,\"c\"\n\r\nd", "e"}, {"f"}}));
}

TEST(CsvScanner, EveryLineEndEndsARow)
{
    EXPECT_EQ(tokenizeCsv("a,b\nc,d\r\ne,f\rg,h"), (Rows{{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}));
}

TEST(CsvScanner, LinesAreCountedThroughQuotesAndComments)
{
    CsvScanner scanner("# one\na\n\"b\nb\"\n\nc\r\nd", {',', '"', "#"});
    std::vector<std::int64_t> lines;
    while (scanner.next())
        lines.push_back(scanner.line());
    EXPECT_THAT(lines, ElementsAre(2, 3, 5, 6, 7));
    EXPECT_EQ(scanner.commentLines(), 1);
}

TEST(CsvScanner, UnclosedQuoteNamesTheLineItOpensIn)
{
    try {
        tokenizeCsv("a,b\n1,\"2\n3,4\n5,6\n");
        FAIL();
    } catch (const DataError &error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("line 2"));
    }
}

TEST(CsvScanner, UnclosedQuoteAfterAQuotedLineEndNamesItsOwnLine)
{
    CsvScanner scanner("a\n\"x\ny\",\"open\nmore", {',', '"', ""});
    while (scanner.next()) {
    }
    EXPECT_EQ(scanner.unclosedQuoteLine(), 3);
}

TEST(CsvScanner, QuoteInsideAQuotedCellIsKeptAndCounted)
{
    CsvScanner scanner("x\n\"5\" pipe\",b\n", {',', '"', ""});
    std::string scratch;
    ASSERT_TRUE(scanner.next());
    ASSERT_TRUE(scanner.next());
    EXPECT_EQ(scanner.cells()[0].text('"', scratch), "5\" pipe");
    EXPECT_EQ(scanner.cells().size(), 2U);
    EXPECT_EQ(scanner.strayQuotes(), 1);
    EXPECT_EQ(scanner.firstStrayQuoteLine(), 2);
}

/// The same rules, one byte at a time.
Rows plainly(const std::string &text)
{
    Rows rows;
    std::vector<std::string> row(1);
    bool quoted = false, atBegin = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                row.back() += '"';
                ++i;
            } else if (c == '"'
                       && (i + 1 == text.size() || std::string(",\r\n").find(text[i + 1]) != std::string::npos)) {
                quoted = false;
            } else {
                row.back() += c;
            }
        } else if (c == '"' && atBegin) {
            quoted = true;
        } else if (c == ',') {
            row.emplace_back();
            atBegin = true;
            continue;
        } else if (c == '\n' || c == '\r') {
            i += c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
            rows.push_back(row);
            row.assign(1, "");
            atBegin = true;
            continue;
        } else {
            row.back() += c;
        }
        atBegin = false;
    }
    if (!atBegin || row.size() > 1 || quoted)
        rows.push_back(row);
    if (quoted)
        throw DataError("unclosed");
    return rows;
}

TEST(CsvScanner, AgreesWithAByteWiseReaderOnRandomText)
{
    static constexpr std::string_view kAlphabet = "ab,,\"\"\n\r";
    Random random(11);
    int compared = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::uint64_t i = random.below(200); i > 0; --i)
            text += kAlphabet[random.below(kAlphabet.size())];
        Rows expected;
        bool unclosed = false;
        try {
            expected = plainly(text);
        } catch (const DataError &) {
            unclosed = true;
        }
        if (unclosed) {
            EXPECT_THROW(tokenizeCsv(text), DataError) << text;
            continue;
        }
        CsvScanner scanner(text, {',', '"', ""});
        Rows found;
        std::string scratch;
        while (scanner.next()) {
            found.emplace_back();
            for (const CsvCell &cell : scanner.cells())
                found.back().emplace_back(cell.text('"', scratch));
        }
        ASSERT_EQ(found, expected) << text;
        ++compared;
    }
    EXPECT_GT(compared, 5000);
}

TEST(CsvScanner, CountsLineEnds)
{
    EXPECT_EQ(countLineEnds(""), 0);
    EXPECT_EQ(countLineEnds("a\nb\r\nc\rd"), 3);
    for (std::size_t before = 60; before < 70; ++before)
        EXPECT_EQ(countLineEnds(std::string(before, 'x') + "\r\n" + std::string(3, 'y') + "\r"), 2) << before;
}

} // namespace
} // namespace gatescope
