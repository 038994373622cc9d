// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/views/live_view.h"

class QComboBox;
class QStackedLayout;

namespace gatescope {

class GateCurves;
class Heatmap;
class RangeChoice;
struct HeatmapPanel;
enum class Quantity;

/// The reset and update gates of every layer over the probe sequence, as units × steps or as mean and spread.
class GatesView final : public LiveView {
    Q_OBJECT

public:
    GatesView(ShownMoment &moment, Selection &selection, QWidget *parent = nullptr);

    QWidget *mainTool() override;
    void addChoices(QMenu &menu) override;
    QJsonObject state() override;
    void showState(const QJsonObject &state) override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

protected:
    void refresh() override;
    void showCursor() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    HeatmapPanel inputPanel() const;
    HeatmapPanel panelOf(Quantity gate, Index layer) const;
    /// First layer shown and one past the last: as many as there is height for, around the cursor's.
    std::pair<Index, Index> layersShown(Index layers) const;

    QStackedLayout *m_pages;
    Heatmap *m_heatmap;
    GateCurves *m_curves;
    QComboBox *m_mode;
    RangeChoice *m_range;
    std::shared_ptr<const Trace<float>> m_trace;
    std::pair<Index, Index> m_layersShown{0, 0}; ///< first, and one past the last
};

} // namespace gatescope
