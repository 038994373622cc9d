// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/progress_gate.h"
#include "ui/document/shared/background_job.h"

#include <QTest>

#include <atomic>
#include <gtest/gtest.h>

namespace gatescope {

namespace {

/// Works until it is told to stop or allowed to end, and counts how many work at once.
struct Work {
    std::atomic<int> running = 0, most = 0, begun = 0;
    std::atomic<bool> mayEnd = false, heedsStop = true;

    std::function<void(const std::stop_token &)> one()
    {
        return [this](const std::stop_token &stop) {
            ++begun;
            most = std::max(most.load(), ++running);
            while (!mayEnd && !(heedsStop && stop.stop_requested()))
                std::this_thread::yield();
            --running;
        };
    }
};

} // namespace

TEST(BackgroundJob, RestartedRunsOneAtATimeAndTheNewestOfAll)
{
    Work work;
    work.heedsStop = false;
    BackgroundJob job;
    std::vector<int> ended;
    for (int request = 0; request < 4; ++request) {
        job.restart(work.one(), [&ended, request](const QString &) { ended.push_back(request); });
        EXPECT_TRUE(QTest::qWaitFor([&] { return work.begun >= 1; }));
    }
    EXPECT_TRUE(job.isRunning());
    EXPECT_EQ(work.begun, 1) << "the first has not stopped yet";
    work.mayEnd = true;
    ASSERT_TRUE(QTest::qWaitFor([&] { return !job.isRunning(); }));
    EXPECT_EQ(ended, std::vector<int>{3});
    EXPECT_EQ(work.begun, 2);
    EXPECT_EQ(work.most, 1);
}

TEST(BackgroundJob, AnEndThatWasAskedForIsNoError)
{
    BackgroundJob job;
    std::optional<QString> error;
    std::atomic<bool> begun = false;
    job.start(
        [&](const std::stop_token &stop) {
            const Progress goOn = untilStopped(stop);
            begun = true;
            while (true)
                ProgressGate(goOn).check(0.0);
        },
        [&](const QString &problem) { error = problem; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return begun.load(); }));
    job.requestStop();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !job.isRunning(); }));
    EXPECT_EQ(error, QString());
}

TEST(BackgroundJob, ARestartThatIsAbandonedNeverBegins)
{
    Work work;
    work.heedsStop = false;
    BackgroundJob job;
    job.restart(work.one(), [](const QString &) { FAIL(); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return work.begun == 1; }));
    job.restart(work.one(), [](const QString &) { FAIL(); });
    job.abandon();
    EXPECT_FALSE(job.isRunning());
    work.mayEnd = true;
    ASSERT_TRUE(QTest::qWaitFor([&] { return work.running == 0; }));
    QTest::qWait(100);
    EXPECT_EQ(work.begun, 1);
}

TEST(BackgroundJob, StartedAnewBeginsAtOnce)
{
    Work work;
    work.heedsStop = false;
    BackgroundJob job;
    bool ended = false;
    job.start(work.one(), [](const QString &) { FAIL(); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return work.begun == 1; }));
    job.start(work.one(), [&ended](const QString &) { ended = true; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return work.begun == 2; })) << "without waiting for the first";
    work.mayEnd = true;
    EXPECT_TRUE(QTest::qWaitFor([&] { return ended; }));
}

} // namespace gatescope
