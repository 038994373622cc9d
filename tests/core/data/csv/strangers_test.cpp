// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Forms in which people's files come: each test is a kind, with its neighbours.
#include "core/data/csv/csv_reader.h"
#include "core/data/csv/reading_offers.h"
#include "core/data/data_options.h"
#include "core/data/prepared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace gatescope {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A header and as many rows as asked for.
std::string strangersFile(const std::string &header, int rows, const std::function<std::string(int)> &row)
{
    std::string text = header + "\n";
    for (int i = 0; i < rows; ++i)
        text += row(i) + "\n";
    return text;
}

std::string twoDigits(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::vector<std::string> texts(const Column &column, Index rows)
{
    std::vector<std::string> cells;
    for (Index row = 0; row < rows; ++row)
        cells.push_back(column.text(row));
    return cells;
}

TEST(StrangersNumbers, NoGroupOfThousandsBeginsWithZero)
{
    const CsvResult commas = parseCsv("a,b\n\"0,500\",1\n\"0,750\",2\n\"1,250\",3\n");
    EXPECT_THAT(commas.table.column("a").values(), ElementsAre(0.5, 0.75, 1.25));
    EXPECT_THAT(commas.recognition.warnings, Contains(AllOf(HasSubstr("\"a\""), HasSubstr("decimal comma"))));
    const CsvResult points = parseCsv("a;b\n0.510;1,5\n0.520;2,5\n1.530;3,25\n");
    EXPECT_THAT(points.table.column("a").values(), ElementsAre(0.51, 0.52, 1.53));
    EXPECT_THAT(points.table.column("b").values(), ElementsAre(1.5, 2.5, 3.25));
    EXPECT_THAT(parseCsv("a\tb\n001,500\t1.5\n002,250\t2.5\n").table.column("a").values(), ElementsAre(1.5, 2.25));
    EXPECT_THAT(parseCsv("a,b\n\"1,234\",1\n\"12,345\",2\n").table.column("a").values(), ElementsAre(1234, 12345));
}

TEST(StrangersNumbers, SignsOfEveryKeyboardPartThousands)
{
    EXPECT_THAT(parseCsv("a,b\n1,1\xE2\x80\x99"
                         "200.5\n2,1\xE2\x80\x99"
                         "300.5\n")
                    .table.column("b")
                    .values(),
                ElementsAre(1200.5, 1300.5));
    EXPECT_THAT(parseCsv("a;b\n1;1\xE2\x80\x89"
                         "200,5\n2;1\xE2\x80\xAF"
                         "300,5\n")
                    .table.column("b")
                    .values(),
                ElementsAre(1200.5, 1300.5));
}

TEST(StrangersNumbers, BooleansAreNumbersWhenTheyAreToldToBe)
{
    CsvOptions options;
    options.types["on"] = ColumnType::Number;
    EXPECT_THAT(parseCsv("on\nTRUE\nfalse\nTrue\n", options).table.column("on").values(), ElementsAre(1, 0, 1));
    EXPECT_THAT(parseCsv("on\nyes\nNo\n", options).table.column("on").values(), ElementsAre(1, 0));
    EXPECT_EQ(parseCsv("on\nTRUE\nfalse\n").table.column("on").kind(), ColumnKind::Text);
}

TEST(StrangersTables, RunsOfBlanksAreBordersOfCells)
{
    const CsvResult pairs = parseCsv("x y\n1 187\n2 224\n10  300 \n");
    EXPECT_THAT(pairs.recognition.columns, ElementsAre("x", "y"));
    EXPECT_THAT(pairs.table.column("y").values(), ElementsAre(187, 224, 300));
    CsvOptions options;
    options.delimiter = kWhitespaceDelimiter;
    const CsvResult aligned = parseCsv("  YEAR  MO   T2M\n  2020   1 \t10.5\n  2020  12    9.5\n", options);
    EXPECT_THAT(aligned.recognition.columns, ElementsAre("YEAR", "MO", "T2M"));
    EXPECT_THAT(aligned.table.column("T2M").values(), ElementsAre(10.5, 9.5));
}

TEST(StrangersTables, OneColumnOfTimesWithAClockStaysOne)
{
    const CsvResult times = parseCsv("time\n2024-01-01 10:00\n2024-01-01 11:00\n");
    EXPECT_THAT(times.recognition.columns, ElementsAre("time"));
    EXPECT_EQ(times.table.column("time").kind(), ColumnKind::Time);
}

TEST(StrangersTables, AQuoteCountsThoughBlanksStandBeforeIt)
{
    const CsvResult result = parseCsv("\"t\", \"temp, out\", \"v\"\n0, \"1,100.5\", 2\n1, \"1,101.5\", 3\n");
    EXPECT_THAT(result.recognition.columns, ElementsAre("t", "temp, out", "v"));
    EXPECT_THAT(result.table.column("temp, out").values(), ElementsAre(1100.5, 1101.5));
    EXPECT_THAT(tokenizeCsv("a, \"b\" c,d\n"), ElementsAre(ElementsAre("a", " \"b\" c", "d")))
        << "a quote that does not end the cell is a letter";
}

TEST(StrangersTables, WhatDescribesTheFileIsNoTable)
{
    const auto rows = [](int i) { return "2024-01-" + twoDigits(i + 1) + "," + std::to_string(i) + ".5"; };
    for (const char *preamble : {"Station,Alpha\nLat,47.1\n\n", "\"lat\",\"lon\",\"height\"\n47.1,8.5,400\n\n",
                                 "A title\nand more of it\n", "TOA5,Site,CR1000,1234\n"}) {
        const CsvResult result = parseCsv(preamble + strangersFile("date,temp", 20, rows));
        EXPECT_THAT(result.recognition.columns, ElementsAre("date", "temp")) << preamble;
        EXPECT_EQ(result.table.rows(), 20) << preamble;
    }
    EXPECT_EQ(parseCsv(strangersFile("date,temp", 20, rows)).recognition.skippedLines, 0);
}

TEST(StrangersTables, UnitsAreKnownByTheirPlace)
{
    const auto rows = [](int i) { return "2024-01-" + twoDigits(i + 1) + "," + std::to_string(i) + ".5,7"; };
    const CsvResult counts = parseCsv(strangersFile("time,count,ratio\nUTC,counts,furlongs", 20, rows));
    EXPECT_TRUE(counts.recognition.unitsRow);
    EXPECT_EQ(counts.table.rows(), 20);
    EXPECT_EQ(counts.table.column("ratio").unit(), "furlongs");
    const CsvResult logger = parseCsv(strangersFile("TIMESTAMP,T,RH\nTS,Deg C,%\n,Avg,Smp", 20, rows));
    EXPECT_EQ(logger.table.rows(), 20);
    EXPECT_EQ(logger.table.column("RH").unit(), "%");
    const CsvResult marks = parseCsv(strangersFile("time,a,b\n2024-01-01,off,off", 20, rows));
    EXPECT_EQ(marks.table.rows(), 21) << "a row with a time of its own holds no units";
}

TEST(StrangersTables, DatesAboveNumbersAreNames)
{
    const CsvResult result = parseCsv(strangersFile("station,1/1/2020,1/2/2020,1/3/2020", 20,
                                                    [](int i) { return "s" + std::to_string(i) + ",1,2,3"; }));
    EXPECT_THAT(result.recognition.columns, ElementsAre("station", "1/1/2020", "1/2/2020", "1/3/2020"));
    EXPECT_EQ(result.table.rows(), 20);
}

TEST(StrangersTables, TotalsUnderATableAreNoRow)
{
    const auto rows = [](int i) { return "2024-01-" + twoDigits(i + 1) + "," + std::to_string(i); };
    for (const char *footer : {"Total,190\n", "Sum:,190\n", ",190\n", "Average,9.5\n", "Source: somebody,\n"}) {
        const CsvResult result = parseCsv(strangersFile("date,v", 20, rows) + footer);
        EXPECT_EQ(result.table.rows(), 20) << footer;
        EXPECT_THAT(result.recognition.warnings, Contains(HasSubstr("line 22"))) << footer;
    }
    EXPECT_EQ(parseCsv(strangersFile("date,v", 20, rows) + "2024-02-01,190\n").table.rows(), 21)
        << "a row with a date is a row";
    EXPECT_EQ(parseCsv(strangersFile("date,v", 20, rows) + ",17\n").table.rows(), 21) << "17 is no sum of them";
}

TEST(StrangersTimes, NumbersThatAreDatesAreTimes)
{
    const auto hours = [](int i) { return "20240101" + twoDigits(i) + ",1"; };
    const CsvResult compact = parseCsv(strangersFile("date,v", 20, hours));
    EXPECT_EQ(compact.table.column("date").text(1), "2024-01-01 01:00");
    const CsvResult unnamed = parseCsv(strangersFile("when,v", 20, hours));
    EXPECT_EQ(unnamed.table.column("when").kind(), ColumnKind::Time) << "they rise as times do";
    EXPECT_THAT(unnamed.recognition.notes, Contains(AllOf(HasSubstr("\"when\""), HasSubstr("time"))));
    const CsvResult counts =
        parseCsv(strangersFile("sold,v", 20, [](int i) { return std::to_string(20240101 - 7 * i) + ",1"; }));
    EXPECT_EQ(counts.table.column("sold").kind(), ColumnKind::Number);
}

TEST(StrangersTimes, CountsSinceNineteenSeventyComeInFourUnits)
{
    for (const char *zeros : {"", "000", "000000", "000000000"}) {
        const CsvResult result =
            parseCsv(strangersFile("ts_x,v", 20, [&](int i) { return std::to_string(1700000000 + i) + zeros + ",1"; }));
        EXPECT_EQ(result.table.column("ts_x").text(1), "2023-11-14 22:13:21") << zeros;
    }
    EXPECT_EQ(parseCsv("timestamp,v\n1700000000.250,1\n1700000000.5,2\n").table.column("timestamp").text(0),
              "2023-11-14 22:13:20.250");
}

TEST(StrangersTimes, AYearOfTwoDigitsMayStandInFront)
{
    const CsvResult result =
        parseCsv(strangersFile("time,v", 28, [](int i) { return "24-01-" + twoDigits(i + 1) + ",1"; }));
    EXPECT_THAT(texts(result.table.column("time"), 2), ElementsAre("2024-01-01", "2024-01-02"));
    EXPECT_EQ(result.recognition.timeFormat, TimeFormat::YearFirst);
}

TEST(StrangersTimes, EveryFormIsReadAndWrittenAsExactlyAsItStands)
{
    EXPECT_THAT(
        texts(parseCsv("time,v\n2024-03-01 10:00:00.000125,1\n2024-03-01 10:00:00.000250,2\n").table.column("time"), 2),
        ElementsAre("2024-03-01 10:00:00.000125", "2024-03-01 10:00:00.000250"));
    EXPECT_THAT(
        texts(parseCsv("time,v\n2024-03-01 10:00:00.123456789,1\n2024-03-01 10:00:01,2\n").table.column("time"), 2),
        ElementsAre("2024-03-01 10:00:00.123456789", "2024-03-01 10:00:01"));
    CsvOptions options;
    options.timeColumn = "when";
    options.timeFormat = TimeFormat("%b-%y");
    EXPECT_THAT(texts(parseCsv("when,v\nFeb-20,1\nMar-20,2\n", options).table.column("when"), 2),
                ElementsAre("2020-02-01", "2020-03-01"));
}

TEST(StrangersTimes, SeveralColumnsMakeOneTime)
{
    CsvOptions options;
    options.timeColumn = "Date,Time";
    const CsvResult clock = parseCsv("Date,Time,v\n2024-01-01,00:30,1\n2024-01-01,01:30,2\n", options);
    EXPECT_THAT(texts(clock.table.column("Date"), 2), ElementsAre("2024-01-01 00:30", "2024-01-01 01:30"));
    EXPECT_EQ(clock.table.find("Time"), -1);
    options.timeColumn = "Y,M,D,H";
    const CsvResult parts = parseCsv("Y,M,D,H,v\n2024,1,2,3,1\n2024,1,2,4,2\n2024,1,,5,3\n", options);
    EXPECT_THAT(texts(parts.table.column("Y"), 3), ElementsAre("2024-01-02 03:00", "2024-01-02 04:00", ""));
    EXPECT_THAT(parseCsv("Date,Time,v\n2024-01-01,00:30,1\n2024-01-01,01:30,2\n").recognition.warnings,
                Contains(AllOf(HasSubstr("\"Date\""), HasSubstr("--time Date,Time"))));
}

TEST(StrangersTimes, APatternThatNamesNoColumnIsForTheOneWrittenSo)
{
    CsvOptions options;
    options.timeFormat = timeFormatFromName("%y/%d/%m");
    const CsvResult read = parseCsv("note,when,v\na,24/13/03,1\nb,24/14/03,2\n", options);
    EXPECT_EQ(read.recognition.timeColumn, "when");
    EXPECT_THAT(texts(read.table.column("when"), 2), ElementsAre("2024-03-13", "2024-03-14"));
    EXPECT_EQ(read.table.column("note").kind(), ColumnKind::Text);
}

TEST(StrangersOffers, EachDoubtCanBeSettledByOneStep)
{
    std::string text = "Date,Time,v,price\n";
    for (int hour = 0; hour < 48; ++hour)
        text += "2024-01-0" + std::to_string(hour / 24 + 1) + "," + twoDigits(hour % 24) + ":00,"
                + (hour % 9 == 5 ? "-9999" : std::to_string(20 + hour % 7)) + "," + std::to_string(hour) + ".25\n";
    const CsvResult first = parseCsv(text);
    std::vector<ReadingOffer> offers = readingOffers(first.recognition, {});
    ASSERT_EQ(offers.size(), 2U);
    EXPECT_EQ(offers[0].title, "Join Date,Time into one time");
    EXPECT_EQ(offers[1].title, "Take -9999 as missing");
    const CsvResult marked = parseCsv(text, offers[1].options);
    EXPECT_EQ(marked.table.column("v").missing().count, 5);
    offers = readingOffers(marked.recognition, offers[1].options);
    ASSERT_EQ(offers.size(), 1U);
    const CsvResult joined = parseCsv(text, offers[0].options);
    EXPECT_EQ(joined.table.columns().size(), 3U);
    EXPECT_EQ(joined.table.column("v").missing().count, 5);
    EXPECT_THAT(readingOffers(joined.recognition, offers[0].options), IsEmpty());
}

TEST(StrangersOffers, WordsForYesAndNoCanBeNumbers)
{
    const std::string text = "v,on,kind\n1,yes,wet\n2,no,dry\n3,YES,wet\n4,No,dry\n";
    const CsvResult read = parseCsv(text);
    EXPECT_EQ(read.table.column("on").kind(), ColumnKind::Text);
    const std::vector<ReadingOffer> offers = readingOffers(read.recognition, {});
    ASSERT_EQ(offers.size(), 1U);
    EXPECT_EQ(offers[0].title, "Read \"on\" as 1 and 0");
    const CsvResult again = parseCsv(text, offers[0].options);
    EXPECT_THAT(again.table.column("on").values(), ElementsAre(1, 0, 1, 0));
    EXPECT_THAT(readingOffers(again.recognition, offers[0].options), IsEmpty());
}

TEST(StrangersOffers, AColumnOfAnotherDecimalSignCanBeReadEitherWay)
{
    const CsvResult read = parseCsv("a,b\n\"0,500\",1.5\n\"0,750\",2.5\n\"1,250\",3.5\n");
    const std::vector<ReadingOffer> offers = readingOffers(read.recognition, {});
    ASSERT_EQ(offers.size(), 1U);
    EXPECT_THAT(offers[0].title, HasSubstr("Read \"a\" with a decimal"));
    EXPECT_EQ(offers[0].options.columnDecimals.size(), 1U);
}

TEST(StrangersMissing, WordsOfOtherProgramsAreMissingNumbersAndLabels)
{
    const CsvResult result = parseCsv("v,w\n1,None\n#DIV/0!,a\n<NA>,b\n\\N,None\n--,a\n2,b\n3,a\n4,a\n5,a\n6,a\n");
    EXPECT_EQ(result.table.column("v").missing().count, 4);
    EXPECT_EQ(result.table.column("w").missing().count, 0) << "None is a label in a column of text";
}

TEST(StrangersMissing, MarksAreWhatTheOptionsSay)
{
    CsvOptions options;
    options.na = {"-99.9", "M"};
    const CsvResult result = parseCsv("v,w\n-99.90,M\n1,F\nM,F\n2,F\n", options);
    EXPECT_EQ(result.table.column("v").missing().count, 2);
    EXPECT_EQ(result.table.column("w").missing().count, 1);
    options = {};
    options.types["w"] = ColumnType::Text;
    EXPECT_EQ(parseCsv("v,w\n1,NA\n2,-\n3,\n", options).table.column("w").missing().count, 1)
        << "in a column that is told to be text, NA is a label";
}

TEST(StrangersMissing, NumbersThatStandFarAwayAgainAndAgainAreSuspected)
{
    const auto file = [](const std::string &mark) {
        return strangersFile("t,v", 60, [&](int i) {
            return std::to_string(i) + "," + (i % 9 == 3 ? mark : std::to_string(10 + i % 7));
        });
    };
    for (const char *mark : {"-9999", "-999", "999.9", "1e20"}) {
        const CsvResult result = parseCsv(file(mark));
        ASSERT_EQ(result.recognition.suspects.size(), 1U) << mark;
        EXPECT_EQ(result.recognition.suspects[0].column, "v");
        EXPECT_EQ(result.recognition.suspects[0].count, 7);
    }
    for (const char *value : {"9", "-5", "40", "99"})
        EXPECT_THAT(parseCsv(file(value)).recognition.suspects,
                    std::string(value) == "99" ? Not(IsEmpty())
                                               : ::testing::Matcher<const std::vector<MissingSuspect> &>(IsEmpty()))
            << value;
}

TEST(StrangersNames, IdsAndLabelsAreTextAsItIsWritten)
{
    const CsvResult result = parseCsv("id,c,v\n007,1.10,1\n7,1.1,2\n007,1.10,3\n7,1.2,4\n");
    EXPECT_EQ(result.table.column("id").label(0), "007");
    EXPECT_EQ(result.table.column("id").label(1), "7");
    EXPECT_EQ(result.table.column("c").label(0), "1.10");
    EXPECT_EQ(result.table.column("c").text(0), "1.1") << "as a value it is a number";
    EXPECT_THAT(result.table.column("id").values(), ElementsAre(7, 7, 7, 7));
}

TEST(StrangersModels, LaterFilesAreReadAsTheModelsWas)
{
    CsvOptions options;
    options.usual = UsualReading{{',', '.'}, {}, "date", TimeFormat::DayFirst};
    const CsvResult open = parseCsv("date;v\n03/04/2024;1.206\n04/04/2024;1.207\n", options);
    EXPECT_THAT(open.table.column("v").values(), ElementsAre(1206, 1207));
    EXPECT_EQ(open.recognition.timeFormat, TimeFormat::DayFirst);
    const CsvResult other = parseCsv("date;v\n2024-04-03;1.5\n2024-04-04;2.25\n", options);
    EXPECT_THAT(other.table.column("v").values(), ElementsAre(1.5, 2.25));
    EXPECT_THAT(other.recognition.warnings, Contains(HasSubstr("model's file")));
}

TEST(StrangersParts, NothingIsFilledInAcrossTheBorderOfAPart)
{
    std::vector<double> values(20);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = i < 14 ? static_cast<double>(i) : 1000.0;
    values[12] = values[13] = std::numeric_limits<double>::quiet_NaN();
    DataOptions options;
    options.targets = {"v"};
    options.window = 3;
    options.scale = ScaleKind::None;
    options.missing = MissingPolicy::Interpolate;
    const auto data = prepareData<double>(Table("made", {Column::numbers("v", values)}), options);
    EXPECT_EQ(data.targetValues.leftCols(14).maxCoeff(), 11.0) << "the last known value is carried on";
}

} // namespace
} // namespace gatescope
