// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

class QCPGraph;

namespace gatescope {

class History;
class Plot;

/// A learning rate that changed by more than a fifth from one batch to the next: by hand, or by a step of the schedule.
struct RateChange {
    double step = 0.0; ///< the first batch with the new one
    double before = 0.0;
    double after = 0.0;
};

/// In order of the steps. Where batches are thinned, a change is found between the batches that were kept.
std::vector<RateChange> rateChanges(const History &history);

/// The changes as marks at the foot of the loss, with a dotted line up to the curves.
class RateMarks {
public:
    explicit RateMarks(Plot &plot);

    /// @param perStep  axis units a batch
    void show(const History &history, double perStep);
    void colour();
    /// Puts the marks at the foot of the axis as it is now.
    void place();
    const std::vector<RateChange> &changes() const { return m_changes; }
    /// "learning rate 0.005 → 0.001" for the change nearest to x, within a fiftieth of the axis; empty without one.
    QString wordsAt(double x) const;

private:
    Plot &m_plot;
    QCPGraph *m_marks;
    std::vector<RateChange> m_changes;
    double m_perStep = 1.0;
};

} // namespace gatescope
