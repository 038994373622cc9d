// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

namespace gatescope {

/// The longest time between two beats of a timer: what a click would have waited.
class Heartbeat : public QObject {
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            longest = std::max(longest, 1e-9 * static_cast<double>(m_clock.nsecsElapsed()) - 1e-3 * kMilliseconds);
            m_clock.start();
        });
        m_clock.start();
        m_timer.start(kMilliseconds);
    }

    double longest = 0.0; ///< seconds beyond the timer's own

private:
    static constexpr int kMilliseconds = 5;
    QTimer m_timer;
    QElapsedTimer m_clock;
};

inline void runEvents(double seconds)
{
    QEventLoop loop;
    QTimer::singleShot(static_cast<int>(1000 * seconds), &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace gatescope
