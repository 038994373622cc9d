// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/question/pattern_search.h"
#include "ui/document/shared/background_job.h"
#include "ui/inspect/shown/sequence_place.h"

#include <QObject>

#include <memory>

namespace gatescope {

/// A search through one part of the data, on a thread of its own; a new one ends the one before.
class PatternJob : public QObject {
    Q_OBJECT

public:
    explicit PatternJob(QObject *parent = nullptr) : QObject(parent) {}

    void start(const NetworkOptions &options, std::vector<float> parameters,
               std::shared_ptr<const PreparedData<float>> data, DataPart part, Index layer, UnitPattern pattern);
    void stop() { m_job.abandon(); }
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    /// Ended by itself; the message is why it failed, or empty.
    void ended(const std::vector<gatescope::PatternMatch> &matches, const QString &problem);

private:
    BackgroundJob m_job;
};

} // namespace gatescope
