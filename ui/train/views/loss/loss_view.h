// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/views/live_view.h"

#include <QPolygonF>

#include <vector>

class QAction;
class QComboBox;
class QCPGraph;
class QCPItemText;

namespace gatescope {

class EvaluatedLoss;
class MomentMark;
class OpponentLines;
class Plot;
class RateMarks;

/// Training and validation loss against the epoch: every batch faintly, a smoothed curve strongly, the naive forecasts
/// as lines to beat, the best epoch and every value that is no number marked; and where the time machine stands.
class LossView final : public LiveView {
    Q_OBJECT

public:
    LossView(ShownMoment &moment, Selection &selection, QWidget *parent = nullptr);
    ~LossView() override;

    QWidget *mainTool() override;
    void addChoices(QMenu &menu) override;
    QJsonObject state() override;
    void showState(const QJsonObject &state) override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

protected:
    void refresh() override;

private:
    void buildCurves();
    void colourCurves();
    void showBefore();
    void showMeasured();
    void showBest();
    void placeBest();
    std::vector<QPolygonF> curvesIn(double from, double to) const;
    void showNotNumbers();
    void showRange();
    QString hoverText(double epoch) const;
    double epochsAt(double step) const;
    std::size_t smoothing() const;

    Plot *m_plot;
    QComboBox *m_smoothing;
    QAction *m_logarithmic, *m_evaluated;
    QCPGraph *m_before = nullptr;
    QCPGraph *m_measured = nullptr; ///< the training part, in evaluation mode
    QCPGraph *m_batches, *m_smoothed, *m_validation, *m_best, *m_notNumbers;
    QCPItemText *m_bestLabel;
    std::unique_ptr<OpponentLines> m_opponents;
    std::unique_ptr<MomentMark> m_mark;
    std::unique_ptr<RateMarks> m_rates;
    EvaluatedLoss *m_evaluation;
};

} // namespace gatescope
