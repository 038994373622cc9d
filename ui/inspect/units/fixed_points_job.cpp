// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/units/fixed_points_job.h"

#include "core/inspect/units/set_states.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr Index kVisitedSequences = 20;
constexpr Index kMostStarts = 48;

/// (L·H × S) states of all layers that sequences of the data pass through, evenly over their steps.
Matrix<double> visitedStates(Network<float> &network, const SequenceSet<float> &set, const std::stop_token &stop)
{
    const NetworkOptions &options = network.options();
    Matrix<double> starts;
    for (Index layer = 0; layer < options.layers; ++layer) {
        const SetStates<float> states = collectStates(network, set, layer, kVisitedSequences, stop);
        const Index count = std::min<Index>(kMostStarts, states.h.cols());
        if (layer == 0)
            starts.resize(options.layers * options.hidden, count);
        for (Index i = 0; i < count; ++i)
            starts.col(i).segment(layer * options.hidden, options.hidden) =
                states.h.col((i + 1) * states.h.cols() / count - 1).cast<double>();
    }
    return starts;
}

} // namespace

FixedPointsJob::FixedPointsJob(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(50);
    connect(&m_timer, &QTimer::timeout, this, &FixedPointsJob::look);
}

FixedPointsJob::~FixedPointsJob()
{
    stop();
}

void FixedPointsJob::stop()
{
    m_timer.stop();
    m_stop.request_stop();
    if (m_found.valid())
        m_found.wait();
    m_found = {};
}

void FixedPointsJob::start(const NetworkOptions &options, std::vector<float> parameters,
                           std::shared_ptr<const PreparedData<float>> data, Vector<double> input)
{
    stop();
    m_stop = std::stop_source();
    m_done = std::make_shared<std::atomic<double>>(0.0);
    m_found = std::async(
        std::launch::async, [=, parameters = std::move(parameters), done = m_done, token = m_stop.get_token()] {
            Network<float> network(options);
            std::ranges::copy(parameters, network.parameters().begin());
            const Matrix<double> starts = visitedStates(network, data->all, token);
            const StateMap map(options, std::vector<double>(parameters.begin(), parameters.end()), input);
            return findFixedPoints(
                map, starts, {}, [&](double fraction) { done->store(fraction); }, token);
        });
    m_timer.start();
}

void FixedPointsJob::look()
{
    if (m_found.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        Q_EMIT progress(m_done->load());
        return;
    }
    m_timer.stop();
    FixedPoints found;
    QString problem;
    try {
        found = m_found.get();
    } catch (const Error &error) {
        problem = QString::fromStdString(error.what());
    }
    m_found = {};
    Q_EMIT ended(found, problem);
}

} // namespace gatescope
