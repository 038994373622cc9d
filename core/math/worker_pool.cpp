// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/worker_pool.h"

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

constexpr int kSpins = 4000;
constexpr unsigned kCountShift = 32; ///< of a job's number of tasks; the next task is below
constexpr std::uint64_t kIndexMask = (std::uint64_t{1} << kCountShift) - 1;

void relax()
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/// Waits until the value differs from `old`: a few microseconds awake, then asleep.
template <typename T>
void waitWhile(const std::atomic<T> &value, T old)
{
    for (int spin = 0; spin < kSpins; ++spin) {
        if (value.load(std::memory_order_acquire) != old)
            return;
        relax();
    }
    value.wait(old, std::memory_order_acquire);
}

} // namespace

WorkerPool::WorkerPool(int threads)
{
    const int wanted = threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    try {
        m_workers.reserve(static_cast<std::size_t>(wanted));
        for (int i = 1; i < wanted; ++i)
            m_workers.emplace_back([this](const std::stop_token &stop) { serve(stop); });
    } catch (const std::exception &) {
        // The system lets no more threads start: those there are do the same work, bit for bit.
    }
}

WorkerPool::~WorkerPool()
{
    for (std::jthread &worker : m_workers)
        worker.request_stop();
    m_job.fetch_add(1, std::memory_order_release);
    m_job.notify_all();
}

void WorkerPool::run(int count, Function function, void *context)
{
    if (m_workers.empty() || count <= 1) {
        for (int i = 0; i < count; ++i)
            function(context, i);
        return;
    }
    m_function = function;
    m_context = context;
    m_undone.store(count, std::memory_order_relaxed);
    m_tasks.store(static_cast<std::uint64_t>(count) << kCountShift, std::memory_order_release);
    m_job.fetch_add(1, std::memory_order_release);
    m_job.notify_all();
    work();
    for (int left = m_undone.load(std::memory_order_acquire); left != 0;
         left = m_undone.load(std::memory_order_acquire))
        waitWhile(m_undone, left);
    if (m_error)
        std::rethrow_exception(std::exchange(m_error, nullptr));
}

void WorkerPool::work()
{
    for (;;) {
        const std::uint64_t tasks = m_tasks.fetch_add(1, std::memory_order_acq_rel);
        const std::uint64_t index = tasks & kIndexMask;
        if (index >= tasks >> kCountShift)
            return;
        try {
            m_function(m_context, static_cast<int>(index));
        } catch (...) {
            const std::scoped_lock lock(m_errorMutex);
            if (!m_error)
                m_error = std::current_exception();
        }
        if (m_undone.fetch_sub(1, std::memory_order_acq_rel) == 1)
            m_undone.notify_one();
    }
}

void WorkerPool::serve(const std::stop_token &stop)
{
    unsigned seen = 0;
    for (;;) {
        waitWhile(m_job, seen);
        seen = m_job.load(std::memory_order_acquire);
        if (stop.stop_requested())
            return;
        work();
    }
}

} // namespace gatescope
