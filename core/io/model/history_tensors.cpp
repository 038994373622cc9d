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

} // namespace

/// Reads and writes the inside of a History; its friend.
class HistoryTensors {
public:
    static void store(ModelFile &model, const History &history)
    {
        eachSeries(history, [&model](const std::string &name, const ThinnedSeries &series) {
            if (name == kClipAngle && series.empty())
                return; // nothing was clipped by value
            std::vector<double> flat;
            flat.reserve(series.m_buckets.size() * kBucketFields);
            for (const ThinnedSeries::Bucket &bucket : series.m_buckets) {
                for (const ThinnedSeries::Point &point : {bucket.first, bucket.last, bucket.lowest, bucket.highest})
                    flat.insert(flat.end(), {point.x, point.y});
                flat.insert(flat.end(), {static_cast<double>(bucket.finite), static_cast<double>(bucket.count)});
            }
            kHistory.add(model, name, {static_cast<std::int64_t>(series.m_buckets.size()), kBucketFields}, flat);
            kHistory.addVector(model, name + ".not_finite", series.m_nonFinite);
            kHistory.addVector(model, name + ".counters",
                               std::vector<std::int64_t>{series.m_valuesPerBucket, series.m_count});
        });
        const BatchRecord &last = history.m_lastBatch;
        kHistory.addVector(
            model, "counters",
            std::vector<std::int64_t>{history.m_batches, history.m_averaged, last.step, last.epoch, last.batch});
        std::vector<double> numbers(history.m_average.begin(), history.m_average.end());
        numbers.insert(numbers.end(),
                       {last.loss, last.gradientNorm, last.clippedGradientNorm, last.learningRate, history.m_bestLoss});
        kHistory.addVector(model, "numbers", numbers);
        kHistory.addVector(model, "epochs", std::vector<std::int64_t>{history.m_bestEpoch, history.m_epochSpacing});
    }

    static History load(const ModelFile &model, const std::vector<EpochRecord> &epochs)
    {
        History history;
        eachSeries(history, [&model](const std::string &name, ThinnedSeries &series) {
            if (name != kClipAngle || kHistory.find(model, name) != nullptr)
                loadSeries(model, name, series);
        });
        const auto counters = counts(model, "counters", kCounters);
        history.m_batches = counters[0];
        history.m_averaged = counters[1];
        const auto numbers = kHistory.values<double>(model, "numbers", kNumbers);
        std::copy_n(numbers.begin(), history.m_average.size(), history.m_average.begin());
        const double *rest = numbers.data() + history.m_average.size();
        history.m_lastBatch = {counters[2], counters[3], counters[4], rest[0], rest[1], rest[2], rest[3]};
        if (const auto turned = history.m_clipAngle.buckets();
            !turned.empty() && turned.back().last.x == static_cast<double>(counters[2]))
            history.m_lastBatch.clipAngle = turned.back().last.y;
        history.m_bestLoss = rest[4];
        const auto epochCounts = counts(model, "epochs", 2);
        history.m_bestEpoch = epochCounts[0];
        history.m_epochSpacing = epochCounts[1];
        if (history.m_epochSpacing == 0)
            kHistory.refuse("epochs", "holds a spacing of 0");
        history.m_epochs = epochs;
        return history;
    }

    /// Whether appending the records again gives the same history.
    static bool isThinned(const History &history)
    {
        return history.batchLoss().valuesPerBucket() > 1
               || history.m_trainingLoss.count() != static_cast<std::int64_t>(history.m_epochs.size());
    }

private:
    template <typename SomeHistory, typename Visit>
    static void eachSeries(SomeHistory &history, Visit visit)
    {
        for (std::size_t i = 0; i < history.m_batchLoss.size(); ++i)
            visit("batch_loss." + std::to_string(i), history.m_batchLoss[i]);
        visit("gradient_norm", history.m_gradientNorm);
        visit("clipped_gradient_norm", history.m_clippedGradientNorm);
        visit(kClipAngle, history.m_clipAngle);
        visit("learning_rate", history.m_learningRate);
        visit("training_loss", history.m_trainingLoss);
        visit("validation_loss", history.m_validationLoss);
    }

    static std::vector<std::int64_t> counts(const ModelFile &model, const std::string &name, std::size_t size)
    {
        std::vector<std::int64_t> result = kHistory.values<std::int64_t>(model, name, size);
        if (std::ranges::any_of(result, [](std::int64_t count) { return count < 0 || count > kMostValues; }))
            kHistory.refuse(name, "holds a count out of range");
        return result;
    }

    static void loadSeries(const ModelFile &model, const std::string &name, ThinnedSeries &series)
    {
        const auto flat = kHistory.values<double>(model, name, 0, series.m_capacity * kBucketFields);
        if (flat.size() % kBucketFields != 0)
            kHistory.refuse(name, "does not hold whole buckets");
        double x = -1.0;
        for (std::size_t i = 0; i < flat.size(); i += kBucketFields) {
            const double *field = flat.data() + i;
            const ThinnedSeries::Bucket bucket{{field[0], field[1]},        {field[2], field[3]},
                                               {field[4], field[5]},        {field[6], field[7]},
                                               wholeNumber(name, field[8]), wholeNumber(name, field[9])};
            if (!(bucket.first.x >= x) || !(bucket.last.x >= bucket.first.x) || bucket.finite > bucket.count)
                kHistory.refuse(name, "holds buckets out of order");
            x = bucket.last.x;
            series.m_buckets.push_back(bucket);
        }
        series.m_nonFinite = kHistory.values<double>(model, name + ".not_finite", 0, 1000);
        const auto counters = counts(model, name + ".counters", kSeriesCounters);
        if (counters[0] == 0)
            kHistory.refuse(name + ".counters", "holds buckets of 0 values");
        series.m_valuesPerBucket = counters[0];
        series.m_count = counters[1];
    }

    static std::int64_t wholeNumber(const std::string &name, double value)
    {
        if (!(value >= 0.0 && value <= static_cast<double>(kMostValues)) || std::trunc(value) != value)
            kHistory.refuse(name, "holds a count that is none");
        return static_cast<std::int64_t>(value);
    }
};

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
    if (HistoryTensors::isThinned(history))
        HistoryTensors::store(model, history);
}

template <typename Scalar>
History historyOf(const ModelFile &model, const TrainerState<Scalar> &state)
{
    if (kHistory.find(model, "counters") != nullptr)
        return HistoryTensors::load(model, state.epochHistory);
    History history;
    history.append({0, state.batchHistory, state.epochHistory.empty() ? model.history : state.epochHistory});
    return history;
}

template History historyOf(const ModelFile &, const TrainerState<float> &);
template History historyOf(const ModelFile &, const TrainerState<double> &);

} // namespace gatescope
