// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/dynamics/memory_curve.h"
#include "ui/document/shared/background_job.h"

#include <QObject>

#include <memory>

namespace gatescope {

/// What is remembered so many steps back, and what gates and gradients say of it.
struct MemoryFound {
    MemoryCurve curve;
    MemoryReach reach;
};

/// Measures it on a thread of its own; a new request ends the one before.
class MemoryJob : public QObject {
    Q_OBJECT

public:
    explicit MemoryJob(QObject *parent = nullptr) : QObject(parent) {}

    /// @param choice    what is to be remembered: its place in rememberedNames()
    /// @param everyStep the loss is asked at every step, so every state is asked, not only the last
    void start(const NetworkOptions &options, std::vector<float> parameters,
               std::shared_ptr<const PreparedData<float>> data, Index choice, bool everyStep);
    void stop() { m_job.abandon(); }
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    void ended(const gatescope::MemoryFound &found, const QString &problem);

private:
    BackgroundJob m_job;
};

} // namespace gatescope
