// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/sweep/sweep_job.h"

#include "core/data/options/option_table.h"
#include "core/error.h"
#include "core/sentence.h"
#include "ui/document/opening/data_sources.h"
#include "ui/look/core_words.h"
#include "ui/look/plain_text.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int kNiceness = 10;

PreparedData<float> windowsOf(const DataSource &source, const DataOptions &options)
{
    if (source.characters)
        throw DataError("a sweep takes a table or tensors, not a text; train it with each value, the runs are kept");
    return source.tensors ? fromTensors(*source.tensors, options) : prepareData<float>(source.table, options);
}

/// A finished run of the shelf as a row of the sweep; values and seed are the point's.
SweepRow rowOf(const KeptRun &kept, const SweepPoint &point)
{
    const auto metric = [&kept](const char *id) {
        const auto found = kept.metrics.find(id);
        return found == kept.metrics.end() ? std::nullopt : std::optional(found->second);
    };
    SweepRow row;
    row.values = point.values;
    row.seed = point.seed;
    row.bestValidationLoss = metric("best.loss");
    row.bestEpoch = static_cast<std::int64_t>(metric("best.epoch").value_or(0.0));
    row.parameters = kept.run.settings.network.parameterCount();
    row.skill = {metric("train.skill"), metric("validation.skill"), std::nullopt};
    row.seconds = metric("seconds");
    return row;
}

} // namespace

/// What both threads see.
struct SweepJob::Shared {
    SweepPlan plan;
    OpenData open;
    std::vector<std::size_t> points; ///< left to train
    std::mutex mutex;                ///< guards what follows
    std::condition_variable wake;
    bool paused = false;
    bool stopped = false;
    bool prepared = false;
    std::vector<SweepData<float>> data;
    std::vector<SweepResult<float>> results;
    std::int64_t done = 0, total = 0;
};

SweepJob::SweepJob(RunShelf &shelf, QObject *parent) : QObject(parent), m_shelf(shelf)
{
    m_look.setInterval(100);
    connect(&m_look, &QTimer::timeout, this, &SweepJob::look);
    connect(&shelf, &RunShelf::changed, this, &SweepJob::takeMeasured);
}

/// Runs are measured after they came to the shelf.
void SweepJob::takeMeasured()
{
    bool any = false;
    for (SweepPlace &place : m_places) {
        const KeptRun *kept = place.halfLife ? nullptr : m_shelf.shelf().find(place.kept);
        const auto found = kept ? kept->metrics.find("half-life.longest") : MetricValues::const_iterator();
        if (kept && found != kept->metrics.end()) {
            place.halfLife = found->second;
            any = true;
        }
    }
    if (any)
        Q_EMIT changed();
}

SweepJob::~SweepJob()
{
    cancel();
}

void SweepJob::start(std::span<const SweepAxis> axes, std::int64_t seeds, const Settings &settings,
                     const OpenData &open)
{
    SweepPlan plan = planSweep(axes, seeds, settings, open.options);
    cancel();
    m_axes.clear();
    for (const SweepAxis &axis : plan.axes)
        m_axes.push_back(axis.id);
    m_places.clear();
    m_kept.clear();
    m_planned = plan.points.size();
    m_fraction = 0.0;
    m_problem.clear();
    m_baselineLoss.reset();
    m_shared = std::make_shared<Shared>();
    m_shared->plan = std::move(plan);
    m_shared->open = open;
    takeKnown();
    takeMeasured();
    m_state = State::Preparing;
    m_look.start();
    m_job.start([shared = m_shared](const std::stop_token &) { work(*shared); },
                [this](const QString &problem) { end(problem); });
    Q_EMIT changed();
}

/// Runs of the same settings on the same data that are on the shelf and were trained to their end: the same bits.
void SweepJob::takeKnown()
{
    const SweepPlan &plan = m_shared->plan;
    for (std::size_t i = 0; i < plan.points.size(); ++i) {
        const SweepPoint &point = plan.points[i];
        const auto same = [&](const KeptRun &kept) {
            Settings asked = point.settings;
            asked.network.inputs = kept.run.settings.network.inputs;
            asked.network.outputs = kept.run.settings.network.outputs;
            asked.training.threads = kept.run.settings.training.threads;
            return kept.run.state && kept.run.settings == asked && kept.metrics.contains("validation.skill")
                   && kept.run.data.reference == m_shared->open.source->reference
                   && kept.preparation->options == point.data
                   && trainingEnd(kept.run.state->progress, asked.training) != StepOutcome::Continues;
        };
        const std::vector<KeptRun> &runs = m_shelf.shelf().runs();
        const auto found = std::ranges::find_if(runs, same);
        if (found == runs.end())
            m_shared->points.push_back(i);
        else
            m_places.push_back({rowOf(*found, point), found->id, std::nullopt});
    }
}

void SweepJob::work(Shared &shared)
{
    try {
        SweepPlan plan = shared.plan;
        std::vector<SweepData<float>> data = prepareSweep<float>(plan, [&shared](const DataOptions &options) {
            return shared.open.prepared && options == shared.open.options ? *shared.open.prepared
                                                                          : windowsOf(*shared.open.source, options);
        });
        addOpponents(plan, data, [&shared](double) {
            const std::lock_guard lock(shared.mutex);
            return !shared.stopped;
        });
        const auto processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        const SweepOptions options{affordableJobs(plan, data, processors), false, kNiceness};
        {
            const std::lock_guard lock(shared.mutex);
            shared.plan = plan;
            shared.data = data;
            shared.prepared = true;
        }
        SweepWatch<float> watch;
        watch.goOn = [&shared] {
            std::unique_lock lock(shared.mutex);
            shared.wake.wait(lock, [&shared] { return !shared.paused || shared.stopped; });
            return !shared.stopped;
        };
        watch.finished = [&shared](SweepResult<float> &&result) {
            const std::lock_guard lock(shared.mutex);
            shared.results.push_back(std::move(result));
        };
        watch.progress = [&shared](std::int64_t done, std::int64_t total) {
            const std::lock_guard lock(shared.mutex);
            shared.done = done;
            shared.total = total;
        };
        runSweep<float>(plan, data, shared.points, options, watch);
    } catch (const ProgressGate::Cancelled &) { // what is done stays
    }
}

void SweepJob::look()
{
    std::vector<SweepResult<float>> results;
    {
        const std::lock_guard lock(m_shared->mutex);
        results = std::move(m_shared->results);
        m_shared->results.clear();
        if (m_shared->total > 0)
            m_fraction = static_cast<double>(m_shared->done) / static_cast<double>(m_shared->total);
        if (m_shared->prepared && m_state == State::Preparing) {
            m_state = State::Running;
            if (const BaselineResult *best = m_shared->data.front().opponents->best(DataPart::Validation)) {
                const BaselineScore &score = *best->on(DataPart::Validation);
                m_baselineLoss = score.accuracy ? score.crossEntropy : score.loss;
                m_baselineName = coreWords(best->info->name);
            }
        }
    }
    for (SweepResult<float> &result : results)
        take(std::move(result));
    Q_EMIT changed();
}

void SweepJob::end(const QString &problem)
{
    m_look.stop();
    m_problem = problem;
    look(); // the last results
    m_state = !problem.isEmpty() ? State::Failed : m_places.size() == m_planned ? State::Finished : State::Cancelled;
    Q_EMIT changed();
}

void SweepJob::take(SweepResult<float> &&result)
{
    const SweepData<float> &data = m_shared->data[result.point];
    const SweepPoint &point = m_shared->plan.points[result.point];
    KeptRun kept;
    kept.run = std::move(result.run);
    kept.run.data = runData(*m_shared->open.source);
    kept.preparation = std::make_shared<const Preparation>(*data.windows);
    kept.title = m_shared->open.source->title.toStdString();
    const std::int64_t batch = std::max<std::int64_t>(1, point.settings.training.batch);
    kept.batchesPerEpoch = std::max<std::int64_t>(1, (data.windows->train.size() + batch - 1) / batch);
    kept.metrics["seconds"] = result.row.seconds.value_or(0.0);
    auto held = std::make_shared<KeptData>(OpenData{m_shared->open.source, point.data, nullptr, data.windows});
    held->release();
    m_kept.push_back(held);
    const std::uint64_t id = m_shelf.add(std::move(kept), data.windows, held, data.opponents);
    const auto place = std::ranges::upper_bound(m_places, result.row, sweepRowLess, &SweepPlace::row);
    m_places.insert(place, {std::move(result.row), id, std::nullopt});
}

void SweepJob::setPaused(bool paused)
{
    if (m_state != State::Running && m_state != State::Paused)
        return;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->paused = paused;
    }
    m_shared->wake.notify_all();
    m_state = paused ? State::Paused : State::Running;
    Q_EMIT changed();
}

void SweepJob::cancel()
{
    if (!isBusy())
        return;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stopped = true;
    }
    m_shared->wake.notify_all();
}

} // namespace gatescope
