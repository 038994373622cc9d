// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"
#include "core/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace gatescope {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> names(const Table &table)
{
    std::vector<std::string> result;
    for (const Column &column : table.columns())
        result.push_back(column.name());
    return result;
}

std::vector<std::string> kinds(const Table &table)
{
    std::vector<std::string> result;
    for (const Column &column : table.columns())
        result.emplace_back(columnKindName(column.kind()));
    return result;
}

std::vector<double> values(const Table &table, const std::string &name)
{
    const auto cells = table.column(name).values();
    return {cells.begin(), cells.end()};
}

std::string told(const CsvResult &result)
{
    std::string text;
    for (const std::string &line : result.recognition.notes)
        text += "note: " + line + "\n";
    for (const std::string &line : result.recognition.warnings)
        text += "warning: " + line + "\n";
    return text;
}

struct DelimiterCase {
    const char *name;
    const char *text;
    char delimiter;
    std::size_t columns;
};

class CsvDelimiter : public ::testing::TestWithParam<DelimiterCase> {};

INSTANTIATE_TEST_SUITE_P(
    Cases, CsvDelimiter,
    ::testing::Values(DelimiterCase{"Comma", "a,b,c\n1,2,3\n4,5,6\n", ',', 3},
                      DelimiterCase{"Semicolon", "a;b;c\n1;2;3\n4;5;6\n", ';', 3},
                      DelimiterCase{"Tab", "a\tb\tc\n1\t2\t3\n", '\t', 3}, DelimiterCase{"Pipe", "a|b\n1|2\n", '|', 2},
                      DelimiterCase{"SemicolonWithDecimalComma", "a;b\n1,5;2,5\n3,5;4,5\n", ';', 2},
                      DelimiterCase{"TabWithDecimalComma", "a\tb\n1,5\t2,5\n3,5\t4,5\n", '\t', 2},
                      DelimiterCase{"CommaWithSemicolonsInText", "a,b\n1,x;y\n2,z;w\n", ',', 2},
                      DelimiterCase{"CommaWithQuotedSemicolons", "a,b\n\"1;2;3\",4\n\"5;6;7\",8\n", ',', 2},
                      DelimiterCase{"SemicolonWithCommasInText", "id;note\n1;well, well\n2;oh\n3;ah, so, so\n", ';', 2},
                      DelimiterCase{"PipeWithTimes", "t|v\n2024-01-01 10:00|1,5\n2024-01-01 11:00|2,5\n", '|', 2},
                      DelimiterCase{"OneColumn", "a\n1\n2\n3\n", ',', 1},
                      DelimiterCase{"OneColumnWithDecimalComma", "value\n1,5\n2,25\n3,75\n", ';', 1},
                      DelimiterCase{"OneColumnOfTimes", "when\n2024-01-01 10:00\n2024-01-01 11:00\n", ',', 1}),
    [](const auto &each) { return each.param.name; });

TEST_P(CsvDelimiter, IsRecognised)
{
    const CsvResult result = parseCsv(GetParam().text);
    EXPECT_EQ(result.recognition.delimiter, GetParam().delimiter);
    EXPECT_EQ(result.table.columns().size(), GetParam().columns);
}

TEST(CsvRecognition, DelimiterNamedInTheFirstLine)
{
    const CsvResult result = parseCsv("sep=|\na|b\n1,2|3\n");
    EXPECT_EQ(result.recognition.delimiter, '|');
    EXPECT_THAT(names(result.table), ElementsAre("a", "b"));
    EXPECT_THAT(told(result), HasSubstr("first line names the delimiter"));
}

TEST(CsvRecognition, DecimalCommaIsReadAndTold)
{
    const CsvResult result = parseCsv("a;b\n1,5;-2\n3;4,25\n");
    EXPECT_EQ(result.recognition.numbers.decimal, ',');
    EXPECT_THAT(values(result.table, "a"), ElementsAre(1.5, 3.0));
    EXPECT_THAT(values(result.table, "b"), ElementsAre(-2.0, 4.25));
    EXPECT_THAT(told(result), HasSubstr("decimal comma"));
}

TEST(CsvRecognition, DecimalCommaInQuotedCellsOfOneColumnIsReadAndDoubted)
{
    const CsvResult result = parseCsv("a,b\n\"1,5\",2\n\"3,25\",4\n");
    EXPECT_EQ(result.recognition.numbers.decimal, '.');
    EXPECT_THAT(values(result.table, "a"), ElementsAre(1.5, 3.25));
    EXPECT_THAT(told(result), HasSubstr("warning: Numbers in column \"a\" are read with a decimal comma"));
    CsvOptions options;
    options.decimal = ',';
    EXPECT_THAT(values(parseCsv("a,b\n\"1,5\",2\n", options).table, "a"), ElementsAre(1.5));
}

TEST(CsvRecognition, ThousandsSignsOfEveryKind)
{
    EXPECT_THAT(values(parseCsv("a;b\n1.234,5;1\n2.000.000,25;2\n").table, "a"), ElementsAre(1234.5, 2000000.25));
    EXPECT_THAT(values(parseCsv("a,b\n\"1,234.5\",1\n\"2,000,000\",2\n").table, "a"), ElementsAre(1234.5, 2000000));
    EXPECT_THAT(values(parseCsv("a;b\n1 234,5;1\n2 000;2\n").table, "a"), ElementsAre(1234.5, 2000));
    EXPECT_THAT(values(parseCsv("a;b\n1'234.5;1\n2'000;2\n").table, "a"), ElementsAre(1234.5, 2000));
    EXPECT_THAT(told(parseCsv("a,b\n\"1,234.5\",1\n")), HasSubstr("Thousands are set apart by"));
}

TEST(CsvRecognition, NumbersThatCanBeReadBothWaysAreWarnedOf)
{
    const CsvResult comma = parseCsv("a;b\n1,234;1\n5,678;2\n");
    EXPECT_THAT(values(comma.table, "a"), ElementsAre(1.234, 5.678));
    EXPECT_THAT(told(comma), HasSubstr("warning: Numbers such as 1,234"));
    const CsvResult point = parseCsv("a;b\n1.234;1\n5.678;2\n");
    EXPECT_THAT(values(point.table, "a"), ElementsAre(1.234, 5.678));
    EXPECT_THAT(told(point), HasSubstr("warning: Numbers such as 1.234"));
    EXPECT_THAT(told(parseCsv("a,b\n1.234,1\n5.678,2\n")), ::testing::Not(HasSubstr("Numbers such as")));
}

TEST(CsvRecognition, WhatIsGivenIsNotGuessed)
{
    CsvOptions options;
    options.decimal = '.';
    options.thousands = ',';
    EXPECT_THAT(values(parseCsv("a;b\n1,234;1\n5,678;2\n", options).table, "a"), ElementsAre(1234, 5678));
    options = {};
    options.delimiter = ';';
    EXPECT_THAT(names(parseCsv("a,b;c\n1,2;3\n", options).table), ElementsAre("a,b", "c"));
}

TEST(CsvRecognition, HeaderIsFoundOrNot)
{
    EXPECT_THAT(names(parseCsv("x,y\n1,2\n").table), ElementsAre("x", "y"));
    EXPECT_THAT(names(parseCsv("1,2\n3,4\n").table), ElementsAre("column1", "column2"));
    EXPECT_THAT(names(parseCsv("2024-01-01,4\n2024-01-02,5\n").table), ElementsAre("column1", "column2"));
    EXPECT_THAT(names(parseCsv("name,2019\nx,1.5\ny,2.5\n").table), ElementsAre("column1", "column2"));
    EXPECT_THAT(names(parseCsv("country,2019,2020,2021\nx,1.5,2,3\ny,2.5,3,4\n").table),
                ElementsAre("country", "2019", "2020", "2021"));
    EXPECT_THAT(names(parseCsv("name,kind\nx,u\ny,v\n").table), ElementsAre("name", "kind"));
    EXPECT_EQ(parseCsv("1,2\n3,4\n").table.rows(), 2);
    EXPECT_THAT(told(parseCsv("1,2\n3,4\n")), HasSubstr("first row holds values"));
}

TEST(CsvRecognition, HeaderCanBeOverruled)
{
    CsvOptions options;
    options.header = false;
    const CsvResult without = parseCsv("x,y\n1,2\n", options);
    EXPECT_EQ(without.table.rows(), 2);
    options.header = true;
    const CsvResult with = parseCsv("1,2\n3,4\n5,6\n", options);
    EXPECT_THAT(names(with.table), ElementsAre("1", "2"));
    EXPECT_EQ(with.table.rows(), 2);
    EXPECT_EQ(with.table.line(0), 2);
}

TEST(CsvRecognition, NamesAreTrimmedMadeUniqueAndTold)
{
    const CsvResult result = parseCsv(" a ,b,a,,\"a_1\"\n1,2,3,4,5\n");
    EXPECT_THAT(names(result.table), ElementsAre("a", "b", "a_2", "column4", "a_1"));
    EXPECT_THAT(told(result), HasSubstr("\"a\" → \"a_2\""));
    EXPECT_THAT(told(result), HasSubstr("without a name are called \"column4\""));
}

TEST(CsvRecognition, UnitsRowIsTakenOffAndKept)
{
    const CsvResult result = parseCsv("time,speed,temp,note\ns,m/s,\u00B0C,-\n0,1.5,20,x\n1,2.5,21,y\n");
    EXPECT_TRUE(result.recognition.unitsRow);
    EXPECT_EQ(result.table.rows(), 2);
    EXPECT_EQ(result.table.column("speed").unit(), "m/s");
    EXPECT_EQ(result.table.column("note").unit(), "");
    EXPECT_EQ(result.table.line(0), 3);
    EXPECT_THAT(told(result), HasSubstr("taken as units"));
}

TEST(CsvRecognition, WordsUnderTheHeaderOfNumbersAreUnitsAndTold)
{
    const CsvResult result = parseCsv("x,y\nabc,def\n1,2\n3,4\n5,6\n");
    EXPECT_TRUE(result.recognition.unitsRow);
    EXPECT_EQ(result.table.rows(), 3);
    EXPECT_THAT(told(result), HasSubstr("taken as units"));
    CsvOptions options;
    options.unitsRow = true;
    EXPECT_EQ(parseCsv("x,y\nabc,def\n1,2\n3,4\n", options).table.column("x").unit(), "abc");
}

TEST(CsvRecognition, CommentLinesAreLeftOut)
{
    const CsvResult result = parseCsv("# made by a logger\n# 2024\nx,y\n1,2\n# pause\n3,4\n");
    EXPECT_EQ(result.table.rows(), 2);
    EXPECT_EQ(result.recognition.commentLines, 3);
    EXPECT_EQ(result.table.line(1), 6);
    CsvOptions options;
    options.comment = "%";
    EXPECT_EQ(parseCsv("x,y\n% no\n1,2\n", options).table.rows(), 1);
    options.comment = "";
    EXPECT_THAT(names(parseCsv("#x,y\n1,2\n", options).table), ElementsAre("#x", "y"));
}

TEST(CsvRecognition, NamesInTheLastCommentLineAreTaken)
{
    const CsvResult result = parseCsv("# run 7\n# t, v\n1,2\n3,4\n");
    EXPECT_THAT(names(result.table), ElementsAre("t", "v"));
    EXPECT_EQ(result.table.rows(), 2);
    EXPECT_THAT(told(result), HasSubstr("last comment line"));
}

TEST(CsvRecognition, TitleAboveTheTableIsLeftOutAndTold)
{
    const CsvResult result = parseCsv("Weather report\nStation 7\n\nx,y,z\n1,2,3\n4,5,6\n7,8,9\n10,11,12\n");
    EXPECT_THAT(names(result.table), ElementsAre("x", "y", "z"));
    EXPECT_EQ(result.recognition.skippedLines, 3);
    EXPECT_THAT(told(result), HasSubstr("taken as a title"));
    EXPECT_EQ(result.table.line(0), 5);
}

TEST(CsvRecognition, RowsToSkipAreLinesAtTheStart)
{
    CsvOptions options;
    options.skipRows = 2;
    const CsvResult result = parseCsv("a,b,c,d\r\n1,2,3\r\nx,y\r\n5,6\r\n", options);
    EXPECT_THAT(names(result.table), ElementsAre("x", "y"));
    EXPECT_EQ(result.table.line(0), 4);
}

TEST(CsvRecognition, TrailingDelimitersMakeNoColumn)
{
    EXPECT_THAT(names(parseCsv("a,b,\n1,2,\n3,4,\n").table), ElementsAre("a", "b"));
    EXPECT_THAT(names(parseCsv("a,b\n1,2,\n3,4,\n").table), ElementsAre("a", "b"));
    EXPECT_THAT(names(parseCsv("1,2,\n3,4,\n").table), ElementsAre("column1", "column2"));
    const CsvResult used = parseCsv("a,b,\n1,2,\n3,4,note\n");
    EXPECT_THAT(names(used.table), ElementsAre("a", "b", "column3"));
}

TEST(CsvRecognition, RowNamesWithoutAHeaderCellGetAColumn)
{
    const CsvResult result = parseCsv("x,y\nfirst,1,2\nsecond,3,4\n");
    EXPECT_THAT(names(result.table), ElementsAre("row", "x", "y"));
    EXPECT_THAT(values(result.table, "y"), ElementsAre(2, 4));
    EXPECT_THAT(told(result), HasSubstr("row names"));
}

TEST(CsvRecognition, ShortRowsEndWithMissingCells)
{
    const CsvResult result = parseCsv("a,b,c\n1,2,3\n4,5\n6,7,8\n");
    EXPECT_EQ(result.table.rows(), 3);
    EXPECT_TRUE(result.table.column("c").isMissing(1));
    EXPECT_EQ(result.table.column("c").missing().count, 1);
    EXPECT_THAT(told(result), HasSubstr("1 row has fewer cells than the 3 columns (first: row 2 (line 3) with 2)"));
}

TEST(CsvRecognition, LongRowsAreNeverShiftedSilently)
{
    const CsvResult result = parseCsv("a,b\n1,2\n3,4,5\n6,7\n8,9\n");
    EXPECT_TRUE(result.table.column("a").isMissing(1));
    EXPECT_TRUE(result.table.column("b").isMissing(1));
    EXPECT_EQ(result.table.column("a").values()[2], 6.0);
    EXPECT_THAT(told(result), HasSubstr("1 row has more cells than the 2 columns (first: row 2 (line 3) with 3)"));
}

TEST(CsvRecognition, BlankLinesAreLeftOutButAreMissingValuesInOneColumn)
{
    const CsvResult two = parseCsv("a,b\n1,2\n\n3,4\n\n\n");
    EXPECT_EQ(two.table.rows(), 2);
    EXPECT_EQ(two.recognition.blankLines, 3);
    EXPECT_EQ(two.table.line(1), 4);
    const CsvResult one = parseCsv("a\n1\n\n3\n\n");
    EXPECT_EQ(one.table.rows(), 3);
    EXPECT_TRUE(one.table.column("a").isMissing(1));
    EXPECT_EQ(one.table.line(2), 4);
}

TEST(CsvRecognition, RowsOfDelimitersAtTheEndAreLeftOut)
{
    const CsvResult result = parseCsv("a,b\n1,2\n,\n3,4\n,\n,\n");
    EXPECT_EQ(result.table.rows(), 3);
    EXPECT_EQ(result.table.column("a").missing().count, 1);
    EXPECT_THAT(told(result), HasSubstr("2 rows of nothing but delimiters"));
}

TEST(CsvRecognition, MissingWordsAreCountedAndLocated)
{
    const CsvResult result = parseCsv("a,b\n1,x\nNA,y\n\"\",-\nnull,?\n5,NaN\n");
    EXPECT_EQ(result.table.column("a").missing().count, 3);
    EXPECT_EQ(result.table.column("a").missing().first[0].row, 1);
    EXPECT_EQ(result.table.column("b").missing().count, 3);
    EXPECT_TRUE(std::isnan(result.table.column("a").values()[2]));
    EXPECT_THAT(told(result),
                HasSubstr("\"a\" has 3 missing cells (first: row 2 (line 3), row 3 (line 4), row 4 (line 5))"));
}

TEST(CsvRecognition, CellIsANumberOnlyIfAllOfItIs)
{
    const CsvResult result = parseCsv("a,b\n1,2\n12:30,1\n0x1F,2\n1.5D3,3\n2,4\n3,5\n4,6\n");
    const Column &column = result.table.column("a");
    EXPECT_EQ(column.kind(), ColumnKind::Number);
    EXPECT_EQ(column.odd().count, 3);
    EXPECT_EQ(column.odd().first[0], (CellPlace{1, "12:30"}));
    EXPECT_EQ(column.text(2), "0x1F");
    EXPECT_TRUE(std::isnan(column.values()[3]));
    EXPECT_THAT(told(result), HasSubstr("\"a\" has 3 cells that are no number: row 2 (line 3) \"12:30\""));
}

TEST(CsvRecognition, InfinitiesAreNoNumbersAndTold)
{
    const CsvResult result = parseCsv("a,b\n1,2\ninf,3\n1e999,4\n5,6\n");
    EXPECT_EQ(result.table.column("a").infinite().count, 2);
    EXPECT_EQ(result.table.column("a").odd().count, 0);
    EXPECT_THAT(told(result), HasSubstr("2 cells beyond the range of numbers"));
}

TEST(CsvRecognition, SignsOfPercentAndMoneyAreNamed)
{
    const CsvResult result = parseCsv("share,price\n12%,$1.50\n13%,$2.50\n");
    EXPECT_THAT(kinds(result.table), ElementsAre("text", "text"));
    EXPECT_THAT(told(result), HasSubstr("\"share\" is text, because its numbers carry a sign (\"1"));
    EXPECT_THAT(told(result), HasSubstr("\"price\" is text"));
    EXPECT_THAT(told(parseCsv("p;x\n5 \u20AC;1\n6 \u20AC;2\n")), HasSubstr("\"p\" is text, because"));
}

TEST(CsvRecognition, TimesOfEveryKind)
{
    const CsvResult iso = parseCsv("t,v\n2024-01-01T00:00,1\n2024-01-01T01:00,2\n");
    EXPECT_EQ(iso.recognition.timeColumn, "t");
    EXPECT_EQ(iso.table.column("t").values()[1] - iso.table.column("t").values()[0], 3600.0);
    EXPECT_EQ(iso.table.column("t").text(1), "2024-01-01 01:00");
    EXPECT_EQ(parseCsv("t,v\n1/31/2024,1\n2/1/2024,2\n").recognition.timeFormat, TimeFormat::MonthFirst);
    EXPECT_EQ(parseCsv("t,v\n31/1/2024,1\n1/2/2024,2\n").recognition.timeFormat, TimeFormat::DayFirst);
    EXPECT_EQ(parseCsv("t;v\n1.2.2024;1\n2.2.2024;2\n").recognition.timeFormat, TimeFormat::DayFirst);
    EXPECT_EQ(parseCsv("timestamp,v\n1700000000,1\n1700003600,2\n").recognition.timeFormat, TimeFormat::UnixSeconds);
    EXPECT_EQ(parseCsv("time,v\n1700000000000,1\n1700003600000,2\n").recognition.timeFormat,
              TimeFormat::UnixMilliseconds);
    EXPECT_EQ(parseCsv("amount,v\n1700000000,1\n1700003600,2\n").recognition.timeColumn, "");
}

TEST(CsvRecognition, AmbiguousDatesFollowTheRisingOrderAndAreWarnedOf)
{
    const CsvResult result = parseCsv("t,v\n01/02/2024,1\n02/02/2024,2\n03/02/2024,3\n01/03/2024,4\n");
    EXPECT_EQ(result.recognition.timeFormat, TimeFormat::DayFirst);
    EXPECT_THAT(told(result), HasSubstr("can be read both ways; they are read day first"));
    CsvOptions options;
    options.timeFormat = TimeFormat::MonthFirst;
    const CsvResult overruled = parseCsv("t,v\n01/02/2024,1\n02/02/2024,2\n", options);
    EXPECT_EQ(overruled.table.column("t").text(1), "2024-02-02");
    EXPECT_EQ(overruled.table.column("t").text(0), "2024-01-02");
}

TEST(CsvRecognition, TimeColumnCanBeNamed)
{
    CsvOptions options;
    options.timeColumn = "b";
    const CsvResult result = parseCsv("a,b\n2024-01-01,1700000000\n2024-01-02,1700003600\n", options);
    EXPECT_EQ(result.recognition.timeColumn, "b");
    EXPECT_EQ(result.table.column("b").kind(), ColumnKind::Time);
    options.timeColumn = "year";
    EXPECT_EQ(parseCsv("year,v\n1990,1\n1991,2\n", options).table.column("year").kind(), ColumnKind::Number);
    options.timeColumn = "nope";
    EXPECT_THROW(parseCsv("a,b\n1,2\n", options), DataError);
}

TEST(CsvRecognition, TextWithTheLookOfNumbersInPartsStaysReadable)
{
    const CsvResult result = parseCsv("id,v\n007,1\nA12,2\nB7,3\n9,4\nC,5\n");
    EXPECT_EQ(result.table.column("id").kind(), ColumnKind::Text);
    EXPECT_EQ(result.table.column("id").text(0), "007");
}

TEST(CsvRecognition, SummaryIsOneLine)
{
    EXPECT_EQ(parseCsv("a;b\r\n1,5;2\r\n").recognition.summary(),
              "semicolon-separated, utf-8, CRLF, header, decimal comma");
}

TEST(CsvRecognition, TypeOfAColumnCanBeOverruled)
{
    const std::string text = "id,word,day,extra\n1,7,1.2.2024,x\n2,8,2.2.2024,y\n03,?,3.2.2024,z\n";
    CsvOptions options;
    options.types = {{"id", ColumnType::Text},
                     {"word", ColumnType::Number},
                     {"day", ColumnType::Text},
                     {"extra", ColumnType::Ignore}};
    const CsvResult result = parseCsv(text, options);
    ASSERT_EQ(result.table.columns().size(), 3U);
    EXPECT_EQ(result.table.column("id").kind(), ColumnKind::Text);
    EXPECT_EQ(result.table.column("id").text(2), "03");
    EXPECT_EQ(result.table.column("word").values()[1], 8.0);
    EXPECT_EQ(result.table.column("day").text(0), "1.2.2024");
    EXPECT_TRUE(result.recognition.timeColumn.empty());
    EXPECT_THAT(result.recognition.ignored, ElementsAre("extra"));
    EXPECT_THAT(result.recognition.notes, Contains(HasSubstr("Left out, as chosen: \"extra\"")));
}

TEST(CsvRecognition, TextReadAsNumbersCountsWhatIsNone)
{
    CsvOptions options;
    options.types = {{"a", ColumnType::Number}};
    const CsvResult result = parseCsv("a\n1\nx\ny\nz\n", options);
    EXPECT_EQ(result.table.column("a").kind(), ColumnKind::Number);
    EXPECT_EQ(result.table.column("a").odd().count, 3);
}

TEST(CsvRecognition, NumbersAreTimesOnlyWithAFormat)
{
    CsvOptions options;
    options.types = {{"a", ColumnType::Time}};
    EXPECT_THROW(parseCsv("a,b\n1,2\n2,3\n", options), DataError);
    options.timeFormat = TimeFormat::UnixSeconds;
    const CsvResult result = parseCsv("a,b\n1,2\n2,3\n", options);
    EXPECT_EQ(result.table.column("a").kind(), ColumnKind::Time);
    EXPECT_EQ(result.table.column("a").text(0), "1970-01-01 00:00:01");
}

TEST(CsvRecognition, TypesThatCannotBeMetAreTold)
{
    CsvOptions options;
    options.types = {{"a", ColumnType::Ignore}};
    EXPECT_THROW(parseCsv("a\n1\n2\n", options), DataError);
    options.types = {{"zz", ColumnType::Text}};
    EXPECT_THAT(parseCsv("a\n1\n2\n", options).recognition.warnings, Contains(HasSubstr("no column \"zz\"")));
    options.types = {{"a", ColumnType::Text}};
    options.timeColumn = "a";
    EXPECT_THROW(parseCsv("a\n1\n2\n", options), OptionError);
}

TEST(CsvRecognition, IgnoredColumnsCountAsCellsOfTheRow)
{
    CsvOptions options;
    options.types = {{"b", ColumnType::Ignore}};
    const CsvResult result = parseCsv("a,b,c\n1,x,2\n3,y,4,5\n6,z\n", options);
    EXPECT_EQ(result.table.columns().size(), 2U);
    EXPECT_THAT(result.recognition.warnings, Contains(HasSubstr("more cells than the 3 columns")));
    EXPECT_EQ(result.table.column("c").values()[0], 2.0);
    EXPECT_TRUE(result.table.column("c").isMissing(2));
}

} // namespace
} // namespace gatescope
