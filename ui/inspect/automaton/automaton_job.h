// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/automaton/automaton.h"
#include "ui/document/shared/background_job.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace gatescope {

/// Reads an automaton from a network on a thread of its own; a new request ends the one before.
class AutomatonJob : public QObject {
    Q_OBJECT

public:
    explicit AutomatonJob(QObject *parent = nullptr);

    void start(const NetworkOptions &options, std::vector<float> parameters,
               std::shared_ptr<const PreparedData<float>> data, bool everyStep);
    void stop();
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    void progress(double fraction);
    void ended(const gatescope::ExtractedAutomaton &found, const QString &problem);

private:
    BackgroundJob m_job;
    std::shared_ptr<std::atomic<double>> m_done;
    QTimer m_progress;
};

} // namespace gatescope
