// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/search/pattern_job.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t kMatchesKept = 50;

} // namespace

PatternJob::PatternJob(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(30);
    connect(&m_timer, &QTimer::timeout, this, &PatternJob::look);
}

PatternJob::~PatternJob()
{
    stop();
}

void PatternJob::stop()
{
    m_timer.stop();
    m_stop.request_stop();
    if (m_found.valid())
        m_found.wait();
    m_found = {};
}

void PatternJob::start(const NetworkOptions &options, std::vector<float> parameters,
                       std::shared_ptr<const PreparedData<float>> data, DataPart part, Index layer, UnitPattern pattern)
{
    stop();
    m_stop = std::stop_source();
    m_found = std::async(std::launch::async, [=, parameters = std::move(parameters), token = m_stop.get_token()] {
        Network<float> network(options);
        std::ranges::copy(parameters, network.parameters().begin());
        return searchPattern<float>(network, data->part(part), layer, pattern, kMatchesKept, token);
    });
    m_timer.start();
}

void PatternJob::look()
{
    if (m_found.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    m_timer.stop();
    std::vector<PatternMatch> matches;
    QString problem;
    try {
        matches = m_found.get();
    } catch (const Error &error) {
        problem = QString::fromStdString(error.what());
    }
    m_found = {};
    Q_EMIT ended(matches, problem);
}

} // namespace gatescope
