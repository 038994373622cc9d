// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/train_batches.h"

#include <gtest/gtest.h>

namespace gatescope::cli {

TEST(ThinnedBatches, StayFewHoweverLongItTrains)
{
    ThinnedBatches batches({});
    for (std::int64_t step = 1; step <= 1'000'000; ++step) {
        BatchRecord record;
        record.step = step;
        batches.add(record);
        if (step % 99'991 == 0) {
            EXPECT_LE(batches.records().size(), 20'001U);
        }
    }
    const std::vector<BatchRecord> records = batches.records();
    EXPECT_GE(records.size(), 10'000U);
    EXPECT_EQ(records.back().step, 1'000'000);
    for (std::size_t i = 1; i < records.size(); ++i)
        ASSERT_GT(records[i].step, records[i - 1].step);
}

TEST(ThinnedBatches, ShortTrainingKeepsEveryBatch)
{
    std::vector<BatchRecord> past(3);
    for (std::size_t i = 0; i < past.size(); ++i)
        past[i].step = static_cast<std::int64_t>(i) + 1;
    ThinnedBatches batches(past);
    for (std::int64_t step = 4; step <= 9; ++step) {
        BatchRecord record;
        record.step = step;
        batches.add(record);
    }
    EXPECT_EQ(batches.records().size(), 9U);
}

} // namespace gatescope::cli
