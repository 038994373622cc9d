// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sweep/sweep_runner.h"

#include "core/thread_limits.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace gatescope {

namespace {

constexpr std::chrono::milliseconds kTick(100);

template <typename Scalar>
std::int64_t plannedSteps(const Settings &settings, const PreparedData<Scalar> &windows)
{
    const std::int64_t batches = (windows.train.size() + settings.training.batch - 1) / settings.training.batch;
    const std::int64_t steps = batches * settings.training.epochs;
    return settings.training.maximumSteps > 0 ? std::min(steps, settings.training.maximumSteps) : steps;
}

/// About proportional to the time a training takes.
template <typename Scalar>
double costOf(const Settings &settings, const PreparedData<Scalar> &windows)
{
    return static_cast<double>(settings.network.parameterCount()) * static_cast<double>(windows.train.steps())
           * static_cast<double>(settings.training.batch) * static_cast<double>(plannedSteps(settings, windows));
}

/// The trainings of one call, shared by its threads.
template <typename Scalar>
class SweepJobs {
public:
    SweepJobs(const SweepPlan &plan, const std::vector<SweepData<Scalar>> &data, std::vector<std::size_t> points,
              const SweepOptions &options, const SweepWatch<Scalar> &watch)
        : m_plan(plan), m_data(data), m_points(std::move(points)), m_options(options), m_watch(watch)
    {
        std::ranges::stable_sort(m_points, std::greater<>(), [this](std::size_t point) {
            return costOf(m_plan.points[point].settings, *m_data[point].windows);
        });
        for (const std::size_t point : m_points)
            m_total += plannedSteps(m_plan.points[point].settings, *m_data[point].windows);
    }

    bool run()
    {
        const int jobs = std::max(1, std::min(m_options.jobs, static_cast<int>(m_points.size())));
        const auto processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        m_threads = std::max(1, processors / jobs);
        std::vector<std::jthread> threads = start(jobs);
        try {
            deliver();
        } catch (...) {
            m_stopped = true; // the threads are joined by their destructors
            throw;
        }
        threads.clear();
        if (m_failure)
            std::rethrow_exception(m_failure);
        return !m_stopped;
    }

private:
    /// Hands the results to the watcher until the last thread has ended.
    void deliver()
    {
        std::unique_lock lock(m_mutex);
        while (m_active > 0 || !m_results.empty()) {
            m_changed.wait_for(lock, kTick, [this] { return !m_results.empty() || m_active == 0; });
            std::deque<SweepResult<Scalar>> results = std::move(m_results);
            m_results.clear();
            lock.unlock();
            for (SweepResult<Scalar> &result : results)
                m_watch.finished(std::move(result));
            if (m_watch.progress)
                m_watch.progress(m_done.load(), m_total);
            lock.lock();
        }
    }

    /// Where the system refuses further threads there are fewer jobs. @throws what the system said when there is not
    /// one
    std::vector<std::jthread> start(int jobs)
    {
        std::vector<std::jthread> threads;
        threads.reserve(static_cast<std::size_t>(jobs)); // those that run must not be joined half-way
        m_active = jobs;
        while (static_cast<int>(threads.size()) < jobs) {
            try {
                threads.emplace_back([this] { work(); });
            } catch (const std::exception &) { // no thread, or no memory for one
                if (threads.empty())
                    throw;
                const std::lock_guard lock(m_mutex);
                m_active -= jobs - static_cast<int>(threads.size());
                break;
            }
        }
        return threads;
    }

    void work()
    {
        lowerThreadPriority(m_options.niceness);
        try {
            for (std::size_t next = m_next++; next < m_points.size() && !m_stopped; next = m_next++)
                train(m_points[next]);
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            m_failure = m_failure ? m_failure : std::current_exception();
            m_stopped = true;
        }
        const std::lock_guard lock(m_mutex);
        --m_active;
        m_changed.notify_all();
    }

    /// @return whether it came to its end
    bool trainToEnd(Trainer<Scalar> &trainer, SweepResult<Scalar> &result)
    {
        while (!trainer.finished()) {
            if (m_stopped || (m_watch.goOn && !m_watch.goOn())) {
                m_stopped = true;
                return false;
            }
            const StepResult step = trainer.step();
            if (step.outcome == StepOutcome::Diverged) {
                result.diverged = step.message;
                return true;
            }
            result.run.history.append(
                {0, {step.batch}, step.epoch ? std::vector{*step.epoch} : std::vector<EpochRecord>{}});
            ++m_done;
        }
        return true;
    }

    void train(std::size_t point)
    {
        const SweepPoint &asked = m_plan.points[point];
        const SweepData<Scalar> &data = m_data[point];
        Settings settings = asked.settings;
        if (settings.training.threads == 0)
            settings.training.threads = m_threads;
        SweepResult<Scalar> result;
        result.point = point;
        const auto begin = std::chrono::steady_clock::now();
        Trainer<Scalar> trainer(settings, {data.windows->train, data.windows->validation});
        if (!trainToEnd(trainer, result))
            return;
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        result.run.windows = data.windows;
        result.run.settings = asked.settings;
        result.run.state = trainer.state();
        result.run.name = sweepPointName(m_plan.axes, asked);
        result.row = sweepRow(result.run, *data.opponents, m_options.withTest);
        if (!result.diverged.empty())
            result.row.skill = {}; // the weights before a divergence are worth nothing
        result.row.values = asked.values;
        result.row.seconds = seconds;
        m_done += plannedSteps(asked.settings, *data.windows) - trainer.stepsTrained();
        const std::lock_guard lock(m_mutex);
        m_results.push_back(std::move(result));
        m_changed.notify_all();
    }

    const SweepPlan &m_plan;
    const std::vector<SweepData<Scalar>> &m_data;
    std::vector<std::size_t> m_points;
    const SweepOptions &m_options;
    const SweepWatch<Scalar> &m_watch;
    int m_threads = 1; ///< of one training
    std::int64_t m_total = 0;
    std::atomic<std::int64_t> m_done = 0;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_stopped = false;
    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    std::deque<SweepResult<Scalar>> m_results;
    std::exception_ptr m_failure;
    int m_active = 0;
};

} // namespace

template <typename Scalar>
bool runSweep(const SweepPlan &plan, const std::vector<SweepData<Scalar>> &data, std::vector<std::size_t> points,
              const SweepOptions &options, const SweepWatch<Scalar> &watch)
{
    if (points.empty())
        return true;
    return SweepJobs<Scalar>(plan, data, std::move(points), options, watch).run();
}

template bool runSweep(const SweepPlan &, const std::vector<SweepData<float>> &, std::vector<std::size_t>,
                       const SweepOptions &, const SweepWatch<float> &);
template bool runSweep(const SweepPlan &, const std::vector<SweepData<double>> &, std::vector<std::size_t>,
                       const SweepOptions &, const SweepWatch<double> &);

} // namespace gatescope
