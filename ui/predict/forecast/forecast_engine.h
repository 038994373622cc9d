// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/snapshot.h"
#include "ui/predict/forecast/judgement.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <thread>

namespace gatescope {

/// What is to be computed. Equal weights and data are recognised, so that only what changed is computed again.
struct ForecastRequest {
    std::shared_ptr<const PreparedData<float>> data;
    PartsShown parts = PartsShown::Split;
    NetworkOptions network;
    std::shared_ptr<const std::vector<float>> parameters;
    WeightsUsed weights;
    Index target = 0;
    Index freeStart = 0;
    Index freeSteps = 0;         ///< 0: no free run is asked for
    Index futureSteps = 0;       ///< rows of the free run beyond the end; the newest window's outputs are always made
    std::optional<double> level; ///< of the interval; nothing: none is asked for
    /// What to beat on this data; null: not measured yet, and for another file measured here.
    std::shared_ptr<const Opponents> opponents;
    std::shared_ptr<const PreparedData<float>> trainedOn; ///< whose validation part bears intervals
    Loss loss;                                            ///< of the training
    std::vector<EpochRecord> history;
};

/// What was computed.
struct ForecastAnswer {
    std::shared_ptr<const ForecastResult> result;
    std::shared_ptr<const LagErrors> lags;
    std::shared_ptr<const FreeRunResult> freeRun;
    std::shared_ptr<const Judgement> judgement;       ///< null while the opponents are not measured
    std::shared_ptr<const ForecastInterval> interval; ///< null where none was asked for
    std::shared_ptr<const FutureResult> future;
    double seconds = 0.0; ///< it took
    std::string error;
};

/// Computes forecasts on a thread of its own. A new request stops the one under way; nothing is signalled across
/// threads: a timer asks whether the answer is there.
class ForecastEngine : public QObject {
    Q_OBJECT

public:
    explicit ForecastEngine(QObject *parent = nullptr);
    ~ForecastEngine() override;

    void request(ForecastRequest request);
    /// Stops what is under way and forgets what was computed.
    void clear();
    bool isBusy() const { return m_look.isActive(); }
    const ForecastAnswer &answer() const { return m_answer; }

Q_SIGNALS:
    void answered();
    void busyChanged(bool busy);

private:
    void start();
    void look();
    void stop();
    ForecastAnswer compute(const ForecastRequest &request, const ForecastAnswer &before, bool sameWeights,
                           const std::stop_token &stop) const;

    ForecastRequest m_request, m_answered;
    ForecastAnswer m_answer, m_next;
    bool m_again = false; ///< a newer request waits for the thread to stop
    std::atomic<bool> m_done = false;
    QTimer m_look;
    std::jthread m_thread;
};

} // namespace gatescope
