// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace gatescope {

/// A few threads that share the tasks 0 … count−1 of one job; the caller works too and returns when all are done.
///
/// Which thread does which task is not fixed, so a task may depend on its index only: then results are the same for any
/// number of threads. The caller waits for tasks, not for threads: a worker that the system lets wait, because a screen
/// is drawn on its core, comes too late for the job and holds nobody up. Waiting spins briefly and then blocks, so that
/// an idle pool costs nothing. run() allocates nothing. One caller at a time.
class WorkerPool {
public:
    /// @param threads how many work on a job, the caller included; 0 means one per processor. Where the system refuses
    ///        further threads (a container's limit, no memory for a stack) the pool has fewer: see threads()
    explicit WorkerPool(int threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    int threads() const { return static_cast<int>(m_workers.size()) + 1; }

    /// Calls task(i) for i = 0 … count−1. An exception of a task is rethrown here after all have ended.
    template <typename Task>
    void run(int count, Task &&task)
    {
        run(
            count, [](void *context, int index) { (*static_cast<std::remove_reference_t<Task> *>(context))(index); },
            &task);
    }

private:
    using Function = void (*)(void *context, int index);
    void run(int count, Function function, void *context);
    void work();
    void serve(const std::stop_token &stop);

    // Valid while a task of the job is not done, which is as long as anybody looks at them.
    Function m_function = nullptr;
    void *m_context = nullptr;
    /// The job's number of tasks and the next one to do, in one word: who takes a task learns at once whether there was
    /// one, even when the job it came for is long over.
    std::atomic<std::uint64_t> m_tasks{0};
    std::atomic<unsigned> m_job{0}; ///< grows with each job: what idle workers wait for
    std::atomic<int> m_undone{0};   ///< tasks of the job that are not done: what the caller waits for
    std::mutex m_errorMutex;
    std::exception_ptr m_error;
    std::vector<std::jthread> m_workers;
};

} // namespace gatescope
