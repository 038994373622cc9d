// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/worker_pool.h"

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

constexpr int kSpins = 4000;

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
    for (int i = 1; i < wanted; ++i)
        m_workers.emplace_back([this](const std::stop_token &stop) { serve(stop); });
}

WorkerPool::~WorkerPool()
{
    for (std::jthread &worker : m_workers)
        worker.request_stop();
    m_count = 0;
    m_busy.store(static_cast<int>(m_workers.size()));
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
    m_count = count;
    m_next.store(0, std::memory_order_relaxed);
    m_busy.store(static_cast<int>(m_workers.size()), std::memory_order_relaxed);
    m_job.fetch_add(1, std::memory_order_release);
    m_job.notify_all();
    work();
    for (int busy = m_busy.load(std::memory_order_acquire); busy != 0; busy = m_busy.load(std::memory_order_acquire))
        waitWhile(m_busy, busy);
    if (m_error)
        std::rethrow_exception(std::exchange(m_error, nullptr));
}

void WorkerPool::work()
{
    for (int i = m_next.fetch_add(1); i < m_count; i = m_next.fetch_add(1)) {
        try {
            m_function(m_context, i);
        } catch (...) {
            const std::scoped_lock lock(m_errorMutex);
            if (!m_error)
                m_error = std::current_exception();
        }
    }
}

void WorkerPool::serve(const std::stop_token &stop)
{
    unsigned seen = 0;
    for (;;) {
        waitWhile(m_job, seen);
        ++seen;
        if (stop.stop_requested())
            return;
        work();
        if (m_busy.fetch_sub(1, std::memory_order_acq_rel) == 1)
            m_busy.notify_one();
    }
}

} // namespace gatescope
