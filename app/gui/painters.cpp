// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/painters.h"

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <memory>
#include <system_error>
#include <thread>

namespace gatescope {

namespace {

constexpr int kMostPainters = 4;
constexpr int kPatience = 10'000; ///< milliseconds

} // namespace

void startPainters()
{
    QThreadPool &pool = *QThreadPool::globalInstance();
    pool.setExpiryTimeout(-1); // each stays, so that none has to start again
    const auto begun = std::make_shared<QSemaphore>(), free = std::make_shared<QSemaphore>();
    const int wanted = std::clamp(QThread::idealThreadCount(), 1, kMostPainters);
    int running = 0;
    try {
        for (; running < wanted; ++running) {
            std::thread([] {}).join(); // the pool itself would not say that it could not
            pool.setMaxThreadCount(running + 1);
            pool.start([begun, free] {
                begun->release();
                free->acquire(); // until all are there, so that each takes one
            });
            if (!begun->tryAcquire(1, kPatience))
                throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
        }
    } catch (const std::system_error &) {
        if (running == 0)
            throw;
        pool.setMaxThreadCount(running);
    }
    free->release(running);
}

} // namespace gatescope
