// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/history_tensors.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace gatescope {

namespace {

constexpr std::int64_t kBatches = 7; ///< an epoch

History historyOfBatches(int count)
{
    History history;
    HistoryBlock block;
    for (std::int64_t step = 1; step <= count; ++step) {
        const double loss = step == 11 ? std::nan("") : 1.0 + std::sin(0.01 * static_cast<double>(step));
        block.batches.push_back(
            {step, (step - 1) / kBatches + 1, (step - 1) % kBatches + 1, loss, 2.0 * loss, 0.5 * loss, 1e-3});
        if (step % kBatches == 0) {
            EpochRecord epoch;
            epoch.epoch = step / kBatches;
            epoch.trainingLoss = loss;
            epoch.validationLoss = 2.0 * loss;
            epoch.best = epoch.epoch == 1;
            block.epochs.push_back(epoch);
        }
    }
    history.append(block);
    return history;
}

ModelFile stored(const History &history, TrainerState<float> &state)
{
    ModelFile model;
    state.batchHistory = batchRecords(history, kBatches);
    state.epochHistory = history.epochs();
    storeHistory(model, history);
    return model;
}

void expectEqual(const ThinnedSeries &read, const ThinnedSeries &written)
{
    EXPECT_EQ(read.count(), written.count());
    EXPECT_EQ(read.valuesPerBucket(), written.valuesPerBucket());
    EXPECT_TRUE(std::ranges::equal(read.nonFinite(), written.nonFinite()));
    const auto a = read.points();
    const auto b = written.points();
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].x, b[i].x);
        EXPECT_TRUE(a[i].y == b[i].y || (std::isnan(a[i].y) && std::isnan(b[i].y))) << i;
    }
}

void expectEqual(const History &read, const History &written)
{
    for (std::size_t i = 0; i < History::kSmoothings.size(); ++i)
        expectEqual(read.batchLoss(i), written.batchLoss(i));
    expectEqual(read.gradientNorm(), written.gradientNorm());
    expectEqual(read.clippedGradientNorm(), written.clippedGradientNorm());
    expectEqual(read.clipAngle(), written.clipAngle());
    EXPECT_EQ(read.lastBatch().clipAngle, written.lastBatch().clipAngle);
    expectEqual(read.learningRate(), written.learningRate());
    expectEqual(read.trainingLoss(), written.trainingLoss());
    expectEqual(read.validationLoss(), written.validationLoss());
    EXPECT_EQ(read.batches(), written.batches());
    EXPECT_EQ(read.lastBatch().batch, written.lastBatch().batch);
    EXPECT_EQ(read.lastBatch().loss, written.lastBatch().loss);
    EXPECT_EQ(read.bestEpoch(), written.bestEpoch());
    EXPECT_EQ(read.bestLoss(), written.bestLoss());
    EXPECT_EQ(read.epochs().size(), written.epochs().size());
}

} // namespace

TEST(HistoryTensors, AShortHistoryIsItsRecords)
{
    TrainerState<float> state;
    const History history = historyOfBatches(100);
    const ModelFile model = stored(history, state);
    EXPECT_TRUE(model.training.empty());
    expectEqual(historyOf(model, state), history);
}

TEST(HistoryTensors, TheAnglesOfClippingComeBackThinnedOrNot)
{
    for (const std::int64_t batches : {100, 20'000}) {
        History history;
        HistoryBlock block;
        for (std::int64_t step = 1; step <= batches; ++step) {
            block.batches.push_back({step, (step - 1) / kBatches + 1, (step - 1) % kBatches + 1, 0.5, 2.0, 1.0, 1e-3});
            if (step > batches / 2) // by value only from then on
                block.batches.back().clipAngle = static_cast<double>(step % 7);
        }
        history.append(block);
        ASSERT_EQ(history.clipAngle().count(), batches - batches / 2);
        TrainerState<float> state;
        const ModelFile model = stored(history, state);
        expectEqual(historyOf(model, state), history);
    }
    TrainerState<float> state;
    const ModelFile model = stored(historyOfBatches(20'000), state); // and without, no tensor tells of it
    EXPECT_TRUE(std::ranges::none_of(
        model.training, [](const NamedTensor &tensor) { return tensor.name.find("angle") != std::string::npos; }));
}

TEST(HistoryTensors, AThinnedHistoryComesBackAndGoesOnAsItWas)
{
    TrainerState<float> state;
    History history = historyOfBatches(20'000);
    ASSERT_GT(history.batchLoss().valuesPerBucket(), 1);
    const ModelFile model = stored(history, state);
    History read = historyOf(model, state);
    expectEqual(read, history);
    for (std::int64_t step = 20'001; step < 20'500; ++step) {
        HistoryBlock block;
        block.batches = {{step, 1, 1, 0.5, 0.5, 0.5, 1e-3}};
        read.append(block);
        history.append(block);
    }
    expectEqual(read, history);
}

TEST(HistoryTensors, RefusesWhatIsNoHistory)
{
    const auto refuses = [](const std::string &name, auto change) {
        TrainerState<float> state;
        ModelFile model = stored(historyOfBatches(20'000), state);
        const auto tensor = std::ranges::find(model.training, "history." + name, &NamedTensor::name);
        ASSERT_NE(tensor, model.training.end()) << name;
        change(*tensor);
        EXPECT_THROW(historyOf(model, state), DataError) << name;
    };
    const auto withValues = [](std::vector<double> values) {
        return [values](NamedTensor &tensor) {
            tensor = makeTensor<double>(tensor.name, {static_cast<std::int64_t>(values.size())}, values);
        };
    };
    const auto withCounts = [](std::vector<std::int64_t> values) {
        return [values](NamedTensor &tensor) {
            tensor = makeTensor<std::int64_t>(tensor.name, {static_cast<std::int64_t>(values.size())}, values);
        };
    };
    refuses("gradient_norm", withValues({1.0, 2.0}));
    refuses("gradient_norm", withValues({1, 0, 1, 0, 1, 0, 1, 0, 2, 1}));            // 2 finite of 1
    refuses("gradient_norm", withValues({1, 0, 1, 0, 1, 0, 1, 0, 1, 1e300}));        // an absurd count
    refuses("gradient_norm", withValues({5, 0, 1, 0, 1, 0, 1, 0, 1, 1}));            // ends before it begins
    refuses("gradient_norm", withValues(std::vector<double>(10 * 4097, 0.0)));       // more than there can be
    refuses("gradient_norm", withValues({std::nan(""), 0, 1, 0, 1, 0, 1, 0, 1, 1})); // nowhere
    refuses("batch_loss.0.counters", withCounts({0, 20'000}));
    refuses("batch_loss.0.counters", withCounts({1}));
    refuses("counters", withCounts({-1, 1, 1, 1, 1}));
    refuses("epochs", withCounts({1, 0}));
    refuses("numbers", withValues({1.0}));
    refuses("batch_loss.1", [](NamedTensor &tensor) { tensor.name = "history.other"; });
}

} // namespace gatescope
