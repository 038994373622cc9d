// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a table that has nothing to learn from.
#include "core/data/csv/csv_reader.h"
#include "core/data/prepared_data.h"
#include "core/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gatescope {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string refusal(const std::string &text, const DataOptions &options = {})
{
    const CsvResult read = parseCsv(text, {}, "a.csv");
    try {
        prepareData<float>(read.table, options);
    } catch (const DataError &error) {
        return error.what();
    }
    return {};
}

TEST(NoNumbers, SaysWhatTheColumnsHoldAndWhatCanBeChosen)
{
    const std::string text = refusal("day,name,empty\n2024-01-01,red,\n2024-01-02,blue,\n");
    EXPECT_THAT(text, HasSubstr("a.csv has no column of numbers to learn from"));
    EXPECT_THAT(text, HasSubstr("\"day\" is the time, \"name\" is text such as \"red\", \"empty\" is empty"));
    EXPECT_THAT(text, HasSubstr("delimiter"));
    EXPECT_THAT(text, Not(HasSubstr("without its sign")));
}

TEST(NoNumbers, SignedNumbersAreAskedForByType)
{
    const std::string text = refusal("price;share\n\u20AC 1,50;5 %\n\u20AC 2,50;6 %\n");
    EXPECT_THAT(text, HasSubstr("choose the type number for a column to read it without its sign"));
    DataOptions options;
    options.targets = {"price"};
    options.window = 2;
    EXPECT_THAT(refusal("price;x\n\u20AC 1,50;5\n\u20AC 2,50;6\n", options),
                HasSubstr("choose the type number for it to read \"\u20AC 1,50\" without its sign"));
}

TEST(NoNumbers, LongListsAreCutShort)
{
    EXPECT_THAT(refusal("a,b,c,d,e,f\nq,q,q,q,q,q\nw,w,w,w,w,w\n"),
                HasSubstr("\"d\" is text such as \"q\" and 2 more;"));
}

} // namespace
} // namespace gatescope
