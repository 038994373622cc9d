// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"

#include "core/data/prepared_data.h"
#include "core/error.h"
#include "core/math/random.h"

#include "tests/core/common.h"
#include "tests/core/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace gatescope {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::filesystem::path fileWith(const std::string &name, const std::string &content)
{
    const std::filesystem::path path = gatescope::temporaryPath(name);
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

std::string utf16(std::string_view text, bool littleEndian, bool mark)
{
    std::string bytes = mark ? (littleEndian ? "\xFF\xFE" : "\xFE\xFF") : "";
    for (const char c : text) {
        bytes += littleEndian ? c : '\0';
        bytes += littleEndian ? '\0' : c;
    }
    return bytes;
}

TEST(CsvReader, ReadsAFileAndNamesItInMessages)
{
    const std::filesystem::path path = fileWith("plain.csv", "a,b\n1,2\n3,x\n5,6\n7,8\n");
    const CsvResult result = readCsv(path);
    EXPECT_EQ(result.table.source(), path.filename().string());
    DataOptions options;
    options.targets = {"b"};
    options.window = 2;
    EXPECT_THAT(messageOf([&] { prepareData<float>(result.table, options); }),
                HasSubstr("plain.csv, row 2 (line 3), column \"b\": \"x\" is not a number"));
}

TEST(CsvReader, BadCellBehindAQuotedLineEndNamesItsLine)
{
    const CsvResult result = parseCsv("a,b\n1,\"x\ny\"\n2,z\nbad,w\n3,v\n4,u\n", {}, "file.csv");
    EXPECT_EQ(result.table.column("a").odd().first[0].row, 2);
    EXPECT_EQ(result.table.line(2), 5);
    EXPECT_EQ(result.table.place(2, "a"), "file.csv, row 3 (line 5), column \"a\"");
}

TEST(CsvReader, RefusesWhatIsNoFile)
{
    EXPECT_THROW(readCsv("/nowhere/at/all.csv"), IoError);
    EXPECT_THAT(messageOf([] { readCsv(std::filesystem::temp_directory_path()); }), HasSubstr("is a folder"));
    const std::filesystem::path pipe = gatescope::temporaryPath("pipe");
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_THAT(messageOf([&] { readCsv(pipe); }), HasSubstr("not a plain file"));
}

TEST(CsvReader, FileShortenedWhileItIsReadIsAnErrorAndNoCrash)
{
    std::string text = "a,b\n";
    while (text.size() < 20'000'000)
        text += "1.5,2.5\n";
    const std::filesystem::path path = fileWith("shortened.csv", text);
    const auto shorten = [&path](double) {
        std::filesystem::resize_file(path, 100);
        return true;
    };
    EXPECT_THAT(messageOf([&] { readCsv(path, {}, shorten); }), HasSubstr("was shortened while being read"));
    std::filesystem::remove(path);
}

TEST(CsvReader, FileShortenedWhileItIsParsedIsReadAsItWas)
{
    std::string text = "a,b\n";
    Index rows = 0;
    for (; text.size() < 20'000'000; ++rows)
        text += "1.5,2.5\n";
    const std::filesystem::path path = fileWith("emptied.csv", text);
    bool emptied = false;
    const CsvResult result = readCsv(path, {}, [&](double fraction) {
        if (fraction > 0.3 && !std::exchange(emptied, true))
            std::filesystem::resize_file(path, 0);
        return true;
    });
    EXPECT_TRUE(emptied);
    EXPECT_EQ(result.table.rows(), rows);
    EXPECT_EQ(result.table.column("b").values().back(), 2.5);
    std::filesystem::remove(path);
}

TEST(CsvReader, ReadingCanBeCancelledBeforeTheBytesAreThere)
{
    const std::filesystem::path path = fileWith("cancelled.csv", "a,b\n1,2\n");
    EXPECT_TRUE(readCsv(path, {}, [](double) { return false; }).cancelled);
}

TEST(CsvReader, RefusesWhatHoldsNoTable)
{
    EXPECT_THAT(messageOf([] { readCsv(fileWith("empty.csv", "")); }), HasSubstr("is empty"));
    EXPECT_THAT(messageOf([] { parseCsv("\xEF\xBB\xBF"); }), HasSubstr("is empty"));
    EXPECT_THAT(messageOf([] { parseCsv("\n \n\n"); }), HasSubstr("holds no rows"));
    EXPECT_THAT(messageOf([] { parseCsv("a,b,c\n"); }), HasSubstr("header but no rows"));
    EXPECT_THAT(messageOf([] { parseCsv("# only\n# comments\n"); }), HasSubstr("holds no rows"));
}

TEST(CsvReader, RefusesANulByteWithItsPlace)
{
    EXPECT_THAT(messageOf([] { parseCsv(std::string_view("a,b\n1,\0002\n", 9), {}, "f.csv"); }),
                HasSubstr("f.csv holds a NUL byte at byte 7 (line 2)"));
    EXPECT_THROW(parseCsv(std::string_view("PNG\x89\0\0\0\0\0\0\0", 11)), DataError);
}

TEST(CsvReader, UnclosedQuoteIsAnErrorWithTheLineItOpensIn)
{
    EXPECT_THAT(messageOf([] { parseCsv("a,b\n1,2\n\"3,4\n5,6\n", {}, "f.csv"); }), HasSubstr("f.csv, line 3"));
    std::string text = "a,b\n";
    for (int row = 0; row < 500; ++row)
        text += row == 300 ? "1,\"2\n" : "1,2\n";
    EXPECT_THAT(messageOf([&] { parseCsv(text, {}, "f.csv"); }), HasSubstr("f.csv, line 302"));
}

TEST(CsvReader, EncodingsAreRecognised)
{
    const std::string text = "name,v\nxy,1\nz,2\n";
    for (const bool little : {true, false}) {
        for (const bool mark : {true, false}) {
            const CsvResult result = parseCsv(utf16(text, little, mark));
            EXPECT_EQ(result.recognition.encoding,
                      little ? TextEncoding::Utf16LittleEndian : TextEncoding::Utf16BigEndian);
            EXPECT_EQ(result.recognition.byteOrderMark, mark);
            EXPECT_EQ(result.table.column("name").text(0), "xy");
        }
    }
    const CsvResult marked = parseCsv("\xEF\xBB\xBF" + text);
    EXPECT_TRUE(marked.recognition.byteOrderMark);
    EXPECT_EQ(marked.table.columns()[0].name(), "name");
    for (const std::string &several : {"\xEF\xBB\xBF\xEF\xBB\xBF" + text, "\xFF\xFE" + utf16(text, true, true)})
        EXPECT_EQ(parseCsv(several).table.columns()[0].name(), "name");
    const CsvResult latin = parseCsv("gr\xF6\xDF"
                                     "e,v\nM\xFCnchen,1\n\x80 5,2\n");
    EXPECT_EQ(latin.recognition.encoding, TextEncoding::Latin1);
    EXPECT_EQ(latin.table.columns()[0].name(), "größe");
    EXPECT_EQ(latin.table.columns()[0].text(0), "München");
    EXPECT_EQ(latin.table.columns()[0].text(1), "€ 5");
}

TEST(CsvReader, EncodingCanBeOverruled)
{
    CsvOptions options;
    options.encoding = TextEncoding::Latin1;
    EXPECT_EQ(parseCsv("n,v\n\xC3\xA4,1\n", options).table.columns()[0].text(0), "Ã¤");
    options.encoding = TextEncoding::Utf8;
    const CsvResult broken = parseCsv("n,v\n\xE4,1\n", options);
    EXPECT_EQ(broken.table.columns()[0].text(0), "\xEF\xBF\xBD");
    EXPECT_THAT(broken.recognition.warnings, ::testing::Contains(HasSubstr("no utf-8")));
}

TEST(CsvReader, BrokenUtf8AndUtf16DoNotCrash)
{
    for (const char *cell : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF", "\xF0\x9F\x98"})
        EXPECT_EQ(parseCsv("n,v\n" + std::string(cell) + ",1\n").recognition.encoding, TextEncoding::Latin1);
    const std::string lone = utf16("n,v\n", true, true) + std::string("\x00\xD8", 2) + utf16(",1\n", true, false) + "x";
    EXPECT_EQ(parseCsv(lone).table.columns()[0].text(0), "\xEF\xBF\xBD");
}

TEST(CsvReader, CancelledReadingGivesAnEmptyTable)
{
    std::string text = "a,b\n";
    for (int row = 0; row < 200000; ++row)
        text += "1.5,2.5\n";
    int calls = 0;
    const CsvResult result = parseCsv(text, {}, "big", [&calls](double) { return ++calls < 5; });
    EXPECT_TRUE(result.cancelled);
    EXPECT_EQ(result.table.rows(), 0);
    EXPECT_EQ(calls, 5);
}

TEST(CsvReader, ProgressRisesFromZeroToOne)
{
    std::string text = "a,\"b\"\n";
    for (int row = 0; row < 300000; ++row)
        text += "1.5,\"2.5\"\n";
    std::vector<double> seen;
    parseCsv(text, {}, "big", [&seen](double fraction) {
        seen.push_back(fraction);
        return true;
    });
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_EQ(seen.front(), 0.0);
    EXPECT_EQ(seen.back(), 1.0);
    EXPECT_GT(seen.size(), 20U);
}

/// Rows of every awkward kind, and enough of them for several stretches.
std::string largeText(int rows, bool quoted)
{
    Random random(3);
    std::string text = "t,a,word,b\n";
    for (int row = 0; row < rows; ++row) {
        if (random.below(50) == 0)
            text += random.below(2) == 0 ? "\n" : "\r\n";
        text += "2024-01-01T" + std::string(random.below(2) == 0 ? "10" : "11") + ":00,";
        text += random.below(30) == 0 ? "NA" : formatNumber(random.normal());
        const std::string word = "w" + std::to_string(random.below(500));
        text += "," + (quoted ? "\"" + word + "\"" : word) + "," + std::to_string(row);
        text += random.below(3) == 0 ? "\r\n" : "\n";
    }
    return text;
}

TEST(CsvReader, SeveralStretchesGiveTheSameTableAsOne)
{
    const int rows = 200'000;
    const CsvResult parallel = parseCsv(largeText(rows, false));
    const CsvResult sequential = parseCsv(largeText(rows, true));
    ASSERT_EQ(parallel.table.rows(), rows);
    ASSERT_EQ(sequential.table.rows(), rows);
    for (Index row = 0; row < rows; ++row) {
        ASSERT_EQ(parallel.table.column(3).values()[static_cast<std::size_t>(row)], static_cast<double>(row));
        ASSERT_EQ(parallel.table.line(row), sequential.table.line(row));
        for (Index column = 0; column < 4; ++column)
            ASSERT_EQ(parallel.table.column(column).text(row), sequential.table.column(column).text(row)) << row;
    }
    EXPECT_EQ(parallel.table.column("a").missing(), sequential.table.column("a").missing());
    EXPECT_EQ(parallel.table.column("word").codes().words().size(), 500U);
    EXPECT_EQ(parallel.recognition.blankLines, sequential.recognition.blankLines);
}

TEST(CsvReader, TypeIsFromAllRowsEvenWhenTheFirstMegabyteMisleads)
{
    std::string text = "a,b,c,d\n";
    for (int row = 0; row < 400'000; ++row) {
        const bool late = row >= 200'000;
        text +=
            std::string(late ? "word," : "1,") + (late ? "2," : ",") + (late ? "31/01/2024," : "01/02/2024,") + "x\n";
    }
    text += "word,2,31/01/2024,x\n";
    const CsvResult result = parseCsv(text);
    EXPECT_EQ(result.table.column("a").kind(), ColumnKind::Text);
    EXPECT_EQ(result.table.column("a").text(0), "1");
    EXPECT_EQ(result.table.column("b").kind(), ColumnKind::Number);
    EXPECT_EQ(result.table.column("c").kind(), ColumnKind::Time);
    EXPECT_EQ(result.table.column("c").odd().count, 0);
    EXPECT_EQ(result.table.column("c").text(0), "2024-02-01");
}

TEST(CsvReader, DecimalCommaThatAppearsLateIsStillFound)
{
    std::string text = "a;b\n";
    for (int row = 0; row < 400'000; ++row)
        text += row < 300'000 ? "1;2\n" : "1,5;2,25\n";
    const CsvResult result = parseCsv(text);
    EXPECT_EQ(result.table.column("a").odd().count, 0);
    EXPECT_EQ(result.table.column("b").values().back(), 2.25);
}

TEST(CsvReader, OneVeryLongLineAndAMillionEmptyFieldsAreRead)
{
    const CsvResult longCell = parseCsv("a,b\n" + std::string(5'000'000, 'x') + ",1\n");
    EXPECT_EQ(longCell.table.columns()[0].text(0).size(), 5'000'000U);
    const CsvResult empty = parseCsv("a,b\n1,2" + std::string(1'000'000, ',') + "\n3,4\n");
    EXPECT_EQ(empty.table.rows(), 2);
    EXPECT_EQ(empty.table.columns().size(), 2U);
    EXPECT_THAT(messageOf([] { parseCsv(std::string(100'000, ',') + "x\n1\n"); }),
                HasSubstr("more than the 65536 columns"));
}

TEST(CsvReader, ManySameNamesAreMadeDifferentInLinearTime)
{
    std::string header = "x", row = "1";
    for (int i = 1; i < 50'000; ++i) {
        header += ",x";
        row += ",1";
    }
    const CsvResult result = parseCsv(header + "\n" + row + "\n");
    EXPECT_EQ(result.table.columns().size(), 50'000U);
    EXPECT_EQ(result.table.columns().back().name(), "x_49999");
}

TEST(CsvReader, WideTableWithManyRowsIsRefusedBeforeMemoryIsTaken)
{
    std::string text = "x";
    for (int i = 1; i < 60'000; ++i)
        text += ",x";
    text += "\n1\n" + std::string(4'000'000, '\n') + "1\n";
    EXPECT_THROW(parseCsv(text), ResourceError);
}

TEST(CsvReader, NumbersTakeEightBytesACell)
{
    std::string text = "a,b,c,d\n";
    for (int row = 0; row < 200'000; ++row)
        text += "1.5,2.5,3.5,4.5\n";
    const CsvResult result = parseCsv(text);
    EXPECT_LT(result.table.byteSize(), static_cast<std::size_t>(1.01 * 200'000 * 4 * 8));
}

TEST(CsvReader, WordsOfAFewKindsTakeAByteARow)
{
    std::string text = "a,w\n";
    for (int row = 0; row < 200'000; ++row)
        text += row % 2 == 0 ? "1,rain\n" : "1,sun\n";
    EXPECT_LT(parseCsv(text).table.byteSize(), 200'000U * 9 + 10'000);
}

TEST(CsvReader, WholeNumbersBeyondADoubleAreToldAndAreNoIds)
{
    const CsvResult result =
        parseCsv("id,v\n9007199254740992,1\n9007199254740993,2\n12345678901234567890,3\n1e300,4\n", {}, "f.csv");
    EXPECT_EQ(result.table.column("id").rounded().count, 2);
    EXPECT_THAT(result.recognition.warnings, ElementsAre(HasSubstr("row 2 (line 3) \"9007199254740993\"")));
    DataOptions options;
    options.targets = {"v"};
    options.sequenceId = "id";
    EXPECT_THAT(messageOf([&] { prepareData<float>(result.table, options); }),
                HasSubstr("f.csv, row 2 (line 3), column \"id\""));
}

TEST(CsvReader, RandomBytesNeverCrash)
{
    static constexpr std::string_view kAlphabet = ",;\t|\"'\n\r0123456789.-eE#ab ";
    Random random(17);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::uint64_t i = random.below(300); i > 0; --i)
            text +=
                random.below(4) == 0 ? static_cast<char>(random.below(256)) : kAlphabet[random.below(kAlphabet.size())];
        try {
            const CsvResult result = parseCsv(text);
            for (const Column &column : result.table.columns())
                ASSERT_EQ(column.size(), result.table.rows());
        } catch (const Error &error) {
            ASSERT_FALSE(std::string(error.what()).empty());
        }
    }
}

TEST(CsvReader, OptionsThatContradictAreRefused)
{
    CsvOptions options;
    options.delimiter = '"';
    options.quote = '"';
    EXPECT_THROW(parseCsv("a,b\n1,2\n", options), OptionError);
}

TEST(CsvReader, SingleQuotesAreRecognisedWhereNoDoubleOnesAre)
{
    const CsvResult result = parseCsv("a,b\n'x, y',1\n'z, w',2\n");
    EXPECT_EQ(result.recognition.quote, '\'');
    EXPECT_EQ(result.table.column("a").text(0), "x, y");
    EXPECT_EQ(parseCsv("a,b\nit's,1\ndon't,2\n").table.column("a").text(0), "it's");
}

} // namespace
} // namespace gatescope
