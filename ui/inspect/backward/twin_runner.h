// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainer.h"
#include "ui/document/shared/background_job.h"
#include "ui/inspect/shown/inspection.h"

#include <memory>

namespace gatescope {

/// Trains the network's twin without gates (both held) from the same seed on the same batches, on a thread of its own
/// and only while it is switched on, and measures its gradient on the sequence that is shown.
class TwinRunner : public QObject {
    Q_OBJECT

public:
    explicit TwinRunner(Inspection &inspection, QObject *parent = nullptr);

    void setRunning(bool running);
    bool isRunning() const { return m_running; }
    /// (L × T) of the shown sequence; empty until measured.
    const Matrix<float> &gradientNorms() const { return m_norms; }
    /// Batches the twin has learnt from, when last measured.
    std::int64_t stepsTrained() const { return m_trained; }
    bool isBusy() const { return m_job.isRunning(); }
    /// Why there is no twin though it is switched on; empty when nothing is wrong.
    const QString &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void start();
    void stop();
    void follow();
    bool isBehind() const;
    /// Lets it learn, and measures the shown sequence, where it is behind.
    void learn();

    Inspection &m_inspection;
    bool m_running = false;
    Matrix<float> m_norms;
    std::int64_t m_trained = 0;
    std::int64_t m_generation = -1; ///< of the training beside which it learns; −1: there is no twin
    QString m_problem;
    std::shared_ptr<Trainer<float>> m_training;   ///< null without a twin, and after it failed; the job's while it runs
    bool m_diverged = false;                      ///< then it stays where it was
    Matrix<float> m_input;                        ///< of the sequence measured last
    const SeriesStore<float> *m_series = nullptr; ///< which data the twin learns from
    NetworkOptions m_network;                     ///< and beside which network
    BackgroundJob m_job;
};

} // namespace gatescope
