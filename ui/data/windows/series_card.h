// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/tensor.h"
#include "ui/widgets/series/series_plot_card.h"

#include <memory>
#include <string>
#include <vector>

class QComboBox;

namespace gatescope {

class DataDraft;
class Selection;
class SplitPlot;

/// A column over all rows as they are used, with the chronological split and the window the shared cursor is at.
class SeriesCard : public SeriesPlotCard {
    Q_OBJECT

public:
    SeriesCard(DataDraft &draft, Selection &selection, QWidget *parent = nullptr);

    SplitPlot &plot() { return *m_plot; }

    QString exportTitle() const override;
    QString exportCaption() const override;
    QString csv() const override;

private:
    void connectPlot();
    void showData();
    void showColumn();
    void showSplit();
    void showWindow();
    void moveBorder(int border, double share);
    void pointAt(double row);
    QString hoverText(double row) const;
    /// What the rows are: the table's, or as they are prepared.
    Index rows() const;

    DataDraft &m_draft;
    Selection &m_selection;
    QComboBox *m_column;
    SplitPlot *m_plot;
    std::shared_ptr<const std::vector<double>> m_values;
    std::shared_ptr<const std::vector<double>> m_times;
};

} // namespace gatescope
