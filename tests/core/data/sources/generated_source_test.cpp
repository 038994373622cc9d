// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sources/generated_source.h"

#include "core/error.h"

#include <gtest/gtest.h>

namespace gatescope {
namespace {

TEST(GeneratedSource, NamesATaskWithItsOptionsAndSeed)
{
    const GeneratedData made = generateFrom("generated:adding?length=20&sequences=12&seed=7");
    const GeneratedData same = generateTask("adding", {{"length", 20}, {"sequences", 12}}, 7);
    EXPECT_EQ(made.seed, 7U);
    EXPECT_EQ(made.values, same.values);
    ASSERT_EQ(made.table.rows(), 240);
    for (Index row = 0; row < 240; ++row)
        EXPECT_EQ(made.table.column(1).text(row), same.table.column(1).text(row));
    EXPECT_TRUE(namesGeneratedTask("generated:adding"));
    EXPECT_FALSE(namesGeneratedTask("adding.csv"));
}

TEST(GeneratedSource, EveryTaskHasDefaults)
{
    for (const GeneratedTask &task : generatedTasks()) {
        const GeneratedData made = generateFrom("generated:" + std::string(task.id));
        EXPECT_EQ(made.task, task.id);
        EXPECT_GT(made.table.rows(), 0) << task.id;
    }
}

TEST(GeneratedSource, RefusesWhatItDoesNotKnow)
{
    for (const char *source : {"generated:", "generated:nothing", "generated:adding?width=3", "generated:adding?length",
                               "generated:adding?length=abc", "generated:adding?length=-1", "generated:adding?seed=-1",
                               "generated:adding?seed=1.5", "generated:adding?=3"})
        EXPECT_THROW(generateFrom(source), OptionError) << source;
}

} // namespace
} // namespace gatescope
