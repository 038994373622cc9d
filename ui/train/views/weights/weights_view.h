// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/views/live_view.h"

#include <array>

class QComboBox;
class QStackedLayout;

namespace gatescope {

class Heatmap;
class WeightBar;
class WeightPlot;

/// The weights of each gate of a layer, as heatmaps or histograms, with the gradient that reached them and how far the
/// last step moved them; and one weight to set by hand. Computes nothing while it is closed.
class WeightsView final : public LiveView {
    Q_OBJECT

public:
    WeightsView(ShownMoment &moment, Selection &selection, QWidget *parent = nullptr);

    QWidget *mainTool() override { return m_tools; }
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;
    QString exportCaption() const override; ///< as it is now, also while the view is closed

    WeightBar &bar() { return *m_bar; }
    /// The weight that is pointed at.
    WeightPlace place() const;
    /// "z · layer 1 · unit 3 · from temperature"
    QString nameOf(const WeightPlace &place) const;

Q_SIGNALS:
    /// A weight is to be tried, or none any more: the undo stack's matter.
    void trialWanted(const std::optional<gatescope::WeightTrial> &trial, const QString &what);
    /// The trial is to become the network's own.
    void keepWanted(const gatescope::WeightTrial &trial, const QString &what);

protected:
    void refresh() override;
    void showCursor() override;
    void forget() override;

private:
    enum class Page { Weights, Histogram, Gradient, UpdateRatio };

    Page page() const;
    Index layer() const;
    std::array<Matrix<float>, 3> weights() const;
    void fillLayers(Index layers);
    void showWeights();
    void showBar();
    QString figuresOf(Index gate) const;
    QString answer() const;
    QString hindrance() const;
    QString csvOfWeights() const;
    QString csvOfHistogram() const;
    QString csvOfTraining() const;

    QWidget *m_tools;
    QComboBox *m_page;
    QComboBox *m_layers;
    QStackedLayout *m_pages;
    Heatmap *m_heatmap;
    WeightPlot *m_plot;
    WeightBar *m_bar;
    Gate m_gate = Gate::Update;
    Index m_column = 0;
    std::int64_t m_layer = -1; ///< as drawn
};

} // namespace gatescope
