// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/options/training_options.h"
#include "ui/widgets/plot/plot.h"

#include <optional>
#include <vector>

namespace gatescope {

class History;

/// One batch that the history kept: what clipping did to its gradient.
struct ClippedBatch {
    std::int64_t step = 0;
    double before = 0.0, after = 0.0; ///< norms
    std::optional<double> angle;      ///< degrees; only of batches whose values were limited

    bool isClipped() const { return after < before * (1.0 - 1e-6); }
};

std::vector<ClippedBatch> clippedBatches(const History &history);

/// How the norms of the batches' gradients are spread before clipping, which of them were clipped, and how far that
/// turned them.
struct ClipCounts {
    double first = 0.0;            ///< log₁₀ of the lowest norm
    double width = 0.0;            ///< of a bin, in decades
    std::vector<int> all, clipped; ///< batches in each bin
    std::vector<int> turned;       ///< of them, those that clipping by value turned
    std::vector<double> degrees;   ///< their angles together, in each bin
    int batches = 0, shortened = 0;
    double mostDegrees = 0.0;
    bool isThinned = false; ///< long trainings: counted over the batches that the history kept

    double share() const { return batches > 0 ? static_cast<double>(shortened) / batches : 0.0; }
    /// Of the batches that were turned; none where none was.
    std::optional<double> meanDegrees() const;
};

ClipCounts clipCounts(const History &history);

class ClipHistogram : public Plot {
    Q_OBJECT

public:
    explicit ClipHistogram(QWidget *parent = nullptr);

    void show(const History &history, const TrainingOptions &training);
    /// "34 % of the batches clipped · by value: turned by 12.3° on average, 31° at most"
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
