// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/predict/backtest/backtest_runner.h"

namespace gatescope {

struct BacktestRunner::Shared {
    std::atomic<double> fraction = 0.0;
    std::vector<BacktestOrigin> origins; ///< read only after the end
};

BacktestRunner::BacktestRunner(QObject *parent) : QObject(parent)
{
    m_look.setInterval(100);
    connect(&m_look, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_shared->fraction); });
}

void BacktestRunner::start(BacktestRequest request)
{
    m_request = std::move(request);
    m_origins.clear();
    m_shared = std::make_shared<Shared>();
    m_job.start(
        [shared = m_shared, request = m_request](const std::stop_token &stop) {
            shared->origins = backtest<float>(request.source->table, request.options, request.settings,
                                              request.backtest, [&](double fraction) {
                                                  shared->fraction = fraction;
                                                  return !stop.stop_requested();
                                              });
        },
        [this, shared = m_shared](const QString &problem) {
            m_look.stop();
            m_origins = std::move(shared->origins);
            Q_EMIT ended(problem);
        });
    m_look.start();
}

void BacktestRunner::clear()
{
    m_job.abandon();
    m_look.stop();
    m_origins.clear();
    Q_EMIT ended({});
}

} // namespace gatescope
