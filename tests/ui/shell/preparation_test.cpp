// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/data/data_fixture.h"

#include "ui/data/draft/data_draft.h"
#include "ui/document/shared/background_job.h"

#include <atomic>

namespace gatescope {

namespace {

/// A document on a table that is too large to make its windows at once.
class LargeTable : public DataFixture {
protected:
    LargeTable()
    {
        const GeneratedData sine = generateTask("sine-mix", {{"rows", 400}});
        const auto wave = sine.table.columns().front().values();
        std::vector<Column> columns;
        for (int c = 0; c < 10; ++c) {
            std::vector<double> values(kRows);
            for (std::size_t row = 0; row < values.size(); ++row)
                values[row] = wave[(row + static_cast<std::size_t>(c)) % wave.size()];
            columns.push_back(Column::numbers(std::string(1, static_cast<char>('a' + c)), std::move(values)));
        }
        large.table = Table("large", std::move(columns));
        large.options.targets = {"j"};
        large.options.window = 8;
    }

    void openLarge()
    {
        document.opening().openGenerated(large, "Large");
        ASSERT_TRUE(waitForFile());
        ASSERT_TRUE(document.data());
        before = document.dataOptions();
    }

    DataOptions withWindow(Index window) const
    {
        DataOptions options = before;
        options.window = window;
        return options;
    }

    static constexpr std::size_t kRows = 150'000;
    GeneratedData large;
    DataOptions before;
};

} // namespace

TEST_F(LargeTable, OpensALargeTableInTheBackground)
{
    document.opening().openGenerated(large, "Large");
    EXPECT_TRUE(document.opening().isBusy());
    EXPECT_FALSE(document.source());
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.title(), "Large");
    EXPECT_EQ(document.data()->all.size(), static_cast<Index>(kRows) - 8);
}

TEST_F(LargeTable, ChangesOptionsInTheBackgroundAndUndoesThem)
{
    openLarge();
    const auto data = document.data();
    EXPECT_TRUE(document.setDataOptions(withWindow(16)).empty());
    EXPECT_TRUE(document.opening().isBusy());
    EXPECT_EQ(document.data(), data);
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.data()->train.steps(), 16);
    EXPECT_EQ(document.undoStack().count(), 2);
    document.undoStack().undo();
    EXPECT_EQ(document.data(), data);
    EXPECT_EQ(document.dataOptions(), before);
}

TEST_F(LargeTable, CancelledLeavesEverythingAsItWas)
{
    openLarge();
    const auto data = document.data();
    workspace.draft().edit([](DataOptions &options) { options.window = 16; });
    workspace.draft().apply();
    EXPECT_TRUE(workspace.draft().isPending());
    document.opening().cancel();
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.data(), data);
    EXPECT_EQ(document.undoStack().count(), 1);
    EXPECT_FALSE(workspace.draft().isPending());
}

TEST_F(LargeTable, NewerRequestReplacesAnOlderOne)
{
    openLarge();
    for (const Index window : {12, 13, 14, 20})
        EXPECT_TRUE(document.setDataOptions(withWindow(window)).empty());
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.data()->train.steps(), 20);
    EXPECT_EQ(document.undoStack().count(), 2);
}

TEST_F(LargeTable, AskingForWhatIsInForceEndsARequest)
{
    openLarge();
    QSignalSpy ended(&document.opening(), &Opening::ended);
    EXPECT_TRUE(document.setDataOptions(withWindow(16)).empty());
    EXPECT_TRUE(document.setDataOptions(before).empty());
    EXPECT_FALSE(document.opening().isBusy());
    EXPECT_EQ(ended.count(), 1);
    QTest::qWait(300);
    EXPECT_EQ(document.dataOptions(), before);
}

TEST_F(LargeTable, RefusalIsToldBesideItsFieldAndChangesNothing)
{
    openLarge();
    const auto data = document.data();
    workspace.draft().edit([](DataOptions &options) { options.window = 140'000; });
    workspace.draft().apply();
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.data(), data);
    EXPECT_TRUE(workspace.draft().problems().contains("window"));
    EXPECT_EQ(workspace.draft().options().window, 140'000);
}

TEST_F(LargeTable, UndoWhileWindowsAreMadeGivesThemUp)
{
    openLarge();
    EXPECT_TRUE(document.setDataOptions(withWindow(16)).empty());
    ASSERT_TRUE(waitForFile());
    EXPECT_TRUE(document.setDataOptions(withWindow(20)).empty());
    document.undoStack().undo();
    EXPECT_FALSE(document.opening().isBusy());
    QTest::qWait(300);
    EXPECT_EQ(document.dataOptions(), before);
    EXPECT_EQ(document.undoStack().count(), 2);
}

TEST_F(LargeTable, AnswerKeepsWhatWasEditedMeanwhile)
{
    openLarge();
    workspace.draft().edit([](DataOptions &options) { options.window = 16; });
    workspace.draft().apply();
    // Edits go on, quicker than they rest, until the first answer is there.
    Index window = 17;
    while (document.opening().isBusy()) {
        QTest::qWait(10);
        workspace.draft().edit([&window](DataOptions &options) { options.window = ++window; });
    }
    EXPECT_EQ(document.dataOptions().window, 16);
    EXPECT_EQ(workspace.draft().options().window, window);
    workspace.draft().apply();
    ASSERT_TRUE(waitForFile());
    EXPECT_EQ(document.dataOptions().window, window);
}

TEST_F(LargeTable, ClosingWhileWindowsAreMadeIsSafe)
{
    auto other = std::make_unique<Document>(GATESCOPE_RESOURCES);
    other->opening().openGenerated(large, "Large");
    EXPECT_TRUE(other->opening().isBusy());
    other.reset();
}

TEST(BackgroundJob, NewJobDoesNotWaitForTheOneItReplaces)
{
    BackgroundJob job;
    std::atomic<bool> mayEnd = false;
    std::vector<int> finished;
    job.start(
        [&mayEnd](const std::stop_token &) {
            while (!mayEnd)
                std::this_thread::yield();
        },
        [&finished](const QString &) { finished.push_back(1); });
    job.start([](const std::stop_token &) { throw DataError("no"); },
              [&finished](const QString &error) {
                  EXPECT_EQ(error, "no");
                  finished.push_back(2);
              });
    EXPECT_TRUE(QTest::qWaitFor([&job] { return !job.isRunning(); }));
    mayEnd = true;
    QTest::qWait(60);
    EXPECT_EQ(finished, std::vector<int>{2});
}

} // namespace gatescope
