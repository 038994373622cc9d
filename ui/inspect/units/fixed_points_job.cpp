// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/units/fixed_points_job.h"

#include "core/inspect/dynamics/visited_states.h"

#include <algorithm>

namespace gatescope {

FixedPointsJob::FixedPointsJob(QObject *parent) : QObject(parent)
{
    m_progress.setInterval(50);
    connect(&m_progress, &QTimer::timeout, this, [this] { Q_EMIT progress(m_done->load()); });
}

void FixedPointsJob::stop()
{
    m_progress.stop();
    m_job.abandon();
}

void FixedPointsJob::start(const NetworkOptions &options, std::vector<float> parameters,
                           std::shared_ptr<const PreparedData<float>> data, Vector<double> input)
{
    m_done = std::make_shared<std::atomic<double>>(0.0);
    const auto found = std::make_shared<FixedPoints>();
    m_job.start(
        [=, parameters = std::move(parameters), done = m_done](const std::stop_token &stop) {
            Network<float> network(options);
            std::ranges::copy(parameters, network.parameters().begin());
            const Matrix<double> starts = visitedStates(network, data->all, stop);
            const StateMap map(options, std::vector<double>(parameters.begin(), parameters.end()), input);
            *found = findFixedPoints(
                map, starts, {}, [&](double fraction) { done->store(fraction); }, stop);
        },
        [this, found](const QString &problem) {
            m_progress.stop();
            Q_EMIT ended(*found, problem);
        });
    m_progress.start();
}

} // namespace gatescope
