// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/history.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace gatescope {

namespace {

HistoryBlock blockOf(std::int64_t firstStep, std::initializer_list<double> losses)
{
    HistoryBlock block;
    for (const double loss : losses) {
        BatchRecord batch;
        batch.step = firstStep++;
        batch.loss = loss;
        block.batches.push_back(batch);
    }
    return block;
}

EpochRecord epochOf(std::int64_t number, double loss, bool best = false)
{
    EpochRecord epoch;
    epoch.epoch = number;
    epoch.trainingLoss = loss;
    epoch.best = best;
    return epoch;
}

} // namespace

TEST(ThinnedSeries, KeepsEveryValueBelowItsCapacity)
{
    ThinnedSeries series(8);
    for (int i = 0; i < 8; ++i)
        series.append(i, i * i);
    EXPECT_EQ(series.valuesPerBucket(), 1);
    const auto points = series.points();
    ASSERT_EQ(points.size(), 8U);
    EXPECT_EQ(points[5].y, 25.0);
}

TEST(ThinnedSeries, KeepsFirstLastLowestAndHighestWhenThinned)
{
    ThinnedSeries series(16);
    for (int i = 0; i < 100000; ++i)
        series.append(i, i == 61803 ? 1000.0 : i == 27182 ? -1000.0 : std::sin(i));
    EXPECT_LE(series.buckets().size(), 16U);
    EXPECT_GT(series.valuesPerBucket(), 1);
    const auto points = series.points();
    EXPECT_EQ(points.front().x, 0.0);
    EXPECT_EQ(points.back().x, 99999.0);
    EXPECT_TRUE(std::any_of(points.begin(), points.end(), [](auto p) { return p.x == 61803 && p.y == 1000.0; }));
    EXPECT_TRUE(std::any_of(points.begin(), points.end(), [](auto p) { return p.x == 27182 && p.y == -1000.0; }));
}

TEST(ThinnedSeries, DrawsItsPointsInOrder)
{
    ThinnedSeries series(4);
    for (int i = 0; i < 1000; ++i)
        series.append(i, (i * 7919) % 97);
    const auto points = series.points();
    for (std::size_t i = 1; i < points.size(); ++i)
        EXPECT_LT(points[i - 1].x, points[i].x);
}

TEST(ThinnedSeries, RemembersWhereAValueIsNoNumber)
{
    ThinnedSeries series(2);
    for (int i = 0; i < 64; ++i)
        series.append(i, i == 40 ? std::numeric_limits<double>::quiet_NaN() : 1.0);
    ASSERT_EQ(series.nonFinite().size(), 1U);
    EXPECT_EQ(series.nonFinite()[0], 40.0);
    for (const auto &point : series.points())
        EXPECT_EQ(point.y, 1.0);
}

TEST(ThinnedSeries, LeavesAGapForABucketWithoutNumbers)
{
    ThinnedSeries series(8);
    series.append(1, 2);
    series.append(2, std::numeric_limits<double>::infinity());
    series.append(3, 4);
    const auto points = series.points();
    ASSERT_EQ(points.size(), 3U);
    EXPECT_TRUE(std::isnan(points[1].y));
}

TEST(History, SmoothsEveryBatchWithoutABiasAtTheStart)
{
    History history;
    history.append(blockOf(1, {4.0, 4.0, 4.0}));
    for (std::size_t smoothing = 0; smoothing < History::kSmoothings.size(); ++smoothing)
        EXPECT_NEAR(history.batchLoss(smoothing).points().front().y, 4.0, 1e-12);
    history.append(blockOf(4, {2.0}));
    EXPECT_EQ(history.batchLoss(0).points().back().y, 2.0);
    const double weight = 1.0 - std::pow(0.9, 4);
    EXPECT_NEAR(history.batchLoss(1).points().back().y, (4.0 * (weight - 0.1) + 2.0 * 0.1) / weight, 1e-12);
}

TEST(History, GoesOnSmoothingAfterAValueThatIsNoNumber)
{
    History history;
    history.append(blockOf(1, {3.0, std::nan(""), 3.0}));
    EXPECT_NEAR(history.batchLoss(1).points().back().y, 3.0, 1e-12);
    EXPECT_EQ(history.batchLoss(0).nonFinite().size(), 1U);
}

TEST(History, BoundsTheEpochsInBytesTooAndSaysHowTheyAreThinned)
{
    History history;
    const auto bytes = [&history] {
        std::size_t sum = 0;
        for (const EpochRecord &epoch : history.epochs())
            sum += sizeof(EpochRecord) + static_cast<std::size_t>(epoch.gradientNorms.size()) * sizeof(float);
        return sum;
    };
    EXPECT_EQ(history.epochSpacing(), 1);
    for (int i = 1; i <= 100; ++i) {
        HistoryBlock block;
        block.epochs = {epochOf(i, 1.0)};
        block.epochs.front().gradientNorms = Matrix<float>::Constant(4, 20000, 1.0F); // 320 kB each
        history.append(block);
        ASSERT_LE(bytes(), History::kEpochBytes);
        ASSERT_EQ(history.epochs().back().epoch, i);
    }
    EXPECT_EQ(history.epochSpacing(), 4);
    EXPECT_EQ(history.epochs().size(), 25U);
    EXPECT_EQ(history.trainingLoss().count(), 100);
}

TEST(History, KnowsTheBestEpoch)
{
    History history;
    HistoryBlock block;
    block.epochs = {epochOf(1, 3.0, true), epochOf(2, 1.0, true), epochOf(3, 2.0)};
    history.append(block);
    EXPECT_EQ(history.bestEpoch(), 2);
    EXPECT_EQ(history.bestLoss(), 1.0);
}

TEST(History, KeepsABoundedNumberOfEpochsAndTheNewestOne)
{
    History history;
    for (int i = 1; i <= 10000; ++i) {
        HistoryBlock block;
        block.epochs = {epochOf(i, 1.0 / i)};
        history.append(block);
        ASSERT_EQ(history.epochs().back().epoch, i);
        ASSERT_LE(history.epochs().size(), 257U);
    }
    EXPECT_GT(history.epochs().size(), 100U);
    EXPECT_EQ(history.trainingLoss().count(), 10000);
}

} // namespace gatescope
