// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/runs/compared_runs.h"
#include "ui/widgets/exported_card.h"
#include "ui/widgets/series/history_curves.h"

#include <map>

class QComboBox;
class QCPItemText;

namespace gatescope {

class Plot;

/// The curves of the compared runs over each other; each ends in its letter, and the bubble names every run.
class CurvesCard final : public ExportedCard {
    Q_OBJECT

public:
    explicit CurvesCard(ComparedRuns &compared, QWidget *parent = nullptr);

    QString exportCaption() const override { return header().caption(); }
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

private:
    enum class Curve {
        Validation,
        Training,
        EpochLoss,
        GradientNorm,
        LearningRate,
        ResetMean, ///< this and what follows: of the gates, in the order of GateFigure
        UpdateMean,
        ResetSaturated,
        UpdateSaturated
    };
    enum class Axis { Epoch, Step, Seconds };

    void draw();
    void choosePens(const std::vector<ComparedRun> &runs);
    void placeLetters();
    void showRange();
    /// The series that is chosen, and how much of the horizontal axis an x of it is.
    const ThinnedSeries &seriesOf(const KeptRun &kept) const;
    double scaleOf(const KeptRun &kept) const;
    bool isPerEpoch() const;
    /// A gate may be 0, a loss on a logarithmic axis may not.
    Drawn drawn() const { return isOfGates() ? Drawn::All : Drawn::AboveZero; }
    bool isOfGates() const { return curve() >= Curve::ResetMean; }
    /// What every epoch recorded of the gates, over the chosen layer or all.
    ThinnedSeries gatesOf(const KeptRun &kept) const;
    void gatherGates(const std::vector<ComparedRun> &runs);
    QString hoverText(double x) const;
    Curve curve() const;
    Axis axis() const;

    ComparedRuns &m_compared;
    Plot *m_plot;
    QComboBox *m_curve;
    QComboBox *m_axis;
    QComboBox *m_smoothing;
    QComboBox *m_layer;                             ///< whose gates
    std::map<std::uint64_t, ThinnedSeries> m_gates; ///< by run, while gates are drawn
    std::vector<QCPItemText *> m_letters;           ///< by place
};

} // namespace gatescope
