// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/moment/moment_recorder.h"

#include <limits>

namespace gatescope {

namespace {

constexpr qint64 kMillisecondsBetween = 150; ///< while running: what is kept is thinned anyway

} // namespace

MomentRecorder::MomentRecorder(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::snapshotChanged, this, &MomentRecorder::record);
}

void MomentRecorder::record()
{
    const std::shared_ptr<const Snapshot> snapshot = m_document.snapshot();
    const bool another = !snapshot || snapshot->generation != m_generation || !(snapshot->settings.network == m_network)
                         || snapshot->step < m_lastStep;
    if (another) {
        m_machine.clear();
        m_lastStep = -1;
        m_generation = snapshot ? snapshot->generation : -1;
        m_network = snapshot ? snapshot->settings.network : NetworkOptions();
        Q_EMIT cleared();
    }
    if (!snapshot || snapshot->step == m_lastStep)
        return;
    const bool running = snapshot->state == SessionState::Running;
    if (running && m_sinceLast.isValid() && m_sinceLast.elapsed() < kMillisecondsBetween)
        return;
    m_sinceLast.start();
    m_lastStep = snapshot->step;
    TrainingMoment moment;
    moment.step = snapshot->step;
    moment.epoch = snapshot->epoch;
    moment.loss =
        snapshot->trace && snapshot->trace->loss ? *snapshot->trace->loss : std::numeric_limits<double>::quiet_NaN();
    moment.parameters = std::make_shared<const std::vector<float>>(snapshot->parameters);
    m_machine.record(std::move(moment));
    Q_EMIT recorded();
}

} // namespace gatescope
