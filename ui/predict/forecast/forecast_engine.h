// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/snapshot.h"
#include "ui/document/shared/background_job.h"
#include "ui/predict/forecast/judgement.h"

#include <QObject>

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

/// Computes forecasts in the background. A new request stops the one under way.
class ForecastEngine : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void request(const ForecastRequest &request);
    /// Stops what is under way and forgets what was computed.
    void clear();
    bool isBusy() const { return m_job.isRunning(); }
    const ForecastAnswer &answer() const { return m_answer; }

Q_SIGNALS:
    void answered();
    void busyChanged(bool busy);

private:
    ForecastRequest m_answered; ///< what m_answer was computed for
    ForecastAnswer m_answer;
    BackgroundJob m_job;
};

} // namespace gatescope
