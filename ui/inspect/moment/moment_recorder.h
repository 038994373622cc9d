// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/time_machine.h"
#include "ui/shell/document.h"

#include <QElapsedTimer>
#include <QObject>

namespace gatescope {

/// Keeps the weights of a training's moments, as the document's timer brings them, in bounded memory.
class MomentRecorder : public QObject {
    Q_OBJECT

public:
    explicit MomentRecorder(Document &document, QObject *parent = nullptr);

    const std::vector<TrainingMoment> &moments() const { return m_machine.moments(); }
    const TrainingMoment *nearest(std::int64_t step) const { return m_machine.nearest(step); }

Q_SIGNALS:
    void recorded();
    /// Another training: every earlier moment is gone.
    void cleared();

private:
    void record();

    Document &m_document;
    TimeMachine m_machine;
    std::int64_t m_generation = -1;
    NetworkOptions m_network;
    std::int64_t m_lastStep = -1;
    QElapsedTimer m_sinceLast;
};

} // namespace gatescope
