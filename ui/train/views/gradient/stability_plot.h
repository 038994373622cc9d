// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/dynamics/stability.h"
#include "ui/document/moment/shown_moment.h"
#include "ui/document/shared/background_job.h"
#include "ui/widgets/plot/plot.h"

#include <map>

namespace gatescope {

class MomentMark;

/// Whether small differences of the state grow or are forgotten, at every kept moment of the training: the largest
/// Lyapunov exponent along validation sequences, as the factor e^λ a step, and the spectral radius of ∂h_{t+1}/∂h_t.
/// Measured in the background, one moment after the other, while it is on screen; what was measured stays with the
/// moment.
class StabilityPlot : public Plot {
    Q_OBJECT

public:
    explicit StabilityPlot(ShownMoment &moment, QWidget *parent = nullptr);
    ~StabilityPlot() override;

    /// Takes the moments there are, draws what is known and measures what is not.
    void follow();
    /// A new session: what was measured is of another network.
    void forget();
    bool isMeasuring() const { return m_job.isRunning(); }
    /// By batch.
    const std::map<std::int64_t, Stability> &known() const { return m_known; }
    /// What is measured, or why it is not.
    QString caption() const;
    /// "batch,lyapunov,…" for an export.
    QString csv() const;

Q_SIGNALS:
    void captionChanged();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void measureNext();
    void draw();
    void colour();
    double perStep() const;
    QString hoverAt(double epoch) const;

    ShownMoment &m_moment;
    BackgroundJob m_job;
    std::map<std::int64_t, Stability> m_known;
    std::int64_t m_generation = -1;
    QString m_problem;
    QCPGraph *m_growth, *m_radius, *m_one;
    std::unique_ptr<MomentMark> m_mark;
};

} // namespace gatescope
