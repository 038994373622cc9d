// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_reference.h"
#include "core/evaluation/evaluation.h"
#include "ui/document/shared/background_job.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace gatescope {

/// A naive forecast as the loss' curve meets it: its loss on the part that is watched.
struct OpponentLoss {
    const BaselineInfo *info = nullptr;
    double loss = 0.0;
};

/// What the training has to beat: the baselines of the open data, measured on a thread of their own. They hang on the
/// data and the loss alone, so a training, a reset or other settings cost nothing.
class LiveOpponents : public QObject {
    Q_OBJECT

public:
    using Windows = std::shared_ptr<const PreparedData<float>>;

    explicit LiveOpponents(QObject *parent = nullptr);

    /// Measures the baselines of these windows with the loss of a training, unless that was the last thing done.
    /// @param origin  of the data: for a generated task the error that no forecast can beat may be known
    void measure(const Windows &windows, const TrainingOptions &training, const DataReference &origin);
    bool isMeasuring() const { return m_job.isRunning(); }

    /// Null until they are measured, and without windows. Keeps the windows it looks into alive.
    std::shared_ptr<const Opponents> all() const { return m_opponents; }
    /// Validation, or the training part where there is none: what the losses here are of.
    DataPart part() const { return m_part; }
    /// Whether the training asks its loss where baselines are asked: at the window's end, and of a text at every
    /// character. Else no loss here can be compared with it, and there are none.
    bool areComparable() const { return m_comparable; }
    /// Whether they count characters: then all() is null.
    bool areOfText() const { return m_windows && m_windows->text; }
    /// In the order of the table; those that have a loss, on at least half of the part's windows.
    const std::vector<OpponentLoss> &losses() const { return m_losses; }
    /// The one with the lowest loss; nullptr while there is none.
    const OpponentLoss *best() const;
    /// 1 − loss / loss of the best; nothing without one, or where its loss is 0.
    std::optional<double> skill(double loss) const;
    /// The lowest loss that is possible, where the data's rule is known.
    std::optional<double> knownFloorLoss() const { return m_floor; }

Q_SIGNALS:
    /// All of this may be another.
    void measured();

private:
    void measureText(Index steps);
    void take(std::shared_ptr<const Opponents> opponents);
    void clear();

    Windows m_windows; ///< what is or was measured
    Loss m_loss;
    LossAt m_lossAt = LossAt::End;
    Index m_burnIn = 0;
    bool m_comparable = true;
    DataPart m_part = DataPart::Validation;
    std::shared_ptr<const Opponents> m_opponents;
    std::vector<OpponentLoss> m_losses;
    std::optional<double> m_floor;
    BackgroundJob m_job;
};

/// The lowest loss that a generated task's rule leaves possible on these windows, scaled as the training's losses are:
/// of squared errors, and of classes. Nothing for other data and losses.
std::optional<double> knownFloorLoss(const PreparedData<float> &windows, const Loss &loss, const DataReference &origin);

/// "+12 %", "−8 %"; where the error is over ten times the opponent's, how many times: "× 26", at most "> × 9,999".
QString skillWords(double skill);

} // namespace gatescope
