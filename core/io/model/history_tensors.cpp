// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model/history_tensors.h"

#include "core/io/model/training_tensors.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::int64_t kBucketFields = 10;
constexpr std::size_t kSeriesCounters = 2;
constexpr std::size_t kCounters = 5;
constexpr std::size_t kNumbers = 5 + History::kSmoothings.size();
constexpr std::int64_t kMostValues = 1LL << 60; ///< counts stay far from overflow
const std::string kClipAngle = "clip_angle";    ///< the one curve that may be absent
const TrainingTensors kHistory("history.", "history", "open an earlier copy of the session");

std::vector<std::int64_t> counts(const ModelFile &model, const std::string &name, std::size_t size)
{
    std::vector<std::int64_t> result = kHistory.values<std::int64_t>(model, name, size);
    if (std::ranges::any_of(result, [](std::int64_t count) { return count < 0 || count > kMostValues; }))
        kHistory.refuse(name, "holds a count out of range");
    return result;
}

std::int64_t wholeCount(const std::string &name, double value)
{
    if (!(value >= 0.0 && value <= static_cast<double>(kMostValues)) || std::trunc(value) != value)
        kHistory.refuse(name, "holds a count that is none");
    return static_cast<std::int64_t>(value);
}

template <typename State, typename Visit>
void eachSeries(State &history, Visit visit)
{
    for (std::size_t i = 0; i < history.batchLoss.size(); ++i)
        visit("batch_loss." + std::to_string(i), history.batchLoss[i]);
    visit("gradient_norm", history.gradientNorm);
    visit("clipped_gradient_norm", history.clippedGradientNorm);
    visit(kClipAngle, history.clipAngle);
    visit("learning_rate", history.learningRate);
    visit("training_loss", history.trainingLoss);
    visit("validation_loss", history.validationLoss);
}

void storeSeries(ModelFile &model, const std::string &name, const ThinnedSeries::State &series)
{
    std::vector<double> flat;
    flat.reserve(series.buckets.size() * kBucketFields);
    for (const ThinnedSeries::Bucket &bucket : series.buckets) {
        for (const ThinnedSeries::Point &point : {bucket.first, bucket.last, bucket.lowest, bucket.highest})
            flat.insert(flat.end(), {point.x, point.y});
        flat.insert(flat.end(), {static_cast<double>(bucket.finite), static_cast<double>(bucket.count)});
    }
    kHistory.add(model, name, {static_cast<std::int64_t>(series.buckets.size()), kBucketFields}, flat);
    kHistory.addVector(model, name + ".not_finite", series.nonFinite);
    kHistory.addVector(model, name + ".counters", std::vector<std::int64_t>{series.valuesPerBucket, series.count});
}

ThinnedSeries::State loadSeries(const ModelFile &model, const std::string &name, std::size_t capacity)
{
    ThinnedSeries::State series;
    const auto flat = kHistory.values<double>(model, name, 0, capacity * kBucketFields);
    if (flat.size() % kBucketFields != 0)
        kHistory.refuse(name, "does not hold whole buckets");
    double x = -1.0;
    for (std::size_t i = 0; i < flat.size(); i += kBucketFields) {
        const double *field = flat.data() + i;
        const ThinnedSeries::Bucket bucket{{field[0], field[1]},       {field[2], field[3]},
                                           {field[4], field[5]},       {field[6], field[7]},
                                           wholeCount(name, field[8]), wholeCount(name, field[9])};
        if (!(bucket.first.x >= x) || !(bucket.last.x >= bucket.first.x) || bucket.finite > bucket.count)
            kHistory.refuse(name, "holds buckets out of order");
        x = bucket.last.x;
        series.buckets.push_back(bucket);
    }
    series.nonFinite = kHistory.values<double>(model, name + ".not_finite", 0, 1000);
    const auto counters = counts(model, name + ".counters", kSeriesCounters);
    if (counters[0] == 0)
        kHistory.refuse(name + ".counters", "holds buckets of 0 values");
    series.valuesPerBucket = counters[0];
    series.count = counters[1];
    return series;
}

void storeThinned(ModelFile &model, const History::State &history)
{
    eachSeries(history, [&model](const std::string &name, const ThinnedSeries &series) {
        if (name != kClipAngle || !series.empty()) // else nothing was clipped by value
            storeSeries(model, name, series.state());
    });
    const BatchRecord &last = history.lastBatch;
    kHistory.addVector(model, "counters",
                       std::vector<std::int64_t>{history.batches, history.averaged, last.step, last.epoch, last.batch});
    std::vector<double> numbers(history.average.begin(), history.average.end());
    numbers.insert(numbers.end(),
                   {last.loss, last.gradientNorm, last.clippedGradientNorm, last.learningRate, history.bestLoss});
    kHistory.addVector(model, "numbers", numbers);
    kHistory.addVector(model, "epochs", std::vector<std::int64_t>{history.bestEpoch, history.epochSpacing});
}

History loadThinned(const ModelFile &model, const std::vector<EpochRecord> &epochs)
{
    History::State history;
    eachSeries(history, [&model](const std::string &name, ThinnedSeries &series) {
        if (name != kClipAngle || kHistory.find(model, name) != nullptr)
            series.restore(loadSeries(model, name, series.capacity()));
    });
    const auto counters = counts(model, "counters", kCounters);
    history.batches = counters[0];
    history.averaged = counters[1];
    const auto numbers = kHistory.values<double>(model, "numbers", kNumbers);
    std::copy_n(numbers.begin(), history.average.size(), history.average.begin());
    const double *rest = numbers.data() + history.average.size();
    history.lastBatch = {counters[2], counters[3], counters[4], rest[0], rest[1], rest[2], rest[3]};
    if (const auto turned = history.clipAngle.buckets();
        !turned.empty() && turned.back().last.x == static_cast<double>(counters[2]))
        history.lastBatch.clipAngle = turned.back().last.y;
    history.bestLoss = rest[4];
    const auto epochCounts = counts(model, "epochs", 2);
    history.bestEpoch = epochCounts[0];
    history.epochSpacing = epochCounts[1];
    if (history.epochSpacing == 0)
        kHistory.refuse("epochs", "holds a spacing of 0");
    history.epochs = epochs;
    return History(std::move(history));
}

/// Whether appending the records again gives the same history.
bool isThinned(const History &history)
{
    return history.batchLoss().valuesPerBucket() > 1
           || history.trainingLoss().count() != static_cast<std::int64_t>(history.epochs().size());
}

} // namespace

std::vector<BatchRecord> batchRecords(const History &history, std::int64_t batchesPerEpoch)
{
    std::vector<BatchRecord> records;
    const auto loss = history.batchLoss().buckets();
    const auto norm = history.gradientNorm().buckets();
    const auto clipped = history.clippedGradientNorm().buckets();
    const auto rate = history.learningRate().buckets();
    const auto turned = history.clipAngle().buckets(); // of some batches only
    auto angle = turned.begin();
    records.reserve(loss.size());
    for (std::size_t i = 0; i < loss.size() && i < norm.size(); ++i) {
        const auto step = static_cast<std::int64_t>(loss[i].last.x);
        records.push_back({step, (step - 1) / batchesPerEpoch + 1, (step - 1) % batchesPerEpoch + 1, loss[i].last.y,
                           norm[i].last.y, clipped[i].last.y, rate[i].last.y});
        while (angle != turned.end() && angle->last.x < loss[i].last.x)
            ++angle;
        if (angle != turned.end() && angle->last.x == loss[i].last.x)
            records.back().clipAngle = angle->last.y;
    }
    return records;
}

void storeHistory(ModelFile &model, const History &history)
{
    if (isThinned(history))
        storeThinned(model, history.state());
}

template <typename Scalar>
History historyOf(const ModelFile &model, const TrainerState<Scalar> &state)
{
    if (kHistory.find(model, "counters") != nullptr)
        return loadThinned(model, state.epochHistory);
    History history;
    history.append({0, state.batchHistory, state.epochHistory.empty() ? model.history : state.epochHistory});
    return history;
}

template History historyOf(const ModelFile &, const TrainerState<float> &);
template History historyOf(const ModelFile &, const TrainerState<double> &);

} // namespace gatescope
