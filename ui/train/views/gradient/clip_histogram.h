// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/options/training_options.h"
#include "ui/widgets/plot/plot.h"

#include <vector>

namespace gatescope {

class History;

/// How the norms of the batches' gradients are spread before clipping, and which of them were clipped.
struct ClipCounts {
    double first = 0.0;            ///< log₁₀ of the lowest norm
    double width = 0.0;            ///< of a bin, in decades
    std::vector<int> all, clipped; ///< batches in each bin
    int batches = 0, shortened = 0;
    bool isThinned = false; ///< long trainings: counted over the batches that the history kept

    double share() const { return batches > 0 ? static_cast<double>(shortened) / batches : 0.0; }
};

ClipCounts clipCounts(const History &history);

class ClipHistogram : public Plot {
    Q_OBJECT

public:
    explicit ClipHistogram(QWidget *parent = nullptr);

    void show(const History &history, const TrainingOptions &training);
    /// "34 % of the batches clipped · their direction kept"
    QString words() const { return m_words; }
    const ClipCounts &counts() const { return m_counts; }

private:
    void colour();
    QString hoverAt(double x) const;

    QCPGraph *m_all, *m_clipped;
    ClipCounts m_counts;
    QString m_words;
};

} // namespace gatescope
