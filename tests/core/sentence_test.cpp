// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentence.h"

#include "core/counted.h"
#include "core/error.h"

#include <gmock/gmock.h>

#include <new>
#include <system_error>

namespace gatescope {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Sentence, AnErrorsMessageStaysAsItIs)
{
    const IoError error("cannot open \"x\"");
    EXPECT_EQ(sentenceOf(error), "cannot open \"x\"");
    EXPECT_EQ(exitCodeOf(error), 3);
}

TEST(Sentence, MemoryIsToldWithNumbersAndNoTypesName)
{
    EXPECT_THAT(sentenceOf(std::bad_alloc()), HasSubstr("not enough memory"));
    EXPECT_THAT(sentenceOf(std::bad_alloc()), ContainsRegex("[0-9] [kMG]B"));
    EXPECT_THAT(sentenceOf(std::bad_alloc()), Not(HasSubstr("bad_alloc")));
    EXPECT_THAT(sentenceOf(std::bad_array_new_length()), Not(HasSubstr("bad_array")));
    EXPECT_EQ(exitCodeOf(std::bad_alloc()), 4);
}

TEST(Sentence, ThreadsAreToldAndOtherRefusalsAreTheSystems)
{
    const std::system_error threads(EAGAIN, std::generic_category());
    EXPECT_THAT(sentenceOf(threads), HasSubstr("lets no more threads start"));
    EXPECT_EQ(exitCodeOf(threads), 4);
    const std::system_error denied(EACCES, std::generic_category());
    EXPECT_THAT(sentenceOf(denied), HasSubstr("the system refused"));
    EXPECT_EQ(exitCodeOf(denied), 3);
    EXPECT_EQ(exitCodeOf(std::logic_error("x")), 1);
}

TEST(Counted, OneThingIsSingular)
{
    EXPECT_EQ(counted(1, "row"), "1 row");
    EXPECT_EQ(counted(0, "row"), "0 rows");
    EXPECT_EQ(counted(7, "row"), "7 rows");
    EXPECT_EQ(counted(1, "batch", "batches"), "1 batch");
    EXPECT_EQ(counted(2, "batch", "batches"), "2 batches");
    EXPECT_EQ(counted(2, "row has", "rows have"), "2 rows have");
}

} // namespace gatescope
