// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/table.h"

#include "core/error.h"
#include "tests/core/common.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace gatescope {
namespace {

TEST(Column, CountsAndLocatesWhatIsMissing)
{
    const Column column = Column::numbers("a", {1, kNaN, 3, kNaN, kNaN, kNaN, std::numeric_limits<double>::infinity()});
    EXPECT_EQ(column.missing().count, 4);
    ASSERT_EQ(column.missing().first.size(), 3U);
    EXPECT_EQ(column.missing().first[2].row, 4);
    EXPECT_EQ(column.infinite().count, 1);
    EXPECT_TRUE(column.isMissing(1));
    EXPECT_FALSE(column.isMissing(0));
    EXPECT_EQ(column.text(0), "1");
    EXPECT_EQ(column.text(1), "");
}

TEST(Column, WordsAreStoredOnce)
{
    const std::vector<std::string> cells{"sun", "rain", "sun", "", "rain", "NA"};
    const Column column = Column::words("w", cells);
    EXPECT_EQ(column.codes().words().size(), 2U);
    EXPECT_EQ(column.text(4), "rain");
    EXPECT_TRUE(column.isMissing(3));
    EXPECT_TRUE(column.isMissing(5));
    EXPECT_EQ(column.missing().count, 2);
}

TEST(TextCodes, CodesOfEveryWidthReadBack)
{
    for (const std::uint32_t count : {3U, 254U, 255U, 256U, 70000U}) {
        WordTable words;
        std::vector<std::uint32_t> codes;
        for (std::uint32_t i = 0; i < count; ++i)
            codes.push_back(words.add("w" + std::to_string(i)));
        codes.push_back(TextCodes::kMissing);
        const TextCodes text(std::move(words), codes);
        EXPECT_EQ(text.text(static_cast<Index>(count) - 1), "w" + std::to_string(count - 1));
        EXPECT_EQ(text.code(static_cast<Index>(count)), TextCodes::kMissing);
        EXPECT_EQ(text.text(static_cast<Index>(count)), "");
    }
}

TEST(WordTable, SameWordHasTheSameNumberAlsoAfterFreezing)
{
    WordTable words;
    for (int round = 0; round < 2; ++round) {
        for (std::uint32_t i = 0; i < 1000; ++i)
            EXPECT_EQ(words.add(std::to_string(i)), i);
        words.freeze();
    }
    EXPECT_EQ(words.size(), 1000U);
    EXPECT_EQ(words.add(""), 1000U);
    EXPECT_EQ(words.word(1000), "");
}

TEST(Column, RangeIsOfTheFiniteValues)
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    const Column column = Column::numbers("x", {none, 3.0, std::numeric_limits<double>::infinity(), -2.5, none});
    EXPECT_EQ(column.lowest(), -2.5);
    EXPECT_EQ(column.highest(), 3.0);
    EXPECT_TRUE(std::isnan(Column::numbers("x", {none, none}).lowest()));
    EXPECT_TRUE(std::isnan(Column::words("x", std::vector<std::string>{"a"}).highest()));
}

TEST(LineMap, FollowsWhereRowsAndLinesPartWays)
{
    LineMap map;
    map.add(0, 2);
    map.add(1, 3);
    map.add(2, 7); // a cell with three line ends stood in row 1
    map.add(3, 8);
    EXPECT_EQ(map.line(0), 2);
    EXPECT_EQ(map.line(1), 3);
    EXPECT_EQ(map.line(3), 8);
    EXPECT_EQ(map.byteSize(), 2 * 16U);
    EXPECT_EQ(LineMap().line(0), 0);
}

TEST(Table, FindsColumnsByName)
{
    const Table table("t.csv", {Column::numbers("a", {1, 2}), Column::numbers("b", {3, 4})});
    EXPECT_EQ(table.find("b"), 1);
    EXPECT_EQ(table.find("c"), -1);
    EXPECT_EQ(table.column("b").values()[1], 4.0);
    EXPECT_THROW(table.column("c"), DataError);
    EXPECT_EQ(table.place(1, "a"), "t.csv, row 2, column \"a\"");
}

TEST(Table, ColumnsMustBeEquallyLong)
{
    EXPECT_THROW(Table("t", {Column::numbers("a", {1, 2}), Column::numbers("b", {3})}), ShapeError);
}

} // namespace
} // namespace gatescope
