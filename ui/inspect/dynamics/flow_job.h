// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/dynamics/flow_field.h"
#include "ui/document/shared/background_job.h"

#include <QObject>

#include <memory>

namespace gatescope {

/// What one step does to the states of the portrait's plane, and where they end, on a thread of its own; a new request
/// ends the one before.
class FlowJob : public QObject {
    Q_OBJECT

public:
    explicit FlowJob(QObject *parent = nullptr) : QObject(parent) {}

    /// @param points whose basins are asked; null: the flow alone
    void start(const NetworkOptions &options, std::vector<double> parameters, Vector<double> input, PhasePortrait plane,
               FlowGrid grid, std::shared_ptr<const FixedPoints> points);
    void stop() { m_job.abandon(); }
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    void ended(const gatescope::FlowField &field, const QString &problem);

private:
    BackgroundJob m_job;
};

} // namespace gatescope
