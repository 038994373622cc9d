// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/backtest.h"
#include "ui/document/opening/data_source.h"
#include "ui/document/shared/background_job.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace gatescope {

/// What a backtest runs on.
struct BacktestRequest {
    std::shared_ptr<const DataSource> source;
    DataOptions options;
    Settings settings;
    BacktestOptions backtest;
    bool timesAreDates = false; ///< the time column holds dates, not plain numbers
};

/// Runs a backtest on a thread of its own, beside whatever is being trained.
class BacktestRunner : public QObject {
    Q_OBJECT

public:
    explicit BacktestRunner(QObject *parent = nullptr);

    void start(BacktestRequest request);
    /// Stops within a batch or so; ended() still comes, without a result.
    void cancel() { m_job.requestStop(); }
    /// Forgets the result, and stops what is under way.
    void clear();
    bool isRunning() const { return m_job.isRunning(); }
    /// Of the last backtest that came to its end; empty: none did.
    const std::vector<BacktestOrigin> &origins() const { return m_origins; }
    const BacktestRequest &request() const { return m_request; }

Q_SIGNALS:
    void progressed(double fraction);
    /// @param problem  what went wrong; empty when all went well, or it was cancelled
    void ended(const QString &problem);

private:
    struct Shared;

    BacktestRequest m_request;
    std::vector<BacktestOrigin> m_origins;
    std::shared_ptr<Shared> m_shared; ///< with the thread
    QTimer m_look;
    BackgroundJob m_job;
};

} // namespace gatescope
