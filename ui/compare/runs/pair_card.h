// SPDX-FileCopyrightText: 2026 The GateScope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/runs/pair_walk.h"
#include "ui/document/live_training.h"
#include "ui/document/shared/selection.h"
#include "ui/widgets/card.h"
#include "ui/widgets/common/view_export.h"

class QComboBox;
class QStackedLayout;

namespace gatescope {

class Heatmap;
class PairCells;
class PairFilm;
struct HeatmapPanel;

/// Two runs on one sequence of the open data: the same gate or state of both, one below the other with one cursor, and
/// where their shapes agree what the second has more than the first; or the opened cell of both. One slider goes
/// through both trainings.
class PairCard final : public Card, public ViewExport {
    Q_OBJECT

public:
    PairCard(ComparedRuns &compared, LiveTraining &training, Selection &selection, QWidget *parent = nullptr);

    QString exportTitle() const override { return header().title(); }
    QString exportCaption() const override { return header().caption(); }
    QString exportName() const override { return QStringLiteral("two-runs"); }
    const QWidget &exportWidget() const override;
    void paintContent(QCPPainter &painter, const QSize &size) override;
    QString csv() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fillChoices();
    void touch();
    void refresh();
    std::vector<PairWalk> walks() const;
    void showFilm();
    void showMaps(QStringList &notes);
    HeatmapPanel panelOf(const PairWalk &walk) const;
    std::optional<HeatmapPanel> difference(const HeatmapPanel &first, const HeatmapPanel &second,
                                           QStringList &notes) const;
    bool showsCells() const;
    void showMark();

    ComparedRuns &m_compared;
    LiveTraining &m_training;
    Selection &m_selection;
    QComboBox *m_first;
    QComboBox *m_second;
    QComboBox *m_quantity;
    QStackedLayout *m_pages;
    Heatmap *m_heatmap;
    PairCells *m_cells;
    PairFilm *m_film;
    std::vector<PairWalk> m_walks; ///< as shown
    bool m_chosen = false;         ///< somebody has said which two
    bool m_stale = true;
};

} // namespace gatescope
