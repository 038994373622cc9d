// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv/csv_reader.h"
#include "core/data/text/signed_number.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace gatescope {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The column "p" of a text, told to be a number.
CsvResult readAsNumber(const std::string &text, CsvOptions options = {})
{
    options.types["p"] = ColumnType::Number;
    return parseCsv(text, options);
}

std::vector<double> values(const CsvResult &result)
{
    const auto cells = result.table.column("p").values();
    return {cells.begin(), cells.end()};
}

TEST(SignedNumber, SignIsTakenOffEitherEnd)
{
    for (const char *cell : {"$1.50", "$ 1.50", "1.50$", "1.50 $", "\u20AC1.50", "1.50\u00A0\u20AC", "1.50 %",
                             "1.50\u2030", "\u00A31.50", "\u20B91.50"}) {
        ASSERT_TRUE(withoutSign(cell)) << cell;
        EXPECT_EQ(withoutSign(cell)->number, "1.50") << cell;
    }
    EXPECT_EQ(withoutSign("1.50 \u20AC")->sign, "\u20AC");
}

TEST(SignedNumber, MinusStaysOnEitherSideOfTheSign)
{
    EXPECT_EQ(withoutSign("-$1.50")->number, "-1.50");
    EXPECT_EQ(withoutSign("$-1.50")->number, "-1.50");
    EXPECT_EQ(withoutSign("\u22125 %")->number, "\u22125");
}

TEST(SignedNumber, OtherCellsHaveNone)
{
    for (const char *cell : {"", "-", "1.50", "EUR 1.50", "5 kg", "abc", "1$5"})
        EXPECT_FALSE(withoutSign(cell)) << cell;
}

TEST(SignedNumbers, ColumnToldToBeANumberIsReadWithoutThem)
{
    EXPECT_THAT(values(readAsNumber("n,p\na,$1.50\nb,-$2\nc,$-0.25\n")), ElementsAre(1.5, -2.0, -0.25));
    EXPECT_THAT(values(readAsNumber("n,p\na,12 %\nb,13%\nc,-1.5%\n")), ElementsAre(12.0, 13.0, -1.5));
}

TEST(SignedNumbers, DecimalAndThousandsSignsAreRecognisedUnderThem)
{
    EXPECT_THAT(values(readAsNumber("n;p\na;\u20AC 1.234,50\nb;\u20AC 7,25\n")), ElementsAre(1234.5, 7.25));
    EXPECT_THAT(values(readAsNumber("n;p\na;1.234.567,5 \u20AC\nb;7 \u20AC\n")), ElementsAre(1234567.5, 7.0));
    EXPECT_THAT(values(readAsNumber("n,p\na,\"$1,234.50\"\nb,\"$1,234,567\"\n")), ElementsAre(1234.5, 1234567.0));
}

TEST(SignedNumbers, WhatWasTakenOffIsTold)
{
    const CsvResult result = readAsNumber("n,p\na,$1.50\nb,$2\n");
    EXPECT_THAT(result.recognition.notes,
                Contains("Column \"p\" has 2 numbers read without the sign \"$\": row 1 (line 2) \"$1.50\", row 2 "
                         "(line 3) \"$2\""));
    EXPECT_THAT(result.recognition.warnings, IsEmpty());
}

TEST(SignedNumbers, MixedSignsAreAWarning)
{
    const CsvResult both = readAsNumber("n,p\na,$1.50\nb,\u20AC2\n");
    EXPECT_THAT(both.recognition.warnings, Contains(HasSubstr("mixes numbers with the signs \"$\" and \"\u20AC\"")));
    const CsvResult some = readAsNumber("n,p\na,1.50\nb,2 %\n");
    EXPECT_THAT(values(some), ElementsAre(1.5, 2.0));
    EXPECT_THAT(some.recognition.warnings, Contains(HasSubstr("mixes numbers with and without the sign \"%\"")));
}

TEST(SignedNumbers, OtherCellsStayOdd)
{
    const CsvResult result = readAsNumber("n,p\na,$1.50\nb,$5 %\nc,5 kg\nd,-\n");
    EXPECT_EQ(result.table.column("p").odd().count, 2);
    EXPECT_EQ(result.table.column("p").missing().count, 1);
    EXPECT_TRUE(std::isnan(values(result)[1]));
}

TEST(SignedNumbers, WithoutBeingToldTheColumnIsText)
{
    EXPECT_EQ(parseCsv("n,p\na,$1.50\nb,$2\n").table.column("p").kind(), ColumnKind::Text);
    const CsvResult few = parseCsv("n,p\na,1.50\nb,2\nc,$3\n");
    EXPECT_EQ(few.table.column("p").kind(), ColumnKind::Number);
    EXPECT_EQ(few.table.column("p").odd().count, 1);
}

TEST(SignedNumbers, StyleThatShowsOnlyLateInALongFileIsFound)
{
    std::string text = "n;p\n";
    while (text.size() < 1'200'000)
        text += "row;\u20AC 12\n";
    text += "last;\u20AC 1.234,50\n";
    const CsvResult result = readAsNumber(text);
    EXPECT_EQ(values(result).back(), 1234.5);
    EXPECT_EQ(result.table.column("p").odd().count, 0);
}

} // namespace
} // namespace gatescope
