// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shared/background_job.h"

#include <QObject>

#include <optional>
#include <vector>

namespace gatescope {

class LiveTraining;

/// The loss of the training part measured as validation is: all of it with the same weights, and nothing dropped out.
/// The training loss on screen is no such thing: each batch is another moment's, and with dropout a weaker network's.
/// Of classes the accuracy goes with it. Measured on a thread of its own while it is asked for: after every epoch, or
/// as often as there is time.
class EvaluatedLoss : public QObject {
    Q_OBJECT

public:
    struct Point {
        double epoch = 0.0;
        double loss = 0.0;
        std::optional<double> accuracy{}; ///< of classes: share of the sequences told right
    };

    explicit EvaluatedLoss(LiveTraining &training, QObject *parent = nullptr);

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }
    /// Ascending by epoch.
    const std::vector<Point> &points() const { return m_points; }

Q_SIGNALS:
    void measured();

private:
    void look();

    LiveTraining &m_training;
    BackgroundJob m_job;
    bool m_wanted = false;
    std::int64_t m_epoch = -1; ///< the last that was measured
    std::int64_t m_step = -1;
    std::vector<Point> m_points;
};

} // namespace gatescope
