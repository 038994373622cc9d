// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/views/gradient/truncation_band.h"
#include "ui/train/views/live_view.h"

#include <vector>

class QComboBox;
class QCPGraph;
class QStackedLayout;

namespace gatescope {

class ClipHistogram;
class GateGradients;
class Heatmap;
class MomentMark;
class Plot;
class StabilityPlot;

/// How far back the gradient reaches: ‖∂loss/∂h‖ per layer and step of the batch last trained on; the same over the
/// epochs; the whole gradient's norm before and after clipping; and whether small differences of the state grow.
class GradientView final : public LiveView {
    Q_OBJECT

public:
    GradientView(ShownMoment &moment, Selection &selection, QWidget *parent = nullptr);
    ~GradientView() override;

    QString shortTitle() const override { return tr("Gradients"); }
    QWidget *mainTool() override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

    /// The earliest step the drawn gradient reaches: 0 unless back-propagation is truncated.
    Index firstStep() const { return m_truncated.firstStep(); }

protected:
    void refresh() override;
    void forget() override;
    void showCursor() override;

private:
    enum class Mode { Steps, Gates, Epochs, Clipping, Histogram, Stability };

    Mode mode() const;
    void showSteps(const Snapshot *snapshot);
    void showGates(const Snapshot *snapshot);
    void showEpochs();
    void showClipping();
    void showHistogram();
    void showStability();
    void ensureLayers(std::size_t layers);
    void colour();
    QString hoverSteps(double x) const;
    QString hoverClipping(double x) const;
    double epochsPerStep() const;

    QStackedLayout *m_pages;
    Plot *m_steps;
    GateGradients *m_gates;
    Heatmap *m_epochs;
    Plot *m_clipping;
    ClipHistogram *m_histogram;
    StabilityPlot *m_stability;
    QComboBox *m_mode;
    std::vector<QCPGraph *> m_layers;  ///< of the last batch
    std::vector<QCPGraph *> m_earlier; ///< faint: the same layers at the end of the first epoch
    QCPGraph *m_before, *m_after;
    std::unique_ptr<MomentMark> m_mark;
    TruncationBand m_truncated;    ///< in m_steps
    Matrix<float> m_norms;         ///< (L × T)
    std::int64_t m_gateLayer = -1; ///< whose gates are drawn
};

} // namespace gatescope
