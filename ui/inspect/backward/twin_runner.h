// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/shown/inspection.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <mutex>
#include <thread>

namespace gatescope {

/// Trains the network's twin without gates (both held) from the same seed on the same batches, on a thread of its own
/// and only while it is switched on, and measures its gradient on the sequence that is shown.
class TwinRunner : public QObject {
    Q_OBJECT

public:
    explicit TwinRunner(Inspection &inspection, QObject *parent = nullptr);
    ~TwinRunner() override;

    void setRunning(bool running);
    bool isRunning() const { return m_running; }
    /// (L × T) of the shown sequence; empty until measured.
    const Matrix<float> &gradientNorms() const { return m_norms; }
    /// Batches the twin has learnt from, when last measured.
    std::int64_t stepsTrained() const { return m_trained; }
    bool isBusy() const { return m_busy; }
    /// Why there is no twin though it is switched on; empty when nothing is wrong.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    struct Work;

    void start();
    void stop();
    void follow();
    void take();

    Inspection &m_inspection;
    bool m_running = false;
    bool m_busy = false;
    Matrix<float> m_norms;
    std::int64_t m_trained = 0;
    std::int64_t m_generation = -1;
    QTimer m_timer;
    QString m_problem;
    std::shared_ptr<Work> m_work;
    const SeriesStore<float> *m_series = nullptr; ///< which data the twin learns from
    NetworkOptions m_network;                     ///< and beside which network
    std::jthread m_thread;
};

} // namespace gatescope
