// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/views/live_view.h"

#include <vector>

class QComboBox;
class QCPGraph;

namespace gatescope {

class Heatmap;
class Plot;
class RangeChoice;

/// The hidden states of every layer over the probe sequence, units × steps, and the curve of the unit pointed at.
class HiddenView final : public LiveView {
    Q_OBJECT

public:
    HiddenView(ShownMoment &moment, Selection &selection, QWidget *parent = nullptr);

    QString shortTitle() const override { return tr("Hidden"); }
    QWidget *mainTool() override;
    void addChoices(QMenu &menu) override;
    QJsonObject state() override;
    void showState(const QJsonObject &state) override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

protected:
    void refresh() override;
    void showCursor() override;
    void forget() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Order { Stored, HalfLife, Similarity };

    /// Sorts the units anew where the order is out of date: on request and once an epoch, so that rows stand still.
    void sortUnits();
    void drawUnit();
    std::pair<Index, Index> layersShown(Index layers) const;
    QString unitHover(double step) const;

    Heatmap *m_heatmap;
    Plot *m_curve;
    QCPGraph *m_state, *m_candidate;
    QComboBox *m_order;
    RangeChoice *m_range;
    std::shared_ptr<const Trace<float>> m_trace;
    Formulation m_formulation = Formulation::ResetAfter;
    std::vector<std::vector<Index>> m_orders; ///< one a layer; empty: out of date
    std::int64_t m_sortedEpoch = -1;
    std::int64_t m_layer = -1;
};

} // namespace gatescope
