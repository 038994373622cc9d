// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/prepared_data.h"
#include "ui/widgets/series/series_plot_card.h"

#include <memory>
#include <vector>

class QCPItemRect;

namespace gatescope {

class DataDraft;
class Selection;
class SeriesPlot;

/// One window as the network reads it: its features scaled, step by step, and the target after it.
class WindowCard : public SeriesPlotCard {
    Q_OBJECT

public:
    WindowCard(DataDraft &draft, Selection &selection, QWidget *parent = nullptr);

    QString exportTitle() const override;
    QString exportCaption() const override;
    QString csv() const override;

private:
    void showWindow();
    void drawFeatures(const PreparedData<float> &data, std::int64_t start);
    void drawTargets(const PreparedData<float> &data, std::int64_t start);
    QString hoverText(double step) const;

    DataDraft &m_draft;
    Selection &m_selection;
    SeriesPlot *m_plot;
    QCPItemRect *m_inside;
    std::vector<int> m_features; ///< series of the plot, one a drawn feature
    int m_target = 0;            ///< series of the plot
    Index m_length = 0;
};

} // namespace gatescope
