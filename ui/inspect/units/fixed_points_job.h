// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "core/inspect/dynamics/fixed_points.h"
#include "ui/document/shared/background_job.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace gatescope {

/// A search for fixed points on a thread of its own, from states that the network visits in the data; a new one ends
/// the one before.
class FixedPointsJob : public QObject {
    Q_OBJECT

public:
    explicit FixedPointsJob(QObject *parent = nullptr);

    /// @param input (I) the constant input, as the network reads it
    void start(const NetworkOptions &options, std::vector<float> parameters,
               std::shared_ptr<const PreparedData<float>> data, Vector<double> input);
    void stop();
    bool isRunning() const { return m_job.isRunning(); }

Q_SIGNALS:
    void progress(double fraction);
    /// Ended by itself; the message is why it failed, or empty.
    void ended(const gatescope::FixedPoints &found, const QString &problem);

private:
    BackgroundJob m_job;
    std::shared_ptr<std::atomic<double>> m_done;
    QTimer m_progress; ///< asks how far it is
};

} // namespace gatescope
