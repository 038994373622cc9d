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
