// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/worker_pool.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>

using gatescope::WorkerPool;

TEST(WorkerPool, EveryTaskRunsOnce)
{
    for (const int threads : {1, 2, 4}) {
        WorkerPool pool(threads);
        EXPECT_EQ(pool.threads(), threads);
        for (int round = 0; round < 500; ++round) {
            std::array<int, 13> done{};
            pool.run(static_cast<int>(done.size()), [&done](int i) { ++done[static_cast<std::size_t>(i)]; });
            for (const int count : done)
                ASSERT_EQ(count, 1);
        }
    }
}

TEST(WorkerPool, ErrorOfATaskReachesTheCaller)
{
    WorkerPool pool(2);
    EXPECT_THROW(pool.run(4,
                          [](int i) {
                              if (i == 2)
                                  throw std::runtime_error("two");
                          }),
                 std::runtime_error);
    int sum = 0;
    pool.run(1, [&sum](int) { sum = 5; });
    EXPECT_EQ(sum, 5);
}
