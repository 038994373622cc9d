// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/files/csv_writer.h"

#include "tests/core/io/file_fixture.h"

#include <cmath>
#include <string>
#include <vector>

namespace gatescope {

class CsvWriterFile : public FileTest {};

TEST(CsvWriter, QuotesWhatWouldBreakARow)
{
    EXPECT_EQ(csvText("plain"), "plain");
    EXPECT_EQ(csvText("a,b"), "\"a,b\"");
    EXPECT_EQ(csvText("say \"x\""), "\"say \"\"x\"\"\"");
    EXPECT_EQ(csvText("two\nlines"), "\"two\nlines\"");
}

TEST(CsvWriter, TextIsNeverAFormulaButNumbersKeepTheirSign)
{
    EXPECT_EQ(csvText("=1+1"), "=1+1");
    EXPECT_EQ(csvText("=1+1", CsvMode::Spreadsheet), "'=1+1");
    EXPECT_EQ(csvText("@x,y", CsvMode::Spreadsheet), "\"'@x,y\"");
    EXPECT_EQ(csvText("-5.5", CsvMode::Spreadsheet), "-5.5") << "a number is no formula";
    EXPECT_EQ(csvNumberText(-1.5), "-1.5");
}

TEST(CsvWriter, NumbersReadBackToTheSameBits)
{
    for (const double value : {0.1, 1.0 / 3.0, 1e-300, 123456789.123456789, -0.0})
        EXPECT_EQ(std::stod(csvNumberText(value)), value);
    EXPECT_EQ(csvNumberText(NAN), "");
}

TEST_F(CsvWriterFile, LoneEmptyCellIsStillARow)
{
    CsvWriter writer(path("a.csv"));
    writer.row(std::vector<std::string>{"x"});
    writer.row(std::vector<std::string>{""});
    writer.commit();
    EXPECT_EQ(get(path("a.csv")), "x\r\n\"\"\r\n");
}

} // namespace gatescope
