// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/automaton/automaton_job.h"

namespace gatescope {

AutomatonJob::AutomatonJob(QObject *parent) : QObject(parent)
{
    m_progress.setInterval(100);
    connect(&m_progress, &QTimer::timeout, this, [this] { Q_EMIT progress(m_done->load()); });
}

void AutomatonJob::stop()
{
    m_progress.stop();
    m_job.abandon();
}

void AutomatonJob::start(const NetworkOptions &options, std::vector<float> parameters,
                         std::shared_ptr<const PreparedData<float>> data, bool everyStep)
{
    m_done = std::make_shared<std::atomic<double>>(0.0);
    const auto found = std::make_shared<ExtractedAutomaton>();
    m_job.start(
        [=, parameters = std::move(parameters), done = m_done](const std::stop_token &stop) {
            *found = extractAutomaton(
                options, parameters, *data, everyStep, [&](double fraction) { done->store(fraction); }, stop);
        },
        [this, found](const QString &problem) {
            m_progress.stop();
            Q_EMIT ended(*found, problem);
        });
    m_progress.start();
}

} // namespace gatescope
